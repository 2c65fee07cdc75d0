// The strict schema of everything around the document in a file.
import { z } from 'zod';
import { type Instant, isInstant } from '@domain/units.ts';
import { MOST_EARLIER } from '../vault/key-slots.ts';
import { FORMAT, FORMAT_VERSION, LONGEST_SAVED_BY, MOST_REVISION } from './envelope.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** Random, meaningless, safe as part of a file name. */
export const FILE_ID_FORM = /^[a-z0-9-]{8,64}$/;
const fileId = z.string().regex(FILE_ID_FORM);
const cost = {
  n: z
    .int()
    .min(1)
    .max(2 ** 24),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(64),
};
const slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), salt: base64.max(64), ...cost, wrapped: base64.max(200) }),
  z.strictObject({ kind: z.literal('recovery'), salt: base64.max(64), wrapped: base64.max(200) }),
  z.strictObject({ kind: z.literal('system'), wrapped: base64.max(4000) }),
]);
const earlier = { id: fileId, wrapped: base64.max(200) };
/** 32 bytes. */
const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const privateKey = base64.max(400);
const fewEarlier = <T extends z.ZodType>(each: T) => z.array(each).min(1).max(MOST_EARLIER).optional();
const ring = { id: fileId, slots: z.array(slot).min(1).max(8) };
/** The keys of a file: of the whole file, and of its notebook. */
export const keysSchema = z.strictObject({
  file: z.strictObject({ ...ring, earlier: fewEarlier(z.strictObject(earlier)) }).nullable(),
  vault: z.strictObject({ ...ring, publicKey, privateKey, earlier: fewEarlier(z.strictObject({ ...earlier, privateKey })) }).nullable(),
});
/** Only its shape: its records are checked one by one, against their tables. */
const section = z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
/** Whether the data is Base64 turns out when it is opened. */
const sealedSection = z.strictObject({ sealedAt: z.int().min(0).max(MOST_REVISION), data: z.string() });
const instant = z.string().refine(isInstant, 'no such instant') as unknown as z.ZodType<Instant>; // just checked

/** What every file says of itself in the clear. */
const clear = {
  format: z.literal(FORMAT),
  formatVersion: z.int().min(1).max(FORMAT_VERSION),
  kind: z.enum(['accompaniment', 'person']),
  fileId,
  revision: z.int().min(0).max(MOST_REVISION),
  keys: keysSchema,
  digest: z.string(),
};
/** What a sealed file says only in its manifest, from version 4 on. */
const author = { copyOf: fileId.nullable(), savedBy: z.string().max(LONGEST_SAVED_BY), savedAt: instant };
const header = { ...clear, ...author };
/** Entries and contents are checked one by one; versions before 3 had none. */
const list = z.custom<readonly unknown[]>(Array.isArray);
/** Whether it is Base64 turns out when it is opened. */
const block = z.string();

export const clearSchema = z.object(clear);
/** Everything but the sections, which are checked separately. */
export const headerSchema = z.object(header);
/** A plain file: nothing but what the format names. */
export const plainBodySchema = z.strictObject({
  ...header,
  accompaniment: section,
  desk: section,
  vault: section,
  history: list,
  attachments: section,
});
/** A sealed file: its manifest, and blocks of ciphertext by their names. */
export const sealedBodySchema = z.strictObject({
  ...clear,
  manifest: block,
  blocks: z.record(z.string().regex(/^[0-9a-f]{32}$/), block),
  attachments: section,
});
/** A sealed file of a version before 4: its sections are ciphertext. */
export const sealedSectionsSchema = z.strictObject({
  ...header,
  accompaniment: sealedSection,
  desk: sealedSection,
  vault: sealedSection,
  history: z.union([sealedSection, list]),
  attachments: section,
});
