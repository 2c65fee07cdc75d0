// A2 A3: a power cut at every moment of a save loses or tears what was not flushed. The file reopens old or new, with all that was safe.
import { join } from 'node:path';
import { expectOk, type Result } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { FileRecovery } from '../../../main/project/file-recovery.ts';
import { createSession } from '../../../main/project/make-session.ts';
import { type OpenedSession, openSession } from '../../../main/project/open-session.ts';
import type { SessionServices } from '../../../main/project/session-services.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { noteTried } from '../../support/note-tried.ts';
import { projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { sessionServices } from '../../support/session-services.ts';
import { type CutDisk, layOut, recordingDisk } from '../../support/power-cut.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
/** In the order in which they are typed: what is found is never older than what was last reported safe. */
const TITLES = [document.accompaniment.sessions[sessionId]?.title ?? '', 'Un', 'Deux', 'Trois', 'Quatre'];

/** Two saves, each of steps that were already reported safe, on a disk that records everything. */
async function recorded(isFat: boolean) {
  const project = await projectOnDisk(document);
  const disk = recordingDisk(project.folder);
  const services = { ...sessionServices(project.folder, { files: disk.files, newId: project.services.newId }), running: processNamed() };
  const { session } = expectOk(await openSession(services, project.path, () => undefined));
  disk.begin();
  for (const title of TITLES.slice(1)) {
    expectOk(await session.run(`c-${title}`, { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }));
    if (session.saveState.isSafeHere) disk.say(title);
    if (title !== 'Deux') await session.save();
  }
  await session.abandon();
  return { folder: project.folder, states: disk.states((path) => isFat && path === project.path) };
}

/** @returns the title that the next opening finds on a disk after the cut; from a backup if the file has lost its name */
async function foundIn(state: CutDisk, from: string): Promise<{ readonly title: string; readonly isFromBackup: boolean }> {
  const folder = await temporaryFolder();
  await layOut(state, from, folder);
  const path = join(folder, 'mission.tierce');
  const services: SessionServices = { ...sessionServices(folder), running: processNamed() };
  const opened: Result<OpenedSession> = await openSession(services, path, () => undefined);
  if (opened.ok) {
    const title = opened.value.session.document.accompaniment.sessions[sessionId]?.title ?? '';
    await opened.value.session.abandon();
    return { title, isFromBackup: false };
  }
  expect(opened.failure.code).toBe('file-not-found');
  const recovery = new FileRecovery({ services, nameOf: (name) => `${name} (retrouvé)` });
  const {
    backups: [backup],
  } = expectOk(await recovery.keptOf({ path, isGone: true, fileId: null }));
  const made = expectOk(
    await recovery.recover(
      { path, isGone: true, fileId: null },
      { backupId: backup?.backupId ?? '', keyOf: undefined, isTakingOver: false },
    ),
  );
  const { document: back } = expectOk(await readProjectFile(realFileSystem, made.path));
  return { title: back.accompaniment.sessions[sessionId]?.title ?? '', isFromBackup: true };
}

describe('a power cut', () => {
  it.each([
    ['a disk that keeps its promises', false, 50],
    ['a FAT stick', true, 55],
  ] as const)(
    'A2 A3 on %s loses nothing that was said safe, in whatever state it leaves names and contents',
    async (_disk, isFat, least) => {
      const { folder, states } = await recorded(isFat);
      noteTried(states.length);
      let fromBackups = 0;

      for (const state of states) {
        const found = await foundIn(state, folder).catch((error: unknown) => {
          throw new Error(`${state.how}: ${String(error)}`, { cause: error });
        });
        if (!TITLES.includes(found.title) || TITLES.indexOf(found.title) < TITLES.indexOf(state.said))
          throw new Error(`${state.how}: found ${found.title}, said ${state.said}`);
        if (found.isFromBackup) fromBackups += 1;
      }

      expect(states.length).toBeGreaterThan(least);
      expect(fromBackups > 0).toBe(isFat);
    },
    300_000,
  );

  it('A2 keeps the name of a journal that was begun for a new file', async () => {
    const folder = await temporaryFolder();
    const disk = recordingDisk(folder);
    const services = { ...sessionServices(folder, { files: disk.files }), running: processNamed() };
    disk.begin();
    const session = expectOk(await createSession(services, join(folder, 'mission.tierce'), document, () => undefined));
    disk.say(TITLES[0] ?? '');
    expectOk(await session.run('c-1', { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title: 'Un' } } }));
    disk.say('Un');
    await session.abandon();

    const states = disk.states(() => false).filter(({ said }) => said === 'Un');
    for (const state of states) expect((await foundIn(state, folder)).title).toBe('Un');

    expect(states.length).toBeGreaterThan(0);
  });
});
