// The program that Electron runs.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataFolder, systemClock } from '../system.ts';
import { hostElectron } from './host.ts';

const scripts = fileURLToPath(new URL('.', import.meta.url));

hostElectron({
  folders: { data: dataFolder(process.env, process.platform), resources: path.join(scripts, '../../resources'), scripts },
  window: path.join(scripts, '../renderer'),
  preload: path.join(scripts, '../preload/electron.cjs'),
  clock: systemClock,
  skippedArguments: app.isPackaged ? 1 : 2,
});
