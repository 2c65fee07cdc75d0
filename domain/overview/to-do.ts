// What an accompaniment asks for: what is late and what is open, each once.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import { daysBetween } from '../time/calendar.ts';
import type { CalendarDate } from '../units.ts';
import { type Late, lateOn, openActions } from './late.ts';

/** An action that is not late, or anything that is. */
export type ToDo =
  | { readonly late: Late }
  | {
      readonly late: null;
      readonly action: RecordOf<'actions'>;
      /** Due within `SOON` days. */
      readonly isSoon: boolean;
    };

/** In days: about the time between two sessions. */
const SOON = 14;

/** @returns what is late, the most overdue first, then the open actions by their dates; those without one come last. */
export function toDoOn(accompaniment: Accompaniment, today: CalendarDate): readonly ToDo[] {
  const late = lateOn(accompaniment, today);
  const told = new Set(late.flatMap(({ table, record }) => (table === 'actions' ? [record.id] : [])));
  const open = openActions(accompaniment).filter(({ id }) => !told.has(id));
  return [
    ...late.map((one) => ({ late: one })),
    ...open.map((action) => ({
      late: null,
      action,
      isSoon: action.dueOn !== null && daysBetween(today, action.dueOn) <= SOON,
    })),
  ];
}
