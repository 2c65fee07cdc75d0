// A11 A12: what is written can be read, at every limit; and nothing is accepted that could then not be written.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '@domain/commands/step.ts';
import type { Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { type History, NO_HISTORY, withStep } from '@domain/history/history.ts';
import { expectOk, ok } from '@domain/result.ts';
import { editableTables } from '@domain/schema/commands.ts';
import { plainField } from '@domain/tables/field.ts';
import { fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupFileName, LARGEST_NUMBER, readBackupName } from '../../../main/backups/backup-name.ts';
import { NO_CONTENTS } from '../../../main/files/attached-contents.ts';
import { type FileHeader, LARGEST_FILE_BYTES, LONGEST_SAVED_BY, MOST_REVISION, serialiseProject } from '../../../main/files/envelope.ts';
import { keysSchema } from '../../../main/files/envelope-schema.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { ProjectAdapter } from '../../../main/files/project-adapter.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { entryText, readEntry } from '../../../main/journal/journal-entry.ts';
import { lineOf } from '../../../main/journal/journal-lines.ts';
import { createLock, readLock } from '../../../main/locks/lock-content.ts';
import { newFileKeys, withFilePassphrase, withFileRecovery } from '../../../main/vault/file-keys.ts';
import { FileSealer } from '../../../main/vault/file-sealer.ts';
import { anyCommand, typedFields } from '../../support/arbitraries.ts';
import { countedIds, NOW, testContext } from '../../support/context.ts';
import { documentAfter, firstId, startedDocument, tried } from '../../support/documents.ts';
import { HEADER, JOURNAL_NAME, projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const KEY = Buffer.alloc(32, 7);
const ring = { id: 'ring-000001', slots: [{ kind: 'recovery' as const, salt: 'AAAA', wrapped: 'AAAA' }] };
/** As a profile holds it: one line of at most 200 characters. */
const anyName = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) =>
  text
    .replace(/[\r\n\u2028\u2029\0]/g, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .slice(0, 200),
);
const anyRevision = fc.oneof(fc.nat(1_000), fc.constantFrom(0, MOST_REVISION - 1, MOST_REVISION));

type Made = { readonly document: Document; readonly history: History; readonly steps: readonly Step[] };

/** Whatever commands make of an accompaniment, with the steps that the journal would hold. */
function madeBy(seeds: readonly number[], by: string): Made {
  const newId = countedIds();
  const context = { ...testContext(newId), by };
  let made: Made = { document: startedDocument({}, context), history: NO_HISTORY, steps: [] };
  for (const seed of seeds) {
    const [command] = fc.sample(anyCommand(made.document), { seed, numRuns: 1 });
    const done = command === undefined ? null : tried(made.document, command, context);
    if (command === undefined || done === null || !done.ok || done.value.changes.length === 0) continue;
    const label = { command: command.name, table: done.value.changes[0]?.table ?? null, title: '' };
    const step: Step = {
      revision: made.steps.length + 1,
      kind: 'do',
      of: null,
      isAct: false,
      at: NOW,
      by,
      label,
      changes: done.value.changes,
    };
    made = { document: done.value.document, history: withStep(made.history, step), steps: [...made.steps, step] };
  }
  return made;
}

describe('what commands can make', () => {
  it('A12 A1 is written and read back equal, plain and sealed, with its history, at any revision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 12 }), anyName, anyRevision, fc.boolean(), async (seeds, by, revision, isSealed) => {
        const { document, history } = madeBy(seeds, by);
        const header: FileHeader = { ...HEADER, revision, savedBy: by, keys: { file: isSealed ? ring : null, vault: null } };
        const sealed = isSealed ? new FileSealer(header.fileId, KEY) : null;

        const bytes = serialiseProject({ header, document, history, contents: NO_CONTENTS }, sealed);
        const read = expectOk(await parseProject(bytes, { name: 'x', keyOf: () => Promise.resolve({ ok: true, value: KEY }) }));

        expect([read.header, read.document, read.history.entries]).toEqual([header, document, history.entries]);
      }),
      { numRuns: 60 },
    );
  });

  it('A11 A14 is read from the journal as it was noted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), anyName, (seeds, by) => {
        for (const step of madeBy(seeds, by).steps)
          expect(readEntry(entryText({ kind: 'step', step }, 'holder'))).toEqual({ kind: 'step', step, token: 'holder' });
      }),
      { numRuns: 60 },
    );
    for (const mark of [
      { kind: 'saving', revision: MOST_REVISION, digest: 'a'.repeat(64) },
      { kind: 'saved', revision: 0, digest: 'f'.repeat(64) },
    ] as const)
      expect(readEntry(entryText(mark, 't'))).toEqual({ ...mark, token: 't' });
    expect(readEntry(entryText({ kind: 'held', revision: MOST_REVISION }, 't'))).toEqual({
      kind: 'held',
      revision: MOST_REVISION,
      token: 't',
    });
  });

  it('A12 takes in each table no more than can be read, and all of that', async () => {
    const document = startedDocument();
    const filled: TableName[] = [];
    for (const table of editableTables('free').filter((each) => tablesOfKind('accompaniment').includes(each))) {
      const texts = fieldEntries(table).flatMap(([name, field]) => {
        const plain = plainField(field);
        return plain.kind === 'text' ? [[name, plain.max] as const] : [];
      });
      const tries = fc.sample(typedFields(table, document, true), { seed: 11, numRuns: 12 }).map((fields) =>
        [0, 1].map((more) => {
          const longest = Object.fromEntries(texts.map(([name, max]) => [name, 'é'.repeat(max + more)]));
          return tried(document, { name: 'record.create', args: { table, fields: { ...fields, ...longest } } }, testContext());
        }),
      );
      expect(texts.length === 0 || tries.every(([, beyond]) => beyond?.ok === false)).toBe(true);
      const full = tries.find(([first]) => first?.ok === true)?.[0];
      if (full?.ok !== true) continue; // it needs records that an accompaniment does not have at its start
      filled.push(table);

      const read = await parseProject(serialiseProject({ header: HEADER, document: full.value.document }, null), { name: 'x' });

      expect(expectOk(read).document).toEqual(full.value.document);
    }
    expect(filled.length).toBeGreaterThan(10);
  });
});

describe('what else is written', () => {
  it('A12 E1 keys stay within what is read, however often a passphrase or a recovery key is replaced', async () => {
    let keys = expectOk(await newFileKeys('ring-000001', 'châtaigne lente sous abri'));
    for (let count = 0; count < 2; count += 1)
      keys = withFileRecovery(expectOk(await withFilePassphrase(keys, `châtaigne lente sous abri ${count}`)));

    expect(keys.ring.slots).toHaveLength(2);
    expect(keysSchema.safeParse({ file: keys.ring, vault: null }).success).toBe(true);
  });

  it('A8 A14 a lock says who holds the file, whatever they are called', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.string({ unit: 'grapheme', maxLength: 60 }), async (person, machine) => {
        const path = join(await temporaryFolder(), 'lock');
        const running = processNamed({ machine: machine.replace(/\p{Surrogate}/gu, '') });
        const held = { token: 't', process: running.self, instance: running.instance, person, since: NOW };
        await createLock(realFileSystem, path, held);

        expect(await readLock(realFileSystem, path)).toEqual(held);
      }),
      { numRuns: 30 },
    );
  });

  it('A4 A12 the name of a backup says what it was made of, up to the last revision', () => {
    const name = {
      sequence: LARGEST_NUMBER,
      takenAt: NOW,
      revision: MOST_REVISION,
      reason: 'interval',
      runDay: LARGEST_NUMBER,
      digest: 'abcdef0123456789',
    } as const;

    expect(readBackupName(backupFileName(name))).toEqual(name);
  });
});

describe('a file at its last revision', () => {
  const document = startedDocument();
  const rename = (title: string) =>
    ({ name: 'record.update', args: { table: 'sessions', id: firstId(document.accompaniment.sessions), fields: { title } } }) as const;
  const at = async (revision: number) => {
    const project = await projectOnDisk(document);
    await writeFile(project.path, serialiseProject({ header: { ...HEADER, revision }, document }, null));
    return project;
  };
  const wordsOf = (failure: Failure) => (['fr', 'en'] as const).map((locale) => failureText(catalogueOf(locale).failures, failure));

  it('A12 takes the step that leads there and no other, says why, loses nothing, and opens again', async () => {
    const project = await at(MOST_REVISION - 1);
    const { session } = await project.open();
    expectOk(await session.run('c-1', rename('Le dernier')));
    const state = await session.save();

    const refused = [await session.run('c-2', rename('Un de trop')), await session.undo('c-3')];
    const kept = await session.keepBackup('restore');
    const closed = await session.close(false);
    const again = await project.open();

    expect([state.where, closed.ok, kept.ok, refused.map(({ ok }) => ok)]).toEqual(['file', true, true, [false, false]]);
    for (const reply of refused)
      expect(reply.ok ? [] : wordsOf(reply.failure)).toEqual([
        expect.stringMatching(/rien changé|rien n’y a été changé/i),
        expect.stringMatching(/changed nothing|nothing in it was changed/i),
      ]);
    expect([
      again.recovered,
      again.setAside,
      again.session.revision,
      again.session.document.accompaniment.sessions[firstId(document.accompaniment.sessions)]?.title,
    ]).toEqual([0, 0, MOST_REVISION, 'Le dernier']);
    expect(expectOk(await project.services.backups.list(HEADER.fileId)).map(({ revision }) => revision)).toEqual([
      MOST_REVISION,
      MOST_REVISION - 1,
    ]);
  });

  it('A12 is the last one that is read', async () => {
    const bytes = serialiseProject({ header: { ...HEADER, revision: MOST_REVISION + 1 }, document }, null);

    expect(await parseProject(bytes, { name: 'x' })).toMatchObject({ failure: { code: 'file-damaged', where: 'revision' } });
  });

  it.each([
    [LONGEST_SAVED_BY, 1],
    [LONGEST_SAVED_BY + 1, 0],
  ])('A11 A12 brings back from the journal what the file can hold, and no more: a name of %i characters', async (longest, recovered) => {
    const project = await projectOnDisk(document);
    const first = await project.open();
    expectOk(await first.session.run('c-1', rename('Un')));
    await first.session.save();
    await first.session.close(false);
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    const token = readEntry((await readFile(journal, 'utf8')).trim().split('\n').at(-1)?.slice(17) ?? '')?.token ?? null;
    const id = firstId(document.accompaniment.sessions);
    const before = first.session.document.accompaniment.sessions[id] ?? null;
    const after = documentAfter([rename('Deux')], first.session.document).accompaniment.sessions[id] ?? null;
    const step = {
      revision: 2,
      kind: 'do',
      of: null,
      isAct: false,
      at: NOW,
      by: 'x'.repeat(longest),
      label: { command: 'record.update', table: 'sessions', title: '' },
      changes: [{ table: 'sessions', id, before, after }],
    } as const;
    await writeFile(journal, lineOf(entryText({ kind: 'step', step, token }, '')), { flag: 'a' });

    const again = await project.open();
    const state = await again.session.save();
    await again.session.close(false);
    const third = await project.open();

    expect([again.recovered, state.where, third.session.revision]).toEqual([recovered, 'file', 1 + recovered]);
  });
});

describe('a file that would be larger than any that is read', () => {
  it('A12 A3 is not written: what it held before stands, and it is written again once something was taken out', async () => {
    const { path, services } = await projectOnDisk();
    const before = await readFile(path);
    const { header, document, history, digest } = expectOk(await readProjectFile(services.files, path, undefined, services.backups.stored));
    const confirmed: number[] = [];
    const adapter = new ProjectAdapter(services.files, {
      path,
      newId: countedIds(),
      sealer: null,
      standing: { digest, revision: header.revision },
      beforeReplacing: () => Promise.resolve(ok(null)),
      lost: () => Promise.resolve(null),
      announce: () => Promise.resolve(),
      confirm: ({ revision }) => Promise.resolve(void confirmed.push(revision)),
      follow: () => Promise.resolve(null),
    });
    const record = expectOk(
      tried(
        document,
        { name: 'record.create', args: { table: 'sessions', fields: { title: 'Autre', date: '2026-04-14' } } },
        testContext(),
      ),
    ).document;
    const sha256 = 'a'.repeat(64);
    const attached = { id: 'attached-1', name: 'film.mov', sha256, sessionId: null, note: '', addedAt: NOW, level: null };
    const grown: Document = { ...record, accompaniment: { ...record.accompaniment, attachments: { 'attached-1': attached } } };
    const contents = new Map([[sha256, { bytes: 0, encoded: Buffer.alloc(LARGEST_FILE_BYTES, 'A'), name: sha256, isSealed: false }]]);

    await expect(adapter.write({ header: { ...header, revision: 1 }, document: grown, history, contents })).rejects.toMatchObject({
      failure: { code: 'file-outgrown', name: 'mission.tierce', maximum: LARGEST_FILE_BYTES },
    });
    expect((await readFile(path)).equals(before)).toBe(true);
    await adapter.write({ header: { ...header, revision: 2 }, document: record, history, contents });
    expect(confirmed).toEqual([2]);
    expect((await readFile(path)).equals(before)).toBe(false);
  });
});
