// The ledger: the one rule by which every screen and document counts funded days.
import type { Accompaniment } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import type { RecordOf } from '../tables/tables.ts';
import { type Sums, sumsOf, tallyOf } from '../tally.ts';
import { type CalendarDate, type Minutes, minutes, type MinutesPerDay, minutesPerDay, sumMinutes } from '../units.ts';
import { inOrder } from '../ordering.ts';
import { envelopesInOrder } from './envelopes-in-order.ts';

/** Minutes, and the days that they make in their contracts. Days are exact, rounded only where they are shown. */
export type Quantity = { readonly minutes: Minutes; readonly days: number };

export type EnvelopeLine = {
  readonly envelope: RecordOf<'envelopes'>;
  readonly minutesPerDay: MinutesPerDay;
  /** Days first granted plus the amendments in force. */
  readonly granted: Minutes;
  /** Opening balance plus eligible entries that are done. */
  readonly counted: Minutes;
  readonly planned: Minutes;
  /** granted − counted; negative when overrun. */
  readonly remaining: Minutes;
};

export type PhaseLine = {
  /** `null`: entries without a phase. */
  readonly phaseId: string | null;
  readonly allocated: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  /** Counted minutes by kind of work. */
  readonly byKind: ReadonlyMap<string, Quantity>;
  /** Parts set aside for one kind of work; those for the phase as a whole are only in `allocated`. */
  readonly allocatedByKind: ReadonlyMap<string, Quantity>;
};

export type Ledger = {
  readonly envelopes: readonly EnvelopeLine[];
  readonly granted: Quantity;
  readonly opening: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  readonly remaining: Quantity;
  /** Part of `counted`: eligible entries that are done and not signed yet. This version signs no sheets, so it is all of them. */
  readonly toSign: Quantity;
  /** Done, but consuming nothing: of a kind that is not eligible, or without an envelope. In minutes, since no contract's day applies. */
  readonly unfunded: Minutes;
  readonly phases: readonly PhaseLine[];
};

/**
 * remaining = granted (amendments in force on `on`) − counted (opening balance and eligible entries done, signed or not); planned never
 * reduces it.
 * @param on the day for which the state is computed
 * @source promises.md F4
 */
export function ledgerOf(accompaniment: Accompaniment, on: CalendarDate): Ledger {
  const envelopes = envelopeLines(accompaniment, sumsOf(CONSUMPTION, accompaniment.timeEntries), on);
  const entries = Object.values(accompaniment.timeEntries);
  const unfunded = entries.filter((entry) => entry.status === 'done' && !isFunded(accompaniment, entry));
  return {
    envelopes,
    granted: total(envelopes, (line) => line.granted),
    opening: total(envelopes, (line) => minutes(line.envelope.openingMinutes)),
    counted: total(envelopes, (line) => line.counted),
    planned: total(envelopes, (line) => line.planned),
    remaining: total(envelopes, (line) => line.remaining),
    toSign: total(envelopes, (line) => minutes(line.counted - line.envelope.openingMinutes)),
    unfunded: sumMinutes(unfunded.map((entry) => entry.minutes)),
    phases: phaseLines(
      accompaniment,
      entries.filter((entry) => isFunded(accompaniment, entry)),
    ),
  };
}

/** What an accompaniment agrees on days: enough to compute them from the minutes by envelope, kind and status. */
export type Contract = Pick<Accompaniment, 'kinds' | 'envelopes' | 'amendments'>;

/** Minutes by envelope, kind of work and status. */
export const CONSUMPTION = tallyOf(
  'timeEntries',
  ({ envelopeId, kindId, status }) => `${envelopeId}/${kindId}/${status}`,
  (entry) => entry.minutes,
);

/**
 * @param consumption the sums of CONSUMPTION over the time entries
 * @returns the line of each envelope on a day; see `ledgerOf`
 */
export function envelopeLines(contract: Contract, consumption: Sums, on: CalendarDate): readonly EnvelopeLine[] {
  const amendments = groupedBy(
    Object.values(contract.amendments).filter((amendment) => amendment.on <= on),
    ({ envelopeId }) => envelopeId,
  );
  const eligible = eligibleMinutes(contract, consumption);
  return envelopesInOrder(contract.envelopes).map((envelope) => {
    const consumed = (status: RecordOf<'timeEntries'>['status']) => minutes(eligible.get(`${envelope.id}/${status}`) ?? 0);
    const granted = sumMinutes([envelope.grantedMinutes, ...(amendments.get(envelope.id) ?? []).map((amendment) => amendment.minutes)]);
    const counted = minutes(envelope.openingMinutes + consumed('done'));
    return {
      envelope,
      granted,
      counted,
      minutesPerDay: minutesPerDay(envelope.minutesPerDay),
      planned: consumed('planned'),
      remaining: minutes(granted - counted),
    };
  });
}

/** @returns minutes of eligible kinds by envelope and status; the work depends on the number of sums, not of envelopes and kinds */
function eligibleMinutes({ kinds }: Contract, consumption: Sums): ReadonlyMap<string, number> {
  const eligible = new Map<string, number>();
  for (const [key, amount] of consumption) {
    const [envelopeId = '', kindId = '', status = ''] = key.split('/'); // no id holds a slash
    const place = `${envelopeId}/${status}`;
    if (kinds[kindId]?.isEligible === true) eligible.set(place, (eligible.get(place) ?? 0) + amount);
  }
  return eligible;
}

/** @returns whether an entry consumes funded days once done: it has an envelope and its kind of work is eligible. */
export function isFunded(accompaniment: Accompaniment, entry: Pick<RecordOf<'timeEntries'>, 'envelopeId' | 'kindId'>): boolean {
  return (
    entry.envelopeId !== null &&
    accompaniment.envelopes[entry.envelopeId] !== undefined &&
    accompaniment.kinds[entry.kindId]?.isEligible === true
  );
}

/** @returns the line of one envelope, or `null` if no envelope has that id. */
export function envelopeLineOf(ledger: Ledger, envelopeId: string): EnvelopeLine | null {
  return ledger.envelopes.find((line) => line.envelope.id === envelopeId) ?? null;
}

/** @returns minutes, and the days that they make with a contract's day of that length. */
export function quantity(amount: Minutes, day: MinutesPerDay): Quantity {
  return { minutes: amount, days: amount / day };
}

function phaseLines(accompaniment: Accompaniment, funded: readonly RecordOf<'timeEntries'>[]): readonly PhaseLine[] {
  const phases = inOrder(Object.values(accompaniment.phases));
  const entries = groupedBy<RecordOf<'timeEntries'>, string | null>(funded, ({ phaseId }) => phaseId);
  const allocations = groupedBy<RecordOf<'allocations'>, string | null>(Object.values(accompaniment.allocations), ({ phaseId }) => phaseId);
  const lineOf = (id: string | null): PhaseLine =>
    phaseLine(accompaniment, id, { own: entries.get(id) ?? [], allocations: allocations.get(id) ?? [] });
  const lines = phases.map((phase) => lineOf(phase.id));
  const loose = lineOf(null);
  return loose.counted.minutes === 0 && loose.planned.minutes === 0 ? lines : [...lines, loose];
}

type OfPhase = { readonly own: readonly RecordOf<'timeEntries'>[]; readonly allocations: readonly RecordOf<'allocations'>[] };

function phaseLine(accompaniment: Accompaniment, phaseId: string | null, { own, allocations }: OfPhase): PhaseLine {
  const done = own.filter((entry) => entry.status === 'done');
  return {
    phaseId,
    allocated: addUp(accompaniment, allocations),
    counted: addUp(accompaniment, done),
    planned: addUp(
      accompaniment,
      own.filter((entry) => entry.status === 'planned'),
    ),
    byKind: byKind(accompaniment, done),
    allocatedByKind: byKind(accompaniment, allocations),
  };
}

function byKind(
  accompaniment: Accompaniment,
  parts: readonly (Part & { readonly kindId: string | null })[],
): ReadonlyMap<string, Quantity> {
  const groups = groupedBy(parts, ({ kindId }) => kindId);
  return new Map([...groups].flatMap(([kindId, own]) => (kindId === null ? [] : [[kindId, addUp(accompaniment, own)] as const])));
}

type Part = { readonly envelopeId: string | null; readonly minutes: Minutes };

/** Adds up minutes of several contracts, each converted to days with its own factor. */
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
