// The example accompaniment: explored in a copy that is a file of its own, and removed with all its traces at the next exploration.
import { join } from 'node:path';
import type { OpenProject } from '@contract/project.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import { serialiseProject } from '../files/envelope.ts';
import { FILE_ID_FORM } from '../files/envelope-schema.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { SessionServices } from '../project/session-services.ts';
import { forgetFile } from '../project/traces-service.ts';
import type { Shell } from '../shell.ts';
import { presentIn } from './present-files.ts';

/** The example as shipped, in resources/examples. */
const EXAMPLE_FILE = 'offre-commune.tierce';

export type ExampleOptions = {
  readonly services: SessionServices;
  readonly shell: Shell;
  readonly projects: OpenProjects;
  /** The folder of the user's own files. */
  readonly library: string;
};

/** Copies the example to the application's own folder under an id of its own and opens the copy. Refused as disk-*, file-not-found. */
export async function openExample({ services, shell, projects, library }: ExampleOptions): Promise<Result<OpenProject>> {
  const delivered = await readProjectFile(services.files, join(shell.folders.resources, 'examples', EXAMPLE_FILE));
  if (!delivered.ok) return delivered;
  await forgetExplored(services, shell.folders.data, library);
  const { header } = delivered.value;
  const bytesOf = (fileId: string): Buffer => serialiseProject({ ...delivered.value, header: { ...header, fileId } }, null);
  const made = await writeCopy(services, exampleFolder(shell.folders.data), bytesOf);
  return made.ok ? projects.open(made.value, { isExample: true }) : made;
}

/** @returns the ids of explored examples of which something may still be kept; never that of a file of the user's */
export async function exploredIds(files: FileSystem, dataFolder: string): Promise<readonly string[]> {
  try {
    return (await files.readdir(exampleFolder(dataFolder))).filter((name) => FILE_ID_FORM.test(name));
  } catch (error) {
    orThrow(error); // nothing was explored, or that is unknown just now: then nothing is removed
    return [];
  }
}

function exampleFolder(dataFolder: string): string {
  return join(dataFolder, 'example');
}

/** The folder of a copy is named by its id: it is made before anything is kept under that id, and stays until nothing is. */
async function writeCopy({ files, newId }: SessionServices, folder: string, bytesOf: (fileId: string) => Buffer): Promise<Result<string>> {
  const fileId = newId();
  const path = join(folder, fileId, EXAMPLE_FILE);
  try {
    await files.mkdir(join(folder, fileId), { recursive: true });
  } catch (error) {
    return refuse(diskFailure(orThrow(error), EXAMPLE_FILE));
  }
  const written = await replaceFile(files, { path, parts: [bytesOf(fileId)], nonce: newId() });
  return written.ok ? ok(path) : written;
}

/**
 * A copy that is open somewhere stays until the next time, and so does anything that cannot be removed just now.
 * If the user has put a copy into the library, everything kept of it is theirs.
 */
async function forgetExplored(services: SessionServices, dataFolder: string, library: string): Promise<void> {
  const { files } = services;
  const present = await presentIn(files, library);
  if (!present.ok) return;
  for (const fileId of await exploredIds(files, dataFolder)) {
    const isUsers = present.value.fileIds.has(fileId);
    const mayGo = isUsers || (await forgetFile(services, fileId, EXAMPLE_FILE)).ok;
    try {
      if (mayGo) await files.rm(join(exampleFolder(dataFolder), fileId), { recursive: true });
    } catch (error) {
      orThrow(error);
    }
  }
}
