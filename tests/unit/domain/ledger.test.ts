// F4: one rule for granted, counted, planned and remaining.
import type { Command } from '@domain/commands/command.ts';
import type { Document } from '@domain/document.ts';
import { envelopeLineOf, ledgerOf } from '@domain/ledger/ledger.ts';
import { quantity } from '@domain/ledger/quantity.ts';
import { isFunded } from '@domain/ledger/standing.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, minutes, minutesPerDay } from '@domain/units.ts';
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

const envelope = (funder: string, startsOn: string | null): Command => ({
  name: 'record.create',
  args: { table: 'envelopes', fields: { funder, startsOn, grantedMinutes: 420 } },
});

describe('the ledger', () => {
  it('F1 puts contracts by their start, then by funder in French, whatever the order in which they were entered', () => {
    const context = testContext();
    const late = [envelope('Région', '2026-09-01'), envelope('Zone', '2026-03-01'), envelope('État', '2026-03-01')];

    const { accompaniment } = documentAfter([...late, envelope('Économie', null)], startedDocument({}, context), context);

    const funders = ledgerOf(accompaniment, TODAY).envelopes.map((line) => line.envelope.funder);
    expect(funders.slice(-3)).toEqual(['État', 'Zone', 'Région']);
    expect(funders.indexOf('Économie')).toBeLessThan(funders.indexOf('État'));
  });

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

  it('F4 has nothing to sign of what was used before: only entries that are done', () => {
    const context = testContext();
    const envelope = { funder: 'DLA', contract: '', grantedMinutes: minutes(2520), minutesPerDay: 420, overrun: 'warn' } as const;
    const document = startedDocument({ envelope: { ...envelope, openingMinutes: minutes(420) } }, context);

    const after = documentAfter([entry(document, {}), entry(document, { status: 'planned' })], document, context);

    const { opening, counted, toSign } = ledgerOf(after.accompaniment, TODAY);
    expect([opening, counted, toSign]).toMatchObject([
      { minutes: 420, days: 1 },
      { minutes: 630, days: 1.5 },
      { minutes: 210, days: 0.5 },
    ]);
  });

  it('F3 time of an envelope or a kind of work that is no more, or of no envelope, is not funded', () => {
    const document = startedDocument();
    const envelopeId = firstId(document.accompaniment.envelopes);
    const isPaid = (of: string | null, kind: string) => isFunded(document.accompaniment, { envelopeId: of, kindId: kind });

    expect(isPaid(envelopeId, kindId(document, 'face'))).toBe(true);
    expect([isPaid('gone', kindId(document, 'face')), isPaid(envelopeId, 'gone'), isPaid(null, kindId(document, 'face'))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('F4 goes on counting after a kind of work is removed with all its time', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const kind = kindId(document, 'face');
    const worked = documentAfter([entry(document, {}), entry(document, { kindId: kindId(document, 'writing') })], document, context);
    expect(ledgerOf(worked.accompaniment, TODAY).counted.minutes).toBe(420);
    const ofKind = Object.values(worked.accompaniment.timeEntries).filter(({ kindId: id }) => id === kind);

    const after = documentAfter(
      [
        ...ofKind.map(({ id }): Command => ({ name: 'record.remove', args: { table: 'timeEntries', id } })),
        { name: 'record.remove', args: { table: 'kinds', id: kind } },
      ],
      worked,
      context,
    );

    expect(ledgerOf(after.accompaniment, TODAY).counted.minutes).toBe(210);
  });

  it('F1 finds the line of an envelope, and none of one that is no more', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const second: Command = { name: 'record.create', args: { table: 'envelopes', fields: { funder: 'Région', minutesPerDay: 480 } } };
    const ledger = ledgerOf(documentAfter([second], document, context).accompaniment, TODAY);
    const ids = ledger.envelopes.map(({ envelope }) => envelope.id);

    expect(ids.map((id) => envelopeLineOf(ledger, id)?.envelope.id)).toEqual(ids);
    expect(envelopeLineOf(ledger, 'gone')).toBeNull();
  });

  it('F2 says an amount in minutes and in days of a contract', () => {
    expect(quantity(minutes(210), minutesPerDay(420))).toEqual({ minutes: 210, days: 0.5, byDay: new Map([[420, 210]]) });
  });

  it.each(['done', 'planned'])(
    'F4 gives time outside of every phase a line, also if it is all %s, and no line where there is none',
    (status) => {
      const context = testContext();
      const document = startedDocument({}, context);
      const phases = Object.keys(document.accompaniment.phases);
      const phaseIds = (from: Document) => ledgerOf(from.accompaniment, TODAY).phases.map(({ phaseId }) => phaseId);

      const inPhase = documentAfter([entry(document, { status, phaseId: phases[0] ?? '' })], document, context);

      expect(new Set(phaseIds(inPhase))).toEqual(new Set(phases));
      expect(phaseIds(documentAfter([entry(document, { status })], inPhase, context)).at(-1)).toBeNull();
    },
  );

  it('F1 tells a share set aside for a kind of work from that of the whole phase', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const [share] = Object.values(document.accompaniment.allocations);
    const kind = kindId(document, 'face');
    const fields = { envelopeId: share?.envelopeId ?? '', phaseId: share?.phaseId ?? '', kindId: kind, minutes: 42 };

    const after = documentAfter([{ name: 'record.create', args: { table: 'allocations', fields } }], document, context);

    const line = ledgerOf(after.accompaniment, TODAY).phases.find(({ phaseId }) => phaseId === share?.phaseId);
    expect(line?.allocated.minutes).toBe((share?.minutes ?? 0) + 42);
    expect([...(line?.allocatedByKind ?? [])]).toMatchObject([[kind, { minutes: 42, days: 0.1 }]]);
  });

  it('F2 turns minutes into days with the factor of each contract before adding them', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const second: Command = {
      name: 'record.create',
      args: { table: 'envelopes', fields: { funder: 'Région', grantedMinutes: 480, minutesPerDay: 480 } },
    };

    const after = documentAfter([second], document, context);

    expect(ledgerOf(after.accompaniment, TODAY).granted).toMatchObject({ minutes: 3000, days: 7 });
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
