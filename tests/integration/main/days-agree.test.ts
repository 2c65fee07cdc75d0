// F4 H2: whatever the contracts and the time, every place tells the same days, to the minute: ledger, days screen, statement, workbook as
// stored and as LibreOffice reckons it anew, command line, Home.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Accompaniment, Document } from '@domain/document.ts';
import { type Ledger, ledgerOf } from '@domain/ledger/ledger.ts';
import type { Quantity } from '@domain/ledger/quantity.ts';
import { timeTotals } from '@domain/ledger/time-totals.ts';
import { forecastOf } from '@domain/overview/forecast.ts';
import { ALL_TIME, daysStatement, isWithin, kindsDone, type Period } from '@domain/report/days-statement.ts';
import { FIRST_ROW, type Sheet, valueOf, type Workbook } from '@domain/report/sheets.ts';
import { workbook } from '@domain/report/workbook.ts';
import { expectOk, ok } from '@domain/result.ts';
import { summaryOf } from '@domain/summary.ts';
import type ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../main/cli/run-cli.ts';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readingHere } from '../../../main/library/read-entry.ts';
import { daysByColumn, daysIn } from '../../../renderer/screens/time/phase-figures.ts';
import { entryRows } from '../../../renderer/screens/time/entry-rows.ts';
import { hereRenderer } from '../../support/application.ts';
import { countedIds, TODAY } from '../../support/context.ts';
import { hasProgram } from '../../support/programs.ts';
import { HEADER } from '../../support/projects.ts';
import { anyDays, anyPeriod } from '../../support/random-days.ts';
import { recalculated } from '../../support/recalculated.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const HALF_A_MINUTE = 0.5 / 1440;
/** Where the sheets are, from 0, and what their columns hold, from 0. */
const TIME = { sheet: 0, minutes: [6, 7, 8, 9], days: 11 };
const BY_PHASE = { sheet: 1, share: 1, firstKind: 2 };
const ENVELOPES = { sheet: 2, granted: 2, amended: 3, done: 5, planned: 6, remaining: 7 };
const AMENDMENTS = { sheet: 3, days: 2, minutes: 3, reason: 4 };

type Compared = { readonly what: string; readonly told: number; readonly due: number };
/** The value of a cell of a sheet, `row` counted from the first one below the heads; `total`: the last one. */
type Told = (sheet: number, row: number | 'total', column: number) => number;

function wrong(figures: readonly Compared[]): readonly Compared[] {
  if (figures.length === 0) throw new Error('Nothing was compared');
  return figures.filter(({ told, due }) => !(Math.abs(told - due) < HALF_A_MINUTE));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every figure of the workbook that the ledger knows. */
function figuresOf(told: Told, accompaniment: Accompaniment, period: Period): readonly Compared[] {
  const ledger = ledgerOf(accompaniment, TODAY);
  const within = Object.values(accompaniment.timeEntries).filter(({ date }) => isWithin(period, date));
  const listed = timeTotals(accompaniment, within, TODAY);
  const done = BY_PHASE.firstKind + kindsDone(accompaniment, ledger).length;
  const minutes = [
    listed.counted.minutes,
    listed.planned.minutes + listed.later.minutes,
    listed.unfunded,
    listed.unfundedPlanned + listed.unfundedLater,
  ];
  return [
    ...minutes.map((due, index) => ({ what: `minutes ${index}`, told: told(TIME.sheet, 'total', TIME.minutes[index] ?? -1), due })),
    { what: 'days of the time', told: told(TIME.sheet, 'total', TIME.days), due: listed.counted.days },
    { what: 'shares', told: told(BY_PHASE.sheet, 'total', BY_PHASE.share), due: ledger.granted.days },
    { what: 'done', told: told(BY_PHASE.sheet, 'total', done), due: ledger.counted.days },
    { what: 'remaining', told: told(BY_PHASE.sheet, 'total', done + 1), due: ledger.remaining.days },
    ...unsharedFigures(told, ledger, done),
    ...envelopeFigures(told, ledger),
  ];
}

function unsharedFigures(told: Told, ledger: Ledger, done: number): readonly Compared[] {
  if (ledger.unallocated === null) return [];
  const row = ledger.phases.length;
  const remaining = Array.from({ length: row + 1 }, (_, index) => told(BY_PHASE.sheet, index, done + 1));
  return [
    { what: 'not shared out', told: told(BY_PHASE.sheet, row, BY_PHASE.share), due: ledger.unallocated.share.days },
    { what: 'remaining, row by row', told: sum(remaining), due: ledger.remaining.days },
  ];
}

function envelopeFigures(told: Told, { envelopes }: Ledger): readonly Compared[] {
  return envelopes.flatMap(({ minutesPerDay, granted, counted, planned, remaining }, row) => {
    const at = (column: number): number => told(ENVELOPES.sheet, row, column);
    return [
      { what: 'granted', told: at(ENVELOPES.granted) + at(ENVELOPES.amended), due: granted / minutesPerDay },
      { what: 'done', told: at(ENVELOPES.done), due: counted / minutesPerDay },
      { what: 'planned', told: at(ENVELOPES.planned), due: planned / minutesPerDay },
      { what: 'remaining', told: at(ENVELOPES.remaining), due: remaining / minutesPerDay },
    ];
  });
}

function storedIn(book: Workbook): Told {
  return (index, row, column) => {
    const sheet = book.sheets[index] as Sheet;
    return valueOf((row === 'total' ? sheet.total : sheet.rows[row])?.[column] ?? null);
  };
}

function reckonedIn(book: ExcelJS.Workbook): Told {
  return (index, row, column) => {
    const sheet = book.worksheets[index];
    const cell = sheet?.getCell(row === 'total' ? sheet.rowCount : FIRST_ROW + row, column + 1);
    const value = cell?.formula === undefined ? cell?.value : cell.result;
    if (value instanceof Date) return minutesShown(value);
    return value === null || value === undefined ? 0 : Number(value);
  };
}

/** Hours are times for a spreadsheet, which reads them as moments after its first day. @returns their minutes */
function minutesShown(moment: Date): number {
  return (moment.getTime() - Date.UTC(1899, 11, 30)) / 60_000;
}

describe('the places where days are told', () => {
  it('F4 the days screen adds up to the ledger: months, phases with what is not shared out, kinds of work', () => {
    fc.assert(
      fc.property(anyDays, ({ accompaniment }) => {
        const ledger = ledgerOf(accompaniment, TODAY);
        const months = entryRows(accompaniment, TODAY).flatMap((row) => (row.kind === 'month' ? [row.totals] : []));
        const columns = kindsDone(accompaniment, ledger).map(({ id, title }) => ({ id, name: title, kindIds: new Set([id]) }));
        const byColumn = [...daysByColumn(ledger, columns).values()];
        const shown = [...ledger.phases.map(({ remaining }) => remaining), ledger.unallocated?.remaining ?? null];

        expect(sum(months.map(({ counted }) => counted.minutes))).toBe(ledger.counted.minutes - ledger.opening.minutes);
        expect(sum(months.map(({ planned }) => planned.minutes))).toBe(ledger.planned.minutes);
        expect(sum(months.map(({ later }) => later.minutes))).toBe(ledger.later.minutes);
        expect(sum(months.map(({ unfunded }) => unfunded))).toBe(ledger.unfunded);
        expect(sum(months.map(({ unfundedPlanned }) => unfundedPlanned))).toBe(ledger.unfundedPlanned);
        expect(sum(months.map(({ counted }) => counted.days))).toBeCloseTo(ledger.counted.days - ledger.opening.days, 9);
        expect(sum(byColumn)).toBeCloseTo(sum(ledger.phases.map(({ counted }) => counted.days)), 9);
        for (const line of ledger.phases) expect(sum(columns.map((one) => daysIn(line, one)))).toBeCloseTo(line.counted.days, 9);
        expect(sum(ledger.phases.map(({ allocated }) => allocated.minutes)) + (ledger.unallocated?.share.minutes ?? 0)).toBe(
          ledger.granted.minutes,
        );
        if (ledger.unallocated !== null) expect(sum(shown.map((one) => one?.minutes ?? 0))).toBe(ledger.remaining.minutes);
      }),
      { numRuns: 200 },
    );
  });

  it('F4 H1 the statement tells the ledger, and its months and phases add up to it', () => {
    fc.assert(
      fc.property(anyDays, ({ accompaniment }) => {
        const { envelopes, phases: _, ...totals } = ledgerOf(accompaniment, TODAY);
        const statement = daysStatement(accompaniment, ALL_TIME, TODAY);
        const minutesOf = (amounts: readonly Quantity[]): number => sum(amounts.map((amount) => amount.minutes));

        expect(statement.totals).toEqual(totals);
        expect(
          statement.envelopes.map(({ granted, counted, remaining }) => [granted, counted, remaining].map((one) => one.minutes)),
        ).toEqual(envelopes.map(({ granted, counted, remaining }) => [granted, counted, remaining]));
        expect(minutesOf(statement.months.map(({ funded }) => funded))).toBe(totals.counted.minutes - totals.opening.minutes);
        expect(minutesOf(statement.months.map(({ later }) => later.later))).toBe(totals.later.minutes);
        expect(sum(statement.months.map(({ unfunded }) => unfunded))).toBe(totals.unfunded);
        expect(minutesOf(statement.phases.map(({ allocated }) => allocated)) + (totals.unallocated?.share.minutes ?? 0)).toBe(
          totals.granted.minutes,
        );
        expect(minutesOf(statement.phases.flatMap(({ byKind }) => byKind))).toBe(totals.counted.minutes - totals.opening.minutes);
        const left = [...statement.phases.map(({ remaining }) => remaining), totals.unallocated?.remaining ?? null];
        if (totals.unallocated !== null) expect(sum(left.map((one) => one?.minutes ?? 0))).toBe(totals.remaining.minutes);
      }),
      { numRuns: 200 },
    );
  });

  it('F4 H2 the values stored in the workbook are those of the ledger, in any period', () => {
    fc.assert(
      fc.property(anyDays, anyPeriod, ({ accompaniment }, period) => {
        const book = workbook({ accompaniment, period, on: TODAY, locale: 'fr' });

        expect(wrong(figuresOf(storedIn(book), accompaniment, period))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('F1 H2 the workbook lists every amendment with its reason, its minutes and the days they make', () => {
    fc.assert(
      fc.property(anyDays, ({ accompaniment }) => {
        const { rows } = workbook({ accompaniment, period: ALL_TIME, on: TODAY, locale: 'fr' }).sheets[AMENDMENTS.sheet] as Sheet;
        const { amendments, envelopes } = accompaniment;
        const told = rows.map((row) => [row[AMENDMENTS.reason], row[AMENDMENTS.minutes], row[AMENDMENTS.days]]);
        const due = Object.values(amendments).map(({ reason, minutes, envelopeId }) => [
          reason,
          minutes,
          minutes / (envelopes[envelopeId]?.minutesPerDay ?? Number.NaN),
        ]);

        expect(new Set(told.map(String))).toEqual(new Set(due.map(String)));
      }),
      { numRuns: 60 },
    );
  });

  it('F4 I1 Home and what it warns of are the ledger of the day', () => {
    fc.assert(
      fc.property(anyDays, ({ accompaniment }) => {
        const ledger = ledgerOf(accompaniment, TODAY);
        const { days, forecast } = summaryOf(accompaniment, TODAY);

        expect(days).toEqual({ granted: ledger.granted.days, counted: ledger.counted.days, remaining: ledger.remaining.days });
        expect(forecast).toEqual(forecastOf(ledger));
      }),
      { numRuns: 100 },
    );
  });

  it('F4 K3 the command line tells the ledger of a file, and the portfolio its days', async () => {
    await fc.assert(
      fc.asyncProperty(anyDays, async (document) => {
        const ledger = ledgerOf(document.accompaniment, TODAY);
        const { granted, counted, remaining, unfunded, unfundedPlanned } = ledger;
        const { file, folder } = await written(document);
        const totals = (['granted', 'counted', 'planned', 'remaining', 'later'] as const).map((name) => {
          const { minutes, days } = ledger[name];
          return [name, { minutes, days }];
        });

        expect(await answered(['ledger', file, '--json'])).toMatchObject({
          ...Object.fromEntries(totals),
          unfundedMinutes: unfunded,
          unfundedPlannedMinutes: unfundedPlanned,
        });
        expect(await answered(['portfolio', folder, '--json'])).toMatchObject({
          accompaniments: [{ days: { granted: granted.days, counted: counted.days, remaining: remaining.days } }],
        });
      }),
      { numRuns: 20 },
    );
  });

  it.skipIf(!hasProgram('soffice'))(
    'F4 H2 the workbook tells them again when LibreOffice reckons it from its formulas alone',
    async () => {
      const drawn = fc.array(fc.tuple(anyDays, anyPeriod), { minLength: 40, maxLength: 40 });
      // A failure is told by its figures; to make it smaller would take a run of LibreOffice for each try.
      await fc.assert(
        fc.asyncProperty(drawn, async (cases) => {
          const books = await recalculated(await Promise.all(cases.map(([document, period]) => rendered(document, period))));
          const told = books.flatMap((book, index) => {
            const [document, period] = cases[index] ?? [];
            return document === undefined || period === undefined
              ? []
              : wrong(figuresOf(reckonedIn(book), document.accompaniment, period)).map((figure) => ({ index, ...figure }));
          });

          expect(books.length).toBe(cases.length);
          expect(told).toEqual([]);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    240_000,
  );
});

async function rendered({ accompaniment }: Document, period: Period): Promise<Uint8Array> {
  const request = { kind: 'workbook', ...period } as const;
  return expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale: 'fr', today: TODAY })).bytes;
}

async function written(document: Document): Promise<{ readonly file: string; readonly folder: string }> {
  const folder = await temporaryFolder();
  const file = join(folder, 'mission.tierce');
  await writeFile(file, serialiseProject({ header: HEADER, document }, null));
  return { file, folder };
}

async function answered(words: readonly string[]): Promise<unknown> {
  const out: string[] = [];
  const code = await runCli(words, {
    files: realFileSystem,
    renderer: {
      render: () => Promise.resolve(ok({ bytes: Buffer.from(''), pages: 1, missing: [], lines: [] })),
      stop: () => Promise.resolve(),
    },
    entryReader: readingHere(realFileSystem),
    today: TODAY,
    locale: 'fr',
    newId: countedIds(),
    print: (text) => out.push(text),
    printError: (text) => out.push(text),
    askPassphrase: () => Promise.resolve(null),
  });
  expect([code, out.length]).toEqual([0, 1]);
  return JSON.parse(out.join('')) as unknown;
}
