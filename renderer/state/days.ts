// Which envelope and kinds the window proposes for a piece of work.
import type { Accompaniment } from '@domain/document.ts';
import { type EnvelopeLine, isFunded, type Ledger, ledgerOf } from '@domain/ledger/ledger.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { inOrder } from '@domain/ordering.ts';
import { type CalendarDate, DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay } from '@domain/units.ts';
import { useTexts } from './texts.ts';
import { today } from './today.ts';
import { windowStore } from './window-state.ts';

const LEDGER_TABLES = ['envelopes', 'amendments', 'allocations', 'kinds', 'phases', 'timeEntries'] as const;

let lastLedger: { readonly of: Accompaniment; readonly on: CalendarDate; readonly ledger: Ledger } | null = null;

/** @returns the ledger of today, reckoned again only when one of its tables has changed: it is asked for at every key. */
export function currentLedger(accompaniment: Accompaniment): Ledger {
  const on = today();
  const kept = lastLedger;
  if (kept !== null && kept.on === on && LEDGER_TABLES.every((table) => kept.of[table] === accompaniment[table])) return kept.ledger;
  const ledger = ledgerOf(accompaniment, on);
  lastLedger = { of: accompaniment, on, ledger };
  return ledger;
}

/** @returns the envelope to propose for a date: one whose period holds it, else the first; `null` without any. */
export function envelopeFor(accompaniment: Accompaniment, date: CalendarDate): EnvelopeLine | null {
  const lines = currentLedger(accompaniment).envelopes;
  const inForce = lines.find(
    ({ envelope }) => (envelope.startsOn === null || envelope.startsOn <= date) && (envelope.endsOn === null || date <= envelope.endsOn),
  );
  return inForce ?? lines[0] ?? null;
}

/** @returns the kinds of work in their order. */
export function kindsOf(accompaniment: Accompaniment): readonly RecordOf<'kinds'>[] {
  return inOrder(Object.values(accompaniment.kinds));
}

/** @returns how to name a kind of work: as the user calls it, else by its code. */
export function useKindName(): (kind: Pick<RecordOf<'kinds'>, 'code' | 'title'> | undefined) => string {
  const { code } = useTexts().tables.kinds.choices;
  return (kind) => (kind === undefined ? '' : kind.title === '' ? code[kind.code] : kind.title);
}

/** @returns the length of a day by which a duration is read: of the envelope, else of the accompanist. */
export function dayOf(line: EnvelopeLine | null): MinutesPerDay {
  return line?.minutesPerDay ?? (windowStore.get().profile?.minutesPerDay as MinutesPerDay | undefined) ?? DEFAULT_DAY; // checked by main when it was kept
}

type Intended = Pick<RecordOf<'timeEntries'>, 'minutes' | 'kindId' | 'status' | 'envelopeId'>;

/** @returns what an entry would consume of its envelope: nothing when it is planned or not eligible. */
export function consumed(accompaniment: Accompaniment, entry: Intended): Minutes {
  return entry.status === 'done' && isFunded(accompaniment, entry) ? entry.minutes : minutes(0);
}
