// The only way in which a document moves forward: every road applies its changes here, under all guards.
import { type Change, type Document, recordOf } from '../document.ts';
import type { EditFailure } from '../failures.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { AnyRecord } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';
import { type Guard, Proposal } from './guard.ts';
import { kindOfFile, nothingDangling, referencesExist, registersGrow, singleRecord } from './record-guards.ts';
import { recordShape } from './record-shape.ts';
import {
  envelopeNotNegative,
  movesAfterArrival,
  oneAttendance,
  overrunAsAgreed,
  periodAsAgreed,
  periodsInOrder,
  sessionTimes,
  timeOfADay,
} from './trade-guards.ts';

/** Every road by which changes enter a document. A test runs each guard on each of them. */
export const ROADS = ['command', 'undo', 'redo', 'recovery'] as const;
export type Road = (typeof ROADS)[number];

/** Every rule. The shape of records comes first, so that the others can rely on it. */
export const GUARDS: readonly Guard[] = [
  recordShape,
  kindOfFile,
  singleRecord,
  referencesExist,
  nothingDangling,
  registersGrow,
  sessionTimes,
  periodsInOrder,
  oneAttendance,
  movesAfterArrival,
  timeOfADay,
  envelopeNotNegative,
  periodAsAgreed,
  overrunAsAgreed,
];

/**
 * Judges changes: each must find the record that it expects, and no guard may refuse.
 * @returns the proposal, whose `after` is the new document; or record-changed, or the refusal of the first guard that objects
 */
export function judge(
  before: Document,
  changes: readonly Change[],
  today: CalendarDate,
  guards: readonly Guard[] = GUARDS,
): Result<Proposal, EditFailure> {
  const changed = changes.find((change) => !isSameRecord(recordOf(before, change.table, change.id), change.before));
  if (changed !== undefined) return refuse({ code: 'record-changed', table: changed.table, id: changed.id });
  const proposal = new Proposal(before, changes, today);
  for (const guard of guards) {
    const failure = guard.check(proposal);
    if (failure !== null) return refuse(failure);
  }
  return ok(proposal);
}

/** @returns the document after the changes, if they pass; see `judge`. */
export function advance(
  before: Document,
  changes: readonly Change[],
  today: CalendarDate,
  guards: readonly Guard[] = GUARDS,
): Result<Document, EditFailure> {
  const judged = judge(before, changes, today, guards);
  return judged.ok ? ok(judged.value.after) : judged;
}

/** @returns whether two records hold the same values, in whatever order of fields. */
export function isSameRecord(a: AnyRecord | null, b: AnyRecord | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}
