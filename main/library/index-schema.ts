// The form of the index kept between starts: what Home shows of a folder's plain files, and which files are sealed or personal.
import { z } from 'zod';
import { lateReasons, lateTables } from '@domain/overview/late.ts';
import type { Summary } from '@domain/summary.ts';
import { TABLES } from '@domain/tables/tables.ts';
import { type CalendarDate, type ClockTime, isCalendarDate, isClockTime } from '@domain/units.ts';
import { FILE_ID_FORM } from '../files/envelope-schema.ts';
import { valueIn } from '../files/json.ts';

/**
 * `look`: as from `lookOf`; `on`: the day for which it was computed. Of a sealed file only the id is kept, of a personal one neither id
 * nor summary.
 */
export type Indexed = { readonly name: string; readonly look: string; readonly on: CalendarDate } & (
  | { readonly state: 'readable'; readonly fileId: string; readonly summary: Summary }
  | { readonly state: 'sealed'; readonly fileId: string }
  | { readonly state: 'person' }
);
export type IndexedFolder = { readonly folder: string; readonly files: readonly Indexed[] };

/** The form of this version; with any other the files are read again. */
const VERSION = 3;
const LONGEST_TEXT = 1_000;
const MOST_UPCOMING = 10;
const MOST_FILES = 10_000;

const text = z.string().max(LONGEST_TEXT);
const day = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value));
const time = z.custom<ClockTime>((value) => typeof value === 'string' && isClockTime(value));
const days = z.number();
const count = z.int().min(0);
const upcoming = z.strictObject({ sessionId: text, title: text, date: day, startsAt: time.nullable(), place: text });
const summary = z.strictObject({
  title: text,
  scheme: z.enum(TABLES.mission.fields.scheme.choices),
  organisations: count,
  phase: text.nullable(),
  phaseKey: text,
  phaseStatus: z.enum(TABLES.phases.fields.status.choices).nullable(),
  closedOn: day.nullable(),
  days: z.strictObject({ granted: days, counted: days, remaining: days }).nullable(),
  forecast: z.union([z.strictObject({ state: z.enum(['none', 'enough']) }), z.strictObject({ state: z.enum(['over', 'missing']), days })]),
  late: z.strictObject({
    count,
    longest: z
      .strictObject({
        table: z.enum(lateTables()),
        reason: z.enum(lateReasons()),
        title: text,
        days: count,
      })
      .nullable(),
  }),
  toConfirm: count,
  upcoming: z.array(upcoming).max(MOST_UPCOMING),
  lastSessionOn: day.nullable(),
  quietDays: count.nullable(),
}) satisfies z.ZodType<Summary>;
const common = { name: text, look: text, on: day };
const fileId = z.string().regex(FILE_ID_FORM);
const indexed = z.discriminatedUnion('state', [
  z.strictObject({ ...common, state: z.literal('readable'), fileId, summary }),
  z.strictObject({ ...common, state: z.literal('sealed'), fileId }),
  z.strictObject({ ...common, state: z.literal('person') }),
]) satisfies z.ZodType<Indexed>;
const schema = z.strictObject({ version: z.literal(VERSION), folder: z.string(), files: z.array(indexed).max(MOST_FILES) });

/** @returns the content of an index; `null` unless it is sound */
export function readIndex(written: string): IndexedFolder | null {
  const parsed = schema.safeParse(valueIn(written));
  return parsed.success ? { folder: parsed.data.folder, files: parsed.data.files } : null;
}

export function indexText({ folder, files }: IndexedFolder): string {
  return JSON.stringify({ version: VERSION, folder, files: files.slice(0, MOST_FILES) });
}
