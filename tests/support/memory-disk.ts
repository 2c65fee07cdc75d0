// A disk in memory behind the port of the real one: the same answers and errors, and a power cut that loses what was not flushed.
import type * as promises from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileSystem } from '../../main/files/file-system.ts';
import { MemoryHandle, setTimes } from './memory-handle.ts';
import { type Inode, Names, newInode, statOf } from './memory-inodes.ts';
import { errno } from './worlds.ts';

/** The port, and what other programs than ours may call besides. */
export type WholeDisk = FileSystem & Pick<typeof promises, 'writeFile' | 'utimes' | 'link' | 'chown'>;
export type MemoryDisk = {
  readonly files: WholeDisk;
  /** Flushes everything to the medium. */
  readonly flushAll: () => void;
  /** Cuts the power. @param chance from 0 up to 1, for each name and content that was not flushed */
  readonly cut: (chance: () => number) => void;
  /** @returns the bytes that a power cut at this moment is sure to leave under a name; `null` if it may leave none, or others */
  readonly surely: (path: string) => Buffer | null;
};

const LONGEST_NAME_BYTES = 255;
type Flags = {
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
  readonly isAppending: boolean;
  readonly makes: boolean;
  readonly mustMake: boolean;
  readonly empties: boolean;
};

/** @param nowMs the clock of the disk, for the dates of files */
export function memoryDisk(nowMs: () => number): MemoryDisk {
  const tree = new Tree(nowMs);
  const files = {
    open: async (path: string, flags: string = 'r', mode = 0o666) => tree.open(path, flagsOf(flags), mode),
    rename: async (from: string, to: string) => tree.rename(from, to),
    link: async (from: string, to: string) => tree.link(from, to),
    unlink: async (path: string) => tree.unlink(path),
    mkdir: async (path: string, options?: { readonly recursive?: boolean }) =>
      options?.recursive === true ? tree.makeAll(path) : tree.make(path),
    rm: async (path: string, options?: { readonly recursive?: boolean; readonly force?: boolean }) => tree.remove(path, options ?? {}),
    stat: async (path: string) => statOf(tree.at(path)),
    lstat: async (path: string) => statOf(tree.at(path)),
    access: async (path: string) => void tree.at(path),
    realpath: async (path: string) => (tree.at(path), resolve(path)),
    readdir: async (path: string) => [...tree.folder(path).names.keys()].toSorted(),
    readFile: async (path: string, how?: BufferEncoding | { readonly encoding?: BufferEncoding }) => {
      const { bytes, isFolder } = tree.at(path);
      if (isFolder) throw errno('EISDIR');
      const encoding = typeof how === 'string' ? how : how?.encoding;
      return encoding === undefined ? Buffer.from(bytes) : bytes.toString(encoding);
    },
    writeFile: async (path: string, data: Uint8Array | string) => {
      const file = tree.open(path, flagsOf('w'), 0o666);
      await file.writeFile(Buffer.from(data));
      await file.close();
    },
    chmod: async (path: string, mode: number) => void (tree.at(path).mode = mode),
    chown: async (path: string, uid: number, gid: number) => void Object.assign(tree.at(path), { uid, gid }),
    utimes: async (path: string, atime: number | Date, mtime: number | Date) => setTimes(tree.at(path), atime, mtime),
    wait: () => Promise.resolve(),
  };
  return {
    files: files as unknown as WholeDisk,
    flushAll: () => tree.flushAll(tree.root),
    cut: (chance) => tree.names.cut(tree.root, chance),
    surely: (path) => tree.surely(path),
  };
}

class Tree {
  readonly names = new Names();
  readonly root: Inode;
  readonly #nowMs: () => number;
  #lastIno = 1;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
    this.root = newInode(1, { isFolder: true, mode: 0o755, nowMs: nowMs() });
  }

  at(path: string): Inode {
    const found = this.#find(path);
    if (found === null) throw errno('ENOENT');
    return found;
  }

  folder(path: string): Inode {
    const found = this.at(path);
    if (!found.isFolder) throw errno('ENOTDIR');
    return found;
  }

  open(path: string, flags: Flags, mode: number): MemoryHandle {
    const found = this.#find(path);
    if (found === null && !flags.makes) throw errno('ENOENT');
    if (found !== null && flags.mustMake) throw errno('EEXIST');
    if (found?.isFolder === true && flags.mayWrite) throw errno('EISDIR');
    const inode = found ?? this.#add(path, { isFolder: false, mode: mode & 0o755 });
    if (flags.empties) Object.assign(inode, { bytes: Buffer.alloc(0), mtimeMs: this.#nowMs(), ctimeMs: this.#nowMs() });
    return new MemoryHandle({ inode, names: this.names, nowMs: this.#nowMs, ...flags });
  }

  make(path: string): void {
    if (this.#find(path) !== null) throw errno('EEXIST');
    this.#add(path, { isFolder: true, mode: 0o755 });
  }

  makeAll(path: string): string | undefined {
    const found = this.#find(path);
    if (found !== null) {
      if (!found.isFolder) throw errno('EEXIST');
      return undefined;
    }
    const first = this.makeAll(dirname(path));
    this.make(path);
    return first ?? path;
  }

  rename(from: string, to: string): void {
    const [source, target] = [this.folder(dirname(from)), this.folder(dirname(to))];
    const moved = this.at(from);
    const over = this.#find(to);
    if (over === moved) return;
    if (moved.isFolder && join(resolve(to), '/').startsWith(join(resolve(from), '/'))) throw errno('EINVAL');
    if (over !== null && join(resolve(from), '/').startsWith(join(resolve(to), '/'))) throw errno('ENOTEMPTY');
    if (over !== null && over.isFolder !== moved.isFolder) throw errno(over.isFolder ? 'EISDIR' : 'ENOTDIR');
    if (over !== null && over.names.size > 0) throw errno('ENOTEMPTY');
    this.names.do({
      folder: target,
      bindings: [
        [source, basename(from), null],
        [target, basename(to), moved],
      ],
    });
    if (over !== null) over.nlink -= 1;
    this.#touch(source, target);
  }

  link(from: string, to: string): void {
    const inode = this.at(from);
    const folder = this.folder(dirname(to));
    if (this.#find(to) !== null) throw errno('EEXIST');
    if (inode.isFolder) throw errno('EPERM');
    inode.nlink += 1;
    this.names.do({ folder, bindings: [[folder, basename(to), inode]] });
  }

  unlink(path: string): void {
    const inode = this.at(path);
    if (inode.isFolder) throw errno('EISDIR');
    this.#drop(path, inode);
  }

  remove(path: string, { recursive = false, force = false }: { readonly recursive?: boolean; readonly force?: boolean }): void {
    const found = this.#find(path);
    if (found === null && force) return;
    if (found === null) throw errno('ENOENT');
    if (found.isFolder && !recursive) throw errno('ERR_FS_EISDIR');
    for (const name of found.names.keys()) this.remove(join(path, name), { recursive });
    this.#drop(path, found);
  }

  flushAll(folder: Inode): void {
    this.names.flush(folder);
    for (const inode of folder.names.values()) {
      inode.flushed = inode.bytes;
      if (inode.isFolder) this.flushAll(inode);
    }
  }

  surely(path: string): Buffer | null {
    let [live, safe]: [Inode | undefined, Inode | undefined] = [this.root, this.root];
    for (const name of partsOf(path)) [live, safe] = [live?.names.get(name), safe?.safe.get(name)];
    return safe !== undefined && live === safe && safe.flushed === safe.bytes ? safe.bytes : null;
  }

  #drop(path: string, inode: Inode): void {
    const folder = this.folder(dirname(path));
    this.names.do({ folder, bindings: [[folder, basename(path), null]] });
    inode.nlink -= inode.isFolder ? 2 : 1;
    this.#touch(folder);
  }

  #add(path: string, kind: { readonly isFolder: boolean; readonly mode: number }): Inode {
    const folder = this.folder(dirname(path));
    const inode = newInode((this.#lastIno += 1), { ...kind, nowMs: this.#nowMs() });
    this.names.do({ folder, bindings: [[folder, basename(path), inode]] });
    this.#touch(folder);
    return inode;
  }

  #touch(...folders: readonly Inode[]): void {
    for (const folder of folders) Object.assign(folder, { mtimeMs: this.#nowMs(), ctimeMs: this.#nowMs() });
  }

  #find(path: string): Inode | null {
    let inode = this.root;
    for (const name of partsOf(path)) {
      if (!inode.isFolder) throw errno('ENOTDIR');
      if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) throw errno('ENAMETOOLONG');
      const next = inode.names.get(name);
      if (next === undefined) return null;
      inode = next;
    }
    return inode;
  }
}

function partsOf(path: string): readonly string[] {
  return resolve(path)
    .split('/')
    .filter((part) => part !== '');
}

function flagsOf(flags: string): Flags {
  const kind = flags.charAt(0);
  const isBoth = flags.includes('+');
  return {
    mayRead: kind === 'r' || isBoth,
    mayWrite: kind !== 'r' || isBoth,
    isAppending: kind === 'a',
    makes: kind !== 'r',
    mustMake: flags.includes('x'),
    empties: kind === 'w',
  };
}
