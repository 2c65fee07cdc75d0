// Guesses from its path whether a file is on a stick or another removable disk.
import path from 'node:path';
import { upperAscii } from '@domain/writing/ascii.ts';

/** Where systems mount removable disks. */
const MOUNTS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/media/', '/run/media/', '/mnt/'],
  darwin: ['/Volumes/'],
};

/**
 * @param home of the user, which shows the Windows system drive
 * @returns whether the path is on another disk than the system's, judged by its name
 */
export function isRemovable(file: string, { platform, home }: { readonly platform: NodeJS.Platform; readonly home: string }): boolean {
  if (platform === 'win32') {
    const drive = upperAscii(path.win32.parse(file).root);
    return drive !== '' && drive !== upperAscii(path.win32.parse(home).root);
  }
  return (MOUNTS[platform] ?? []).some((mount) => file.startsWith(mount));
}
