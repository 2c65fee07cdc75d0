// The entries of a journal: steps, marks, and who holds it. They are parsed strictly, although the folder is our own.
import type { Step } from '@domain/commands/step.ts';
import type { Change } from '@domain/document.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import { type AnyRecord, isTableName } from '@domain/tables/tables.ts';
import { isCalendarDate, isInstant } from '@domain/units.ts';
import { type ContentName, FORMAT_VERSION, LONGEST_SAVED_BY, MOST_REVISION } from '../files/envelope.ts';
import { isObject, type JsonObject, objectIn } from '../files/json.ts';
import { migrateChange } from '../files/migrations.ts';

/**
 * step: a change. A mark says that a file whose bytes have this digest holds every step up to this revision:
 * saving is written before the file is replaced, saved afterwards. A crash in between leaves either content, and both are recognised.
 * held: whoever writes the lines from here on; they took over everything before it up to this revision.
 */
export type Mark = { readonly kind: 'saving' | 'saved' } & ContentName;
export type Noted = { readonly kind: 'step'; readonly step: Step } | Mark | { readonly kind: 'held'; readonly revision: number };
/** `token`: of the holder that wrote it; `null` in a line of an older Tierce. */
export type JournalEntry = Noted & { readonly token: string | null };

/**
 * @param holder the token of whoever writes it now; an entry written earlier keeps its own
 * @returns an entry as a line of the journal holds it, with the version in which its records are written
 */
export function entryText({ token = null, ...noted }: Noted & { readonly token?: string | null }, holder: string): string {
  return JSON.stringify({ v: FORMAT_VERSION, by: token ?? holder, ...noted });
}

/** @returns the entry of a line, its records migrated; `null` for a line that no Tierce up to this one would have written */
export function readEntry(text: string): JournalEntry | null {
  const data = objectIn(text); // text from under a seal that has been removed since is not JSON
  if (data === null) return null;
  const { v: version = 1, by: token = null } = data; // older lines had neither
  if (!isVersion(version) || !(token === null || typeof token === 'string')) return null;
  const noted = notedIn(data, version);
  return noted === null ? null : { ...noted, token };
}

function notedIn(data: JsonObject, version: number): Noted | null {
  const { kind, revision, digest } = data;
  if (kind === 'step') {
    const step = isObject(data['step']) ? stepIn(data['step'], version) : null;
    return step === null ? null : { kind, step };
  }
  if (!isRevision(revision)) return null;
  if (kind === 'held') return { kind, revision };
  const isMark = (kind === 'saving' || kind === 'saved') && typeof digest === 'string' && DIGEST_FORM.test(digest);
  return isMark ? { kind, revision, digest } : null;
}

const DIGEST_FORM = /^[0-9a-f]{64}$/;

function stepIn({ revision, kind, of, isAct, at, by, label, changes }: JsonObject, version: number): Step | null {
  const isPlaced = isRevision(revision) && (of === null || isRevision(of)) && (kind === 'do' || kind === 'undo' || kind === 'redo');
  if (
    !isPlaced ||
    (kind === 'do') !== (of === null) ||
    typeof isAct !== 'boolean' ||
    typeof by !== 'string' ||
    by.length > LONGEST_SAVED_BY ||
    typeof at !== 'string' ||
    !isInstant(at)
  )
    return null;
  if (!isLabel(label) || !Array.isArray(changes)) return null;
  const sound = changes.map((change: unknown) => changeIn(change, version)).filter((change) => change !== null);
  return sound.length === changes.length ? { revision, kind, of, isAct, at, by, label, changes: sound } : null;
}

function isLabel(label: unknown): label is Step['label'] {
  if (!isObject(label)) return false;
  const { command, table, title, time } = label;
  const isNamed = typeof command === 'string' && typeof title === 'string' && (table === null || typeof table === 'string');
  return isNamed && (time === undefined || isTimeTold(time));
}

function isTimeTold(time: unknown): boolean {
  if (!isObject(time)) return false;
  const { minutes, minutesPerDay, date } = time;
  const isDay = minutesPerDay === null || (Number.isInteger(minutesPerDay) && Number(minutesPerDay) > 0);
  return Number.isInteger(minutes) && isDay && typeof date === 'string' && isCalendarDate(date);
}

function changeIn(data: unknown, version: number): Change | null {
  if (!isObject(data)) return null;
  const { table, id, before, after } = data;
  if (typeof table !== 'string' || !isTableName(table) || typeof id !== 'string' || !isRecord(before) || !isRecord(after)) return null;
  const change = migrateChange({ table, id, before, after }, version);
  if (change === null) return null;
  const isSound = (record: AnyRecord | null): boolean => record === null || isSoundRecord(table, id, record);
  return isSound(change.before) && isSound(change.after) ? change : null;
}

/** Only its shape; whether it is a record of its table is checked once it has been migrated. */
function isRecord(value: unknown): value is AnyRecord | null {
  return value === null || isObject(value);
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= FORMAT_VERSION;
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_REVISION;
}
