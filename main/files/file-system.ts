// The thin port through which everything reaches the disk, so that tests can make any call fail.
import * as promises from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** The calls of node:fs/promises that Tierce uses, and no other. */
export type FileSystem = Pick<
  typeof promises,
  'open' | 'rename' | 'unlink' | 'mkdir' | 'stat' | 'lstat' | 'readFile' | 'readdir' | 'realpath' | 'rm' | 'access' | 'chmod'
> & {
  /** Gives a busy disk time before a call is retried. @param ms milliseconds */
  readonly wait: (ms: number) => Promise<void>;
};
export type OpenFile = Awaited<ReturnType<FileSystem['open']>>;

/** The real disk. */
export const realFileSystem: FileSystem = { ...promises, wait: (ms) => setTimeout(ms) };
