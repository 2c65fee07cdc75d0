// The statement of funded days and the workbook say what the ledger says, to the minute, whatever the entries.
import type { Command } from '@domain/commands/command.ts';
import type { Change, Document } from '@domain/document.ts';
import { applyChanges } from '@domain/document.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { ALL_TIME, daysStatement, type Period } from '@domain/report/days-statement.ts';
import { type Cell, columnLetter, type Sheet, valueOf } from '@domain/report/sheets.ts';
import { workbook } from '@domain/report/workbook.ts';
import { kindName } from '@domain/text/kind-name.ts';
import { addDays } from '@domain/time/calendar.ts';
import { minutes } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW, testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../../support/documents.ts';

const context = testContext();
/** Two envelopes with days of different lengths, the first with time from before the file was started. */
const started = documentAfter(
  [
    {
      name: 'record.create',
      args: {
        table: 'envelopes',
        fields: { funder: 'Région', contract: 'R-9', grantedMinutes: 1440, minutesPerDay: 480, openingMinutes: 95, overrun: 'warn' },
      },
    },
  ],
  startedDocument({}, context),
  context,
);
const { envelopes, kinds, phases } = started.accompaniment;

const anyEntry = fc.record({
  day: fc.integer({ min: -60, max: 60 }),
  minutes: fc.integer({ min: 1, max: 600 }),
  kindId: fc.constantFrom(...Object.keys(kinds)),
  status: fc.constantFrom('done', 'planned'),
  envelopeId: fc.constantFrom(null, ...Object.keys(envelopes)),
  phaseId: fc.constantFrom(null, ...Object.keys(phases)),
});
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.option(fc.integer({ min: -60, max: 0 }), { nil: null }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }))
  .map(([from, to]) => ({ from: from === null ? null : addDays(TODAY, from), to: to === null ? null : addDays(TODAY, to) }));
const anyDocument: fc.Arbitrary<Document> = fc.array(anyEntry, { maxLength: 40 }).map((entries) =>
  applyChanges(
    started,
    entries.map(({ day, minutes: length, ...entry }, index): Change => {
      const id = `entry-${index}`;
      return {
        table: 'timeEntries',
        id,
        before: null,
        after: {
          id,
          ...entry,
          minutes: minutes(length),
          date: addDays(TODAY, day),
          sessionId: null,
          personId: null,
          note: '=1+1',
          justification: '',
          enteredAt: NOW,
        },
      };
    }),
  ),
);

/** A smaller difference than this is the rounding of fractions of days. */
const NOTHING = 9; // decimals

function sheetNamed(document: Document, name: string, period: Period): Sheet {
  const sheet = workbook({ accompaniment: document.accompaniment, period, on: TODAY, locale: 'fr' }).sheets.find(
    (each) => each.name === name,
  );
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

function totalUnder(sheet: Sheet, head: string): number {
  return valueOf(sheet.total?.[sheet.columns.findIndex((column) => column.head === head)] ?? null);
}

/** The columns of the time sheet, in one of which each entry has its minutes, shown as hours. */
const MINUTES = ['Décompté (h)', 'Prévu ou à confirmer (h)', 'Non décompté (h)', 'Non décompté, prévu ou à confirmer (h)'];

describe('the workbook', () => {
  it('H2 F4 tells the days done and remaining of the ledger, in any period', () => {
    fc.assert(
      fc.property(anyDocument, anyPeriod, (document, period) => {
        const ledger = ledgerOf(document.accompaniment, TODAY);
        for (const name of ['Jours par phase', 'Enveloppes']) {
          expect(totalUnder(sheetNamed(document, name, period), 'Fait (j)')).toBeCloseTo(ledger.counted.days, NOTHING);
          expect(totalUnder(sheetNamed(document, name, period), 'Reste (j)')).toBeCloseTo(ledger.remaining.days, NOTHING);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('H2 lists every minute of the period once', () => {
    fc.assert(
      fc.property(anyDocument, anyPeriod, (document, period) => {
        const within = Object.values(document.accompaniment.timeEntries).filter(
          ({ date }) => (period.from === null || date >= period.from) && (period.to === null || date <= period.to),
        );

        const sheet = sheetNamed(document, 'Temps', period);
        const listed = MINUTES.reduce((sum, head) => sum + totalUnder(sheet, head), 0);
        expect(listed).toBe(within.reduce((sum, entry) => sum + entry.minutes, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('H2 keeps apart two phases and two kinds of one name', () => {
    const [phaseId] = Object.keys(phases);
    const twin = documentAfter(
      [
        { name: 'record.create', args: { table: 'phases', fields: { title: phases[phaseId ?? '']?.title ?? '' } } },
        { name: 'record.create', args: { table: 'kinds', fields: { title: 'Face à face', code: 'other', isEligible: true } } },
      ],
      started,
      context,
    );
    const names = (column: number) => sheetNamed(twin, 'Jours par phase', ALL_TIME).rows.map((row) => row[column] ?? null);

    expect(new Set(names(0)).size).toBe(names(0).length);
  });

  it('H2 counts the half-days of each person, and tells the excused and the absent', () => {
    const session = firstId(started.accompaniment.sessions);
    const attended = documentAfter(
      [
        {
          name: 'session.participants',
          args: {
            sessionId: session,
            people: [{ personId: null, personName: 'Nicole Ferrand', organisationId: null, organisationName: '' }],
          },
        },
      ],
      started,
      context,
    );
    const attendance = firstId(attended.accompaniment.attendances);
    const cells = (fields: Readonly<Record<string, string>>): readonly Cell[] =>
      sheetNamed(
        documentAfter([{ name: 'record.update', args: { table: 'attendances', id: attendance, fields } }], attended, context),
        'Présences',
        ALL_TIME,
      ).rows[0] ?? [];

    expect(cells({ morning: 'present', afternoon: 'present' }).at(-1)).toMatchObject({ value: 2 });
    expect(cells({ morning: 'excused', afternoon: 'none' })).toContain('excusé·e');
  });

  it('H2 names columns beyond Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('the statement of funded days', () => {
  it('F4 H1 adds up by month, by phase and by kind to what the ledger says', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const statement = daysStatement(document.accompaniment, ALL_TIME, TODAY);
        const ledger = ledgerOf(document.accompaniment, TODAY);
        const months = statement.months.reduce((sum, month) => sum + month.funded.minutes, 0);

        expect(months + ledger.opening.minutes).toBe(ledger.counted.minutes);
        expect(statement.months.reduce((sum, month) => sum + month.unfunded, 0)).toBe(ledger.unfunded);
        expect(statement.phases.reduce((sum, phase) => sum + phase.byKind.reduce((own, amount) => own + amount.minutes, 0), 0)).toBe(
          months,
        );
        expect(statement.totals.remaining).toEqual(ledger.remaining);
      }),
      { numRuns: 60 },
    );
  });

  it('F4 lists the entries of the period alone, and tells the standing of the day', () => {
    const document = applyChanges(
      started,
      [0, 10, 20].map((day): Change => ({
        table: 'timeEntries',
        id: `entry-${day}`,
        before: null,
        after: {
          id: `entry-${day}`,
          date: addDays(TODAY, day),
          minutes: minutes(60),
          kindId: firstId(kinds),
          status: 'done',
          envelopeId: firstId(envelopes),
          phaseId: null,
          sessionId: null,
          personId: null,
          note: '',
          justification: '',
          enteredAt: NOW,
        },
      })),
    );
    const statement = daysStatement(document.accompaniment, { from: addDays(TODAY, 5), to: addDays(TODAY, 15) }, addDays(TODAY, 20));

    expect(statement.months.flatMap((month) => month.entries).map((entry) => entry.date)).toEqual([addDays(TODAY, 10)]);
    expect(statement.totals.counted.minutes).toBe(180 + 95);
  });
});

it('I5 a kind of work is called by its code in the language asked for until the user names it', () => {
  expect([kindName({ code: 'face', title: '' }, 'en'), kindName({ code: 'face', title: '' }, 'fr')]).toEqual([
    'Face to face',
    'Face à face',
  ]);
  expect(kindName({ code: 'face', title: 'Face à face' }, 'en')).toBe('Face à face');
  expect(kindName({ code: 'face', title: 'Ateliers' }, 'en')).toBe('Ateliers');
});

it('F1 H1 the statement counts an amendment from its own day on, as the ledger does', () => {
  const envelopeId = firstId(envelopes);
  const amendments = [-1, 0, 1].map((days) => ({ envelopeId, on: addDays(TODAY, days), minutes: 420, reason: `jour ${days}` }));
  const document = documentAfter(
    amendments.map((fields) => ({ name: 'record.create', args: { table: 'amendments', fields } })),
    started,
    context,
  );

  const { envelopes: stated } = daysStatement(document.accompaniment, ALL_TIME, TODAY);
  const envelope = stated.find(({ amendments: own }) => own.length > 0);

  expect(envelope?.amendments.map(({ reason, isInForce }) => [reason, isInForce])).toEqual([
    ['jour -1', true],
    ['jour 0', true],
    ['jour 1', false],
  ]);
  expect(envelope?.granted.minutes).toBe((envelope?.first.minutes ?? 0) + 840);
});

describe('the structures that a statement names', () => {
  const beneficiaries = (document: Document) => daysStatement(document.accompaniment, ALL_TIME, TODAY).beneficiaries;
  const guest: Command = { name: 'record.create', args: { table: 'organisations', fields: { name: 'Ville de Bobigny' } } };

  it('H1 C2 are those of the circles: a guest without a circle is none of them', () => {
    const [first = '', second = ''] = beneficiaries(started);

    expect(beneficiaries(documentAfter([guest], started, context))).toEqual([first, second]);
  });

  it('H1 are all of them where nobody has said which circle they are in', () => {
    const { circleMoves, ...tables } = documentAfter([guest], started, context).accompaniment;
    const without = { ...started, accompaniment: { ...tables, circleMoves: {} } };

    expect(Object.keys(circleMoves)).not.toEqual([]);
    expect(beneficiaries(without)).toContain('Ville de Bobigny');
    expect(beneficiaries(without)).toHaveLength(3);
  });
});
