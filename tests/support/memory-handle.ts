// An open file of a disk in memory: it outlives its name, as on a real one.
import type { Inode, Names, Stat } from './memory-inodes.ts';
import { statOf } from './memory-inodes.ts';
import { errno } from './worlds.ts';

export type OpenOn = {
  readonly inode: Inode;
  readonly names: Names;
  readonly nowMs: () => number;
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
  readonly isAppending: boolean;
};

export class MemoryHandle {
  readonly #on: OpenOn;
  #at = 0;
  #isOpen = true;

  constructor(on: OpenOn) {
    this.#on = on;
  }

  async read(
    buffer: Uint8Array,
    offset = 0,
    length = buffer.byteLength - offset,
    position: number | null = null,
  ): Promise<{ readonly bytesRead: number; readonly buffer: Uint8Array }> {
    const { bytes } = this.#inode(this.#on.mayRead);
    const from = position ?? this.#at;
    const part = bytes.subarray(from, from + length);
    buffer.set(part, offset);
    if (position === null) this.#at += part.byteLength;
    return { bytesRead: part.byteLength, buffer };
  }

  async write(
    data: Uint8Array,
    offset = 0,
    length = data.byteLength - offset,
    position: number | null = null,
  ): Promise<{ readonly bytesWritten: number; readonly buffer: Uint8Array }> {
    const inode = this.#inode(this.#on.mayWrite);
    const at = this.#on.isAppending ? inode.bytes.byteLength : (position ?? this.#at);
    const end = at + length;
    const bytes = Buffer.alloc(Math.max(inode.bytes.byteLength, end)); // never overwritten in place: what is flushed is another buffer
    inode.bytes.copy(bytes);
    bytes.set(data.subarray(offset, offset + length), at);
    this.#put(inode, bytes);
    if (position === null) this.#at = end;
    return { bytesWritten: length, buffer: data };
  }

  /** Reads from the current position, as Node does. */
  async readFile(): Promise<Buffer> {
    const { bytes } = this.#inode(this.#on.mayRead);
    const rest = Buffer.from(bytes.subarray(this.#at));
    this.#at += rest.byteLength;
    return rest;
  }

  async writeFile(data: Uint8Array): Promise<void> {
    await this.write(data);
  }

  async truncate(length = 0): Promise<void> {
    const inode = this.#inode(this.#on.mayWrite);
    const bytes = Buffer.alloc(length);
    inode.bytes.copy(bytes);
    this.#put(inode, bytes);
  }

  async sync(): Promise<void> {
    const inode = this.#inode(true);
    if (inode.isFolder) this.#on.names.flush(inode);
    else inode.flushed = inode.bytes;
  }

  async datasync(): Promise<void> {
    await this.sync();
  }

  async stat(): Promise<Stat> {
    return statOf(this.#inode(true));
  }

  async chmod(mode: number): Promise<void> {
    this.#inode(true).mode = mode;
  }

  async chown(uid: number, gid: number): Promise<void> {
    Object.assign(this.#inode(true), { uid, gid });
  }

  async utimes(atime: number | Date, mtime: number | Date): Promise<void> {
    setTimes(this.#inode(true), atime, mtime);
  }

  async close(): Promise<void> {
    if (!this.#isOpen) throw errno('EBADF');
    this.#isOpen = false;
  }

  #inode(may: boolean): Inode {
    const { inode } = this.#on;
    if (!this.#isOpen || !may) throw errno('EBADF');
    return inode;
  }

  #put(inode: Inode, bytes: Buffer): void {
    if (inode.isFolder) throw errno('EISDIR');
    const nowMs = this.#on.nowMs();
    Object.assign(inode, { bytes, mtimeMs: nowMs, ctimeMs: nowMs });
  }
}

/** @param atime in seconds, as Node takes a number, or a date */
export function setTimes(inode: Inode, atime: number | Date, mtime: number | Date): void {
  inode.atimeMs = typeof atime === 'number' ? atime * 1000 : atime.getTime();
  inode.mtimeMs = typeof mtime === 'number' ? mtime * 1000 : mtime.getTime();
}
