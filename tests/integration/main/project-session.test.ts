// A2, A6, A10: what a session reports about saving, what a crash leaves, what can be undone after a restart.
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import { ROADS } from '@domain/guards/advance.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { passphraseSlot } from '../../../main/vault/key-slots.ts';
import { FileSealer } from '../../../main/vault/file-sealer.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { createSession } from '../../../main/project/make-session.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { TODAY } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { HEADER, JOURNAL_NAME, projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
const titleIn = async (path: string) =>
  expectOk(await readProjectFile(realFileSystem, path)).document.accompaniment.sessions[sessionId]?.title;

describe('saving', () => {
  it('A2 says journal once the step is flushed, and file once the file is written', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();

    expectOk(await session.run('c-1', retitle('Un')));
    const afterStep = session.saveState.where;
    const journal = await readFile(join(project.services.journalFolder, JOURNAL_NAME), 'utf8');
    project.fire();
    await session.save();

    expect([afterStep, session.saveState.where]).toEqual(['journal', 'file']);
    expect(journal).toContain('"Un"');
    expect(project.states.map((state) => state.where)).toEqual(['pending', 'journal', 'file']);
    expect(await titleIn(project.path)).toBe('Un');
  });

  it('A2 writes by itself after a pause, without being asked', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));

    expect(project.fire()).toBeGreaterThan(0);
    await session.save();

    expect(await titleIn(project.path)).toBe('Un');
  });

  it('A1 opening and closing a file leaves its bytes as they were', async () => {
    const project = await projectOnDisk(document);
    const before = await readFile(project.path);

    const { session } = await project.open();
    await session.close(false);

    expect((await readFile(project.path)).equals(before)).toBe(true);
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])(
    'A10 goes on working when the file cannot be written (%s), says so, and writes it back when it can',
    async (code) => {
      let isBroken = false;
      const { files } = faultyFiles((call) => (isBroken && call === 'rename' ? errno(code) : null));
      const project = await projectOnDisk(document, files);
      const { session } = await project.open();
      isBroken = true;

      expectOk(await session.run('c-1', retitle('Un')));
      const failing = await session.save();
      expectOk(await session.run('c-2', retitle('Deux')));
      const stillFailing = session.saveState.where;
      isBroken = false;
      const healed = await session.save();

      expect([failing.where, stillFailing, healed.where]).toEqual(['failing', 'failing', 'file']);
      expect(failing.failure?.code).toMatch(/^disk-/);
      expect(await titleIn(project.path)).toBe('Deux');
    },
  );

  it('A2 never says safe when the journal itself cannot be flushed', async () => {
    let isBroken = false;
    const { files } = faultyFiles((call) => (isBroken && call === 'datasync' ? errno('EIO') : null));
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    isBroken = true;

    expectOk(await session.run('c-1', retitle('Un')));

    expect(session.saveState).toMatchObject({ where: 'failing', failure: { code: 'disk-failure' } });
    expect(project.states.map((state) => state.where)).toEqual(['pending', 'failing']);
  });

  it('A2 gives the journal later what it could not take, once and only once', async () => {
    let isBroken = false;
    const { files } = faultyFiles((call) => (isBroken && call === 'datasync' ? errno('ENOSPC') : null));
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    isBroken = true;
    expectOk(await session.run('c-1', retitle('Un')));
    const whileBroken = session.isSafeHere;
    isBroken = false;
    expectOk(await session.run('c-2', retitle('Deux')));

    const again = await project.open();

    expect([whileBroken, session.isSafeHere, session.saveState.isSafeHere]).toEqual([false, true, true]);
    expect(project.states.map((state) => state.isSafeHere)).toEqual([false, false, false, true]);
    expect([again.recovered, again.setAside, again.session.document.accompaniment.sessions[sessionId]?.title]).toEqual([2, 0, 'Deux']);
  });

  it('A3 saves again after a folder that could not be flushed, without taking its own bytes for another hand’s', async () => {
    let syncs = 0;
    const { files } = faultyFiles((call) => (call === 'sync' && (syncs += 1) === 2 ? errno('EIO') : null));
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    expectOk(await session.run('c-0', retitle('Zéro')));
    await session.save(); // the backup of the opening has its own flushes
    syncs = 0;
    expectOk(await session.run('c-1', retitle('Un')));

    expect((await session.save()).where).toBe('failing');
    expect(await session.save()).toMatchObject({ where: 'file', failure: null });
  });

  it('A9 never writes over a file that another hand has changed, and keeps every step in the journal', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await rewriteWithDigest(project.path, (text) => text.replace('"territory":"Melun"', '"territory":"Provins"'));
    const theirs = await readFile(project.path);

    expectOk(await session.run('c-1', retitle('Un')));
    const state = await session.save();

    expect(state).toMatchObject({ where: 'failing', failure: { code: 'file-changed-underneath' } });
    expect((await readFile(project.path)).equals(theirs)).toBe(true);
    expect(await session.close(false)).toMatchObject({ failure: { code: 'file-changed-underneath' } });
    await session.close(true);
    const again = await project.open();
    expect([again.recovered, again.setAside]).toEqual([0, 1]);
    expect((await readdir(project.services.journalFolder)).some((name) => name.startsWith('set-aside-'))).toBe(true);
  });

  it('A10 writes a file anew when it has been removed underneath', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await rm(project.path);

    expectOk(await session.run('c-1', retitle('Un')));

    expect((await session.save()).where).toBe('file');
    expect(await titleIn(project.path)).toBe('Un');
  });

  it('A3 never creates a file over one that is there', async () => {
    const project = await projectOnDisk(document);
    const before = await readFile(project.path);

    expect(await createSession(project.services, project.path, document, () => undefined)).toMatchObject({
      ok: false,
      failure: { code: 'file-exists' },
    });
    expect((await readFile(project.path)).equals(before)).toBe(true);
  });
});

describe('after a crash', () => {
  it('A2 brings back what the journal holds and the file does not', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    await session.save();
    expectOk(await session.run('c-2', retitle('Deux')));
    expectOk(await session.run('c-3', retitle('Trois')));

    const again = await project.open();

    expect([again.recovered, again.setAside]).toEqual([2, 0]);
    expect(again.session.document.accompaniment.sessions[sessionId]?.title).toBe('Trois');
    expect(again.session.saveState.where).toBe('journal');
    await again.session.save();
    expect(await titleIn(project.path)).toBe('Trois');
    expect(ROADS).toContain('recovery');
  });

  it('A2 takes a torn last line for what it is and keeps everything before it', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    await appendFile(journal, '0123456789abcdef {"kind":"step","step":{"revis');

    const again = await project.open();
    expectOk(await again.session.run('c-2', retitle('Deux')));
    const third = await project.open();

    expect(again.recovered).toBe(1);
    expect(third.session.document.accompaniment.sessions[sessionId]?.title).toBe('Deux');
  });

  it('A2 replays nothing into an older copy that somebody put back on purpose', async () => {
    const project = await projectOnDisk(document);
    const old = await readFile(project.path);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    await session.save();
    await session.close(false);
    await writeFile(project.path, old);

    const again = await project.open({ accepted: ['file-older'] });

    expect([again.recovered, again.setAside, again.session.revision]).toEqual([0, 1, 0]);
    expect((await readdir(project.services.journalFolder)).filter((name) => name.startsWith('set-aside-'))).toHaveLength(1);
    expect(again.session.document.accompaniment.sessions[sessionId]?.title).toBe('Enjeux de chaque structure');
  });

  it('A2 never writes over a journal that it could not read', async () => {
    let isBusy = false;
    const files = new Proxy(realFileSystem, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'readFile') return value;
        return (path: string, encoding: 'utf8') =>
          isBusy && path.endsWith('.jsonl') ? Promise.reject(errno('EBUSY')) : target.readFile(path, encoding);
      },
    });
    const project = await projectOnDisk(document, files);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    isBusy = true;

    expect(await openSession({ ...project.services, running: processNamed() }, project.path, () => undefined)).toMatchObject({
      ok: false,
      failure: { code: 'disk-busy' },
    });
    isBusy = false;

    expect((await project.open()).recovered).toBe(1);
  });

  it('A2 recognises either content when the crash falls between the journal and the file', async () => {
    const project = await projectOnDisk(document);
    const old = await readFile(project.path);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    await session.save();
    const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
    await writeFile(journal, `${lines.slice(0, -1).join('\n')}\n`);

    const withNew = await project.open();
    await writeFile(project.path, old);
    await writeFile(journal, `${lines.slice(0, -1).join('\n')}\n`);
    const withOld = await project.open();

    expect([withNew.recovered, withOld.recovered, withOld.setAside]).toEqual([0, 1, 0]);
    expect(withOld.session.document.accompaniment.sessions[sessionId]?.title).toBe('Un');
  });
});

describe('a sealed file', () => {
  it('A12 is journalled and saved sealed, comes back after a crash, and nothing of it is readable on the disk', async () => {
    const project = await projectOnDisk(document);
    const key = Buffer.alloc(32, 5);
    const ring = { id: 'sealed-file-ring', slots: [expectOk(await passphraseSlot('sealed-file-ring', key, 'phrase de passe'))] };
    await writeFile(
      project.path,
      serialiseProject({ header: { ...HEADER, keys: { file: ring, vault: null } }, document }, new FileSealer(HEADER.fileId, key)),
    );
    const open = () => project.open({ keyOf: () => Promise.resolve({ ok: true, value: key }) });
    const { session } = await open();
    expectOk(await session.run('c-1', retitle('Secret un')));
    await session.save();
    expectOk(await session.run('c-2', retitle('Secret deux')));

    const again = await open();

    expect([again.recovered, again.session.document.accompaniment.sessions[sessionId]?.title]).toEqual([1, 'Secret deux']);
    expect(await openSession({ ...project.services, running: processNamed() }, project.path, () => undefined)).toMatchObject({
      failure: { code: 'file-sealed' },
    });
    const onDisk = [await readFile(project.path, 'utf8'), await readFile(join(project.services.journalFolder, JOURNAL_NAME), 'utf8')].join(
      '',
    );
    expect(onDisk).not.toMatch(/Secret|Relais du Val/);
  });
});

describe('undo and redo', () => {
  it('A6 takes back and makes again, each with its name', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    expectOk(await session.run('c-2', retitle('Deux')));

    expectOk(await session.undo('c-3'));
    const afterUndo = session.document.accompaniment.sessions[sessionId]?.title;
    const between = session.undoState;
    expectOk(await session.redo('c-4'));

    expect([afterUndo, session.document.accompaniment.sessions[sessionId]?.title]).toEqual(['Un', 'Deux']);
    expect(between).toMatchObject({ undo: { title: 'Un' }, redo: { title: 'Deux' } });
  });

  it('A6 is still there after the application is closed and opened again', async () => {
    const project = await projectOnDisk(document);
    const first = await project.open();
    expectOk(await first.session.run('c-1', retitle('Un')));
    expectOk(await first.session.run('c-2', retitle('Deux')));
    expectOk(await first.session.undo('c-3'));
    await first.session.close(false);

    const { session } = await project.open();
    expectOk(await session.redo('c-4'));
    expectOk(await session.undo('c-5'));
    expectOk(await session.undo('c-6'));

    expect(session.document).toEqual(document);
    expect(await session.undo('c-7')).toMatchObject({ failure: { code: 'nothing-to-undo' } });
  });

  it('A6 a new edit ends what could be made again', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    expectOk(await session.run('c-1', retitle('Un')));
    expectOk(await session.undo('c-2'));
    expectOk(await session.run('c-3', retitle('Deux')));

    expect(await session.redo('c-4')).toMatchObject({ failure: { code: 'nothing-to-redo' } });
  });

  it('A6 an act is not undone, and does not bar the way to what came before', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    const phaseId = firstId(document.accompaniment.phases);
    expectOk(await session.run('c-1', retitle('Un')));
    expectOk(
      await session.run('c-2', { name: 'record.update', args: { table: 'phases', id: phaseId, fields: { synthesis: 'Avant le jalon' } } }),
    );
    expectOk(await session.run('c-3', { name: 'gate.pass', args: { phaseId, on: TODAY, byId: null, reason: '' } }));

    expectOk(await session.undo('c-4'));

    expect(session.document.accompaniment.sessions[sessionId]?.title).toBe('Enjeux de chaque structure');
    expect(session.document.accompaniment.phases[phaseId]).toMatchObject({ synthesis: 'Avant le jalon', status: 'done' });
    expect(Object.keys(session.document.accompaniment.gates)).toHaveLength(1);
    expect(await session.undo('c-5')).toMatchObject({ failure: { code: 'nothing-to-undo' } });
  });

  it('A6 keeps two hundred steps', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    for (let count = 1; count <= 205; count += 1) expectOk(await session.run(`c-${count}`, retitle(`Titre ${count}`)));

    let undone = 0;
    while ((await session.undo(`u-${undone}`)).ok) undone += 1;

    expect(undone).toBe(200);
    expect(session.document.accompaniment.sessions[sessionId]?.title).toBe('Titre 5');
  }, 30_000);
});
