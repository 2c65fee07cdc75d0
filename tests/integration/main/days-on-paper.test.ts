// H1 H8: the statement of funded days at its limits, as it is drawn: many kinds of work, a hundred days and more, long words.
import type { Accompaniment } from '@domain/document.ts';
import { formatDayFigure } from '@domain/format/durations.ts';
import { ALL_TIME, daysStatement } from '@domain/report/days-statement.ts';
import { expectOk } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { periodText } from '../../../main/documents/days-statement-pdf.ts';
import { TEXT_WIDTH } from '../../../main/documents/paper.ts';
import { hereRenderer } from '../../support/application.ts';
import { recordFor } from '../../support/loose-pieces.ts';
import { accompanimentWithTime } from '../../support/time-of-kinds.ts';
import { type DrawnPiece, lastLine, pagesOfPdf } from '../../support/text-of-documents.ts';

const FIRST_DAY = calendarDate('2026-03-01');
const TODAY = calendarDate('2026-06-15');
const A4 = 595.28; // points
const MARGIN = (A4 - TEXT_WIDTH) / 2;
/** Strokes of a letter reach a little beyond its width. In points. */
const OVERHANG = 1;
/** What a reader takes for a space between columns, and not for one that parts thousands. In points. */
const WIDE_SPACE = 4;
const PLAIN = ['Face à face', 'Préparation', 'Rédaction', 'Coordination', 'Recherche', 'Formation'];
const LONG = 'Anticonstitutionnellementincoordonnée';

it.each([
  { what: 'a hundred days of each of six kinds of work', names: PLAIN, count: 5 },
  { what: 'a thousand days', names: PLAIN, count: 50 },
  { what: 'six kinds with long words', names: PLAIN.map((name) => `${LONG} ${name}`), count: 3 },
  { what: 'ten kinds and a hundred days', names: [...PLAIN, ...PLAIN.map((name) => `${name} bis`)].slice(0, 10), count: 5 },
])('H1 H8 the statement by phase stays on its page, each figure on one line: $what', async ({ names, count }) => {
  const accompaniment = accompanimentWithTime(names, count);
  const { totals, phases } = daysStatement(accompaniment, ALL_TIME, TODAY);
  const pieces = await piecesOf(accompaniment);
  const left = [totals.remaining, ...phases.flatMap(({ remaining }) => remaining ?? [])];
  const figures = [totals.counted, totals.granted, ...phases.map(({ counted }) => counted), ...left].map(({ days }) => days);

  expect(
    pieces.filter(({ text, left, right }) => text.trim() !== '' && (left < MARGIN - OVERHANG || right > A4 - MARGIN + OVERHANG)),
  ).toEqual([]);
  for (const figure of figures) expect(wordsOf(pieces)).toContain(formatDayFigure(figure, 'fr').replaceAll(/\s/g, ''));
});

it('H8 leaves no heading of the statement alone at the foot of a page, however many amendments there are', async () => {
  const { statement: texts } = catalogueOf('fr');
  const heads = [texts.standing, texts.byPhase, texts.entries, 'Depuis le début de l’accompagnement', 'Mars 2026', texts.phase, texts.date];
  const lasts: string[] = [];
  for (let count = 0; count < ONE_PAGE; count += 1) {
    const { amendments: _, ...rest } = accompanimentWithTime(PLAIN, 1);
    const amendments = Array.from({ length: count }, (__, index) =>
      recordFor('amendments', `amendment-${index}`, { envelopeId: 'envelope', on: FIRST_DAY, minutes: minutes(60) }),
    );
    const pages = await pagesOf({ ...rest, amendments: Object.fromEntries(amendments.map((one) => [one.id, one])) } as Accompaniment);
    lasts.push(...pages.map(lastLine));
  }

  expect(lasts.length, 'pages that were read').toBeGreaterThan(ONE_PAGE);
  expect(lasts.filter((line) => heads.some((head) => line.startsWith(head)))).toEqual([]);
});

/** Amendments that take a page: every place of what follows is met. */
const ONE_PAGE = 32;

it('H8 no last row of a table stands alone on a page, and no total of a month, however many rows there are', async () => {
  const alone: string[] = [];
  for (let count = 1; count <= ONE_PAGE; count += 1) {
    const pages = await pagesOf(accompanimentWithTime(PLAIN.slice(0, 1), count));
    alone.push(
      ...pages
        .map(firstRows)
        .filter((rows) => rows.length === 1)
        .map(String),
    );
  }

  expect(alone).toEqual([]);
});

it('H8 no total of a month with a single entry stands alone on a page, and its caption does not stay behind', async () => {
  const ends: string[] = [];
  const alone: string[] = [];
  for (let count = 0; count < ONE_PAGE; count += 1) {
    const { amendments: _, ...rest } = accompanimentWithTime(PLAIN.slice(0, 1), 1);
    const amendments = Array.from({ length: count }, (__, index) =>
      recordFor('amendments', `amendment-${index}`, { envelopeId: 'envelope', on: FIRST_DAY, minutes: minutes(60) }),
    );
    const pages = await pagesOf({ ...rest, amendments: Object.fromEntries(amendments.map((one) => [one.id, one])) } as Accompaniment);
    alone.push(
      ...pages
        .map(firstRows)
        .filter((rows) => rows.length === 1)
        .map(String),
    );
    ends.push(...pages.map(lastLine).filter((line) => line.startsWith('Mars 2026') || line.startsWith('Depuis')));
  }

  expect([alone, ends]).toEqual([[], []]);
});

it.each([60, 150, 300])('H8 keeps every phase of the statement where their titles have %i letters', async (letters) => {
  const { phases, allocations, ...rest } = accompanimentWithTime(PLAIN, 1);
  const [phase, allocation] = [Object.values(phases)[0]!, Object.values(allocations)[0]];
  const ids = Array.from({ length: 8 }, (_, index) => `phase-${index}`);
  const long = (id: string): string => `${'accompagnement au changement '.repeat(12).slice(0, letters - 10)} ${id}`;
  const accompaniment = {
    ...rest,
    phases: Object.fromEntries(ids.map((id) => [id, { ...phase, id, title: long(id) }])),
    allocations: Object.fromEntries(
      ids.map((id) => [
        id,
        { ...(allocation ?? recordFor('allocations', id, { envelopeId: 'envelope', minutes: minutes(420) })), id, phaseId: id },
      ]),
    ),
  } as Accompaniment;
  const drawn = (await pagesOf(accompaniment)).flatMap((pieces) => pieces.map(({ text }) => text)).join('');

  expect(ids.filter((id) => !drawn.includes(id))).toEqual([]);
});

/** @returns the rows of a month that a page begins with, its total among them, where it begins with heads that are repeated */
function firstRows(pieces: readonly DrawnPiece[]): readonly string[] {
  const lines = linesOf(pieces);
  const [, caption = '', heads = '', ...rest] = lines; // below the head of the page
  if (!/^[A-Z].* 2026$/.test(caption) || !heads.startsWith('Date')) return [];
  const end = rest.findIndex((line) => line.startsWith('Total financé'));
  return end === -1 ? rest : rest.slice(0, end + 1);
}

/** @returns the lines of a page, from its head down */
function linesOf(pieces: readonly DrawnPiece[]): readonly string[] {
  const heights = [...new Set(pieces.map(({ base }) => base))].toSorted((a, b) => b - a);
  return heights.map((height) =>
    pieces
      .filter(({ base }) => base === height)
      .map(({ text }) => text)
      .join(''),
  );
}

it('H1 H8 the blocks to sign, with the line for place and day above them, share one page, however many entries there are', async () => {
  const { statement: texts } = catalogueOf('fr');
  const found: (readonly number[])[] = [];
  for (let count = 1; count <= ONE_PAGE; count += 2) {
    const pages = (await pagesOf(accompanimentWithTime(PLAIN.slice(0, 1), count))).map((pieces) => pieces.map(({ text }) => text).join(''));
    const told = pages.map((page) => [texts.doneAt, texts.signature].map((words) => page.split(words).length - 1));
    found.push(...told.filter((counts) => counts.some((one) => one > 0)));
  }

  expect(found).toEqual(Array.from({ length: ONE_PAGE / 2 }, () => [1, 3]));
});

it('H1 I5 says a period of one day as a day', () => {
  const oneDay = { from: FIRST_DAY, to: FIRST_DAY };

  expect([periodText(oneDay, 'fr'), periodText(oneDay, 'en')]).toEqual(['Le 1er mars 2026', 'On 1 March 2026']);
  expect(periodText({ ...oneDay, to: TODAY }, 'fr')).toBe('Du 1er mars 2026 au 15 juin 2026');
});

it('H8 nobody signs on a page of their own, however many entries there are', async () => {
  const lonely: number[] = [];
  for (let count = 1; count <= ONE_PAGE; count += 1) {
    const pages = await pagesOf(accompanimentWithTime(PLAIN.slice(0, 1), count));
    const [first = ''] = linesOf(pages.at(-1) ?? []).slice(1); // below the head of the page
    if (first.startsWith(catalogueOf('fr').statement.doneAt)) lonely.push(count);
  }

  expect(lonely).toEqual([]);
});

/** Everything that the statement draws, page after page. */
async function piecesOf(accompaniment: Accompaniment) {
  return (await pagesOf(accompaniment)).flat();
}

async function pagesOf(accompaniment: Accompaniment) {
  const request = { kind: 'days', ...ALL_TIME } as const;
  const { bytes } = expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale: 'fr', today: TODAY }));
  return pagesOfPdf(bytes);
}

/** @returns pieces that follow each other without a gap, as one, without the spaces that part thousands */
function wordsOf(pieces: readonly DrawnPiece[]): readonly string[] {
  const words: string[] = [];
  const drawn = pieces.filter(({ text, left, right }) => text.trim() !== '' || right - left < WIDE_SPACE);
  for (const [index, { text, left, base }] of drawn.entries()) {
    const before = drawn[index - 1];
    const follows = before?.base === base && Math.abs(left - before.right) < OVERHANG;
    if (follows) words.push((words.pop() ?? '') + text);
    else words.push(text);
  }
  return words.map((word) => word.replaceAll(/\s/g, ''));
}
