// The system menu: only what macOS requires; elsewhere the window has its own commands.
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** @returns the menu entries: macOS needs them for copy, paste and quit; elsewhere there is no menu */
export function menuEntries(platform: NodeJS.Platform): readonly MenuItemConstructorOptions[] | null {
  return platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] : null;
}

/** Replaces Electron's own menu, whose reload and developer tools are not for users. */
export function setMenu(platform: NodeJS.Platform): void {
  const entries = menuEntries(platform);
  Menu.setApplicationMenu(entries === null ? null : Menu.buildFromTemplate([...entries]));
}
