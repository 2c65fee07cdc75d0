// A disk in memory where something may happen before each call: a disk error, or what another program does meanwhile.
import type { FileSystem } from '../../main/files/file-system.ts';
import { NOW } from './moment.ts';
import { memoryDisk, type WholeDisk } from './memory-disk.ts';
import { errno } from './worlds.ts';

/** Called before each call, including those of open files. @param path that the call names, or that the file was opened by */
type Before = (call: string, path: string) => unknown;
export type TroubledMemory = {
  /** The disk as the product sees it. */
  readonly files: FileSystem;
  /** The same disk as another program sees it: nothing ever happens to it. */
  readonly well: WholeDisk;
  /** What happens before each call; it may throw. Nothing, by default. */
  readonly trouble: { before: Before };
  /** What the clock of the disk shows, in milliseconds since 1970. */
  readonly clock: { ms: number };
  /** Cuts the power: unflushed names and appended bytes are lost, overwritten content keeps its new bytes. */
  readonly cut: () => void;
  /** Flushes everything to the medium. */
  readonly flushAll: () => void;
};

export function troubledMemory(): TroubledMemory {
  const clock = { ms: Date.parse(NOW) };
  const disk = memoryDisk(() => clock.ms);
  const trouble: { before: Before } = { before: () => undefined };
  const watched = <T extends object>(target: T, pathOf: (args: readonly unknown[]) => string): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const path = pathOf(args);
          await trouble.before(String(name), path);
          const result: unknown = await Reflect.apply(value, target, args);
          return name === 'open' ? watched(result as object, () => path) : result;
        };
      },
    });
  const files: FileSystem = watched<FileSystem>(disk.files, ([path]) => String(path));
  return { files, well: disk.files, trouble, clock, cut: () => disk.cut(() => 0.5), flushAll: disk.flushAll };
}

/** @returns what happens at every call of that name, only on the matching paths if a test is given */
export function failing(call: string, code: string, isSuch: (path: string) => boolean = () => true): Before {
  return (called, path) => (called === call && isSuch(path) ? Promise.reject(errno(code)) : undefined);
}

/** A call that ends in something other than a disk error. */
export const BUG: Before = () => Promise.reject(new TypeError('a bug'));

/** A disk on which every file has another inode number from some moment on. */
export function renumbering(files: FileSystem, shift: { by: number }): FileSystem {
  const renumbered = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const result: unknown = await Reflect.apply(value, target, args);
          if (name === 'open') return renumbered(result as object);
          return name === 'stat' ? { ...(result as object), ino: (result as { readonly ino: number }).ino + shift.by } : result;
        };
      },
    });
  return renumbered(files);
}
