// A2: what a journal keeps, and what it leaves out.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyChanges, type Change, type Document } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { addDays } from '@domain/time/calendar.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { sealedLines } from '../../../main/journal/sealed-lines.ts';
import { NOW, TODAY } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { JOURNAL_NAME, projectOnDisk } from '../../support/projects.ts';
import { faultyFiles, temporaryFolder } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const kindId = firstId(document.accompaniment.kinds);

describe('a journal', () => {
  it('A2 A10 keeps every step that no file has, however long the journal has grown', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    for (let count = 1; count <= 450; count += 1)
      expectOk(
        await session.run(`c-${count}`, {
          name: 'record.update',
          args: { table: 'sessions', id: sessionId, fields: { account: `${count} ${'mot '.repeat(1500)}` } },
        }),
      );
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    const long = (await readFile(journal)).byteLength;

    const again = await project.open(); // rewrites a journal of that length
    const third = await project.open();

    expect(long).toBeGreaterThan(4 * 1024 * 1024);
    expect([again.recovered, third.recovered, third.setAside]).toEqual([450, 450, 0]);
    expect(third.session.document.accompaniment.sessions[sessionId]?.account).toMatch(/^450 /);
  });

  it('L2 A2 takes as many calls of the disk and as many bytes for an entry in a full file as in one that has just begun', async () => {
    const entries = Array.from({ length: 5_000 }, (_, index): Change => ({
      table: 'timeEntries',
      id: `entry-${index}`,
      before: null,
      after: {
        id: `entry-${index}`,
        date: addDays(TODAY, index % 300),
        minutes: 1,
        kindId,
        envelopeId: null,
        phaseId: null,
        sessionId: null,
        personId: null,
        status: 'planned',
        note: '',
        justification: '',
        enteredAt: NOW,
      },
    }));
    const costOf = async (begun: Document) => {
      const { files, calls } = faultyFiles(() => null);
      const project = await projectOnDisk(begun, files);
      const { session } = await project.open();
      const sizeOf = async () =>
        (await readFile(join(project.services.journalFolder, JOURNAL_NAME)).catch(() => Buffer.alloc(0))).byteLength;
      const [size, count] = [await sizeOf(), calls.length];
      expectOk(
        await session.run('c-1', { name: 'record.create', args: { table: 'timeEntries', fields: { date: TODAY, minutes: 1, kindId } } }),
      );
      // the journal and the first backup are written side by side
      return { bytes: (await sizeOf()) - size, calls: calls.slice(count).toSorted() };
    };

    const [full, begun] = [await costOf(applyChanges(document, entries)), await costOf(document)];

    expect(begun.calls).not.toEqual([]);
    expect(full).toEqual(begun);
  });

  it('A2 leaves out a line of the journal whose letters are no longer those that were written', async () => {
    const path = join(await temporaryFolder(), JOURNAL_NAME);
    const mark = { kind: 'saved' as const, revision: 1, digest: 'd'.repeat(64), token: '' };
    const journal = new Journal(realFileSystem, path);
    expectOk(await journal.append([mark, { ...mark, revision: 2 }]));
    await writeFile(path, (await readFile(path, 'utf8')).replace('"revision":2', '"revision":3'));

    expect(expectOk(await journal.read())).toEqual([mark]);
    await journal.close();
  });

  it('A2 A12 leaves out lines that are still under a seal which has been taken off, and reads the others', async () => {
    const path = join(await temporaryFolder(), JOURNAL_NAME);
    const mark = { kind: 'saved' as const, revision: 1, digest: 'd'.repeat(64), token: '' };
    const sealed = new Journal(realFileSystem, path, sealedLines('test-file-1', Buffer.alloc(32, 7)));
    expectOk(await sealed.append([mark]));
    await sealed.close();
    const plain = new Journal(realFileSystem, path);
    expectOk(await plain.append([{ ...mark, revision: 2 }]));

    expect(expectOk(await plain.read())).toEqual([{ ...mark, revision: 2 }]);
    await plain.close();
  });

  it('A2 A12 keeps lines under another seal as they are when the others are brought under a new one', async () => {
    const path = join(await temporaryFolder(), JOURNAL_NAME);
    const mark = { kind: 'saved' as const, revision: 1, digest: 'd'.repeat(64), token: '' };
    const [first, second] = [sealedLines('test-file-1', Buffer.alloc(32, 7)), sealedLines('test-file-1', Buffer.alloc(32, 8))];
    const before = new Journal(realFileSystem, path, first);
    expectOk(await before.append([mark]));
    await before.close();
    const plain = new Journal(realFileSystem, path);
    expectOk(await plain.append([{ ...mark, revision: 2 }]));

    expectOk(await plain.recode(second, 'n-1'));

    expect(expectOk(await new Journal(realFileSystem, path, second).read())).toEqual([{ ...mark, revision: 2 }]);
    expect(expectOk(await new Journal(realFileSystem, path, first).read())).toEqual([mark]);
    await plain.close();
  });
});
