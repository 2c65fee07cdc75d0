// The ledger: the one rule by which every screen and document counts funded days.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import { type CalendarDate, type Minutes, minutes, type MinutesPerDay, minutesPerDay, sumMinutes } from '../units.ts';

/** Minutes with the days that they make in the contracts they belong to. Days are exact, rounded only where they are shown. */
export type Quantity = { readonly minutes: Minutes; readonly days: number };

export type EnvelopeLine = {
  readonly envelope: RecordOf<'envelopes'>;
  readonly minutesPerDay: MinutesPerDay;
  /** Days granted at first plus the amendments in force. */
  readonly granted: Minutes;
  /** Opening balance plus eligible entries done. */
  readonly counted: Minutes;
  readonly planned: Minutes;
  /** granted − counted; negative when overrun. */
  readonly remaining: Minutes;
};

export type PhaseLine = {
  /** `null`: entries of no phase. */
  readonly phaseId: string | null;
  readonly allocated: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  /** Counted minutes by kind of work. */
  readonly byKind: ReadonlyMap<string, Quantity>;
  /** Shares set aside for one kind of work; those of the phase as a whole stand in `allocated` alone. */
  readonly allocatedByKind: ReadonlyMap<string, Quantity>;
};

export type Ledger = {
  readonly envelopes: readonly EnvelopeLine[];
  readonly granted: Quantity;
  readonly opening: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  readonly remaining: Quantity;
  /** Part of `counted`: eligible entries done that nobody has signed yet. No sheet is signed in this version, so that it is all of them. */
  readonly toSign: Quantity;
  /** Done, but consuming nothing: of a kind that is not eligible, or of no envelope. In minutes, since no contract's day applies. */
  readonly unfunded: Minutes;
  readonly phases: readonly PhaseLine[];
};

/**
 * remaining = granted (amendments in force on `on`) − counted (opening balance and eligible entries done, signed or not); planned never reduces it.
 * @param on the day of which the state is asked
 * @source features.md F4
 */
export function ledgerOf(accompaniment: Accompaniment, on: CalendarDate): Ledger {
  const entries = Object.values(accompaniment.timeEntries);
  const envelopes = envelopeLines(accompaniment, on);
  const funded = entries.filter((entry) => isFunded(accompaniment, entry));
  return {
    envelopes,
    granted: total(envelopes, (line) => line.granted),
    opening: total(envelopes, (line) => minutes(line.envelope.openingMinutes)),
    counted: total(envelopes, (line) => line.counted),
    planned: total(envelopes, (line) => line.planned),
    remaining: total(envelopes, (line) => line.remaining),
    toSign: total(envelopes, (line) => minutes(line.counted - line.envelope.openingMinutes)),
    unfunded: sumMinutes(entries.filter((entry) => entry.status === 'done' && !isFunded(accompaniment, entry)).map((entry) => entry.minutes)),
    phases: phaseLines(accompaniment, funded),
  };
}

/** @returns the line of each envelope on a day; see `ledgerOf`. */
export function envelopeLines(accompaniment: Accompaniment, on: CalendarDate): readonly EnvelopeLine[] {
  const entries = Object.values(accompaniment.timeEntries);
  return Object.values(accompaniment.envelopes).map((envelope) => envelopeLine(accompaniment, envelope, entries, on));
}

/** @returns whether an entry consumes funded days once done: it has an envelope and its kind of work is eligible. */
export function isFunded(accompaniment: Accompaniment, entry: Pick<RecordOf<'timeEntries'>, 'envelopeId' | 'kindId'>): boolean {
  return entry.envelopeId !== null && accompaniment.envelopes[entry.envelopeId] !== undefined && accompaniment.kinds[entry.kindId]?.isEligible === true;
}

/** @returns the line of one envelope, or `null` where there is none of that id. */
export function envelopeLineOf(ledger: Ledger, envelopeId: string): EnvelopeLine | null {
  return ledger.envelopes.find((line) => line.envelope.id === envelopeId) ?? null;
}

/** @returns minutes with the days that they make in a contract of that day. */
export function quantity(amount: Minutes, day: MinutesPerDay): Quantity {
  return { minutes: amount, days: amount / day };
}

function envelopeLine(accompaniment: Accompaniment, envelope: RecordOf<'envelopes'>, entries: readonly RecordOf<'timeEntries'>[], on: CalendarDate): EnvelopeLine {
  const amended = Object.values(accompaniment.amendments).filter((amendment) => amendment.envelopeId === envelope.id && amendment.on <= on);
  const own = entries.filter((entry) => entry.envelopeId === envelope.id && isFunded(accompaniment, entry));
  const granted = sumMinutes([envelope.grantedMinutes, ...amended.map((amendment) => amendment.minutes)]);
  const counted = sumMinutes([envelope.openingMinutes, ...minutesOf(own, 'done')]);
  return {
    envelope, granted, counted,
    minutesPerDay: minutesPerDay(envelope.minutesPerDay),
    planned: sumMinutes(minutesOf(own, 'planned')),
    remaining: minutes(granted - counted),
  };
}

function phaseLines(accompaniment: Accompaniment, funded: readonly RecordOf<'timeEntries'>[]): readonly PhaseLine[] {
  const phases = Object.values(accompaniment.phases).toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const lines = phases.map((phase) => phaseLine(accompaniment, phase.id, funded));
  const loose = phaseLine(accompaniment, null, funded);
  return loose.counted.minutes === 0 && loose.planned.minutes === 0 ? lines : [...lines, loose];
}

function phaseLine(accompaniment: Accompaniment, phaseId: string | null, funded: readonly RecordOf<'timeEntries'>[]): PhaseLine {
  const own = funded.filter((entry) => entry.phaseId === phaseId);
  const done = own.filter((entry) => entry.status === 'done');
  const allocations = Object.values(accompaniment.allocations).filter((allocation) => allocation.phaseId === phaseId);
  return {
    phaseId,
    allocated: addUp(accompaniment, allocations),
    counted: addUp(accompaniment, done),
    planned: addUp(accompaniment, own.filter((entry) => entry.status === 'planned')),
    byKind: byKind(accompaniment, done),
    allocatedByKind: byKind(accompaniment, allocations),
  };
}

function byKind(accompaniment: Accompaniment, parts: readonly (Part & { readonly kindId: string | null })[]): ReadonlyMap<string, Quantity> {
  const kinds = [...new Set(parts.flatMap((part) => part.kindId ?? []))];
  return new Map(kinds.map((kindId) => [kindId, addUp(accompaniment, parts.filter((part) => part.kindId === kindId))]));
}

type Part = { readonly envelopeId: string | null; readonly minutes: Minutes };

/** Sums minutes of several contracts, each turned into days with its own factor. */
function addUp(accompaniment: Accompaniment, parts: readonly Part[]): Quantity {
  const byEnvelope = new Map<string, number>();
  for (const part of parts) byEnvelope.set(part.envelopeId ?? '', (byEnvelope.get(part.envelopeId ?? '') ?? 0) + part.minutes);
  const amounts = [...byEnvelope];
  return {
    minutes: minutes(amounts.reduce((sum, [, amount]) => sum + amount, 0)),
    days: amounts.reduce((sum, [id, amount]) => sum + amount / (accompaniment.envelopes[id]?.minutesPerDay ?? 420), 0),
  };
}

function total(lines: readonly EnvelopeLine[], amountOf: (line: EnvelopeLine) => Minutes): Quantity {
  return {
    minutes: sumMinutes(lines.map(amountOf)),
    days: lines.reduce((sum, line) => sum + amountOf(line) / line.minutesPerDay, 0),
  };
}

function minutesOf(entries: readonly RecordOf<'timeEntries'>[], status: RecordOf<'timeEntries'>['status']): readonly Minutes[] {
  return entries.filter((entry) => entry.status === status).map((entry) => entry.minutes);
}
