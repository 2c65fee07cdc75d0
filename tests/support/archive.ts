// The parts of a ZIP archive, read and written by other code than the one that makes workbooks.
import { crc32, inflateRawSync } from 'node:zlib';

export type ArchivePart = { readonly name: string; readonly content: Buffer };

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_HEAD = 30;
const CENTRAL_HEAD = 46;

/** Follows the directory at the end of the archive, as every reader does. */
export function partsOfArchive(bytes: Buffer): readonly ArchivePart[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts: ArchivePart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [method, size, nameLength, extraLength, commentLength, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + LOCAL_HEAD + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const name = bytes.toString('utf8', at + CENTRAL_HEAD, at + CENTRAL_HEAD + nameLength);
    parts.push({ name, content: method === 0 ? packed : inflateRawSync(packed) });
    at += CENTRAL_HEAD + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** @returns an archive of these parts, none of them compressed */
export function archiveOf(parts: readonly ArchivePart[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const local = Buffer.concat([localHead(part, name), name, part.content]);
    directory.push(centralHead(part, name, at), name);
    written.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...written, list, endOf(parts.length, list.length, at)]);
}

/** What both heads of a part say: version, flags, method, time, checksum, sizes, length of the name. */
function writeFacts(head: Buffer, from: number, { content }: ArchivePart, name: Buffer): void {
  head.writeUInt16LE(20, from);
  head.writeUInt32LE(crc32(content), from + 10);
  head.writeUInt32LE(content.length, from + 14);
  head.writeUInt32LE(content.length, from + 18);
  head.writeUInt16LE(name.length, from + 22);
}

function localHead(part: ArchivePart, name: Buffer): Buffer {
  const head = Buffer.alloc(LOCAL_HEAD);
  head.writeUInt32LE(LOCAL_ENTRY, 0);
  writeFacts(head, 4, part, name);
  return head;
}

function centralHead(part: ArchivePart, name: Buffer, at: number): Buffer {
  const head = Buffer.alloc(CENTRAL_HEAD);
  head.writeUInt32LE(CENTRAL_ENTRY, 0);
  head.writeUInt16LE(20, 4);
  writeFacts(head, 6, part, name);
  head.writeUInt32LE(at, 42);
  return head;
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
