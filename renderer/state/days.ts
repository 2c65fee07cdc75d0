// Which envelope and which kinds of work the window proposes for a time entry, and what the entry would consume.
import type { Accompaniment } from '@domain/document.ts';
import { type EnvelopeLine, type Ledger, ledgerOf } from '@domain/ledger/ledger.ts';
import { isOutside, standingOf } from '@domain/ledger/standing.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { inOrder } from '@domain/ordering.ts';
import { type CalendarDate, DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay } from '@domain/units.ts';
import { useTexts } from './texts.ts';
import { today } from './today.ts';
import { windowStore } from './window-state.ts';

const LEDGER_TABLES = ['envelopes', 'amendments', 'allocations', 'kinds', 'phases', 'timeEntries'] as const;

let lastLedger: { readonly of: Accompaniment; readonly on: CalendarDate; readonly ledger: Ledger } | null = null;

/** @returns the ledger of today, computed again only when the day or one of its tables has changed: it is needed at every keystroke. */
export function currentLedger(accompaniment: Accompaniment): Ledger {
  const on = today();
  const kept = lastLedger;
  if (kept !== null && kept.on === on && LEDGER_TABLES.every((table) => kept.of[table] === accompaniment[table])) return kept.ledger;
  const ledger = ledgerOf(accompaniment, on);
  lastLedger = { of: accompaniment, on, ledger };
  return ledger;
}

/** @returns the envelope to propose for a date: the first whose period includes it, else the first of all; `null` if there is none. */
export function envelopeFor(accompaniment: Accompaniment, date: CalendarDate): EnvelopeLine | null {
  const lines = currentLedger(accompaniment).envelopes;
  const inForce = lines.find(({ envelope }) => !isOutside(envelope, date));
  return inForce ?? lines[0] ?? null;
}

/** @returns the kinds of work in their order. */
export function kindsOf(accompaniment: Accompaniment): readonly RecordOf<'kinds'>[] {
  return inOrder(Object.values(accompaniment.kinds));
}

/** @returns a function that names a kind of work: by the title that the user gave it, else by the word for its code. */
export function useKindName(): (kind: Pick<RecordOf<'kinds'>, 'code' | 'title'> | undefined) => string {
  const { code } = useTexts().tables.kinds.choices;
  return (kind) => (kind === undefined ? '' : kind.title === '' ? code[kind.code] : kind.title);
}

/** @returns the length of a day in minutes, to read a duration: that of the envelope, else that of the accompanist. */
export function dayOf(line: EnvelopeLine | null): MinutesPerDay {
  // Main checked the length in the profile when it was saved.
  return line?.minutesPerDay ?? (windowStore.get().profile?.minutesPerDay as MinutesPerDay | undefined) ?? DEFAULT_DAY;
}

type Intended = Pick<RecordOf<'timeEntries'>, 'minutes' | 'kindId' | 'status' | 'envelopeId' | 'date'>;

/** @returns the minutes that an entry consumes of its envelope today: none if it is planned, not eligible, or dated later. */
export function consumed(accompaniment: Accompaniment, entry: Intended): Minutes {
  return standingOf(accompaniment, entry, today()) === 'counted' ? entry.minutes : minutes(0);
}

/** @returns the minutes that an entry consumes of its envelope today or on the day to come that it is dated. */
export function consumedInTime(accompaniment: Accompaniment, entry: Intended): Minutes {
  const standing = standingOf(accompaniment, entry, today());
  return standing === 'counted' || standing === 'later' ? entry.minutes : minutes(0);
}
