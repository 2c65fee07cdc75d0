// Temporary folders, timers fired by hand, and a disk whose calls can be made to fail.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type FileSystem, type OpenFile, realFileSystem } from '../../main/files/file-system.ts';
import type { Later } from '../../main/project/later.ts';

/** A folder of the test's own, removed when it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tierce-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Timers that fire only when the test says so. */
export function handTimers(): { readonly later: Later; readonly fire: () => number } {
  const waiting = new Set<() => void>();
  const later: Later = (_delay, act) => {
    waiting.add(act);
    return () => waiting.delete(act);
  };
  const fire = (): number => {
    const due = [...waiting];
    waiting.clear();
    for (const act of due) act();
    return due.length;
  };
  return { later, fire };
}

/** Called before each disk call. @returns the error to throw, `short` to write half, or `null`. */
export type Fault = (call: string, count: number) => NodeJS.ErrnoException | 'short' | null;

export function errno(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** The real disk, with every call shown to `fault` first. `calls` lists the calls made. */
export function faultyFiles(fault: Fault): { readonly files: FileSystem; readonly calls: string[] } {
  const calls: string[] = [];
  const ask = (call: string): 'short' | null => {
    calls.push(call);
    const answer = fault(call, calls.length);
    if (answer !== null && answer !== 'short') throw answer;
    return answer;
  };
  const handle = (file: OpenFile): OpenFile =>
    new Proxy(file, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (name === 'close') {
            await Reflect.apply(value, target, args); // the system releases the handle even if closing reports an error
            ask('close');
            return undefined;
          }
          const how = ask(String(name));
          if (how === 'short' && name === 'write') {
            const [bytes, offset, length] = args as [Uint8Array, number, number];
            return Reflect.apply(value, target, [bytes, offset, Math.max(1, Math.floor(length / 2)), null]);
          }
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const files = new Proxy(realFileSystem, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name === 'wait') return () => Promise.resolve(); // what matters is the next try, not the time before it
      return async (...args: unknown[]) => {
        ask(String(name));
        const result: unknown = await Reflect.apply(value, target, args);
        return name === 'open' ? handle(result as OpenFile) : result;
      };
    },
  });
  return { files, calls };
}

/** A disk whose calls fail while `fails` says so, by call and paths. */
export function weakDisk() {
  const disk = { fails: (_call: string, _paths: string): boolean => false };
  const files: FileSystem = new Proxy(realFileSystem, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown =>
        disk.fails(String(name), args.map(String).join(' ')) ? Promise.reject(errno('EBUSY')) : Reflect.apply(value, target, args);
    },
  });
  return { disk, files };
}

/** For a disk that works again. */
export const never = (): boolean => false;
