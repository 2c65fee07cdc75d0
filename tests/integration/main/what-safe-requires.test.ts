// A2 A8: what must be in the journal before a step is reported safe, whatever fails, recovers, is taken over or removed meanwhile.
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../main/files/file-system.ts';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { type DiskProject, JOURNAL_NAME, projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
const titleOf = (session: ProjectSession) => session.document.accompaniment.sessions[sessionId]?.title;
const journalOf = ({ services }: DiskProject): string => join(services.journalFolder, JOURNAL_NAME);
const stillThere = { isSafeHere: true };
let count = 0;
const step = async (session: ProjectSession, title: string) => expectOk(await session.run(`command-${(count += 1)}`, retitle(title)));

/** The project with a journal that fails while it is told to. */
async function withWeakJournal() {
  const weak = { fails: false };
  const { files } = faultyFiles((call) => (weak.fails && call === 'datasync' ? errno('EIO') : null));
  const project = await projectOnDisk(document, files);
  return { project, weak };
}

describe('a step is called safe', () => {
  it('A2 only with the mark before it that the journal missed while the file was saved', async () => {
    const { project, weak } = await withWeakJournal();
    const { session } = await project.open();
    weak.fails = true;
    await step(session, 'Un');
    await session.save();
    weak.fails = false;
    await step(session, 'Deux');

    const again = await project.open();

    expect(session.saveState).toMatchObject({ where: 'journal', ...stillThere });
    expect([again.recovered, again.setAside, titleOf(again.session)]).toEqual([1, 0, 'Deux']);
  });

  it('A2 never for whoever has been taken over on this computer, displaces nothing of the one who has, and what it noted too late is kept apart', async () => {
    const project = await projectOnDisk(document);
    const first = await project.open();
    await step(first.session, 'D’avant');
    const second = await project.open({ how: 'take-over' }, processNamed({ areOthersGone: false }));
    await step(second.session, 'De celle qui a pris la main');

    await step(first.session, 'Trop tard');
    const third = await project.open();

    expect(first.session.saveState).toMatchObject({ where: 'failing', isSafeHere: false, failure: { code: 'file-lock-lost' } });
    expect(second.recovered).toBe(1);
    const kept = expectOk(await project.services.backups.list('test-file-1')).find(({ reason }) => reason === 'mine');
    expect([titleOf(third.session), third.setAside]).toEqual(['De celle qui a pris la main', 1]);
    expect(
      expectOk(await project.services.backups.read('test-file-1', kept?.fileName ?? '')).document.accompaniment.sessions[sessionId]?.title,
    ).toBe('Trop tard');
  });

  it('A2 when it is taken over between the writing and the flush: whoever takes it over reads it', async () => {
    let takesOver: () => Promise<unknown> = () => Promise.resolve();
    const files: FileSystem = {
      ...realFileSystem,
      open: async (path, flags, mode) => watched(await realFileSystem.open(path, flags, mode), () => takesOver()),
    };
    const project = await projectOnDisk(document, files);
    const first = await project.open();
    await step(first.session, 'D’avant');
    const found: (string | undefined)[] = [];
    takesOver = async () => {
      takesOver = () => Promise.resolve();
      found.push(titleOf((await project.open({ how: 'take-over' }, processNamed({ areOthersGone: false }))).session));
    };

    await step(first.session, 'Entre deux');

    expect([first.session.saveState.isSafeHere, found]).toEqual([true, ['Entre deux']]);
  });

  it('A2 into the file that stands under the name of the journal: a folder that was removed is begun anew, with all that the file lacks', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await rm(project.services.journalFolder, { recursive: true });

    await step(session, 'Deux');
    const again = await project.open();

    expect(session.saveState).toMatchObject(stillThere);
    expect([again.recovered, titleOf(again.session)]).toEqual([2, 'Deux']);
  });

  it('A2 no longer once the file fails and the journal has been removed behind it, until it is noted again', async () => {
    const weak = { isFull: false, isBarred: false };
    const { files } = faultyFiles((call) =>
      weak.isFull && call === 'rename' ? errno('ENOSPC') : weak.isBarred && call === 'mkdir' ? errno('EROFS') : null,
    );
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    await step(session, 'Un');
    await rm(project.services.journalFolder, { recursive: true });
    Object.assign(weak, { isFull: true, isBarred: true });

    const unsafe = await session.save();
    weak.isBarred = false;
    const noted = await session.save();

    expect([unsafe.where, unsafe.isSafeHere, noted.where, noted.isSafeHere]).toEqual(['failing', false, 'failing', true]);
  });

  it('A2 A10 only once what it was made on is kept, so that it can be put together whatever becomes of the file', async () => {
    let isBarred = true;
    const files: FileSystem = {
      ...realFileSystem,
      mkdir: ((path: string, options: { recursive: true }) =>
        isBarred && path.includes('backups')
          ? Promise.reject(errno('ENOSPC'))
          : realFileSystem.mkdir(path, options)) as FileSystem['mkdir'],
    };
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();

    await step(session, 'Un');
    const before = session.saveState;
    isBarred = false;
    await step(session, 'Deux');

    expect([before.where, before.isSafeHere]).toEqual(['failing', false]);
    expect(session.saveState).toMatchObject({ where: 'journal', ...stillThere });
    expect(expectOk(await project.services.backups.list('test-file-1'))).toMatchObject([{ reason: 'opening', revision: 0 }]);
  });
});

describe('what was called safe is found', () => {
  it('A2 A9 in a backup that is kept until it is dismissed, exactly as it was, when the file has become another’s', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await session.save();
    await step(session, 'Deux');
    await rewriteWithDigest(project.path, (text) =>
      text.replace('"territory":"Melun"', '"territory":"Provins"').replace('"title":"Un"', '"title":"Autre"'),
    );

    const again = await project.open();
    const [kept] = expectOk(await project.services.backups.list('test-file-1'));
    const mine = expectOk(await project.services.backups.read('test-file-1', kept?.fileName ?? ''));

    expect([again.recovered, again.setAside, titleOf(again.session)]).toEqual([0, 1, 'Autre']);
    expect([kept?.reason, mine.document]).toEqual(['mine', session.document]);
  });

  it('A2 A9 laid over the file when no backup of what it was made on is left', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await rm(project.services.backups.folderOf('test-file-1'), { recursive: true });
    await rewriteWithDigest(project.path, (text) => text.replace('"territory":"Melun"', '"territory":"Provins"'));

    const again = await project.open();
    const [kept] = expectOk(await project.services.backups.list('test-file-1'));
    const mine = expectOk(await project.services.backups.read('test-file-1', kept?.fileName ?? ''));

    expect([again.setAside, titleOf(again.session)]).toEqual([1, 'Enjeux de chaque structure']);
    expect([mine.document.accompaniment.sessions[sessionId]?.title, mine.document.accompaniment.mission['single']?.territory]).toEqual([
      'Un',
      'Provins',
    ]);
  });

  it('A2 opens nothing over a journal whose steps cannot be kept elsewhere', async () => {
    let isFull = false;
    const { files } = faultyFiles((call) => (isFull && call === 'rename' ? errno('ENOSPC') : null));
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    await step(session, 'Un');
    await rewriteWithDigest(project.path, (text) => text.replace('"territory":"Melun"', '"territory":"Provins"'));
    isFull = true;

    await expect(project.open()).rejects.toThrow(/disk-full/);
    isFull = false;

    expect((await project.open()).setAside).toBe(1);
  });
});

describe('the journal is read strictly', () => {
  it.each([
    '{"kind":"step","step":null}',
    '{"kind":"step","step":{"revision":1,"changes":null}}',
    '{"kind":"saved","revision":-1,"digest":"d"}',
    '{"kind":"held","revision":1e300}',
    '[]',
    '7',
    '{"v":99,"by":"x","kind":"held","revision":0}',
    '{"kind":"step","step":{"revision":1,"kind":"do","of":null,"isAct":false,"at":"2026-04-14T12:32:07.000Z","by":"","label":{"command":"c","table":null,"title":""},"changes":[{"table":"sessions","id":"x","before":null,"after":{"id":"y"}}]}}',
  ])('A14 A2 puts a journal aside whole that holds %s under a right sum, and opens the file', async (line) => {
    const project = await projectOnDisk(document);
    await mkdir(project.services.journalFolder, { recursive: true });
    const { lineOf } = await import('../../../main/journal/journal-lines.ts');
    await writeFile(journalOf(project), lineOf(line));

    const { session, setAside } = await project.open();
    await step(session, 'Un');

    expect([setAside, session.saveState.isSafeHere]).toEqual(['sealed', true]);
    expect((await readdir(project.services.journalFolder)).some((name) => name.startsWith('set-aside-test-file-1~'))).toBe(true);
  });

  it('A2 tells whose journal was put aside by the whole id, not by how it begins', async () => {
    const { setAsideJournals } = await import('../../../main/journal/journal-names.ts');
    const { services } = await projectOnDisk(document);
    await mkdir(services.journalFolder, { recursive: true });
    for (const name of [
      'set-aside-test-file-1~n1.jsonl',
      'set-aside-test-file-1-bis~n2.jsonl',
      'set-aside-test-file-1-0b0e7a3c-1111-4222-8333-944455556666.jsonl',
      'set-aside-test-file-1-bis-0b0e7a3c-1111-4222-8333-944455556666.jsonl',
      'set-aside-test-file-1~n1.jsonl.tierce-tmp',
    ])
      await writeFile(join(services.journalFolder, name), '');

    const found = expectOk(await setAsideJournals(services.files, services.journalFolder, 'test-file-1'));

    expect(found.map((path) => path.slice(services.journalFolder.length + 1)).toSorted()).toEqual([
      'set-aside-test-file-1-0b0e7a3c-1111-4222-8333-944455556666.jsonl',
      'set-aside-test-file-1~n1.jsonl',
    ]);
  });

  it('A2 says in each line who noted it and in which version of the format', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await appendFile(journalOf(project), '');

    const lines = (await readFile(journalOf(project), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line.slice(17)) as { readonly v: number; readonly by: string; readonly kind: string });

    expect(lines.map(({ kind }) => kind)).toEqual(['held', 'saved', 'step']);
    expect(new Set(lines.map(({ v, by }) => `${v} ${by}`)).size).toBe(1);
    expect(lines[0]).toMatchObject({ v: FORMAT_VERSION, by: expect.stringMatching(/^disk-/) as unknown });
  });
});

/** Lets something happen between the write and the flush of the journal. */
function watched(file: Awaited<ReturnType<FileSystem['open']>>, act: () => Promise<unknown>) {
  return new Proxy(file, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (name === 'datasync') await act();
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
