// H8: a heading in the report of a session, our own or one of the minutes, goes to the next page together with what stands below it.
import { readFile } from 'node:fs/promises';
import { type SessionReport, sessionReport } from '@domain/report/session-report.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { renderPdf } from '../../../main/documents/render-pdf.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { RESOURCES } from '../../support/application.ts';
import { type DrawnPiece, lastLine, pagesOfPdf } from '../../support/text-of-documents.ts';

const { document } = expectOk(await parseProject(await readFile('resources/examples/offre-commune.tierce'), { name: 'x' }));
const [id = ''] = Object.keys(document.accompaniment.sessions);
const report = sessionReport(document.accompaniment, id);
if (report === null) throw new Error('The example has a session');
const BARE: SessionReport = { ...report, purpose: '', account: '', decisions: [], actions: [], commitments: [], disagreements: [] };

async function pagesWith(fields: Partial<SessionReport>): Promise<readonly (readonly DrawnPiece[])[]> {
  const { bytes } = await renderPdf(
    { draw: 'session', report: { ...BARE, ...fields }, locale: 'fr', today: calendarDate('2026-06-15') },
    RESOURCES,
  );
  return pagesOfPdf(bytes);
}

it('H8 leaves no heading alone at the foot of a page, wherever the page ends', async () => {
  const short = 'Un paragraphe assez court pour rester entier, mais qui prend tout de même deux lignes sur la page que voici, et un peu.';
  const alone: string[] = [];
  for (let lines = 0; lines < 36; lines += 1) {
    const purpose = Array.from({ length: lines }, () => '- point').join('\n');
    const pages = await pagesWith({
      purpose,
      account: `${short}\n\n## Premier titre\n\n### Sous-titre\n\n${short}\n\n## Second titre\n\n- un\n- deux`,
    });
    alone.push(...pages.map(lastLine).filter((line) => /^(Relevé|Objet|Premier\s+titre|Sous-titre)$/.test(line)));
  }

  expect(alone).toEqual([]);
});

it('H8 prints every heading of minutes that have more of them than a page has lines', async () => {
  const titles = Array.from({ length: 90 }, (_, index) => `Titre ${index}`);
  const pages = await pagesWith({ account: `${titles.map((title) => `## ${title}`).join('\n\n')}\n\nFin du relevé.` });
  const said = pages
    .flat()
    .map(({ text }) => text)
    .join('');

  for (const title of [...titles, 'Fin du relevé.']) expect(said).toContain(title);
});
