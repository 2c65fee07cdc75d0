// Opens the contract's channels to the Electron window; nothing else in the application touches ipcMain.
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';

import { CHANNEL_NAMES } from '@contract/channels.ts';
import { refuse } from '@domain/result.ts';

import type { Dispatch } from './dispatch.ts';

/**
 * Registers every channel.
 * @param isTrusted says whether a message comes from the window's own page; called before anything of the message is read
 */
export function register(dispatch: Dispatch, isTrusted: (event: IpcMainInvokeEvent) => boolean): void {
  for (const channel of CHANNEL_NAMES) {
    ipcMain.handle(channel, (event, args: unknown) => (isTrusted(event) ? dispatch(channel, args) : refuse({ code: 'sender-refused' })));
  }
}
