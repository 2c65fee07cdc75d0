// A disk that records the calls made to it, and every state in which a power cut may leave it.
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type FileSystem, type OpenFile, realFileSystem } from '../../main/files/file-system.ts';

/** Names and contents are numbered separately: a name is only safe once its folder is flushed, a content once its file is. */
type Event =
  | { readonly kind: 'create'; readonly path: string; readonly content: number }
  | { readonly kind: 'write'; readonly content: number; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly content: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'sync-folder'; readonly path: string }
  | { readonly kind: 'said'; readonly what: string };
type NameEvent = Extract<Event, { readonly kind: 'create' | 'rename' | 'unlink' }>;
type Names = ReadonlyMap<string, number>;
type Content = { readonly bytes: Buffer; readonly flushed: number };
/** What is on the disk after the cut, by path; `said` is the last thing that was reported safe before it. */
export type CutDisk = { readonly files: ReadonlyMap<string, Buffer>; readonly said: string; readonly how: string };

export type Recorder = {
  readonly files: FileSystem;
  readonly begin: () => void;
  readonly say: (what: string) => void;
  readonly states: (isFat: (path: string) => boolean) => readonly CutDisk[];
};

/** @param root contains everything that is recorded */
export function recordingDisk(root: string): Recorder {
  const events: Event[] = [];
  let start: ReadonlyMap<string, Buffer> = new Map();
  const contents = new Map<string, number>();
  let last = 0;
  const begin = (): void => {
    start = new Map(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name))]),
    );
    contents.clear();
    events.length = 0;
    last = 0;
    for (const path of start.keys()) contents.set(path, (last += 1));
  };
  const watched = (file: OpenFile, path: string, isFolder: boolean): OpenFile => {
    const content = contents.get(path) ?? 0;
    return new Proxy(file, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const result: unknown = await Reflect.apply(value, target, args);
          const [bytes, offset, length] = args as [Uint8Array, number, number];
          if (name === 'write') events.push({ kind: 'write', content, bytes: Buffer.from(bytes.subarray(offset, offset + length)) });
          if (name === 'sync' || name === 'datasync') events.push(isFolder ? { kind: 'sync-folder', path } : { kind: 'sync', content });
          return result;
        };
      },
    });
  };
  const files: FileSystem = {
    ...realFileSystem,
    open: async (path, flags, mode) => {
      const file = await realFileSystem.open(path, flags, mode);
      const isFolder = flags === 'r';
      if (!isFolder && !contents.has(String(path))) {
        contents.set(String(path), (last += 1));
        events.push({ kind: 'create', path: String(path), content: last });
      }
      return watched(file, String(path), isFolder);
    },
    rename: async (from, to) => {
      await realFileSystem.rename(from, to);
      events.push({ kind: 'rename', from: String(from), to: String(to) });
      contents.set(String(to), contents.get(String(from)) ?? 0);
      contents.delete(String(from));
    },
    unlink: async (path) => {
      await realFileSystem.unlink(path);
      events.push({ kind: 'unlink', path: String(path) });
      contents.delete(String(path));
    },
  };
  return { files, begin, say: (what) => void events.push({ kind: 'said', what }), states: (isFat) => statesAfterCut(start, events, isFat) };
}

/** Recreates a disk in a folder. */
export async function layOut({ files }: CutDisk, from: string, to: string): Promise<void> {
  for (const [path, bytes] of files) {
    const target = join(to, relative(from, path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

/** Every prefix of the calls; for each, every subset of the unflushed names, and their contents whole, cut in half and gone. */
function statesAfterCut(
  start: ReadonlyMap<string, Buffer>,
  events: readonly Event[],
  isFat: (path: string) => boolean,
): readonly CutDisk[] {
  const states = new Map<string, CutDisk>();
  const names = new Map([...start.keys()].map((path, index) => [path, index + 1]));
  const contents = new Map<number, Content>([...start.values()].map((bytes, index) => [index + 1, { bytes, flushed: bytes.byteLength }]));
  let pending: readonly NameEvent[] = [];
  let said = '';
  const take = (at: number): void => {
    for (const [which, after] of namesAfterCut(names, pending, isFat).entries()) {
      for (const share of [1, 0.5, 0]) {
        const files = new Map([...after].map(([path, content]) => [path, cutContent(contents.get(content), share)]));
        const key = JSON.stringify([said, [...files].map(([path, bytes]) => [path, bytes.toString('base64')])]);
        states.set(key, { files, said, how: `after ${at} of ${events.length}, names ${which}, contents ${share}` });
      }
    }
  };
  take(0);
  for (const [index, event] of events.entries()) {
    if (event.kind === 'said') said = event.what;
    else if (event.kind === 'write')
      contents.set(event.content, {
        bytes: Buffer.concat([contents.get(event.content)?.bytes ?? Buffer.alloc(0), event.bytes]),
        flushed: contents.get(event.content)?.flushed ?? 0,
      });
    else if (event.kind === 'sync')
      contents.set(event.content, {
        bytes: contents.get(event.content)?.bytes ?? Buffer.alloc(0),
        flushed: contents.get(event.content)?.bytes.byteLength ?? 0,
      });
    else if (event.kind === 'sync-folder') {
      const isIn = (each: NameEvent): boolean => dirname(each.kind === 'rename' ? each.to : each.path) === event.path;
      for (const each of pending.filter(isIn)) apply(names, each);
      pending = pending.filter((each) => !isIn(each));
    } else {
      if (event.kind === 'create') contents.set(event.content, { bytes: Buffer.alloc(0), flushed: 0 });
      pending = [...pending, event];
    }
    take(index + 1);
  }
  return [...states.values()];
}

function namesAfterCut(names: Names, pending: readonly NameEvent[], isFat: (path: string) => boolean): readonly Names[] {
  const recent = pending.slice(-MOST_PENDING);
  const sure = new Map(names);
  for (const event of pending.slice(0, -MOST_PENDING)) apply(sure, event);
  const results: Names[] = [];
  for (let subset = 0; subset < 2 ** recent.length; subset += 1) {
    const after = new Map(sure);
    recent.forEach((event, index) => {
      if ((subset >> index) % 2 === 1) apply(after, event);
    });
    results.push(after, ...recent.flatMap((event) => (event.kind === 'rename' && isFat(event.to) ? tornRename(after, recent, event) : [])));
  }
  return results;
}

const MOST_PENDING = 5;

/** Without a journal of its own a disk may keep neither name, or both. */
function tornRename(
  names: Names,
  recent: readonly NameEvent[],
  { from, to }: Extract<Event, { readonly kind: 'rename' }>,
): readonly Names[] {
  const created = recent.find((event) => event.kind === 'create' && event.path === from);
  const content = created?.kind === 'create' ? created.content : names.get(from);
  const neither = new Map(names);
  neither.delete(from);
  neither.delete(to);
  return content === undefined ? [neither] : [neither, new Map([...names, [from, content], [to, content]])];
}

function apply(names: Map<string, number>, event: NameEvent): void {
  if (event.kind === 'create') names.set(event.path, event.content);
  else if (event.kind === 'unlink') names.delete(event.path);
  else {
    const content = names.get(event.from);
    if (content === undefined) return; // its earlier name was already lost
    names.delete(event.from);
    names.set(event.to, content);
  }
}

function cutContent(content: Content | undefined, share: number): Buffer {
  const { bytes, flushed } = content ?? { bytes: Buffer.alloc(0), flushed: 0 };
  return bytes.subarray(0, flushed + Math.floor((bytes.byteLength - flushed) * share));
}
