// Projects on a real disk for tests: written, opened, damaged.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SaveState } from '@contract/project.ts';
import type { Document } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { serialiseProject } from '../../main/files/envelope.ts';
import { onTestFinished } from 'vitest';
import { type FileSystem, realFileSystem } from '../../main/files/file-system.ts';
import { journalPath } from '../../main/journal/journal-names.ts';
import { type OpenedSession, type OpeningOptions, openSession } from '../../main/project/open-session.ts';
import type { SessionServices } from '../../main/project/session-services.ts';
import { countedIds } from './context.ts';
import { startedDocument } from './documents.ts';
import { withDigest } from './forged-file.ts';
import { HEADER } from './header.ts';
import type { RunningProcess } from '../../main/locks/running-process.ts';
import { processNamed } from './running.ts';
import { sessionServices } from './session-services.ts';
import { handTimers, temporaryFolder } from './worlds.ts';

export { HEADER };
/** The name of its journal. */
export const JOURNAL_NAME = basename(journalPath('', HEADER.fileId));

export type DiskProject = {
  readonly folder: string;
  readonly path: string;
  readonly services: SessionServices;
  readonly fire: () => number;
  readonly states: SaveState[];
  readonly open: (options?: OpeningOptions, running?: RunningProcess) => Promise<OpenedSession>;
};

/** A project file in a folder of its own, with the services to open it. */
export async function projectOnDisk(document: Document = startedDocument(), files: FileSystem = realFileSystem): Promise<DiskProject> {
  const folder = await temporaryFolder();
  const path = join(folder, 'mission.tierce');
  await writeFile(path, serialiseProject({ header: HEADER, document }, null));
  const { later, fire } = handTimers();
  const newId = countedIds('disk');
  const states: SaveState[] = [];
  const services = sessionServices(folder, { files, newId, later });
  /** Each opening is by another process, after the previous one has ended: as after a crash if the file was not closed. */
  const open = async (options: OpeningOptions = {}, running = processNamed()): Promise<OpenedSession> => {
    const opened = expectOk(await openSession({ ...services, running }, path, (state) => states.push(state), options));
    onTestFinished(async () => void (await opened.session.close(true)));
    return opened;
  };
  return { folder, path, services, fire, states, open };
}

/** Rewrites a file's text; see `withDigest`. */
export async function rewriteWithDigest(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, withDigest(change(await readFile(path, 'utf8'))));
}
