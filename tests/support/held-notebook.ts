// A notebook behind the contract, on real files, that is used here and changed by others.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultSecret } from '@contract/vault.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { type FileSystem, realFileSystem } from '../../main/files/file-system.ts';
import { readProjectFile } from '../../main/files/read-project-file.ts';
import type { VaultKeys } from '../../main/vault/vault.ts';
import { testApplication } from './application.ts';
import { countedIds } from './context.ts';
import { DRAFT } from './documents.ts';
import { rewriteWithDigest } from './projects.ts';

const PASSPHRASE = 'le carnet de Sonia, été';
export const SECRET = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
/** The note that it has from the beginning. */
export const MINE = 'La directrice hésite à partir';
const DATE = calendarDate('2026-04-14');

/** A new file with a notebook, open, and one note in it; then whatever happens to it, each act on the revision of the one before. */
export async function heldNotebook(files?: FileSystem) {
  const app = await testApplication(files === undefined ? {} : { files });
  const newId = countedIds('act');
  const created = expectOk(await app.call('project.create', { draft: DRAFT }));
  const file = join(app.documents, 'Tierce', created.fileName);
  let place = { documentId: created.documentId, baseRevision: created.revision };
  const base = () => ({ ...place, commandId: newId() });
  const kept = <T extends { readonly revision: number }>(value: T): T => {
    place = { ...place, baseRevision: value.revision };
    return value;
  };
  const write = (text: string) =>
    app.call('vault.write', { ...base(), record: { table: 'privateNotes', id: null, date: DATE, ...NO_LINKS, text } });
  const { recoveryKey } = kept(expectOk(await app.call('vault.create', { ...base(), passphrase: PASSPHRASE })));
  kept(expectOk(await write(MINE)));

  const keysOnDisk = async () => expectOk(await readProjectFile(realFileSystem, file)).header.keys.vault as VaultKeys;
  const close = async () => void expectOk(await app.call('project.close', { documentId: place.documentId, evenUnsaved: false }));
  const open = async () => {
    app.answers.push(file);
    const { documentId, revision } = expectOk(await app.call('project.choose', {}));
    place = { documentId, baseRevision: revision };
  };
  return {
    app,
    file,
    base,
    kept,
    write,
    close,
    open,
    keysOnDisk,
    recoveryKey,
    /** Somebody rewrites the closed file. */
    handled: async (change: (text: string, keys: VaultKeys) => string) => {
      await close();
      const keys = await keysOnDisk();
      await rewriteWithDigest(file, (text) => change(text, keys));
      await open();
    },
    /** As on a computer that has not seen the file yet: it believes the file. */
    seenFirst: async (standing?: Buffer) => {
      await close();
      await rm(join(app.data, 'memory'), { recursive: true });
      if (standing !== undefined) await writeFile(file, standing);
      await open();
    },
    unlock: async (isKeyAccepted = false, secret: VaultSecret = SECRET) => {
      const reply = await app.call('vault.unlock', { ...base(), secret, isKeyAccepted });
      return reply.ok ? { ok: true as const, value: kept(reply.value) } : reply;
    },
    lock: async () => void expectOk(await app.call('vault.lock', { documentId: place.documentId })),
    /** Sets another key with another passphrase. */
    changeKey: async (secret: VaultSecret, passphrase: string) =>
      kept(expectOk(await app.call('vault.change', { ...base(), secret, passphrase, isNewKey: true }))),
    texts: async () =>
      expectOk(await app.call('vault.notes', { documentId: place.documentId }))
        .notes.map(({ text }) => text)
        .toSorted(),
    mend: async () => kept(expectOk(await app.call('vault.mend', { ...base(), secret: SECRET }))),
    own: async (noteId: string) =>
      kept(expectOk(await app.call('vault.own', { ...base(), record: { table: 'privateNotes', id: noteId } }))),
    remove: async (noteId: string) =>
      kept(expectOk(await app.call('vault.remove', { ...base(), record: { table: 'privateNotes', id: noteId } }))),
    undo: async () => kept(expectOk(await app.call('project.undo', base()))),
    notes: async () => expectOk(await app.call('vault.notes', { documentId: place.documentId })),
  };
}
