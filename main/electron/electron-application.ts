// The application as Electron hosts it: a bundle of its own, loaded while the page of the window loads.
import { powerMonitor } from 'electron';

import { createApplication } from '../application.ts';
import type { Application } from '../application.ts';
import { workerRenderer } from '../documents/renderer.ts';
import { readingApart } from '../library/reading-apart.ts';
import type { Shell } from '../shell.ts';
import { lockWhenLeft } from './power.ts';

/** To be called once Electron is ready. */
export async function createElectronApplication(shell: Shell): Promise<Application> {
  const { folders, log } = shell;
  const application = await createApplication({
    shell,
    renderer: workerRenderer(folders, log),
    entries: readingApart(folders.scripts, log),
  });
  lockWhenLeft(powerMonitor, application.lockVaults);
  return application;
}
