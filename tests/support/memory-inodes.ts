// The parts of a disk in memory: inodes, separate from their names, and what a power cut would leave of both.

/** A file or a folder. `flushed` and `safe`: which of its bytes and of its names are on the medium. */
export type Inode = {
  readonly ino: number;
  readonly isFolder: boolean;
  readonly names: Map<string, Inode>;
  readonly safe: Map<string, Inode>;
  mode: number;
  uid: number;
  gid: number;
  nlink: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  bytes: Buffer;
  flushed: Buffer;
};
/** One atomic change of names: a rename binds one name and releases another. `folder`: flushing it makes the change permanent. */
export type NameAct = {
  readonly folder: Inode;
  readonly bindings: readonly (readonly [folder: Inode, name: string, inode: Inode | null])[];
};

const NOTHING = Buffer.alloc(0);

export function newInode(
  ino: number,
  { isFolder, mode, nowMs }: { readonly isFolder: boolean; readonly mode: number; readonly nowMs: number },
): Inode {
  return {
    ino,
    isFolder,
    mode,
    uid: 1000,
    gid: 1000,
    nlink: isFolder ? 2 : 1,
    atimeMs: nowMs,
    mtimeMs: nowMs,
    ctimeMs: nowMs,
    bytes: NOTHING,
    flushed: NOTHING,
    names: new Map(),
    safe: new Map(),
  };
}

/** Names in the order in which they were given: in a power cut each pending change is lost or kept. */
export class Names {
  #pending: readonly NameAct[] = [];

  do(act: NameAct): void {
    bind(act, 'names');
    this.#pending = [...this.#pending, act];
  }

  flush(folder: Inode): void {
    for (const act of this.#pending) if (act.folder === folder) bind(act, 'safe');
    this.#pending = this.#pending.filter((act) => act.folder !== folder);
  }

  /** @param chance a number from 0 up to 1, for each act and each content that was not flushed */
  cut(root: Inode, chance: () => number): void {
    for (const act of this.#pending) if (chance() < 0.5) bind(act, 'safe');
    this.#pending = [];
    leaveWhatIsSafe(root, chance);
  }
}

function bind({ bindings }: NameAct, which: 'names' | 'safe'): void {
  for (const [folder, name, inode] of bindings) {
    if (inode === null) folder[which].delete(name);
    else folder[which].set(name, inode);
  }
}

function leaveWhatIsSafe(folder: Inode, chance: () => number): void {
  folder.names.clear();
  for (const [name, inode] of folder.safe) {
    folder.names.set(name, inode);
    if (inode.isFolder) leaveWhatIsSafe(inode, chance);
    else tear(inode, chance());
  }
}

/** What was appended since the last flush is kept in part or not at all; what was overwritten is either old or new. */
function tear(inode: Inode, share: number): void {
  const { bytes, flushed } = inode;
  const isAppended = bytes.byteLength >= flushed.byteLength && bytes.subarray(0, flushed.byteLength).equals(flushed);
  const kept = Math.floor((bytes.byteLength - flushed.byteLength) * Math.max(0, 2 * share - 1));
  inode.bytes = isAppended ? bytes.subarray(0, flushed.byteLength + kept) : share < 0.5 ? flushed : bytes;
  inode.flushed = inode.bytes;
}

export type Stat = ReturnType<typeof statOf>;

/** @returns what `stat` reports of it */
export function statOf({ ino, isFolder, mode, uid, gid, nlink, atimeMs, mtimeMs, ctimeMs, bytes }: Inode) {
  return {
    dev: 1,
    ino,
    mode: (isFolder ? 0o040000 : 0o100000) | mode,
    nlink,
    uid,
    gid,
    size: isFolder ? 4096 : bytes.byteLength,
    atimeMs,
    mtimeMs,
    ctimeMs,
    birthtimeMs: ctimeMs,
    atime: new Date(atimeMs),
    mtime: new Date(mtimeMs),
    ctime: new Date(ctimeMs),
    birthtime: new Date(ctimeMs),
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
    isSymbolicLink: () => false,
    isFIFO: () => false,
  };
}
