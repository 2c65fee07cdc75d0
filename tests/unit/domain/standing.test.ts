// F3, F4: what an entry is to its contract on a day, the totals made of it, and what is not shared out between the phases.
import type { Command } from '@domain/commands/command.ts';
import type { Document } from '@domain/document.ts';
import { formatDayFigure, formatDays } from '@domain/format/durations.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { less, quantity, sumOfQuantities } from '@domain/ledger/quantity.ts';
import { isToConfirm, standingOf } from '@domain/ledger/standing.ts';
import { timeTotals } from '@domain/ledger/time-totals.ts';
import { daysStatement } from '@domain/report/days-statement.ts';
import { forecastOf } from '@domain/overview/forecast.ts';
import { addDays } from '@domain/time/calendar.ts';
import { amountOfTime } from '@domain/time/parse-duration.ts';
import { minutes, minutesPerDay } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, startedDocument } from '../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const envelopeId = firstId(started.accompaniment.envelopes);
const face = kindId(started, 'face');
const travel = kindId(started, 'travel');

const entry = (fields: Readonly<Record<string, string | number | null>>): Command => ({
  name: 'record.create',
  args: { table: 'timeEntries', fields: { date: TODAY, minutes: 210, kindId: face, envelopeId, ...fields } },
});
const amended = (amount: number, days = 0): Command => ({
  name: 'record.create',
  args: { table: 'amendments', fields: { envelopeId, on: addDays(TODAY, days), minutes: amount, reason: 'Restitution' } },
});
const shared = (...amounts: readonly number[]): Command => {
  const phases = Object.keys(started.accompaniment.phases);
  const shares = amounts.map((amount, index) => ({ phaseId: phases[index] ?? '', kindId: null, minutes: minutes(amount) }));
  return { name: 'envelope.allocate', args: { envelopeId, shares } };
};
const after = (...commands: readonly Command[]): Document => documentAfter(commands, started, context);
const ledgerAfter = (...commands: readonly Command[]) => ledgerOf(after(...commands).accompaniment, TODAY);
/** A second contract, of eight hours a day. */
const withTwo = after({
  name: 'record.create',
  args: { table: 'envelopes', fields: { funder: 'Région', grantedMinutes: 480, minutesPerDay: 480 } },
});
const otherId = Object.keys(withTwo.accompaniment.envelopes).find((id) => id !== envelopeId) ?? '';

describe('as of a day', () => {
  it('F4 counts what is done on the day or before; what is dated later is to be confirmed, and told apart', () => {
    const tomorrow = addDays(TODAY, 1);
    const ledger = ledgerAfter(entry({}), entry({ date: tomorrow, minutes: 100 }), entry({ date: tomorrow, minutes: 30, kindId: travel }));

    expect([ledger.counted.minutes, ledger.later.minutes, ledger.remaining.minutes]).toEqual([210, 100, 2310]);
    expect([ledger.unfunded, ledger.unfundedLater]).toEqual([0, 30]);
    expect(ledger.toSign.minutes).toBe(210);
  });

  it('F4 counts it the day it comes', () => {
    const { accompaniment } = after(entry({ date: addDays(TODAY, 1), minutes: 100 }));

    expect(ledgerOf(accompaniment, addDays(TODAY, 1)).counted.minutes).toBe(100);
  });

  it('F3 tells planned time that would consume nothing in minutes, and never among the planned days', () => {
    const ledger = ledgerAfter(
      entry({ status: 'planned', minutes: 60 }),
      entry({ status: 'planned', minutes: 45, kindId: travel }),
      entry({ status: 'planned', minutes: 15, envelopeId: null }),
    );

    expect([ledger.planned.minutes, ledger.unfundedPlanned, ledger.unfunded]).toEqual([60, 60, 0]);
  });

  it.each([
    ['done', 0, false],
    ['done', 1, true],
    ['planned', 0, false],
    ['planned', -1, true],
    ['planned', 1, false],
    ['done', -1, false],
  ] as const)('F12 asks to confirm what is %s when it is dated %i days from now: %s', (status, days, isOdd) => {
    expect(isToConfirm({ status, date: addDays(TODAY, days) }, TODAY)).toBe(isOdd);
  });

  it('F4 lists what is dated later in the statement without counting it in its month', () => {
    const { accompaniment } = after(entry({}), entry({ date: addDays(TODAY, 1), minutes: 100 }));
    const [month] = daysStatement(accompaniment, { from: null, to: null }, TODAY).months;

    expect(month?.entries.map(({ days, isLater }) => [days, isLater])).toEqual([
      [0.5, false],
      [null, true],
    ]);
    expect([month?.funded.minutes, month?.later.later.minutes]).toEqual([210, 100]);
  });
});

describe('totals of any entries', () => {
  it('F3 F4 never add what is paid for to what is not, and convert each contract with its own day', () => {
    const full = documentAfter(
      [
        entry({ minutes: 420 }),
        entry({ minutes: 480, envelopeId: otherId }),
        entry({ minutes: 70, kindId: travel }),
        entry({ minutes: 30, envelopeId: null }),
      ],
      withTwo,
      context,
    ).accompaniment;

    expect(timeTotals(full, Object.values(full.timeEntries), TODAY)).toMatchObject({
      counted: { minutes: 900, days: 2 },
      unfunded: 100,
    });
  });

  it('F4 each minute stands in one total, whatever the entries', () => {
    const anyEntry = fc.record({
      date: fc.integer({ min: -2, max: 2 }).map((days) => addDays(TODAY, days)),
      minutes: fc.integer({ min: 1, max: 60 }),
      kindId: fc.constantFrom(face, travel),
      envelopeId: fc.constantFrom(null, envelopeId),
      status: fc.constantFrom('done', 'planned'),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (list) => {
        const { accompaniment } = after(...list.map(entry));
        const entries = Object.values(accompaniment.timeEntries);
        const { counted, later, planned, unfunded, unfundedLater, unfundedPlanned } = timeTotals(accompaniment, entries, TODAY);
        const all = [counted.minutes, later.minutes, planned.minutes, unfunded, unfundedLater, unfundedPlanned];

        expect(all.reduce((sum: number, one) => sum + one, 0)).toBe(list.reduce((sum, one) => sum + one.minutes, 0));
        expect(entries.filter((one) => standingOf(accompaniment, one, TODAY) === 'counted').length > 0).toBe(counted.minutes > 0);
      }),
      { numRuns: 40 },
    );
  });

  it('F7 over and missing are told in days of the contracts, of which minutes of several say nothing', () => {
    // 470 minutes too many of seven hours a day, 480 left of eight hours a day.
    const done = [1400, 1400, 190].map((amount, index) => entry({ minutes: amount, date: addDays(TODAY, -index) }));
    const ledger = ledgerOf(documentAfter(done, withTwo, context).accompaniment, TODAY);

    expect(ledger.remaining.minutes).toBe(10);
    expect(forecastOf(ledger).state).toBe('over');
  });
});

describe('what is not shared out', () => {
  it('F1 F4 has a line of its own, so that the shares add up to the days granted', () => {
    const ledger = ledgerAfter(shared(840, 840), amended(420));

    expect(ledger.unallocated?.share).toMatchObject({ minutes: 1260, days: 3 });
    expect(ledger.granted.days).toBe(7);
  });

  it('F1 is negative when more is shared out than was granted', () => {
    expect(ledgerAfter(shared(2520), amended(-420)).unallocated?.share).toMatchObject({ minutes: -420, days: -1 });
  });

  it('F1 has no line when all is shared out, until an amendment that is in force', () => {
    expect(ledgerAfter(shared(2520)).unallocated).toBeNull();
    expect(ledgerAfter(shared(2520), amended(420, 1)).unallocated).toBeNull();
    expect(ledgerAfter(shared(2520), amended(420, 0)).unallocated?.share.minutes).toBe(420);
  });

  it('F4 what remains adds up with it, also with work outside of every share', () => {
    const [first, second] = Object.keys(started.accompaniment.phases);
    const ledger = ledgerAfter(
      shared(840),
      entry({ phaseId: first ?? '', minutes: 100 }),
      entry({ phaseId: second ?? '', minutes: 50 }),
      entry({}),
    );
    const shown = ledger.phases.flatMap(({ remaining }) => (remaining === null ? [] : [remaining.minutes]));

    expect(shown).toEqual([740]);
    expect(740 + (ledger.unallocated?.remaining.minutes ?? 0)).toBe(ledger.remaining.minutes);
  });
});

describe('days in figures', () => {
  it('F2 rounds halves of a hundredth away from zero, reckoned on the exact fraction', () => {
    expect([492 / 480, -492 / 480, 1.005, 0.285, 8.625].map((days) => formatDayFigure(days, 'en'))).toEqual([
      '1.03',
      '−\u00a01.03',
      '1.01',
      '0.29',
      '8.63',
    ]);
    expect(formatDays(-0.001, 'en')).toBe('0\u00a0d');
  });

  type Part = readonly [minutes: number, day: number];
  const sumOf = (parts: readonly Part[]) => sumOfQuantities(parts.map(([amount, day]) => quantity(minutes(amount), minutesPerDay(day))));
  const told = (days: number) =>
    Math.round(
      Number(
        formatDayFigure(days, 'en')
          .replaceAll(/[,\u00a0]/g, '')
          .replace('−', '-'),
      ) * 100,
    );

  it('F2 rounds sums over any number of contracts as whole numbers do', () => {
    const anyPart = fc.tuple(fc.integer({ min: -60_000, max: 60_000 }), fc.integer({ min: 1, max: 1440 }));
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), (parts) => {
        const bottom = parts.reduce((product, [, day]) => product * BigInt(day), 1n);
        const top = parts.reduce((sum, [amount, day]) => sum + (BigInt(amount) * bottom) / BigInt(day), 0n);
        const size = top < 0n ? -top : top;
        const hundredths = Number((size * 200n + bottom) / (2n * bottom)) * (top < 0n ? -1 : 1);
        const sum = sumOf(parts);

        expect(told(sum.days)).toBe(hundredths + 0);
        expect([sum.days < 0, sum.days > 0]).toEqual([top < 0n, top > 0n]);
        expect(less(sum, sum)).toMatchObject({ minutes: 0, days: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it.each<readonly [parts: readonly Part[], hundredths: number]>([
    [
      [
        [1324, 1439],
        [1044, 1433],
        [595, 1429],
      ],
      207,
    ],
    [
      [
        [115, 1439],
        [389, 1433],
        [834, 1429],
      ],
      93,
    ],
    [
      [
        [107, 433],
        [279, 421],
        [241, 419],
      ],
      149,
    ],
    [
      [
        [326, 433],
        [142, 421],
        [178, 419],
      ],
      151,
    ],
    [
      [
        [169, 487],
        [340, 467],
        [131, 457],
        [437, 449],
      ],
      234,
    ],
    [
      [
        [318, 487],
        [127, 467],
        [326, 457],
        [12, 449],
      ],
      166,
    ],
  ])('F2 tells sums of several contracts from the half that they miss by the least: %j', (parts, hundredths) => {
    expect(told(sumOf(parts).days)).toBe(hundredths);
    expect(told(-sumOf(parts).days)).toBe(-hundredths);
    expect(told(sumOf(parts.map(([amount, day]) => [-amount, day])).days)).toBe(-hundredths);
  });

  it.each([
    ['10 h 30', 630],
    ['1,5 j', 630],
    ['90 min', 90],
    ['30:00', 1800],
    ['2', null],
    ['', null],
    ['avenant', null],
  ])('F8 reads %j as %s minutes where a bare number has no unit', (typed, read) => {
    expect(amountOfTime(typed, minutesPerDay(420))).toBe(read);
  });
});
