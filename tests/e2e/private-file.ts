// A file full of private words: one in each text of the desk, and a notebook with notes.
import { applyChanges, type Change, type Document, rowsOf } from '@domain/document.ts';
import { plainField } from '@domain/tables/field.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { declarationOf, fieldEntries, isTableName, type TableName, tableNames } from '@domain/tables/tables.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';

import { serialiseProject } from '../../main/files/envelope.ts';
import { realFileSystem } from '../../main/files/file-system.ts';
import { readProjectFile } from '../../main/files/read-project-file.ts';
import { Sealed } from '../../main/vault/sealed.ts';
import { createVault, sealRecord } from '../../main/vault/vault.ts';
import { DESK_WORDS, deskTables, deskWord, VAULT_WORDS } from '../support/canary-words.ts';
import { EXAMPLE } from './pages/tour.ts';

export const PRIVATE_PASSPHRASE: string = VAULT_WORDS.passphrase;
/** Every word that may not be seen in presentation mode. */
export const PRIVATE_WORDS: readonly string[] = [...Object.values(VAULT_WORDS), ...DESK_WORDS];

/** @returns the example, with a note and a record in each table of the desk; and the recovery key of its notebook */
export async function privateFile(): Promise<{ readonly bytes: Buffer; readonly recoveryKey: string }> {
  const example = expectOk(await readProjectFile(realFileSystem, EXAMPLE));
  const { header, document } = example;
  const { vault, recoveryKey } = expectOk(await createVault('private-file', PRIVATE_PASSPHRASE));
  const place = { table: 'privateNotes', id: 'private-note' } as const;
  const { id } = place;
  const text = `Ce que pense ${VAULT_WORDS.note}`;
  const box = sealRecord(vault, place, new Sealed({ date: calendarDate('2026-03-10'), ...NO_LINKS, text }));
  const earlier = tableNames().flatMap((table) =>
    declarationOf(table).class === 'vault'
      ? Object.values(rowsOf(document, table)).map((before) => ({ table, id: before.id, before, after: null }))
      : [],
  );
  const note = { table: 'privateNotes' as const, id, before: null, after: { id: id as never, box } }; // an id of a record
  const filled = applyChanges(document, [...earlier, ...deskTables.map((table) => deskRecord(document, table)), note]);
  const fresh = { ...header, fileId: 'private-file', copyOf: null, keys: { file: null, vault: vault.keys } };
  return { bytes: serialiseProject({ ...example, header: fresh, document: filled }, null), recoveryKey };
}

/** @returns a change that adds a record with a canary word in each of its texts, about the first of whatever it refers to */
function deskRecord(document: Document, table: TableName): Change {
  const id = `private-${table.toLowerCase()}`;
  const values = fieldEntries(table).map(([name, declared]) => {
    const field = plainField(declared);
    if (field.kind === 'text') return [name, deskWord(table, name)];
    if (field.kind === 'reference') return [name, isTableName(field.to) ? Object.keys(rowsOf(document, field.to))[0] : null];
    return [name, field.kind === 'date' ? '2026-03-10' : 1];
  });
  return { table, id, before: null, after: { id, ...Object.fromEntries(values) } };
}
