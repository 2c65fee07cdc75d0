// A disk whose folders fail, grow slow and recover, and whose callers can die in the middle of a call.
import { errnoOf } from '../../main/files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../../main/files/file-system.ts';
import { errno } from './worlds.ts';

/**
 * Which calls fail: full, over-quota: those that need space; read-only, forbidden: those that change anything; unreadable: those that
 * open or list; crowded: the same, for lack of file descriptors; broken: every call; unflushed: only flushes.
 */
export type Illness = 'full' | 'over-quota' | 'read-only' | 'forbidden' | 'unreadable' | 'crowded' | 'broken' | 'unflushed';
/** `after`: how many such calls still succeed; `times`: how many then fail. */
export type Spell = { readonly illness: Illness; readonly after: number; readonly times: number };

const CHANGING = ['write', 'writeFile', 'truncate', 'rename', 'unlink', 'mkdir', 'rm', 'link', 'chmod', 'utimes', 'open for writing'];
const SLOW = [...CHANGING, 'sync', 'datasync'];
const ROOMY = ['write', 'writeFile', 'mkdir', 'open for writing', 'link'];
const OPENING = ['open', 'open for writing', 'readFile', 'readdir'];
const FAILING: Readonly<Record<Illness, { readonly code: string; readonly fails: (call: string) => boolean }>> = {
  full: { code: 'ENOSPC', fails: (call) => ROOMY.includes(call) },
  'over-quota': { code: 'EDQUOT', fails: (call) => ROOMY.includes(call) },
  'read-only': { code: 'EROFS', fails: (call) => CHANGING.includes(call) },
  forbidden: { code: 'EACCES', fails: (call) => CHANGING.includes(call) },
  unreadable: { code: 'EACCES', fails: (call) => OPENING.includes(call) },
  crowded: { code: 'EMFILE', fails: (call) => OPENING.includes(call) },
  broken: { code: 'EIO', fails: () => true },
  unflushed: { code: 'EIO', fails: (call) => call === 'sync' || call === 'datasync' },
};

/** A calling process. `callsLeft`: after how many more calls it dies. */
export type Caller = { isAlive: boolean; callsLeft: number };

export class MoodyDisk {
  readonly #disk: FileSystem;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #ill = new Map<string, { readonly illness: Illness; after: number; times: number }>();
  readonly #slow = new Map<string, number>();
  /** How many calls are waiting below a folder that is slow, or was when they began. */
  readonly #waiting = new Map<string, number>();
  readonly #open = new Map<OpenFile, Caller>();
  #underWay = 0;
  #pace = 0;

  constructor(disk: FileSystem, sleep: (ms: number) => Promise<void>) {
    this.#disk = disk;
    this.#sleep = sleep;
  }

  /** How many calls the disk below has not answered yet. */
  get underWay(): number {
    return this.#underWay;
  }

  fall(folder: string, spell: Spell): void {
    this.#ill.set(folder, { ...spell });
  }

  isIll(folder: string): boolean {
    return (this.#ill.get(folder)?.times ?? 0) > 0;
  }

  heal(folder: string): void {
    this.#ill.delete(folder);
  }

  /** @param ms how long each call takes that changes something below the folder */
  slow(folder: string, ms: number): void {
    this.#slow.set(folder, ms);
    this.#pace += 1;
  }

  /** True also after it is fast again, until the earlier calls are done. */
  isSlow(folder: string): boolean {
    return (this.#slow.get(folder) ?? 0) > 0 || (this.#waiting.get(folder) ?? 0) > 0;
  }

  /** How often the speed was set: the same number twice means that nothing has changed in between. */
  get pace(): number {
    return this.#pace;
  }

  healAll(): void {
    this.#ill.clear();
    this.#slow.clear();
    this.#pace += 1;
  }

  /** The system closes whatever a dead process had open. */
  closeOf(process: Caller): void {
    for (const [file, owner] of this.#open) {
      if (owner !== process) continue;
      this.#open.delete(file);
      void this.#below(() => file.close().catch(() => undefined)); // nobody is left to see the error
    }
  }

  /** The disk as other programs see it: never failing, never slow. */
  seenByOthers<T extends FileSystem>(disk: T): T {
    return new Proxy(disk, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (...args: unknown[]) => this.#below(() => Reflect.apply(value, target, args)) : value;
      },
    });
  }

  /** The disk as one process sees it. Once the process has died, none of its calls is carried out or answered. */
  seenBy(process: Caller): FileSystem {
    return new Proxy(this.#disk, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'wait') return (ms: number) => this.#sleep(ms);
        return async (...args: unknown[]) => {
          const path = String(args[0]);
          const call = name === 'open' && args[1] !== undefined && args[1] !== 'r' ? 'open for writing' : String(name);
          const done = await this.#call(
            process,
            { call, paths: name === 'rename' || name === 'link' ? [path, String(args[1])] : [path] },
            () => Reflect.apply(value, target, args),
          );
          return name === 'open' ? this.#handle(done as OpenFile, path, process) : done;
        };
      },
    });
  }

  #handle(file: OpenFile, path: string, process: Caller): OpenFile {
    this.#open.set(file, process);
    return new Proxy(file, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'close') return () => this.#close(target, path, process);
        return async (...args: unknown[]) => {
          try {
            return await this.#call(process, { call: String(name), paths: [path] }, () => Reflect.apply(value, target, args));
          } catch (error) {
            const isFull = name === 'write' && errnoOf(error) === 'ENOSPC';
            if (isFull) await this.#below(() => writeHalf(target, args)); // a disk writes what it has space for
            throw error;
          }
        };
      },
    });
  }

  /** The system releases a handle even if closing it reports an error, and when its process has died. */
  async #close(file: OpenFile, path: string, process: Caller): Promise<void> {
    if (this.#open.delete(file)) await this.#below(() => file.close());
    await this.#call(process, { call: 'close', paths: [path] }, () => undefined);
  }

  async #call(
    process: Caller,
    { call, paths }: { readonly call: string; readonly paths: readonly string[] },
    act: () => unknown,
  ): Promise<unknown> {
    const slow = SLOW.includes(call) ? [...this.#slow].filter(([folder, ms]) => ms > 0 && paths.some((path) => isUnder(path, folder))) : [];
    // others see it at once: nobody has seconds between the last check of a file and its renaming
    const isAnsweredLate = call === 'rename';
    if (!isAnsweredLate) await this.#wait(slow);
    if (process.callsLeft <= 0) process.isAlive = false;
    process.callsLeft -= 1;
    if (!process.isAlive) return NEVER;
    this.#suffer(call, paths);
    const done = await this.#below(act);
    if (isAnsweredLate) await this.#wait(slow);
    if (process.isAlive) return done;
    if (call.startsWith('open')) this.#open.set(done as OpenFile, process); // the system closes what a dead process had just opened
    this.closeOf(process);
    return NEVER;
  }

  async #wait(slow: readonly (readonly [folder: string, ms: number])[]): Promise<void> {
    if (slow.length === 0) return;
    for (const [folder] of slow) this.#waiting.set(folder, (this.#waiting.get(folder) ?? 0) + 1);
    await this.#sleep(Math.max(...slow.map(([, ms]) => ms)));
    for (const [folder] of slow) this.#waiting.set(folder, (this.#waiting.get(folder) ?? 0) - 1);
  }

  #suffer(call: string, paths: readonly string[]): void {
    for (const [folder, spell] of this.#ill) {
      const { code, fails } = FAILING[spell.illness];
      if (!fails(call) || !paths.some((path) => isUnder(path, folder))) continue;
      if (spell.after > 0) spell.after -= 1;
      else if (spell.times > 0) {
        spell.times -= 1;
        throw errno(code);
      }
    }
  }

  async #below<T>(act: () => T): Promise<Awaited<T>> {
    this.#underWay += 1;
    try {
      return await act();
    } finally {
      this.#underWay -= 1;
    }
  }
}

function writeHalf(file: OpenFile, args: readonly unknown[]): Promise<unknown> {
  const [bytes, offset, length] = args as [Uint8Array, number, number];
  return file.write(bytes, offset, Math.floor(length / 2), null);
}

const NEVER = new Promise<never>(() => undefined);

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
