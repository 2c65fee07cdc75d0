// A8 A9 A10: the open projects, each under the id that the window knows it by.
import { emptyDocument } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import {
  attach,
  BACKUPS,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  office,
  PATH,
  retitle,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { startedDocument } from '../../../support/documents.ts';
import { errno } from '../../../support/worlds.ts';

async function opened() {
  const world = office();
  await world.write();
  const process = world.processOf();
  const project = expectOk(await process.open());
  const { documentId } = project;
  const run = async (commandId: string, title: string) =>
    process.projects.applied(documentId, await process.projects.session(documentId).run(commandId, retitle(title)));
  return { ...world, ...process, project, documentId, run };
}

describe('opening', () => {
  it('A1 shows the whole of a file, without its sealed records', async () => {
    const { project } = await opened();

    expect(project).toMatchObject({
      isExample: false,
      hasOtherNames: false,
      recovery: { recovered: 0, setAside: 0 },
      readOnly: null,
      isRemovable: false,
      fileName: 'mission.tierce',
      folderName: 'library',
      revision: 0,
      saveState: { where: 'file' },
      undo: { undo: null, redo: null },
    });
    expect(Object.keys(project.document)).toEqual(['kind', 'accompaniment', 'desk']);
  });

  it('A8 shows again what is open already, also as an example, and opens a second file beside it', async () => {
    const { projects, write, documentId } = await opened();
    const again = expectOk(await projects.open(PATH));
    await write({ path: '/library/second.tierce', header: { fileId: 'test-file-2' } });
    const second = expectOk(await projects.open('/library/second.tierce', { isExample: true }));

    expect([again.documentId, again.isExample, second.documentId === documentId, second.isExample]).toEqual([
      documentId,
      false,
      false,
      true,
    ]);
    expect(projects.current()).toMatchObject({ value: { documentId: second.documentId } });
    expect([
      projects.sessionAt(PATH)?.fileName,
      projects.sessionAt('/library/second.tierce')?.fileName,
      projects.sessionAt('/library/none'),
    ]).toEqual(['mission.tierce', 'second.tierce', null]);
  });

  it('A8 opens a file to be worked on that is only being looked at', async () => {
    const { projects, documentId } = await opened();
    expectOk(await projects.close(documentId, false));
    const looked = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }));
    const before = projects.sessionAt(PATH);
    const work = expectOk(await projects.open(PATH));

    expect([looked.readOnly, before, work.readOnly, work.documentId === looked.documentId]).toEqual([{ why: 'locked' }, null, null, false]);
  });

  it('A10 shows a file read-only to which nobody may write', async () => {
    const world = office();
    await world.write();
    failing(world.trouble, 'access', (path) => path === PATH, 'EACCES');
    const { projects } = world.processOf();

    expect(expectOk(await projects.open(PATH)).readOnly).toEqual({ why: 'protected' });
  });

  it('A1 opens no personal file as an accompaniment, and lets go of it at once', async () => {
    const world = office();
    await world.write({ document: emptyDocument('person') });
    const { projects } = world.processOf();
    const wrong = { ok: false, failure: { code: 'file-wrong-kind', name: 'mission.tierce' } };

    expect(await projects.open(PATH)).toEqual(wrong);
    expect(await projects.look({ path: PATH, from: PATH }, { why: 'locked' })).toEqual(wrong);
    expect([projects.current(), await world.well.readdir(FOLDER)]).toEqual([null, ['mission.tierce']]);
  });

  it('A3 says when a file has other names, under which the old content stays', async () => {
    const world = office();
    await world.write();
    await world.well.link(PATH, '/library/other.tierce');
    const { projects } = world.processOf();
    const linked = expectOk(await projects.open(PATH));
    expectOk(await projects.close(linked.documentId, false));
    let stats = 0;
    world.trouble.before = (call, path) => {
      if (call === 'realpath') stats = 0;
      return call === 'stat' && path === PATH && (stats += 1) > 2 ? Promise.reject(errno('EIO')) : undefined;
    };

    const untold = await projects.open(PATH);

    expect([linked.hasOtherNames, untold.ok && untold.value.hasOtherNames]).toEqual([true, false]);
  });

  it('A2 says what was brought back, and how much was put aside', async () => {
    const { run, processOf, write } = await opened();
    expectOk(await run('c-1', 'Un'));
    const recovered = expectOk(await processOf().open());
    expectOk(await run('c-2', 'Deux'));
    await write({ header: { revision: 40, savedBy: 'Paul' } });

    expect(recovered.recovery).toEqual({ recovered: 1, setAside: 0 });
    expect(expectOk(await processOf().open()).recovery).toEqual({ recovered: 0, setAside: 2 });
  });

  it('A10 makes a new file, unless its name is taken', async () => {
    const { projects, told, well: disk, documentId } = await opened();
    expectOk(await projects.close(documentId, false));
    const made = expectOk(await projects.create('/library/new.tierce', startedDocument()));
    const taken = await projects.create(PATH, startedDocument());

    expect(made).toMatchObject({
      fileName: 'new.tierce',
      isExample: false,
      hasOtherNames: false,
      recovery: { recovered: 0, setAside: 0 },
    });
    expect(taken).toMatchObject({ failure: { code: 'file-exists' } });
    expect(told.at(-1)).toMatchObject({ fileName: 'mission.tierce', state: { where: 'failing' } });
    expect(told.filter(({ documentId }) => documentId === made.documentId)).toMatchObject([
      { fileName: 'new.tierce', state: { where: 'file' } },
    ]);
    expect(await disk.readdir(FOLDER)).toContain('new.tierce');
  });
});

describe('messages about open files', () => {
  it('A9 K1 are refused when they speak of none, or were made on what is past, unless they are asked again', async () => {
    const { projects, documentId, run } = await opened();
    const message = { documentId, commandId: 'c-1', baseRevision: 0 };
    const before = projects.admit(message);
    expectOk(await run('c-1', 'Un'));

    expect([before, projects.admit(message)]).toEqual([null, null]);
    expect(projects.admit({ ...message, commandId: 'c-2' })).toEqual({ code: 'stale', revision: 1 });
    expect(projects.admit({ documentId, commandId: null, baseRevision: 0 })).toBeNull();
    expect(projects.admit({ documentId, commandId: 'c-2', baseRevision: null })).toBeNull();
    expect(projects.admit({ ...message, documentId: 'none' })).toEqual({ code: 'document-unknown' });
    expect([projects.isOpen(documentId), projects.isOpen('none')]).toEqual([true, false]);
    expect(() => projects.session('none')).toThrow('No such open document');
    expect(() => projects.view('none')).toThrow('No such open document');
  });

  it('A2 A6 are answered with what changed, what can be undone, and the truth about saving', async () => {
    const { run, projects, documentId, told } = await opened();
    const applied = expectOk(await run('c-1', 'Un'));
    const refused = projects.applied(documentId, { ok: false, failure: { code: 'nothing-to-undo' } });

    expect(applied).toMatchObject({
      revision: 1,
      changes: [{ table: 'sessions', after: { title: 'Un' } }],
      undo: { undo: { command: 'record.update' }, redo: null },
      saveState: { where: 'journal' },
    });
    expect(refused).toEqual({ ok: false, failure: { code: 'nothing-to-undo' } });
    expect(projects.view(documentId)).toMatchObject({ documentId, revision: 1 });
    expect(told.map(({ documentId: id, state, fileName }) => [id === documentId, state.where, fileName])).toEqual([
      [true, 'pending', 'mission.tierce'],
      [true, 'journal', 'mission.tierce'],
    ]);
  });

  it('E1 leave sealed records out', async () => {
    const { projects, documentId } = await opened();
    const record = { id: 'note-1', boxed: '' } as never;
    const reply = {
      revision: 1,
      label: { command: 'x', table: null, title: '' },
      changes: [
        { table: 'privateNotes', id: 'note-1', before: null, after: record },
        { table: 'sessions', id: 't', before: record, after: null },
      ],
    } as const;

    expect(expectOk(projects.applied(documentId, { ok: true, value: reply })).changes).toMatchObject([{ table: 'sessions' }]);
  });
});

describe('going on in a copy', () => {
  it('A9 keeps the same id of the window, tells of the copy from then on, and leaves the file as it stands', async () => {
    const { projects, documentId, run, told, closed, read, well: disk } = await opened();
    expectOk(await run('c-1', 'Un'));
    told.length = 0;
    const copy = expectOk(await projects.continueIn(documentId, '/library/copy.tierce'));
    const before = told.length;
    expectOk(await run('c-2', 'Deux'));

    expect([copy.documentId, copy.fileName, before]).toEqual([documentId, 'copy.tierce', 0]);
    expect(told.map(({ documentId: id, fileName }) => [id, fileName])).toEqual([
      [documentId, 'copy.tierce'],
      [documentId, 'copy.tierce'],
    ]);
    expect([closed, projects.sessionAt(PATH)]).toEqual([[documentId], null]);
    const [original, made] = [await read(), await read('/library/copy.tierce')];
    expect([titleIn(original.document), titleIn(made.document), made.header.copyOf]).toEqual([
      'Enjeux de chaque structure',
      'Un',
      original.header.fileId,
    ]);
    expect((await disk.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside-'))).toHaveLength(1);
  });

  it('A9 A10 goes on where it was when the copy cannot be written, or the journal not put aside, and leaves no copy then', async () => {
    const { projects, documentId, run, trouble, well: disk } = await opened();
    expectOk(await run('c-1', 'Un'));
    await disk.writeFile('/library/copying.tierce', 'somebody’s');
    failing(trouble, 'open', (path) => path.startsWith('/library/') && path.includes('copy.tierce'));
    const unwritten = await projects.continueIn(documentId, '/library/copy.tierce');
    failing(trouble, 'rename', (path) => path === JOURNAL);
    const unset = await projects.continueIn(documentId, '/library/copy.tierce');
    well(trouble);

    expect([unwritten, unset]).toMatchObject([{ failure: { code: 'disk-failure' } }, { failure: { code: 'disk-failure' } }]);
    expect((await disk.readdir(FOLDER)).filter((name) => name.endsWith('.tierce'))).toEqual(['copying.tierce', 'mission.tierce']);
    expect(expectOk(await run('c-2', 'Deux')).saveState.isSafeHere).toBe(true);
    expect(projects.session(documentId).fileName).toBe('mission.tierce');
  });
});

describe('taking what stands on the disk', () => {
  it('A9 shows the content of the other hand, under the same id', async () => {
    const { projects, documentId, run, write, told, closed } = await opened();
    expectOk(await run('c-1', 'Un'));
    await write({ header: { revision: 7, savedBy: 'Paul' } });
    const anew = expectOk(await projects.readAnew(documentId));
    told.length = 0;
    expectOk(await run('c-2', 'Deux'));

    expect([anew.documentId, anew.revision, titleIn(anew.document), closed]).toEqual([
      documentId,
      7,
      'Enjeux de chaque structure',
      [documentId],
    ]);
    expect(told[0]).toMatchObject({ documentId, fileName: 'mission.tierce' });
  });

  it('A9 stays as it is while the journal cannot be put aside, and is closed when nothing can be read any more', async () => {
    const { projects, documentId, run, trouble, closed, well: disk } = await opened();
    expectOk(await run('c-1', 'Un'));
    failing(trouble, 'rename', (path) => path === JOURNAL);
    const unset = await projects.readAnew(documentId);
    const [isStillOpen, toldBefore] = [projects.isOpen(documentId), closed.length];
    well(trouble);
    await disk.writeFile(PATH, 'noise');
    const unread = await projects.readAnew(documentId);

    expect([unset, unread]).toMatchObject([{ failure: { code: 'disk-failure' } }, { failure: { code: 'file-not-tierce' } }]);
    expect([isStillOpen, toldBefore, projects.isOpen(documentId), closed]).toEqual([true, 0, false, [documentId]]);
  });
});

describe('closing', () => {
  it('A2 writes what is open and lets it go, and says so', async () => {
    const { projects, documentId, run, read, closed, well: disk } = await opened();
    expectOk(await run('c-1', 'Un'));
    expect(expectOk(await projects.close(documentId, false))).toBeNull();

    expect([projects.isOpen(documentId), closed, titleIn((await read()).document), projects.current()]).toEqual([
      false,
      [documentId],
      'Un',
      null,
    ]);
    expect(await disk.readdir(FOLDER)).toEqual(['mission.tierce']);
    expect(await projects.closeAll(false)).toEqual({ ok: true, value: null });
  });

  it('A10 keeps open what would be lost, and lets go of what the journal holds when asked to', async () => {
    const { projects, documentId, run, trouble, closed } = await opened();
    expectOk(await run('c-0', 'Zéro'));
    const safe = projects.areSafeHere;
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const unwritten = await projects.closeAll(false);
    trouble.before = (call, path) =>
      (call === 'rename' && path.startsWith(FOLDER)) || path.startsWith(JOURNALS) ? Promise.reject(errno('EIO')) : undefined;
    expectOk(await run('c-1', 'Un'));
    const lost = await projects.closeAll(true);
    const unsafe = projects.areSafeHere;
    well(trouble);

    expect([unwritten, lost]).toMatchObject([{ failure: { code: 'disk-failure' } }, { failure: { code: 'disk-failure' } }]);
    expect([safe, unsafe, projects.isOpen(documentId), closed]).toEqual([true, false, true, []]);
    expect(await projects.closeAll(true)).toEqual({ ok: true, value: null });
  });

  it('A10 lets go of every other one, also of one whose file cannot be written', async () => {
    const { projects, documentId, run, write, trouble } = await opened();
    expectOk(await run('c-1', 'Un'));
    await write({ path: '/library/second.tierce', header: { fileId: 'test-file-2' } });
    const second = expectOk(await projects.open('/library/second.tierce'));
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    await projects.closeOthers(second.documentId);

    expect([projects.isOpen(documentId), projects.isOpen(second.documentId)]).toEqual([false, true]);
  });
});

it('A5 A4 what is looked at stands before its file, and leaves it open', async () => {
  const { projects, documentId, run, services, well: disk } = await opened();
  await attach(projects.session(documentId));
  expectOk(await run('c-1', 'Un'));
  await projects.session(documentId).save();
  const [backup = ''] = (await disk.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));
  const looked = expectOk(
    await projects.look(
      { path: PATH, from: services.backups.pathOf('test-file-1', backup) ?? '' },
      { why: 'backup', takenAt: services.context().now, of: documentId },
    ),
  );

  expect([looked.fileName, looked.revision, projects.isOpen(documentId)]).toEqual(['mission.tierce', 0, true]);
  expect(projects.current()).toMatchObject({ value: { documentId: looked.documentId } });
  expect(await projects.session(looked.documentId).run('c-2', retitle('Deux'))).toMatchObject({
    failure: { code: 'file-read-only', name: 'mission.tierce' },
  });
});
