// Opens the parts of a sealed file one by one: a broken seal costs only its own part.
import { declarationOf, isTableName } from '@domain/tables/tables.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { fromBase64 } from '../files/base64.ts';
import { SECTIONS } from '../files/envelope.ts';
import { isObject, valueIn } from '../files/json.ts';
import { contentOf } from '../files/sealed-body.ts';
import { openBlock } from '../vault/file-sealer.ts';
import { type Manifest, openManifest } from '../vault/manifest.ts';
import { openSection } from '../vault/sealed-sections.ts';
import type { Part, Pieces } from './pieces.ts';
import { dataOf, takeHistory, takeSection } from './read-whole.ts';

/** Adds the content of the sealed parts to the pieces. What does not open is not seen, and so is reported as lost. */
export function openSealedParts(pieces: Pieces, fileId: string, key: Uint8Array): void {
  if (pieces.blocks.size === 0 && !pieces.head.has('manifest')) openSections(pieces, fileId, key);
  else openBlocks(pieces, fileId, key);
}

/**
 * The blocks that the manifest names; or, if that does not open, every block that does: each is sound, but they may come from different
 * saves.
 */
function openBlocks(pieces: Pieces, fileId: string, key: Uint8Array): void {
  const manifest = manifestOf(pieces, fileId, key);
  if (manifest === null) {
    pieces.uncertain.add('moment');
    for (const name of pieces.blocks.keys()) takeBlockOf(pieces, name, { fileId, key });
    return;
  }
  const { copyOf, savedBy, savedAt } = manifest;
  for (const [name, value] of Object.entries({ copyOf, savedBy, savedAt })) pieces.head.set(name, value);
  if (!manifest.blocks.some(({ parts }) => parts.includes('history'))) pieces.seen.add('history'); // the file had no history
  const closed = manifest.blocks.filter(({ name }) => !takeBlockOf(pieces, name, { fileId, key }));
  // a missing block is noticed anyway
  for (const part of closed.flatMap(({ parts }) => parts).filter(isPart)) if (pieces.seen.has(part)) pieces.uncertain.add(part);
}

function manifestOf({ head }: Pieces, fileId: string, key: Uint8Array): Manifest | null {
  const [sealed, formatVersion, kind, revision] = ['manifest', 'formatVersion', 'kind', 'revision'].map((name) => head.get(name));
  const bytes = typeof sealed === 'string' ? fromBase64(sealed) : null;
  if (bytes === null || typeof formatVersion !== 'number' || typeof revision !== 'number') return null;
  // something else is there, and it does not open
  const opened = openManifest(key, { formatVersion, kind: kind as FileKind, fileId, revision, keys: head.get('keys') }, bytes);
  return opened.ok ? opened.value : null;
}

function isPart(name: string): name is Extract<Part, string> {
  return name === 'history' || isTableName(name);
}

/** @returns whether it opened */
function takeBlockOf(pieces: Pieces, name: string, { fileId, key }: { readonly fileId: string; readonly key: Uint8Array }): boolean {
  const sealed = fromBase64(pieces.blocks.get(name) ?? '');
  const text = sealed === null ? null : openBlock(fileId, key, name, sealed);
  const content = text !== null && text.ok ? contentOf(text.value) : null;
  if (content === null) return false;
  for (const [table, rows] of Object.entries(content.tables))
    if (isTableName(table)) takeSection(declarationOf(table).class, { [table]: rows }, pieces);
  if (content.history.length > 0) takeHistory(content.history, pieces);
  return true;
}

/** For versions before 4. */
function openSections(pieces: Pieces, fileId: string, key: Uint8Array): void {
  for (const section of SECTIONS) {
    const text = openedSection(pieces, section, { fileId, key });
    const data = text === null ? null : dataOf(text);
    if (data !== null) takeSection(section, data, pieces);
  }
  const history = openedSection(pieces, 'history', { fileId, key });
  if (history !== null) takeHistory(valueIn(history.toString('utf8')), pieces);
}

function openedSection(
  { head }: Pieces,
  part: (typeof SECTIONS)[number] | 'history',
  { fileId, key }: { readonly fileId: string; readonly key: Uint8Array },
): Buffer | null {
  const sealed = head.get(part);
  if (!isObject(sealed)) return null;
  const { sealedAt, data } = sealed;
  if (typeof sealedAt !== 'number' || typeof data !== 'string') return null;
  const text = openSection(fileId, key, part, { sealedAt, data });
  return text.ok ? text.value : null;
}
