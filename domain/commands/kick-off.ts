// The three-party kick-off is told in three places: its day in the frame, its step, and the phase that begins with it. It is typed once.
import type { Change, Document } from '../document.ts';
import { type AnyRecord, onlyOf, type RecordOf, type TableName } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';

/** The step of the method. @source resources/method/dla.json, "Tenir la réunion de cadrage à trois" */
const KICK_OFF_STEP = 'dla-framing-2';

type Day = CalendarDate | null;
type Moved = { readonly from: Day; readonly to: CalendarDate };

/**
 * Once the day of the kick-off is typed, in the frame or at the step, the other has it too and its phase has begun; when it is corrected,
 * what agreed with it goes along. A day to come does nothing yet.
 * @returns the changes, with those that follow from them
 */
export function withKickOff(document: Document, changes: readonly Change[], today: CalendarDate): readonly Change[] {
  const isToldThere = changes.some(({ table }) => table === 'mission' || table === 'steps');
  if (document.kind !== 'accompaniment' || !isToldThere) return changes;
  const { mission, steps, phases } = document.accompaniment;
  const frame = onlyOf(mission);
  const step = Object.values(steps).find(({ methodKey }) => methodKey === KICK_OFF_STEP);
  if (frame === undefined || step === undefined) return changes;
  const moved = movedIn(changes, 'mission', frame.id, 'kickOffOn') ?? movedIn(changes, 'steps', step.id, 'doneOn');
  if (moved === null || moved.to > today) return changes;
  const day = toldBefore(changes, frame, step, moved);
  const phase = phases[step.phaseId];
  return [
    ['mission', frame, follows(frame.kickOffOn, moved) ? { kickOffOn: day } : {}] as const,
    ['steps', step, follows(step.doneOn, moved) ? { doneOn: day } : {}] as const,
    ...(phase === undefined ? [] : [['phases', phase, begun(phase, moved, day)] as const]),
  ].reduce<readonly Change[]>((all, [table, record, fields]) => withFields(all, table, record, fields), changes);
}

/** A step that is ticked afterwards was done on the day that the frame tells. */
function toldBefore(changes: readonly Change[], frame: RecordOf<'mission'>, step: RecordOf<'steps'>, { from, to }: Moved): CalendarDate {
  const isTicked = from === null && movedIn(changes, 'steps', step.id, 'doneOn') !== null;
  return isTicked && frame.kickOffOn !== null && frame.kickOffOn <= to ? frame.kickOffOn : to;
}

/** What is empty, or told the same day before. */
function follows(own: Day, { from }: Moved): boolean {
  return own === null || own === from;
}

function begun(phase: RecordOf<'phases'>, moved: Moved, day: CalendarDate): Readonly<Record<string, unknown>> {
  if (phase.status === 'planned') return { status: 'running', startedOn: phase.startedOn ?? day };
  return phase.startedOn !== null && phase.startedOn === moved.from ? { startedOn: day } : {};
}

function movedIn(changes: readonly Change[], table: TableName, id: string, field: string): Moved | null {
  const change = changes.find((one) => one.table === table && one.id === id);
  if (change === undefined || change.before === null || change.after === null) return null;
  const [from, to] = [change.before[field] as Day, change.after[field] as Day]; // both fields hold a date or nothing
  return to === null || to === from ? null : { from, to };
}

function withFields(
  changes: readonly Change[],
  table: TableName,
  record: AnyRecord,
  fields: Readonly<Record<string, unknown>>,
): readonly Change[] {
  const names = Object.keys(fields);
  const own = changes.find((change) => change.table === table && change.id === record.id);
  const now = own?.after ?? record;
  if (names.every((name) => now[name] === fields[name])) return changes;
  const change = { table, id: record.id, before: own?.before ?? record, after: { ...now, ...fields } as AnyRecord };
  return own === undefined ? [...changes, change] : changes.map((one) => (one === own ? change : one));
}
