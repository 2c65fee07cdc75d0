// What this computer remembers of a file that it has opened, and how a file found later contradicts it. Numbers and hashes only.
import { createHash } from 'node:crypto';
import type { FileFailure } from '@domain/failures.ts';
import { z } from 'zod';
import { type FileHeader, FORMAT_VERSION, MOST_REVISION } from '../files/envelope.ts';
import { valueIn } from '../files/json.ts';

export type SystemKey = { readonly ringId: string; readonly wrapped: string };

export type Remembered = {
  /** The last revision that the file was seen to hold. */
  readonly revision: number;
  /** Whether a passphrase protected the whole file. */
  readonly isSealed: boolean;
  /** Print (SHA-256) of the public key that is known to be the notebook owner's; `null` while there was no notebook. */
  readonly vaultKey: string | null;
  /** The notebook's key as the system's store seals it for this user, if they asked for it. `ringId`: of the key's ring. */
  readonly systemSlot?: SystemKey | null;
  /** How the journal of a newer Tierce looked when the user chose to go on without it; `null` while there was none. */
  readonly newerJournal: string | null;
};

/** Contradictions between a file and what is remembered; the user is asked about each, and may accept it. */
export type Contradiction = Extract<FileFailure, { readonly code: 'protection-lost' | 'journal-newer' | 'file-older' }>;
export type ContradictionCode = Contradiction['code'];

/** The journal of a newer Tierce beside a file that we can read. `look`: changes once more is written to it. */
export type NewerJournal = { readonly format: number; readonly look: string };
/** A file as it is found. `reached`: the revision that the journal of this computer reaches from it. */
export type Found = {
  readonly name: string;
  readonly header: FileHeader;
  readonly reached: number;
  readonly newerJournal: NewerJournal | null;
};

/** The form of a remembered file; a later Tierce writes a higher number, and that file is left alone. */
const VERSION = 1;
const schema = z.strictObject({
  version: z.literal(VERSION),
  revision: z.int().min(0).max(MOST_REVISION),
  isSealed: z.boolean(),
  vaultKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  newerJournal: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  systemSlot: z
    .strictObject({ ringId: z.string().max(64), wrapped: z.base64().max(4_096) })
    .nullable()
    .default(null),
});
const later = z.looseObject({ version: z.int().min(VERSION + 1) });

/** @returns what one of these files says; `null` for a damaged one; `later` for that of a newer Tierce */
export function readRemembered(text: string): Remembered | null | 'later' {
  const data = valueIn(text);
  const parsed = schema.safeParse(data);
  if (!parsed.success) return later.safeParse(data).success ? 'later' : null;
  const { version: _, systemSlot, ...remembered } = parsed.data;
  return systemSlot === null ? remembered : { ...remembered, systemSlot };
}

export function rememberedText({ revision, isSealed, vaultKey, newerJournal, systemSlot = null }: Remembered): string {
  const asked = systemSlot === null ? {} : { systemSlot };
  return `${JSON.stringify({ version: VERSION, revision, isSealed, vaultKey, newerJournal, ...asked })}\n`;
}

/** @returns the print by which the key of a notebook is recognised; `null` if there is no notebook */
export function printOf(vault: FileHeader['keys']['vault']): string | null {
  return vault === null ? null : createHash('sha256').update(vault.publicKey, 'base64').digest('hex');
}

/** @returns what is remembered of a file seen here for the first time: its word is taken */
export function firstSight({ revision, keys }: Pick<FileHeader, 'revision' | 'keys'>): Remembered {
  return { revision, isSealed: keys.file !== null, vaultKey: printOf(keys.vault), newerJournal: null };
}

/** @returns what the user has to be asked, or `null`. The more serious contradiction comes first. */
export function contradictionOf(
  remembered: Remembered | null,
  { name, header, reached, newerJournal }: Found,
  accepted: readonly ContradictionCode[],
): Contradiction | null {
  const { revision, savedAt, keys } = header;
  const isNewerKnown = newerJournal === null || newerJournal.look === remembered?.newerJournal;
  const contradictions: readonly Contradiction[] = [
    ...(remembered?.isSealed === true && keys.file === null ? [{ code: 'protection-lost' as const, name }] : []),
    ...(isNewerKnown ? [] : [{ code: 'journal-newer' as const, name, version: newerJournal.format, supported: FORMAT_VERSION }]),
    ...(remembered !== null && reached < remembered.revision
      ? [{ code: 'file-older' as const, name, revision, remembered: remembered.revision, savedAt }]
      : []),
  ];
  return contradictions.find(({ code }) => !accepted.includes(code)) ?? null;
}
