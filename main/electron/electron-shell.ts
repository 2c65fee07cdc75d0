// What Electron provides to the application: dialogs, the system's opener and secret store, and the one window to send events to.
import { clipboard, dialog, safeStorage, shell as system } from 'electron';
import type { BrowserWindow } from 'electron';

import { runningProcess } from '../locks/running-process.ts';
import { type Dialogs, extensionsOf, type Shell } from '../shell.ts';
import { newId, systemLocale, systemUserName } from '../system.ts';
import { version } from '../version.ts';
import { secretsOf } from './secret-store.ts';

export type ShellParts = {
  readonly folders: Shell['folders'];
  readonly clock: Shell['clock'];
  readonly log: Shell['log'];
  /** The window, once there is one. */
  readonly window: () => BrowserWindow | null;
  readonly quit: () => void;
};

/** To be called once Electron is ready. */
export function electronShell({ folders, clock, log, window, quit }: ShellParts): Shell {
  return {
    version,
    folders,
    dialogs: dialogsOver(window),
    openWithSystem: async (path) => (await system.openPath(path)) === '',
    send(event, data) {
      const open = window();
      if (open !== null && !open.isDestroyed()) open.webContents.send(event, data);
    },
    quit,
    secrets: secretsOf(safeStorage, process.platform),
    clipboard: {
      read: async () => clipboard.readText(),
      write: async (text) => clipboard.writeText(text),
    },
    shieldWindow(isShielded) {
      const open = window();
      if (open !== null && !open.isDestroyed()) open.setContentProtection(isShielded);
    },
    clock,
    newId,
    running: runningProcess(),
    systemLocale: systemLocale(process.env, process.platform),
    userName: systemUserName(),
    log,
  };
}

function dialogsOver(window: () => BrowserWindow | null): Dialogs {
  return {
    async chooseFile({ title, folder, filter }) {
      const options = {
        title,
        defaultPath: folder,
        filters: [{ name: filter.name, extensions: extensionsOf(filter) }],
        properties: ['openFile' as const],
      };
      const { canceled, filePaths } = await over(
        window(),
        (parent) => dialog.showOpenDialog(parent, options),
        () => dialog.showOpenDialog(options),
      );
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseFolder({ title, folder }) {
      const options = { title, defaultPath: folder, properties: ['openDirectory' as const, 'createDirectory' as const] };
      const { canceled, filePaths } = await over(
        window(),
        (parent) => dialog.showOpenDialog(parent, options),
        () => dialog.showOpenDialog(options),
      );
      return canceled ? null : (filePaths[0] ?? null);
    },
    async saveFile({ title, folder, name, filter }) {
      const options = {
        title,
        defaultPath: `${folder}/${name}`,
        filters: [{ name: filter.name, extensions: extensionsOf(filter) }],
        properties: ['showOverwriteConfirmation' as const],
      };
      const { canceled, filePath } = await over(
        window(),
        (parent) => dialog.showSaveDialog(parent, options),
        () => dialog.showSaveDialog(options),
      );
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

function over<T>(window: BrowserWindow | null, within: (parent: BrowserWindow) => Promise<T>, alone: () => Promise<T>): Promise<T> {
  return window === null ? alone() : within(window);
}
