// The ledger: the one rule by which every screen and document counts funded days.
import type { Accompaniment } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import type { RecordOf } from '../tables/tables.ts';
import { type Sums, tallyOf } from '../tally.ts';
import { type CalendarDate, type Minutes, minutes, type MinutesPerDay, minutesPerDay, sumMinutes } from '../units.ts';
import { inOrder } from '../ordering.ts';
import { envelopesInOrder } from './envelopes-in-order.ts';
import { addUp, less, type Part, type Quantity, quantity, sumOfQuantities } from './quantity.ts';
import { isFunded, standingOf, stateOn } from './standing.ts';
import { timeTotals } from './time-totals.ts';

export type EnvelopeLine = {
  readonly envelope: RecordOf<'envelopes'>;
  readonly minutesPerDay: MinutesPerDay;
  /** Days first granted plus the amendments in force. */
  readonly granted: Minutes;
  /** Opening balance plus eligible entries that are done on or before the day. */
  readonly counted: Minutes;
  /** Eligible entries done according to their status, but dated after the day: not counted yet. */
  readonly later: Minutes;
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
  /** allocated − counted; `null` for a phase without a share. */
  readonly remaining: Quantity | null;
  /** Counted minutes by kind of work. */
  readonly byKind: ReadonlyMap<string, Quantity>;
  /** Parts set aside for one kind of work; those for the phase as a whole are only in `allocated`. */
  readonly allocatedByKind: ReadonlyMap<string, Quantity>;
};

/** What is not shared out between the phases; `null` when all is. With it, shares add up to what is granted, and so does what remains. */
export type Unallocated = {
  /** granted − shares of the phases; negative when more is shared out than was granted. */
  readonly share: Quantity;
  /** What remains beside the phases that have a share: negative when more was done outside of them than was left for it. */
  readonly remaining: Quantity;
};

export type Ledger = {
  readonly envelopes: readonly EnvelopeLine[];
  /** The total of all shares: what phases have, and what is not shared out. */
  readonly granted: Quantity;
  readonly unallocated: Unallocated | null;
  readonly opening: Quantity;
  readonly counted: Quantity;
  /** Of eligible kinds in an envelope, whatever its date. */
  readonly planned: Quantity;
  /** Done according to its status, but dated after the day: to be confirmed, not counted yet. */
  readonly later: Quantity;
  readonly remaining: Quantity;
  /** Part of `counted`: eligible entries that are done and not signed yet. This version signs no sheets, so it is all of them. */
  readonly toSign: Quantity;
  /** Done, but consuming nothing: of a kind that is not eligible, or without an envelope. In minutes, since no contract's day applies. */
  readonly unfunded: Minutes;
  /** Planned, and would consume nothing. */
  readonly unfundedPlanned: Minutes;
  /** Done and consuming nothing, but dated after the day: to be confirmed. */
  readonly unfundedLater: Minutes;
  readonly phases: readonly PhaseLine[];
};

/**
 * remaining = granted (amendments in force on `on`) − counted (opening balance and eligible entries done on or before `on`, signed or
 * not); planned never reduces it.
 * @param on the day for which the state is computed
 * @source promises.md F4
 */
export function ledgerOf(accompaniment: Accompaniment, on: CalendarDate): Ledger {
  const entries = Object.values(accompaniment.timeEntries);
  const envelopes = envelopeLines(accompaniment, consumptionOn(entries, on), on);
  const { unfunded, unfundedLater, unfundedPlanned } = timeTotals(accompaniment, entries, on);
  const phases = phaseLines(accompaniment, entries, on);
  const remaining = total(envelopes, (line) => line.remaining);
  return {
    envelopes,
    granted: total(envelopes, (line) => line.granted),
    unallocated: unallocatedOf(unsharedOf(accompaniment, envelopes), remaining, phases),
    opening: total(envelopes, (line) => minutes(line.envelope.openingMinutes)),
    counted: total(envelopes, (line) => line.counted),
    planned: total(envelopes, (line) => line.planned),
    later: total(envelopes, (line) => line.later),
    remaining,
    toSign: total(envelopes, (line) => minutes(line.counted - line.envelope.openingMinutes)),
    unfunded,
    unfundedLater,
    unfundedPlanned,
    phases,
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

/** The same sums as of a day: what is done after it stands under `later`. */
function consumptionOn(entries: readonly RecordOf<'timeEntries'>[], on: CalendarDate): Sums {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    const key = `${entry.envelopeId}/${entry.kindId}/${stateOn(entry, on)}`;
    sums.set(key, (sums.get(key) ?? 0) + entry.minutes);
  }
  return sums;
}

/**
 * @param consumption the sums of CONSUMPTION over the time entries: all that is done counts, so that no guard lets a day to come overrun
 * @returns the line of each envelope on a day; see `ledgerOf`
 */
export function envelopeLines(contract: Contract, consumption: Sums, on: CalendarDate): readonly EnvelopeLine[] {
  const amendments = groupedBy(
    Object.values(contract.amendments).filter((amendment) => amendment.on <= on),
    ({ envelopeId }) => envelopeId,
  );
  const eligible = eligibleMinutes(contract, consumption);
  return envelopesInOrder(contract.envelopes).map((envelope) => {
    const consumed = (status: 'done' | 'planned' | 'later') => minutes(eligible.get(`${envelope.id}/${status}`) ?? 0);
    const granted = sumMinutes([envelope.grantedMinutes, ...(amendments.get(envelope.id) ?? []).map((amendment) => amendment.minutes)]);
    const counted = minutes(envelope.openingMinutes + consumed('done'));
    return {
      envelope,
      granted,
      counted,
      minutesPerDay: minutesPerDay(envelope.minutesPerDay),
      planned: consumed('planned'),
      later: consumed('later'),
      remaining: minutes(granted - counted),
    };
  });
}

/** @returns minutes that are paid for by envelope and status; the work depends on the number of sums, not of envelopes and kinds */
function eligibleMinutes(contract: Contract, consumption: Sums): ReadonlyMap<string, number> {
  const eligible = new Map<string, number>();
  for (const [key, amount] of consumption) {
    const [envelopeId = '', kindId = '', status = ''] = key.split('/'); // no id holds a slash
    const place = `${envelopeId}/${status}`;
    if (isFunded(contract, { envelopeId, kindId })) eligible.set(place, (eligible.get(place) ?? 0) + amount);
  }
  return eligible;
}

/** @returns the line of one envelope, or `null` if no envelope has that id. */
export function envelopeLineOf(ledger: Ledger, envelopeId: string): EnvelopeLine | null {
  return ledger.envelopes.find((line) => line.envelope.id === envelopeId) ?? null;
}

/** What the phases have not been given, contract by contract. */
function unsharedOf({ allocations }: Accompaniment, envelopes: readonly EnvelopeLine[]): Quantity {
  const shares = groupedBy(Object.values(allocations), ({ envelopeId }) => envelopeId);
  return total(envelopes, ({ envelope, granted }) =>
    minutes(granted - sumMinutes((shares.get(envelope.id) ?? []).map((share) => share.minutes))),
  );
}

function unallocatedOf(share: Quantity, remaining: Quantity, phases: readonly PhaseLine[]): Unallocated | null {
  if (share.minutes === 0 && share.days === 0) return null;
  return { share, remaining: less(remaining, sumOfQuantities(phases.flatMap((line) => line.remaining ?? []))) };
}

type Entry = RecordOf<'timeEntries'>;

function phaseLines(accompaniment: Accompaniment, entries: readonly Entry[], on: CalendarDate): readonly PhaseLine[] {
  const phases = inOrder(Object.values(accompaniment.phases));
  const byPhase = groupedBy<Entry, string | null>(entries, ({ phaseId }) => phaseId);
  const allocations = groupedBy<RecordOf<'allocations'>, string | null>(Object.values(accompaniment.allocations), ({ phaseId }) => phaseId);
  const lineOf = (id: string | null): PhaseLine =>
    phaseLine(accompaniment, { phaseId: id, own: byPhase.get(id) ?? [], allocations: allocations.get(id) ?? [] }, on);
  const lines = phases.map((phase) => lineOf(phase.id));
  const loose = lineOf(null);
  return loose.counted.minutes === 0 && loose.planned.minutes === 0 ? lines : [...lines, loose];
}

type OfPhase = {
  readonly phaseId: string | null;
  readonly own: readonly Entry[];
  readonly allocations: readonly RecordOf<'allocations'>[];
};

function phaseLine(accompaniment: Accompaniment, { phaseId, own, allocations }: OfPhase, on: CalendarDate): PhaseLine {
  const { counted, planned } = timeTotals(accompaniment, own, on);
  const allocated = addUp(accompaniment, allocations);
  return {
    phaseId,
    allocated,
    counted,
    planned,
    remaining: allocated.minutes === 0 ? null : less(allocated, counted),
    byKind: byKind(
      accompaniment,
      own.filter((entry) => standingOf(accompaniment, entry, on) === 'counted'),
    ),
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

function total(lines: readonly EnvelopeLine[], amountOf: (line: EnvelopeLine) => Minutes): Quantity {
  return sumOfQuantities(lines.map((line) => quantity(amountOf(line), line.minutesPerDay)));
}
