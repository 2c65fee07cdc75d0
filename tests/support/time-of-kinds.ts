// An accompaniment with much time of kinds of work that have these names: no screen names kinds freely, but a file may hold any.
import { type Accompaniment, applyChanges, type Change, emptyDocument } from '@domain/document.ts';
import { blankFields } from '@domain/tables/blank.ts';
import type { FieldValue, TableName } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant, minutes, WHOLE_DAY } from '@domain/units.ts';

const FIRST_DAY = calendarDate('2026-03-01');
const ENTERED_AT = instant('2026-03-01T08:00:00.000Z');

/** Of each kind of work so many entries of 24 days of the contract, half of them in the first of two phases and half in none. */
export function accompanimentWithTime(names: readonly string[], count: number): Accompaniment {
  const shared = [
    added('mission', 'single', { title: 'Offre commune' }),
    added('envelopes', 'envelope', { funder: 'DLA 77', grantedMinutes: minutes(360), minutesPerDay: 60 }),
    added('phases', 'phase-1', { title: 'Cadrage et analyse', order: 'a' }),
    added('phases', 'phase-2', { title: 'Diagnostic croisé', order: 'b' }),
  ];
  const kinds = names.map((title, index) =>
    added('kinds', `kind-${index}`, { title, code: 'other', isEligible: true, order: `a${index}` }),
  );
  const entries = kinds.flatMap(({ id: kindId }) =>
    Array.from({ length: count }, (_, index) =>
      added('timeEntries', `${kindId}-${index}`, {
        date: addDays(FIRST_DAY, index % 90),
        minutes: minutes(WHOLE_DAY),
        kindId,
        status: 'done',
        envelopeId: 'envelope',
        phaseId: index % 2 === 0 ? 'phase-1' : null,
        enteredAt: ENTERED_AT,
      }),
    ),
  );
  return applyChanges(emptyDocument('accompaniment'), [...shared, ...kinds, ...entries]).accompaniment;
}

function added(table: TableName, id: string, fields: Readonly<Record<string, FieldValue>>): Change {
  return { table, id, before: null, after: { id, ...blankFields(table), ...fields } };
}
