// H2 F4 D-2 E-19: a workbook of which nothing is left but its formulas tells the figures of the ledger, whatever the names are that it
// sums by; and LibreOffice takes no two labels for equal.
import { type Accompaniment, rowsIn } from '@domain/document.ts';
import { type Ledger, ledgerOf } from '@domain/ledger/ledger.ts';
import { ALL_TIME, type Period } from '@domain/report/days-statement.ts';
import { FIRST_ROW } from '@domain/report/sheets.ts';
import { expectOk } from '@domain/result.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import { tablesOfKind } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate } from '@domain/units.ts';
import { distinctLabels } from '@domain/writing/label-key.ts';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { renderXlsx } from '../../../main/documents/render-xlsx.ts';
import { hereRenderer } from '../../support/application.ts';
import { DAYS, FIRST_DAY, hostileAccompaniment } from '../../support/hostile-accompaniment.ts';
import { HOSTILE_NAMES, HOSTILE_PIECES } from '../../support/hostile-names.ts';
import { hasProgram } from '../../support/programs.ts';
import { recalculated } from '../../support/recalculated.ts';

const TODAY = calendarDate('2026-06-15');
/** As many kinds of work as have columns of their own; with more of them, the fortieth column is shared. */
const OWN_COLUMNS = 40;
const HALF_A_MINUTE = 0.5 / 1440;
/** Where the sheets are, from 0, and their columns, from 1. */
const BY_PHASE = { sheet: 1, firstKind: 3 };
const ENVELOPES = { sheet: 2, done: 6, remaining: 8 };
const ATTENDANCE = { sheet: 5, halfDays: 5 };

/** Half of each part stands in the next one too, so that every name meets its neighbours. */
const parts = Array.from({ length: Math.ceil((HOSTILE_NAMES.length * 2) / OWN_COLUMNS) }, (_, index) =>
  HOSTILE_NAMES.slice((index * OWN_COLUMNS) / 2, (index * OWN_COLUMNS) / 2 + OWN_COLUMNS),
);
const A_MONTH: Period = { from: addDays(FIRST_DAY, DAYS / 3), to: addDays(FIRST_DAY, (DAYS * 2) / 3) };

describe.skipIf(!hasProgram('soffice'))('a workbook without its values, reckoned anew by LibreOffice', () => {
  it('H2 F4 tells every figure of the ledger to the minute, whatever its kinds, phases and funders are called', async () => {
    const accompaniments = parts.map(hostileAccompaniment);
    const books = await recalculated(await Promise.all(accompaniments.map((accompaniment) => written(accompaniment, ALL_TIME))));

    expect(accompaniments.flatMap(notHeldByFiles)).toEqual([]);
    for (const [index, book] of books.entries()) {
      const accompaniment = given(accompaniments[index]);
      expect(wrong([...byPhase(book, accompaniment), ...byEnvelope(book, accompaniment), ...halfDays(book, accompaniment)])).toEqual([]);
      expect(brokenFormulas(book)).toEqual([]);
    }
  }, 240_000);

  it('H2 F4 tells the totals of the ledger with more kinds of work than columns, and of a month with what lies outside', async () => {
    const accompaniment = hostileAccompaniment(HOSTILE_NAMES);
    const periods = [ALL_TIME, A_MONTH];
    const books = await recalculated(await Promise.all(periods.map((period) => written(accompaniment, period))));

    for (const book of books) {
      expect(wrong([...totals(book, accompaniment), ...byEnvelope(book, accompaniment)])).toEqual([]);
      expect(brokenFormulas(book)).toEqual([]);
    }
  }, 240_000);

  it.each(['fr-FR', 'tr-TR'])(
    'H2 has no two labels that are equal by the rules of %s, typed or numbered',
    async (language) => {
      const name = fc.oneof(
        fc.array(fc.constantFrom(...HOSTILE_PIECES), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
        fc.constantFrom(...HOSTILE_NAMES),
      );
      const sets = fc.array(fc.array(name, { minLength: 2, maxLength: 30, size: 'max' }), { minLength: 150, maxLength: 150 });
      const labelsOf = (names: readonly string[]) => [
        ...distinctLabels(names.map((each, index) => ({ id: `k${index}`, name: each }))).values(),
      ];

      expect(
        await equalsOf(
          [
            ['Atelier', 'atelier', 'x'],
            ['ς', 'Σ'],
            ['x', 'y'],
          ],
          language,
        ),
      ).toEqual([['Atelier', 'atelier'], ['ς', 'Σ'], []]);
      // A failure is told by its set; to make it smaller would take a run of LibreOffice for each try.
      await fc.assert(
        fc.asyncProperty(sets, async (drawn) => {
          const equals = await equalsOf([HOSTILE_NAMES, ...drawn].map(labelsOf), language);
          expect(equals.filter((set) => set.length > 0)).toEqual([]);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    240_000,
  );
});

async function written(accompaniment: Accompaniment, period: Period): Promise<Uint8Array> {
  const request = { kind: 'workbook', ...period } as const;
  return expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale: 'fr', today: TODAY })).bytes;
}

/** Names that no file holds would prove nothing. */
function notHeldByFiles(accompaniment: Accompaniment): readonly string[] {
  return tablesOfKind('accompaniment').flatMap((table) =>
    Object.entries(rowsIn(accompaniment, table)).flatMap(([id, record]) => (isSoundRecord(table, id, record) ? [] : [`${table} ${id}`])),
  );
}

/** A figure of the workbook beside the one that the ledger has, in days. */
type Compared = { readonly what: string; readonly told: number; readonly due: number };

function wrong(figures: readonly Compared[]): readonly Compared[] {
  if (figures.length === 0) throw new Error('Nothing was compared');
  return figures.filter(({ told, due }) => !(Math.abs(told - due) < HALF_A_MINUTE));
}

/** Every phase by every kind of work, and the totals of both. */
function byPhase(book: ExcelJS.Workbook, accompaniment: Accompaniment): readonly Compared[] {
  const sheet = sheetAt(book, BY_PHASE.sheet);
  const kinds = Object.values(accompaniment.kinds);
  const ledger = ledgerOf(accompaniment, TODAY);
  const cells = ledger.phases.flatMap((line, row) =>
    kinds.map((kind, column) => ({
      what: `phase ${line.phaseId}, kind ${kind.title}`,
      told: figure(sheet.getCell(FIRST_ROW + row, BY_PHASE.firstKind + column)),
      due: line.byKind.get(kind.id)?.days ?? 0,
    })),
  );
  const ofPhases = ledger.phases.map((line, row) => ({
    what: `phase ${line.phaseId}`,
    told: figure(sheet.getCell(FIRST_ROW + row, BY_PHASE.firstKind + kinds.length)),
    due: line.counted.days,
  }));
  const ofKinds = kinds.map((kind, column) => ({
    what: `kind ${kind.title}`,
    told: figure(sheet.getCell(sheet.rowCount, BY_PHASE.firstKind + column)),
    due: ledger.phases.reduce((sum, line) => sum + (line.byKind.get(kind.id)?.days ?? 0), 0),
  }));
  return [...cells, ...ofPhases, ...ofKinds, ...totalsAt(sheet, BY_PHASE.firstKind + kinds.length, ledger)];
}

function totals(book: ExcelJS.Workbook, accompaniment: Accompaniment): readonly Compared[] {
  return totalsAt(sheetAt(book, BY_PHASE.sheet), BY_PHASE.firstKind + OWN_COLUMNS, ledgerOf(accompaniment, TODAY));
}

/** What is done, and what remains in the column after it. */
function totalsAt(sheet: ExcelJS.Worksheet, done: number, ledger: Ledger): readonly Compared[] {
  return [
    { what: 'done', told: figure(sheet.getCell(sheet.rowCount, done)), due: ledger.counted.days },
    { what: 'remaining', told: figure(sheet.getCell(sheet.rowCount, done + 1)), due: ledger.remaining.days },
  ];
}

function byEnvelope(book: ExcelJS.Workbook, accompaniment: Accompaniment): readonly Compared[] {
  const sheet = sheetAt(book, ENVELOPES.sheet);
  return ledgerOf(accompaniment, TODAY).envelopes.flatMap(({ envelope, minutesPerDay, counted, remaining }, row) => [
    { what: `done in ${envelope.funder}`, told: figure(sheet.getCell(FIRST_ROW + row, ENVELOPES.done)), due: counted / minutesPerDay },
    {
      what: `left in ${envelope.funder}`,
      told: figure(sheet.getCell(FIRST_ROW + row, ENVELOPES.remaining)),
      due: remaining / minutesPerDay,
    },
  ]);
}

function halfDays(book: ExcelJS.Workbook, { attendances }: Accompaniment): readonly Compared[] {
  const sheet = sheetAt(book, ATTENDANCE.sheet);
  const marks = Object.values(attendances).flatMap(({ morning, afternoon }) => [morning, afternoon]);
  const due = marks.filter((mark) => mark === 'present').length;
  return [{ what: 'half-days', told: figure(sheet.getCell(sheet.rowCount, ATTENDANCE.halfDays)), due }];
}

/** @returns where a formula gives an error or nothing */
function brokenFormulas(book: ExcelJS.Workbook): readonly string[] {
  const broken: string[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const isReckoned = typeof cell.result === 'number' || (cell.result instanceof Date && !Number.isNaN(cell.result.getTime())); // hours are read as times
        if (cell.type === ExcelJS.ValueType.Formula && !isReckoned) broken.push(`${sheet.name} ${cell.address}`);
      }),
    ),
  );
  return broken;
}

function sheetAt(book: ExcelJS.Workbook, index: number): ExcelJS.Worksheet {
  return given(book.worksheets[index]);
}

function figure(cell: ExcelJS.Cell): number {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  return typeof value === 'number' ? value : Number.NaN;
}

/** @returns of each set the labels that are equal to another of them when they are compared as the workbook compares them */
async function equalsOf(sets: readonly (readonly string[])[], language: string): Promise<readonly (readonly string[])[]> {
  const rows = sets.flatMap((set, index) => {
    const from = FIRST_ROW + sets.slice(0, index).reduce((sum, before) => sum + before.length, 0);
    const all = `$A$${from}:$A$${from + set.length - 1}`;
    return set.map((label, position) => [label, { formula: `SUMPRODUCT((${all}=A${from + position})*1)`, value: 0 }]);
  });
  const columns = [
    { head: 'Label', format: 'text', width: 30 },
    { head: 'Equal', format: 'whole', width: 10 },
  ] as const;
  const { bytes } = await renderXlsx({
    kind: 'workbook',
    title: '',
    author: '',
    foot: '',
    sheets: [{ name: 'Labels', columns, rows, total: null }],
  });
  const [book] = await recalculated([bytes], language);
  const sheet = sheetAt(given(book), 0);
  let row = FIRST_ROW - 1;
  return sets.map((set) =>
    set.filter(() => {
      row += 1;
      return figure(sheet.getCell(row, 2)) !== 1;
    }),
  );
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Nothing is there');
  return value;
}
