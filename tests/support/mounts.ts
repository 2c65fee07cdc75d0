// Real small disks for tests, where the system allows mounting them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './worlds.ts';

export type DiskKind = 'tmpfs' | 'vfat';
const LOOP_BYTES = 4 * 1024 * 1024;

/** @returns why no such disk can be mounted here, or `null`; the reason appears in the name of the skipped test */
export function whyNoMount(kind: DiskKind): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'tierce-mount-'));
  try {
    mount(kind, folder, `${folder}.img`);
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return null;
  } catch (error) {
    return `no ${kind} can be mounted here (${error instanceof Error ? error.message.split('\n')[0] : ''})`;
  } finally {
    rmdirSync(folder);
    rmSync(`${folder}.img`, { force: true });
  }
}

/** @returns a folder that is a disk of its own, until the test ends */
export async function mountedDisk(kind: DiskKind): Promise<string> {
  const image = join(await temporaryFolder(), 'disk.img');
  const folder = mkdtempSync(join(tmpdir(), 'tierce-mount-'));
  mount(kind, folder, image);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmdirSync(folder);
  });
  return folder;
}

/** Makes a mounted disk read-only, or writable again. */
export function makeReadOnly(folder: string, isReadOnly: boolean): void {
  execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder], { stdio: 'ignore' });
}

function mount(kind: DiskKind, folder: string, image: string): void {
  if (kind === 'tmpfs') {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder], { stdio: 'ignore' });
    return;
  }
  writeFileSync(image, '');
  truncateSync(image, LOOP_BYTES);
  execFileSync('mkfs.vfat', [image], { stdio: 'ignore' });
  try {
    execFileSync('mount', ['-o', 'loop', image, folder], { stdio: 'ignore' });
  } catch {
    // a kernel without FAT: the same volume with another driver
    execFileSync('fusefat', ['-o', 'rw+', image, folder], { stdio: 'ignore' });
  }
}
