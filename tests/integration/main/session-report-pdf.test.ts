// H1, H8: the session report as a PDF: readable, in both languages, empty, ordinary and very long.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionReport } from '@domain/report/session-report.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { expectOk } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../main/documents/render-pdf.ts';
import { TEXT_WIDTH } from '../../../main/documents/paper.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { RESOURCES } from '../../support/application.ts';
import { hasProgram } from '../../support/programs.ts';
import { type DrawnPiece, lastLine, pagesOfPdf } from '../../support/text-of-documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const { document } = expectOk(await parseProject(await readFile('resources/examples/offre-commune.tierce'), { name: 'x' }));
const reports = Object.keys(document.accompaniment.sessions).flatMap((id) => sessionReport(document.accompaniment, id) ?? []);
const fourth = reports.find((report) => report.number === 4);
if (fourth === undefined) throw new Error('The example has eight sessions');

const { documents } = catalogueOf('fr');

const EMPTY: SessionReport = {
  ...fourth,
  title: 'Séance',
  startsAt: null,
  endsAt: null,
  place: '',
  phase: null,
  present: [],
  expected: [],
  excused: [],
  absent: [],
  agreements: [],
  accompanists: [],
  officers: [],
  givenTo: '',
  remarksBy: null,
  purpose: '',
  account: '',
  decisions: [],
  actions: [],
  disagreements: [],
  next: null,
  mission: '',
  isExample: false,
};
const LONG: SessionReport = {
  ...fourth,
  title: 'Un titre qui n’en finit pas '.repeat(10),
  account: `${'Une phrase du relevé, qui se répète. '.repeat(30)}\n\n`.repeat(80) + 'FIN DU RELEVE',
  decisions: Array.from({ length: 40 }, (_, index) => ({
    mark: `D-2026-${index}`,
    title: `Décision ${index} `.repeat(20),
    adoption: 'Adoptée par tous.',
  })),
  actions: [
    ...Array.from({ length: 60 }, (_, index) => ({
      title: `Action ${index}`,
      who: 'Nicole Ferrand, Relais du Val',
      dueOn: calendarDate('2026-05-04'),
      isDone: false,
    })),
    { title: 'Mot '.repeat(1500) + 'FINACTION', who: '', dueOn: null, isDone: false },
  ],
};

async function textOf(
  report: SessionReport,
  locale: 'fr' | 'en' = 'fr',
): Promise<{ readonly text: string; readonly pages: number; readonly info: string }> {
  const { bytes, pages } = await renderPdf({ draw: 'session', report, locale, today: calendarDate('2026-06-15') }, RESOURCES);
  const path = join(await temporaryFolder(), 'report.pdf');
  await writeFile(path, bytes);
  const run = (tool: string, ...words: string[]) => execFileSync(tool, words, { encoding: 'utf8' });
  return { text: run('pdftotext', '-layout', path, '-'), info: run('pdfinfo', path), pages };
}

describe.skipIf(!hasProgram('pdftotext'))('the report of a session, read by poppler', () => {
  it('H1 holds who was there, the minutes, decisions with their adoption, actions with who and when', async () => {
    const { text } = await textOf(fourth);

    for (const words of [
      'Enjeux de chaque structure',
      'Atelier du Pont (Joana Lopes',
      'La Boucle (Leïla Haddad, directrice)',
      'Chaque structure présente',
      'Comparer les coûts',
      'Adoptée par tous',
      'Envoyer la grille',
      '30 avril',
      'Sonia Nadir',
      'Exemple fictif',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(words);
    }
  });

  it('H1 tells the contract, who follows the mission for whom, the function and firm of the consultant, functions of those present', async () => {
    const { text } = await textOf(fourth);
    const said = text.replace(/\s+/g, ' ');

    for (const words of [
      'Convention 2026-114 · DLA 77',
      'Suivi de la mission Coorace Île-de-France (Nadia Brunel, chargée de mission)',
      'Accompagnement Sonia Nadir, consultante, SCOP Passerelles',
      'Atelier du Pont (Joana Lopes, directrice ; Mathieu Petit, élu au CSE)',
      'Remis à Participants, conseils d’administration, Coorace Île-de-France',
      'Vos remarques sont attendues avant le 12 avril 2026, auprès de Sonia Nadir',
    ])
      expect(said).toContain(words);
  });

  it('H1 asks for remarks without a day too, and says which contract has no number and that nobody was noted', async () => {
    const agreements = [{ contract: '', funder: 'Région' }, ...fourth.agreements];
    const said = (await textOf({ ...fourth, remarksBy: null, agreements, present: [] })).text.replace(/\s+/g, ' ');

    expect(said).toContain('Merci de signaler toute remarque à Sonia Nadir (sonia@passerelles.example).');
    expect(said).toContain('Conventions numéro non précisé · Région');
    expect(said).toContain('Présents non précisé');
  });

  it('H1 speaks of a DLA mission in the words of the scheme', async () => {
    const said = (await textOf({ ...fourth, scheme: 'dla' })).text.replace(/\s+/g, ' ');

    for (const words of ['Dispositif local d’accompagnement', 'Consultant·e Sonia Nadir', 'Chargé·e de mission Coorace'])
      expect(said).toContain(words);
  });

  it('H1 I5 is English throughout when English is asked for, but for what people wrote', async () => {
    const { text } = await textOf({ ...EMPTY, next: { date: calendarDate('2026-04-21'), at: null } }, 'en');

    expect(text).toContain('Report of session 4');
    expect(text).toContain('Tuesday 21 April 2026');
    expect(text).not.toMatch(/\b(Relevé|Prochaine|État|avril)\b/);
  });

  it('H8 says its language, title and author, and its text can be selected', async () => {
    const { info } = await textOf(fourth);
    const { bytes } = await renderPdf({ draw: 'session', report: fourth, locale: 'fr', today: calendarDate('2026-06-15') }, RESOURCES);

    expect(info).toMatch(/Title:\s+Compte rendu de la séance 4 · Enjeux de chaque structure/);
    expect(info).toMatch(/Author:\s+Sonia Nadir/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (fr-FR)');
  });

  it('H8 looks finished when every field is empty', async () => {
    const { text, pages } = await textOf(EMPTY);

    expect(pages).toBe(1);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('H8 loses not a word of a very long one', async () => {
    const { text, pages } = await textOf(LONG);

    expect(pages).toBeGreaterThan(20);
    expect(text).toContain('FIN DU RELEVE');
    expect(text).toContain('FINACTION');
    expect(text.replace(/\s+/g, ' ').match(/Une phrase du relevé/g)?.length).toBeGreaterThan(2_300);
    expect(text).toContain('Action 59');
  });

  it('H1 draws light Markdown: bold in bold, lists as lists, raw HTML as text', async () => {
    const { text } = await textOf({
      ...EMPTY,
      account:
        '**Gras** et *penché*\n\n- un\n- deux\n\n1. premier\n\n<script>alert(1)</script>\n\n[lien](https://exemple.invalid) ![image](x.png)',
    });

    expect(text).toContain('Gras et penché');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('lien');
    expect(text).not.toContain('**');
  });

  it('H1 leaves out not a word of the minutes, whatever they look like to Markdown', async () => {
    const deep = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- niveau${depth}`).join('\n');
    const { text } = await textOf({
      ...EMPTY,
      account: `Tour de table :\n\n[Marie]: absente\n\n[Paul]: https://exemple.invalid\n\nVoir [Paul] pour la suite.\n\n![plan][Paul]\n\n${deep}`,
    });

    for (const words of ['absente', 'exemple.invalid', 'Voir Paul pour la suite', 'niveau0', 'niveau11'])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  it('H1 never touches the disk for a picture or the network for an address', async () => {
    const { text } = await textOf({ ...EMPTY, account: '![secret](/etc/passwd) ![x](http://127.0.0.1:9/x.png)' });

    expect(text).not.toContain('root:');
  });

  it('H1 draws right-to-left text, emoji and 100,000 characters without failing', async () => {
    const { pages } = await textOf({ ...EMPTY, account: `שלום עולם 👩🏽‍🔧 ${'x'.repeat(100_000)}` });

    expect(pages).toBeGreaterThan(1);
  });
});

it('H1 is recognised by the number of its session, larger than all else, under its scheme; what is done has more room than who does it', async () => {
  const { bytes } = await renderPdf({ draw: 'session', report: fourth, locale: 'fr', today: calendarDate('2026-06-15') }, RESOURCES);
  const pages = await pagesOfPdf(bytes);
  const sizes = new Map((pages[0] ?? []).map(({ base, size }) => [base, size]));
  const lines = [...sizes].map(([base, size]) => ({ base, size, text: lineAt(pages[0] ?? [], base) })).filter(({ text }) => text !== '');
  const [first, second] = lines.toSorted((a, b) => b.size - a.size);
  const left = (text: string) => pages.flat().find((piece) => piece.text === text)?.left ?? Number.NaN;
  const rest = TEXT_WIDTH - (left(documents.who) - left(documents.what)); // of who does it, and of the day

  expect([first?.text, second?.text]).toEqual(['Séance 4', 'Enjeux de chaque structure']);
  expect(first?.size).toBeGreaterThan(1.5 * (second?.size ?? 0));
  expect(lines.find(({ text }) => text === 'Démarche de coopération Coorace')?.base).toBeGreaterThan(first?.base ?? 0);
  expect(left(documents.who) - left(documents.what)).toBeGreaterThan(rest);
});

it('H1 H8 keeps every one of three hundred people, each beside the structure', async () => {
  const present = Array.from({ length: 30 }, (_, group) => ({
    organisation: `Structure ${group}`,
    people: Array.from({ length: 10 }, (__, index) => ({
      name: `Personne ${group}-${index}`,
      function: 'administratrice',
      presence: 'present' as const,
      halves: null,
    })),
  }));
  const { bytes } = await renderPdf(
    { draw: 'session', report: { ...fourth, present }, locale: 'fr', today: calendarDate('2026-06-15') },
    RESOURCES,
  );
  const said = (await pagesOfPdf(bytes)).map((pieces) => pieces.map(({ text }) => text).join('')).join('');

  expect(said.match(/Personne ?\d+-\d/g)).toHaveLength(300);
  expect(said.indexOf('300 personnes, dont la liste est à la fin.')).toBeLessThan(said.indexOf('Chaque structure présente'));
  expect(said.indexOf('Personne 0-0')).toBeGreaterThan(said.indexOf('Envoyer la grille'));
});

it.each([
  { what: 'few actions', actions: fourth.actions },
  { what: 'more actions than are kept in one piece', actions: Array.from({ length: 3 }, () => fourth.actions).flat() },
])('H8 leaves no heading alone at the foot of a page, however long the minutes are: $what', async ({ actions }) => {
  const headings = [documents.account, documents.decisions, documents.actions, documents.disagreements, documents.next];
  const lengths = Array.from({ length: ONE_PAGE }, (_, index) => index + 1);
  const lasts: string[] = [];
  for (const length of lengths) {
    const report = { ...fourth, actions, account: Array.from({ length }, (_, line) => `Ligne ${line + 1}.`).join('\n\n') };
    const { bytes } = await renderPdf({ draw: 'session', report, locale: 'fr', today: calendarDate('2026-06-15') }, RESOURCES);
    lasts.push(...(await pagesOfPdf(bytes)).map(lastLine));
  }

  expect(lasts.length, 'pages that were read').toBeGreaterThan(ONE_PAGE);
  expect(lasts.filter((line) => headings.includes(line) || isHeadOfTable(line))).toEqual([]);
});

function lineAt(pieces: readonly DrawnPiece[], height: number): string {
  const line = pieces.filter(({ base }) => base === height).map(({ text }) => text);
  return line.join('').trim();
}

it('H8 leaves no last action alone on a page, however long the minutes are, and draws each action once', async () => {
  const actions = Array.from({ length: 14 }, (_, index) => ({ title: `Action ${index}.`, who: '', dueOn: null, isDone: false }));
  const begun: string[] = [];
  for (let length = 1; length <= ONE_PAGE; length += 1) {
    const report = {
      ...fourth,
      actions,
      disagreements: [],
      account: Array.from({ length }, (_, line) => `Ligne ${line + 1}.`).join('\n\n'),
    };
    const { bytes } = await renderPdf({ draw: 'session', report, locale: 'fr', today: calendarDate('2026-06-15') }, RESOURCES);
    const pages = (await pagesOfPdf(bytes)).map((pieces) => pieces.map(({ text }) => text).join(''));
    begun.push(...pages.map((page) => (page.match(/Action \d+\./g) ?? []).join(' ')));
    expect(pages.join('').match(/Action \d+\./g)).toHaveLength(actions.length);
  }

  expect(begun).not.toContain('Action 13.');
  expect(begun).toContain('Action 12. Action 13.');
});

/** Paragraphs that take a page: every place of what follows is met. */
const ONE_PAGE = 36;
function isHeadOfTable(line: string): boolean {
  return line.startsWith(documents.what) && line.includes(documents.who);
}
