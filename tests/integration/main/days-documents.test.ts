// H1, H2: the statement and the workbook as files, read back by other programs.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDayFigure } from '@domain/format/durations.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { ALL_TIME } from '@domain/report/days-statement.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { hereRenderer } from '../../support/application.ts';
import { startedDocument } from '../../support/documents.ts';
import { hasProgram } from '../../support/programs.ts';
import { recalculated } from '../../support/recalculated.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const TODAY = calendarDate('2026-06-15');
const { document: example } = expectOk(await parseProject(await readFile('resources/examples/offre-commune.tierce'), { name: 'x' }));
const ledger = ledgerOf(example.accompaniment, TODAY);

async function written(request: DocumentRequest, locale: 'fr' | 'en' = 'fr', accompaniment = example.accompaniment): Promise<string> {
  const rendered = expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale, today: TODAY }));
  const path = join(await temporaryFolder(), request.kind === 'workbook' ? 'classeur.xlsx' : 'document.pdf');
  await writeFile(path, rendered.bytes);
  return path;
}

async function bookOf(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** @returns each cell whose formula ended in an error, by its place */
function errorsIn(book: ExcelJS.Workbook): readonly string[] {
  const found: string[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value: unknown = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
        if (typeof value === 'object' && value !== null && 'error' in value) found.push(`${sheet.name} ${cell.address}`);
      }),
    ),
  );
  return found;
}

const textOf = (path: string): string => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

describe('the workbook as a file', () => {
  it('H2 opens again with every formula and its value, dates on their day and texts as texts', async () => {
    const book = await bookOf(await written({ kind: 'workbook', ...ALL_TIME }));
    const time = book.getWorksheet('Temps');
    const formulas: unknown[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && formulas.push(cell.result))),
    );

    expect(book.worksheets.map((sheet) => sheet.name).slice(0, 9)).toEqual([
      'Temps',
      'Jours par phase',
      'Enveloppes',
      'Avenants',
      'Séances',
      'Présences',
      'Structures',
      'Décisions',
      'Actions',
    ]);
    expect(time?.getCell('A2').value).toEqual(new Date('2026-02-03T00:00:00.000Z'));
    expect(formulas.length).toBeGreaterThan(70);
    expect(formulas.filter((value) => typeof value !== 'number' && !(value instanceof Date))).toEqual([]); // hours are read as times
  });

  it('H2 shows hours as hours and minutes, from which the days are still reckoned, and who worked', async () => {
    const time = (await bookOf(await written({ kind: 'workbook', ...ALL_TIME }))).getWorksheet('Temps');
    const entries = Object.values(example.accompaniment.timeEntries);
    const heads = (time?.getRow(1).values ?? []) as readonly unknown[];
    const under = (head: string, row: number) => time?.getRow(row).getCell(heads.indexOf(head));
    const total = under('Décompté (h)', time?.rowCount ?? 0)?.result;

    expect([under('Décompté (h)', 2)?.numFmt, under('Journée (h)', 2)?.numFmt]).toEqual(['[h]:mm', '[h]:mm']);
    expect(under('Décompté (h)', 2)?.value).toEqual(new Date(Date.UTC(1899, 11, 30, 1, 45)));
    expect(under('Jours financés', 2)?.value).toMatchObject({ formula: 'G2/K2', result: 0.25 });
    expect(total).toEqual(new Date(Date.UTC(1899, 11, 30) + ledger.counted.minutes * 60_000));
    expect(entries.map((_, index) => under('Personne', index + 2)?.value)).toEqual(entries.map(() => 'Sonia Nadir'));
  });

  it('H2 takes a shorter contract off in hours with decimals: a spreadsheet shows no negative time', async () => {
    const amendments = Object.fromEntries(
      Object.values(example.accompaniment.amendments).map((amendment) => [amendment.id, { ...amendment, minutes: minutes(-150) }]),
    );
    const book = await bookOf(await written({ kind: 'workbook', ...ALL_TIME }, 'fr', { ...example.accompaniment, amendments }));

    expect(book.getWorksheet('Avenants')?.getCell('D2').value).toBe(-2.5);
  });

  it('H2 prints each sheet with the mission, its own name, the day and the pages, all columns on a page, the heads on every page', async () => {
    const title = 'Vergers & Cie, 2026';
    const mission = Object.fromEntries(Object.values(example.accompaniment.mission).map((one) => [one.id, { ...one, title }]));
    const book = await bookOf(await written({ kind: 'workbook', ...ALL_TIME }, 'fr', { ...example.accompaniment, mission }));

    for (const { headerFooter, pageSetup } of book.worksheets) {
      expect(headerFooter.oddHeader).toBe('&LVergers && Cie, 2026&R&A');
      expect(headerFooter.oddFooter).toBe(
        '&LÉtat au 15 juin 2026 · Réservé au collectif et au suivi de la mission · Exemple fictif&R&P / &N',
      );
      expect(pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1', paperSize: 9 });
    }
    expect(new Set(book.worksheets.map(({ pageSetup }) => pageSetup.orientation))).toEqual(new Set(['landscape', 'portrait']));
  });

  it('D12 H2 lists every decision with its mark, its session and its adoption, and says where none was noted', async () => {
    const { decisions } = example.accompaniment;
    const [first] = Object.values(decisions);
    const unsaid = first === undefined ? decisions : { ...decisions, [first.id]: { ...first, adoption: '' } };
    const book = await bookOf(await written({ kind: 'workbook', ...ALL_TIME }, 'fr', { ...example.accompaniment, decisions: unsaid }));
    const sheet = book.getWorksheet('Décisions');

    expect(sheet?.rowCount).toBe(1 + Object.keys(decisions).length);
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      'D-2026-01',
      new Date('2026-02-05T00:00:00.000Z'),
      'S1',
      first?.title,
      'non précisée',
      'Pourquoi coopérer, pourquoi maintenant',
    ]);
  });

  it('H2 writes what looks like a formula as the text that was typed', async () => {
    const accompaniment = {
      ...example.accompaniment,
      timeEntries: Object.fromEntries(
        Object.entries(example.accompaniment.timeEntries).map(([id, entry]) => [
          id,
          { ...entry, note: '=HYPERLINK("http://exemple.invalid")' },
        ]),
      ),
    };
    const book = await bookOf(await written({ kind: 'workbook', ...ALL_TIME }, 'fr', accompaniment));

    expect(book.getWorksheet('Temps')?.getCell('N2').type).toBe(ExcelJS.ValueType.String);
  });

  it('H2 keeps every emoji, wherever the packer cuts its texts', async () => {
    const emoji = '😀'.repeat(16_000);
    const { timeEntries } = example.accompaniment;
    const noted = Object.values(timeEntries).map((entry, index) => [
      entry.id,
      { ...entry, note: `${index % 2}${'x'.repeat(index % 2)}${emoji}` },
    ]);
    const accompaniment = { ...example.accompaniment, timeEntries: Object.fromEntries(noted) as typeof timeEntries };
    const path = await written({ kind: 'workbook', ...ALL_TIME }, 'fr', accompaniment);
    const said = await textOfDocument(path, await readFile(path));

    expect(said).toContain(emoji);
    expect(said).not.toContain('\ufffd');
  });

  it.skipIf(!hasProgram('soffice'))(
    'H2 F4 reckoned anew by another program, tells the figures of the ledger',
    async () => {
      const [book] = await recalculated([await readFile(await written({ kind: 'workbook', ...ALL_TIME }))]);
      const byPhase = book?.getWorksheet('Jours par phase');
      const last = byPhase?.getRow(byPhase.rowCount);
      const figures = [-1, 0].map((before) => Number(last?.getCell((byPhase?.columnCount ?? 0) + before).result));

      expect(last?.getCell(1).value).toBe('Total');
      expect(figures[0]).toBeCloseTo(ledger.counted.days, 6);
      expect(figures[1]).toBeCloseTo(ledger.remaining.days, 6);
    },
    120_000,
  );

  it.skipIf(!hasProgram('soffice'))(
    'H2 F4 reckoned anew by another program, has totals and no error where it has no entry at all, or none in its period',
    async () => {
      const begun = startedDocument({ envelope: null, organisations: [] }).accompaniment;
      const funded = startedDocument().accompaniment;
      const before = { from: null, to: calendarDate('2020-01-01') };
      const paths = [
        await written({ kind: 'workbook', ...ALL_TIME }, 'fr', begun),
        await written({ kind: 'workbook', ...ALL_TIME }, 'fr', funded),
        await written({ kind: 'workbook', ...before }),
      ];
      const books = await recalculated(await Promise.all(paths.map((path) => readFile(path))));
      const lastRow = (book: ExcelJS.Workbook | undefined, name: string) => book?.getWorksheet(name)?.lastRow;
      const doneAndLeft = ([, , book] = books) => {
        const row = lastRow(book, 'Jours par phase');
        return [-1, 0].map((back) => Number(row?.getCell((book?.getWorksheet('Jours par phase')?.columnCount ?? 0) + back).result));
      };

      expect(books.flatMap(errorsIn)).toEqual([]);
      expect(books.map((book) => lastRow(book, 'Temps')?.getCell(1).value)).toEqual(['Total', 'Total', 'Total']);
      expect(doneAndLeft().map((days) => days.toFixed(6))).toEqual(
        [ledger.counted.days, ledger.remaining.days].map((days) => days.toFixed(6)),
      );
    },
    120_000,
  );

  it('H2 makes a sound workbook of an accompaniment that has only begun', async () => {
    const book = await bookOf(
      await written({ kind: 'workbook', ...ALL_TIME }, 'en', startedDocument({ envelope: null, organisations: [] }).accompaniment),
    );

    expect(book.worksheets.map((sheet) => sheet.name).slice(0, 9)).toEqual([
      'Time',
      'Days by phase',
      'Envelopes',
      'Amendments',
      'Sessions',
      'Attendance',
      'Organisations',
      'Decisions',
      'Actions',
    ]);
  });
});

describe.skipIf(!hasProgram('pdftotext'))('the statement of funded days, read by poppler', () => {
  it('H1 F4 tells what was granted, done and is left, and every entry', async () => {
    const text = textOf(await written({ kind: 'days', ...ALL_TIME })).replace(/\s+/g, ' ');

    for (const words of [
      'État des jours financés',
      'DLA 77',
      'Avenant du 26 mai 2026',
      `Restent ${formatDayFigure(ledger.remaining.days, 'fr')}`,
      `Faits ${formatDayFigure(ledger.counted.days, 'fr')}`,
      'Échange de pratiques entre',
      'non décompté : 4 h 45',
    ]) {
      expect(text.replace(/[\u202f\u00a0]/g, ' ')).toContain(words);
    }
  });

  it('H1 names who worked with function and firm, who follows, for whom; lists sessions with day, half-days and place; can be signed', async () => {
    const said = textOf(await written({ kind: 'days', ...ALL_TIME })).replace(/\s+/g, ' ');

    for (const words of [
      'Accompagnement Sonia Nadir, consultante, SCOP Passerelles',
      'Suivi de la mission Nadia Brunel, chargée de mission, Coorace Île-de-France',
      'Structures Atelier du Pont, Chantiers des Deux Rives, GE Solidarités 77, La Boucle, Mains Libres Services, Relais du Val',
      '3 jeu. 12 mars 2026 après-midi',
      '5 mar. 21 avr. 2026 journée',
      'Fait à le Accompagnement Suivi de la mission Pour les structures',
    ])
      expect(said).toContain(words);
    expect(said.match(/Signature/g)).toHaveLength(3);
  });

  it('H1 lists the sessions held in its period alone, and says of one without times that its half-day is not noted', async () => {
    const { sessions } = example.accompaniment;
    const timeless = Object.fromEntries(
      Object.values(sessions).map((session) => [session.id, { ...session, startsAt: null, endsAt: null, place: '' }]),
    );
    const period = { from: calendarDate('2026-04-01'), to: calendarDate('2026-12-31') };
    const said = textOf(await written({ kind: 'days', ...period }, 'fr', { ...example.accompaniment, sessions: timeless })).replace(
      /\s+/g,
      ' ',
    );

    expect(said).toContain('4 jeu. 2 avr. 2026 non précisé Sur place');
    expect(said).not.toContain('jeu. 12 mars 2026');
    expect(said).not.toContain('jeu. 2 juil. 2026'); // only planned
  });

  it('H1 I5 is English throughout when English is asked for, but for what people wrote', async () => {
    const text = textOf(await written({ kind: 'days', ...ALL_TIME }, 'en'));

    expect(text).toContain('Statement of funded days');
    expect(text).toContain('Face to face');
    expect(text).not.toMatch(/\b(Restent|Faits|Avenant|Séance|février|Rédaction|Préparation)\b/);
  });

  it('H8 looks finished without envelope, without entry, and with ten kinds of work', async () => {
    const empty = textOf(await written({ kind: 'days', ...ALL_TIME }, 'fr', startedDocument({ envelope: null }).accompaniment));
    const kinds = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `kind-${index}`,
        { id: `kind-${index}`, order: `a${index}`, title: `Nature ${index}`, code: 'other' as const, isEligible: true },
      ]),
    );
    const entries = Object.values(example.accompaniment.timeEntries).map(
      (entry, index) => [entry.id, { ...entry, kindId: `kind-${index % 10}` }] as const,
    );
    const many = textOf(
      await written({ kind: 'days', ...ALL_TIME }, 'fr', { ...example.accompaniment, kinds, timeEntries: Object.fromEntries(entries) }),
    );

    expect(empty).toContain('Aucun temps n’est noté');
    expect(empty + many).not.toMatch(/undefined|null|NaN/);
    expect(many).toContain('Autres');
  });
});

it('H1 refuses a period that ends before it starts, and a session that is not there', async () => {
  const ask = (request: DocumentRequest) =>
    renderDocument(hereRenderer, { accompaniment: example.accompaniment, request, locale: 'fr', today: TODAY });

  expect(await ask({ kind: 'days', from: calendarDate('2026-05-01'), to: calendarDate('2026-04-01') })).toMatchObject({
    failure: { code: 'period-reversed' },
  });
  expect(await ask({ kind: 'decisions', sessionId: 'nobody' })).toMatchObject({ failure: { code: 'record-missing' } });
});
