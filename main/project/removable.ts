// Tells whether a file lies on a stick or another disk that is taken along.
import path from 'node:path';

/** Where systems put what is plugged in. */
const MOUNTS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/media/', '/run/media/', '/mnt/'],
  darwin: ['/Volumes/'],
};

/**
 * @param home of the user, by which Windows' own drive is known
 * @returns whether the path is on another disk than the system's, as far as its name tells
 */
export function isRemovable(file: string, { platform, home }: { readonly platform: NodeJS.Platform; readonly home: string }): boolean {
  if (platform === 'win32') {
    const drive = path.win32.parse(file).root.toUpperCase();
    return drive !== '' && drive !== path.win32.parse(home).root.toUpperCase();
  }
  return (MOUNTS[platform] ?? []).some((mount) => file.startsWith(mount));
}
