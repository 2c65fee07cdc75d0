// F4: one rule for granted, counted, planned and remaining.
import type { Command } from '@domain/commands/command.ts';
import type { Document } from '@domain/document.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, startedDocument } from '../../support/documents.ts';

const entry = (document: Document, fields: Readonly<Record<string, string | number | null>>): Command => ({
  name: 'record.create',
  args: {
    table: 'timeEntries',
    fields: {
      date: TODAY,
      minutes: 210,
      kindId: kindId(document, 'face'),
      envelopeId: firstId(document.accompaniment.envelopes),
      ...fields,
    },
  },
});
const amendment = (document: Document, on: string, amount: number): Command => ({
  name: 'record.create',
  args: {
    table: 'amendments',
    fields: { envelopeId: firstId(document.accompaniment.envelopes), on: calendarDate(on), minutes: amount, reason: 'avenant' },
  },
});

describe('the ledger', () => {
  it('F4 counts eligible entries done and takes nothing off for planned ones', () => {
    const context = testContext();
    const document = startedDocument({}, context);

    const after = documentAfter([entry(document, {}), entry(document, { minutes: 105, status: 'planned' })], document, context);

    const ledger = ledgerOf(after.accompaniment, TODAY);
    expect([ledger.granted.minutes, ledger.counted.minutes, ledger.planned.minutes, ledger.remaining.minutes]).toEqual([
      2520, 210, 105, 2310,
    ]);
    expect(ledger.remaining.days).toBe(5.5);
  });

  it('F3 shows unfunded time, which consumes nothing', () => {
    const context = testContext();
    const document = startedDocument({}, context);

    const after = documentAfter(
      [entry(document, { kindId: kindId(document, 'travel'), minutes: 70 }), entry(document, { envelopeId: null, minutes: 30 })],
      document,
      context,
    );

    const ledger = ledgerOf(after.accompaniment, TODAY);
    expect([ledger.counted.minutes, ledger.unfunded, ledger.remaining.minutes]).toEqual([0, 100, 2520]);
  });

  it('F1 counts an amendment from the day it is in force, and the opening balance at once', () => {
    const context = testContext();
    const document = startedDocument(
      {
        envelope: {
          funder: 'DLA',
          contract: '',
          grantedMinutes: minutes(2520),
          minutesPerDay: 420,
          openingMinutes: minutes(420),
          overrun: 'warn',
        },
      },
      context,
    );

    const after = documentAfter([amendment(document, addDays(TODAY, 1), 630)], document, context);

    expect(ledgerOf(after.accompaniment, TODAY).remaining.days).toBe(5);
    expect(ledgerOf(after.accompaniment, addDays(TODAY, 1)).remaining.days).toBe(6.5);
  });

  it('F2 turns minutes into days with the factor of each contract before adding them', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const second: Command = {
      name: 'record.create',
      args: { table: 'envelopes', fields: { funder: 'Région', grantedMinutes: 480, minutesPerDay: 480 } },
    };

    const after = documentAfter([second], document, context);

    expect(ledgerOf(after.accompaniment, TODAY).granted).toEqual({ minutes: 3000, days: 7 });
  });

  it('F4 adds up: phases make the whole, kinds make the phase, remaining is granted less counted', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const phases = [null, ...Object.keys(document.accompaniment.phases)];
    const kinds = Object.keys(document.accompaniment.kinds);
    const envelopes = [null, firstId(document.accompaniment.envelopes)];
    const entries = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 60 }),
        phaseId: fc.constantFrom(...phases),
        kindId: fc.constantFrom(...kinds),
        envelopeId: fc.constantFrom(...envelopes),
        status: fc.constantFrom('done', 'planned'),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(entries, (list) => {
        const after = documentAfter(
          list.map((fields) => entry(document, fields)),
          document,
          context,
        );
        const { granted, counted, remaining, planned, unfunded, phases: lines } = ledgerOf(after.accompaniment, TODAY);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(remaining.minutes).toBe(granted.minutes - counted.minutes);
        expect(sum(lines.map((line) => line.counted.minutes))).toBe(counted.minutes);
        expect(sum(lines.map((line) => line.planned.minutes))).toBe(planned.minutes);
        for (const line of lines) expect(sum([...line.byKind.values()].map((part) => part.minutes))).toBe(line.counted.minutes);
        expect(counted.minutes + unfunded).toBe(sum(list.filter((each) => each.status === 'done').map((each) => each.minutes)));
      }),
      { numRuns: 60 },
    );
  });
});
