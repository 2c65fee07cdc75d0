// The example accompaniment: explored in a copy of its own, thrown away at the next exploration.
import { join } from 'node:path';
import type { OpenProject } from '@contract/channels.ts';
import { refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { SessionServices } from '../project/open-session.ts';
import { forgetFile } from '../project/traces-service.ts';
import type { Shell } from '../shell.ts';

/** Its id in the example as delivered: what an earlier exploration left in the journal goes with its copy. */
export const EXAMPLE_FILE_ID = 'exemple-offre-commune';
/** The example as delivered, in resources/examples. */
export const EXAMPLE_FILE = 'offre-commune.tierce';

/** Copies the example to the application's own folder and opens the copy. Refused as disk-*, file-not-found. */
export async function openExample(services: SessionServices, shell: Shell, projects: OpenProjects): Promise<Result<OpenProject>> {
  const { files } = services;
  const folder = join(shell.folders.data, 'example');
  try {
    const bytes = await files.readFile(join(shell.folders.resources, 'examples', EXAMPLE_FILE));
    await files.rm(folder, { recursive: true, force: true });
    await forgetFile(services, EXAMPLE_FILE_ID, EXAMPLE_FILE); // what an earlier exploration left
    const own = join(folder, shell.newId());
    await files.mkdir(own, { recursive: true });
    const path = join(own, EXAMPLE_FILE);
    const written = await replaceFile(files, { path, parts: [bytes], nonce: shell.newId() });
    return written.ok ? await projects.open(path, { isExample: true }) : written;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return refuse(errnoOf(error) === 'ENOENT' ? { code: 'file-not-found', name: EXAMPLE_FILE } : diskFailure(error, EXAMPLE_FILE));
  }
}
