// What is in a box as data, and the marks that every sealed content may bear.
import { type Instant, isInstant } from '@domain/units.ts';

export type Parsed = Readonly<Record<string, unknown>>;
/**
 * `writtenAt` orders the records of one day; those without it are older.
 * `dropped`: it came in while the notebook was locked, and nobody has claimed it since.
 */
export type Marks = { readonly writtenAt?: Instant; readonly dropped?: true };

const MARKS = ['writtenAt', 'dropped'];

/** @returns the object in these bytes; `null` if they are neither UTF-8 nor an object in JSON: no Tierce seals that */
export function dataIn(bytes: Uint8Array): Parsed | null {
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : null;
  } catch {
    return null;
  }
}

/** @returns the marks alone; `null` if one of them is not what Tierce writes */
export function marksIn({ writtenAt, dropped }: Parsed): Marks | null {
  if (!(writtenAt === undefined || (typeof writtenAt === 'string' && isInstant(writtenAt)))) return null;
  if (!(dropped === undefined || dropped === true)) return null;
  return { ...(writtenAt === undefined ? {} : { writtenAt }), ...(dropped === undefined ? {} : { dropped }) };
}

/** @returns whether there is nothing but these fields and marks */
export function hasOnly(data: Parsed, fields: readonly string[]): boolean {
  return Object.keys(data).every((name) => fields.includes(name) || MARKS.includes(name));
}
