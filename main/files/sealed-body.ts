// Reads the content of a sealed file: its manifest, then each block that it names, all of them and no others.
import type { z } from 'zod';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { isTableName, type TableName } from '@domain/tables/tables.ts';
import { membersOf } from '../vault/blocks.ts';
import { hashOf, openBlock, type ReadBlocks } from '../vault/file-sealer.ts';
import { type ClearHead, type ListedBlock, type Manifest, openManifest } from '../vault/manifest.ts';
import { fromBase64 } from './base64.ts';
import { clearSchema } from './envelope-schema.ts';
import { isObject, type JsonObject, objectIn } from './json.ts';

/** One block, opened. */
export type OpenedBlock = {
  readonly listed: ListedBlock;
  readonly encoded: string;
  readonly tables: Readonly<Record<string, JsonObject>>;
  readonly history: readonly unknown[];
};
export type OpenedBody = {
  readonly manifest: Manifest;
  readonly tables: Readonly<Record<string, JsonObject>>;
  readonly history: readonly unknown[];
  readonly blocks: readonly OpenedBlock[];
};
/** As the file holds them. */
export type SealedParts = { readonly manifest: string; readonly blocks: Readonly<Record<string, string>> };

/** @returns everything that the manifest names; or seal-broken if a block is missing, extra, out of order, or from another save */
export function openBody(
  key: Uint8Array,
  head: ClearHead,
  { manifest: sealed, blocks: standing }: SealedParts,
): Result<OpenedBody, KeyFailure> {
  const bytes = fromBase64(sealed);
  const manifest = bytes === null ? broken() : openManifest(key, head, bytes);
  if (!manifest.ok) return manifest;
  const { blocks: listed } = manifest.value;
  if (Object.keys(standing).join() !== listed.map(({ name }) => name).join()) return broken();
  const tables = new Map<string, JsonObject[]>();
  const history: unknown[] = [];
  const blocks: OpenedBlock[] = [];
  for (const each of listed) {
    const block = openedBlock(key, head.fileId, each, standing[each.name] ?? '');
    if (block === null) return broken();
    for (const [table, rows] of Object.entries(block.tables)) tables.set(table, [...(tables.get(table) ?? []), rows]);
    for (const entry of block.history) history.push(entry);
    blocks.push(block);
  }
  return ok({
    manifest: manifest.value,
    tables: Object.fromEntries([...tables].map(([table, pieces]) => [table, joined(pieces)])),
    history,
    blocks,
  });
}

/** A table that was cut is spread over several blocks. */
function joined(pieces: readonly JsonObject[]): JsonObject {
  const [only, ...others] = pieces;
  // see `copyOf` of a document: a dictionary from its first key on
  return only !== undefined && others.length === 0 ? only : Object.assign(Object.create(null), ...pieces);
}

function openedBlock(key: Uint8Array, fileId: string, listed: ListedBlock, encoded: string): OpenedBlock | null {
  const sealed = fromBase64(encoded);
  if (sealed === null || hashOf(sealed) !== listed.hash) return null;
  const text = openBlock(fileId, key, listed.name, sealed);
  const content = text.ok ? contentOf(text.value) : null;
  return content === null ? null : { listed, encoded, ...content };
}

/** @returns the tables and the history in the text of a block; `null` for something that no Tierce seals */
export function contentOf(text: Buffer): Pick<OpenedBlock, 'tables' | 'history'> | null {
  const data = objectIn(text.toString('utf8'));
  if (data === null) return null;
  const { history = [], ...tables } = data;
  const areSound = Array.isArray(history) && Object.values(tables).every((rows) => isObject(rows) && !Object.hasOwn(rows, '__proto__'));
  return areSound ? { history, tables: tables as Record<string, JsonObject> } : null;
}

/** @returns the blocks with what each holds: the same objects that the document and the history consist of */
export function rememberedBlocks(blocks: readonly OpenedBlock[]): ReadBlocks {
  const begun = new Set<TableName>();
  return blocks.map(({ listed, encoded, tables, history: own }) => {
    const read = Object.entries(tables).flatMap(([table, rows]): readonly [TableName, readonly object[], boolean][] => {
      if (!isTableName(table)) return [];
      const isBegunHere = !begun.has(table);
      begun.add(table);
      return [[table, Object.values(rows) as object[], isBegunHere]];
    });
    const members = membersOf(own.length === 0 ? read : [...read, ['history', own as readonly object[], false]]);
    return { listed, encoded: Buffer.from(encoded, 'latin1'), members };
  });
}

function broken(): Result<never, KeyFailure> {
  return refuse({ code: 'seal-broken' });
}

const BLOCKS = '\n"blocks": {';

/** @returns the manifest of a sealed file without opening the rest of it; `null` for any other file, and if this key does not open it */
export function manifestIn(bytes: Buffer, key: Uint8Array): Manifest | null {
  const end = bytes.indexOf(BLOCKS);
  const head = end === -1 ? null : headIn(bytes.subarray(0, end).toString('utf8'));
  const sealed = head === null ? null : fromBase64(head.manifest);
  if (head === null || sealed === null) return null;
  const { formatVersion, kind, fileId, revision } = head.clear;
  const opened = openManifest(key, { formatVersion, kind, fileId, revision, keys: head.keys }, sealed);
  return opened.ok ? opened.value : null;
}

/** Everything above the blocks; it begins like a JSON object. */
function headIn(text: string): { readonly clear: z.infer<typeof clearSchema>; readonly keys: unknown; readonly manifest: string } | null {
  const data = objectIn(`${text.replace(/,$/, '')}}`) ?? {};
  const clear = clearSchema.omit({ digest: true }).safeParse(data);
  const { manifest, keys } = data;
  return clear.success && typeof manifest === 'string' ? { clear: { ...clear.data, digest: '' }, keys, manifest } : null;
}
