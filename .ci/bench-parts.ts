// Shared parts of the benchmarks: a full document, medians taken alternately, and the raw write that a save is compared with.
import { randomBytes, randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CommandContext } from '../domain/commands/context.ts';
import { newRecord } from '../domain/commands/record-commands.ts';
import { planCommand } from '../domain/commands/run-command.ts';
import { applyChanges, type Change, type Document, emptyDocument } from '../domain/document.ts';
import { expectOk } from '../domain/result.ts';
import { addDays } from '../domain/time/calendar.ts';
import { calendarDate, instant, minutes } from '../domain/units.ts';
import type { FileHeader } from '../main/files/envelope.ts';
import { methodOf } from '../main/methods.ts';
import { orderBetween } from '../main/order-keys.ts';

export const context: CommandContext = {
  now: instant('2026-04-14T12:00:00.000Z'),
  today: calendarDate('2026-04-14'),
  by: 'bench',
  work: { function: '', firm: '' },
  paper: { letterhead: '', logo: '' },
  newId: () => randomUUID(),
  orderBetween,
  method: methodOf,
};

/**
 * Between two acts, in milliseconds: a person pauses for longer. Without it one act finds processor and disk busy from the other, and the
 * comparison is unfair.
 */
const REST_MS = 5;

/** The median of `rounds` timings, in milliseconds, after one that does not count. */
export async function median(rounds: number, act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await setTimeout(REST_MS);
    const from = performance.now();
    await act();
    if (round > 0) times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * How long nothing else is answered during an act: its longest pause, the median of `rounds` after one that does not count. In
 * milliseconds.
 */
export async function longestPause(rounds: number, act: () => Promise<unknown>): Promise<number> {
  const pauses: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await setTimeout(REST_MS);
    const pause = await longestPauseOf(act);
    if (round > 0) pauses.push(pause);
  }
  return pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
}

export async function longestPauseOf(act: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await act();
  isOver = true;
  look();
  return longest;
}

/** Measures two acts alternately, so that other load on the machine affects both. */
export async function compare(
  rounds: number,
  ours: () => Promise<unknown>,
  raw: () => Promise<unknown>,
): Promise<{ readonly ours: number; readonly raw: number }> {
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = [await median(1, ours), await median(1, raw)] as const;
    if (round > 0) pairs.push(pair);
  }
  const middle = (index: 0 | 1) => pairs.map((pair) => pair[index]).toSorted((a, b) => a - b)[Math.floor(pairs.length / 2)] ?? 0;
  return { ours: middle(0), raw: middle(1) };
}

/** Writes bytes beside their target, flushes them and renames them into place. @returns milliseconds */
export async function flushedWrite(folder: string, bytes: Uint8Array): Promise<number> {
  const from = performance.now();
  const target = path.join(folder, 'raw.bin');
  const handle = await open(`${target}.tmp`, 'w');
  await handle.write(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${target}.tmp`, target);
  return performance.now() - from;
}

export function firstOf(table: Readonly<Record<string, unknown>>): string {
  return Object.keys(table)[0] ?? '';
}

export function header(): FileHeader {
  return { fileId: 'bench-file-1', copyOf: null, revision: 0, savedBy: 'bench', savedAt: context.now, keys: { file: null, vault: null } };
}

export function fullDocument(size: { readonly sessions: number; readonly entries: number; readonly notes: number }): Document {
  const draft = {
    scheme: 'coorace',
    title: 'Mesure',
    territory: '',
    startsOn: null,
    endsOn: null,
    commissioner: '',
    officer: '',
    need: '',
    expectedResults: '',
    organisations: [],
    envelope: {
      funder: 'DLA',
      contract: '',
      grantedMinutes: minutes(999_999),
      minutesPerDay: 420,
      openingMinutes: minutes(0),
      overrun: 'refuse',
    },
    sessionsBefore: 0,
  } as const;
  const started = applyChanges(
    emptyDocument('accompaniment'),
    expectOk(planCommand(emptyDocument('accompaniment'), { name: 'accompaniment.start', args: { draft } }, context)).changes,
  );
  const kindId = firstOf(started.accompaniment.kinds);
  const envelopeId = firstOf(started.accompaniment.envelopes);
  const changes: Change[] = [];
  const add = (table: Change['table'], fields: Readonly<Record<string, string | number | null>>) => {
    const record = newRecord(started, table, fields, context);
    changes.push({ table, id: record.id, before: null, after: record });
  };
  for (let index = 0; index < size.sessions; index += 1)
    add('sessions', {
      title: `Séance ${index}`,
      number: String(index + 1), // as in a file that has been worked in: the first change would number them all
      date: addDays(context.today, index % 365),
      account: 'Une phrase du relevé. '.repeat(40),
    });
  for (let index = 0; index < size.entries; index += 1)
    add('timeEntries', { date: addDays(context.today, index % 365), minutes: 15, kindId, envelopeId, note: `Saisie ${index}` });
  for (let index = 0; index < size.notes; index += 1) {
    const id = randomUUID();
    changes.push({ table: 'privateNotes', id, before: null, after: { id, box: `s.${randomBytes(284).toString('base64')}` } });
  }
  return applyChanges(started, changes);
}

export function megabytes(bytes: number): string {
  return bytes < 200_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
