// What the head of a damaged file says, taking each value only if it is sound, else a safe default.
import { type Instant, instant } from '@domain/units.ts';
import { headerSchema } from '../files/envelope-schema.ts';
import { type FileHeader, FORMAT_VERSION } from '../files/envelope.ts';
import type { FileKind } from '@domain/tables/table.ts';
import type { Part, Pieces } from './pieces.ts';
import { isObject } from '../files/json.ts';

/** The id of a file that no longer says its own: whatever writes it again gives it a new one. */
export const NO_FILE_ID = 'unknown-file';
const LONG_AGO: Instant = instant('2000-01-01T00:00:00.000Z');
const NO_KEYS: FileHeader['keys'] = { file: null, vault: null };

export type SoundHeader = {
  readonly header: FileHeader;
  /** `null` when the file does not say. */
  readonly kind: FileKind | null;
  /** 1 when the file does not say: a record that has all its fields needs no more. */
  readonly version: number;
  readonly lost: readonly Part[];
};

/** @returns the header of the file as far as it is sound */
export function soundHeader({ head }: Pieces): SoundHeader {
  const { shape } = headerSchema;
  const lost = new Set<Part>();
  const take = <T>(
    name: keyof typeof shape,
    otherwise: T,
    schema: { readonly safeParse: (data: unknown) => { readonly success: boolean; readonly data?: T | undefined } },
  ): T => {
    const parsed = schema.safeParse(head.get(name));
    if (parsed.success && parsed.data !== undefined) return parsed.data;
    lost.add('header');
    return otherwise;
  };
  const keys = soundKeys(head.get('keys'));
  if (!keys.isWhole) lost.add('header');
  const header: FileHeader = {
    fileId: take('fileId', NO_FILE_ID, shape.fileId),
    copyOf: take('copyOf', null, shape.copyOf),
    revision: take('revision', 0, shape.revision),
    savedBy: take('savedBy', '', shape.savedBy),
    savedAt: take('savedAt', LONG_AGO, shape.savedAt),
    keys: keys.keys,
  };
  return {
    header,
    kind: take<FileKind | null>('kind', null, shape.kind),
    version: take('formatVersion', 1, shape.formatVersion.max(FORMAT_VERSION)),
    lost: [...lost],
  };
}

/** Keys with a single wrong bit open nothing, so they are taken whole or not at all, those of the file and of the notebook separately. */
function soundKeys(data: unknown): { readonly keys: FileHeader['keys']; readonly isWhole: boolean } {
  const { keys: schema } = headerSchema.shape;
  const parts = isObject(data) ? data : {};
  const file = schema.shape.file.safeParse(parts['file']);
  const vault = schema.shape.vault.safeParse(parts['vault']);
  const keys = { file: file.success ? file.data : NO_KEYS.file, vault: vault.success ? vault.data : NO_KEYS.vault };
  return { keys, isWhole: file.success && vault.success };
}
