// H1, D12: the decision record as a file, read back by other programs.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Accompaniment } from '@domain/document.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { hereRenderer } from '../../support/application.ts';
import { hasProgram } from '../../support/programs.ts';
import { lastLine, pagesOfPdf } from '../../support/text-of-documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const TODAY = calendarDate('2026-06-15');
const { document: example } = expectOk(await parseProject(await readFile('resources/examples/offre-commune.tierce'), { name: 'x' }));

async function written(request: DocumentRequest, locale: 'fr' | 'en' = 'fr', accompaniment = example.accompaniment): Promise<string> {
  const rendered = expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale, today: TODAY }));
  const path = join(await temporaryFolder(), 'document.pdf');
  await writeFile(path, rendered.bytes);
  return path;
}

const textOf = (path: string): string => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

describe.skipIf(!hasProgram('pdftotext'))('the decision record, read by poppler', () => {
  const ids = Object.values(example.accompaniment.sessions).map((session) => session.id);

  it('D12 H1 fits one page with decisions, who does what, disagreements and the next date', async () => {
    const fifth = ids.find((id) => sessionReport(example.accompaniment, id)?.number === 5) ?? '';
    const path = await written({ kind: 'decisions', sessionId: fifth });

    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Pages:\s+1\b/);
    for (const words of ['Relevé de décisions de la séance 5', 'Inviter un acheteur public', 'La Boucle demande que le nom', 'mai 2026'])
      expect(textOf(path).replace(/\s+/g, ' ')).toContain(words);
  });

  it('D12 H1 names those who were there, says how each decision was adopted or that nobody noted it, and leaves a line for the approval', async () => {
    const fifth = ids.find((id) => sessionReport(example.accompaniment, id)?.number === 5) ?? '';
    const { decisions } = example.accompaniment;
    const own = Object.values(decisions).find(({ sessionId }) => sessionId === fifth);
    const unsaid = own === undefined ? decisions : { ...decisions, [own.id]: { ...own, adoption: ' ' } };
    const path = await written({ kind: 'decisions', sessionId: fifth }, 'fr', { ...example.accompaniment, decisions: unsaid });
    const said = textOf(path).replace(/\s+/g, ' ');

    for (const words of [
      'Présents Atelier du Pont (Joana Lopes), Chantiers',
      'D-2026-06 L’objectif commun',
      'Adoptée par tous.',
      'Approuvé le par',
    ])
      expect(said).toContain(words);
    expect(said.match(/Adoption non précisée\./g)).toHaveLength(1);
  });

  it('D12 H8 keeps every decision of two pages and more, and the line for the approval with what stands above it', async () => {
    const fifth = ids.find((id) => sessionReport(example.accompaniment, id)?.number === 5) ?? '';
    for (let count = 20; count < 60; count += 4) {
      const decisions = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `d${index}`,
          {
            id: `d${index}`,
            sessionId: fifth,
            order: `a${index}`,
            title: `Décision longue ${index}. `.repeat(9),
            adoption: '',
            number: '',
          },
        ]),
      );
      const path = await written({ kind: 'decisions', sessionId: fifth }, 'fr', { ...example.accompaniment, decisions });
      const pages = await pagesOfPdf(await readFile(path));
      const lines = new Set(
        (pages.at(-1) ?? []).filter(({ base, text }) => base > 71 && base < 770 && text.trim() !== '').map(({ base }) => base),
      );

      expect(new Set(textOf(path).match(/D-2026-\d+/g)).size).toBe(count);
      expect(lastLine(pages.at(-1) ?? [])).toContain('Approuvé le');
      expect(lines.size).toBeGreaterThan(3);
    }
  });

  const fifthWith = (count: number, letters: number) => {
    const fifth = ids.find((id) => sessionReport(example.accompaniment, id)?.number === 5) ?? '';
    const [action] = Object.values(example.accompaniment.actions);
    const titled = (index: number) => ({
      ...action,
      id: `a${index}`,
      sessionId: fifth,
      order: `a${String(index).padStart(2, '0')}`,
      title: `${'ce qui est à faire '.repeat(20).slice(0, letters - 6)} fin${index}`,
    });
    const actions = Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, titled(index)]));
    return { fifth, accompaniment: { ...example.accompaniment, commitments: {}, disagreements: {}, actions } as Accompaniment };
  };

  it('D12 H8 loses none of eight long actions, nor the line for the approval', async () => {
    const { fifth, accompaniment } = fifthWith(8, 200);
    const said = textOf(await written({ kind: 'decisions', sessionId: fifth }, 'fr', accompaniment));

    for (let index = 0; index < 8; index += 1) expect(said).toContain(`fin${index}`);
    expect(said).toContain('Approuvé le');
  });

  it('D12 H8 loses no position of thirty-six organisations', async () => {
    const { disagreements, positions, organisations } = example.accompaniment;
    const [[disagreement], [position], [organisation]] = [
      Object.values(disagreements),
      Object.values(positions),
      Object.values(organisations),
    ];
    const many = Array.from({ length: 36 }, (_, index) => `o${index}`);
    const accompaniment = {
      ...example.accompaniment,
      organisations: { ...organisations, ...Object.fromEntries(many.map((id) => [id, { ...organisation, id }])) },
      positions: Object.fromEntries(
        many.map((id) => [id, { ...position, id, disagreementId: disagreement?.id, organisationId: id, statement: `avis ${id}.` }]),
      ),
    } as Accompaniment;
    const said = textOf(await written({ kind: 'decisions', sessionId: disagreement?.sessionId ?? '' }, 'fr', accompaniment));

    expect(many.filter((id) => !said.includes(`avis ${id}.`))).toEqual([]);
  });

  it('D12 H8 leaves the line for the approval on no page of its own, however many actions there are', async () => {
    for (let count = 16; count <= 30; count += 1) {
      // As many rows as a page holds: every place of the last one is met.
      const { fifth, accompaniment } = fifthWith(count, 60);
      const pages = await pagesOfPdf(await readFile(await written({ kind: 'decisions', sessionId: fifth }, 'fr', accompaniment)));
      const last = (pages.at(-1) ?? []).map(({ text }) => text).join('');

      expect(last).toContain('Approuvé le');
      expect(last).toContain(`fin${count - 1}`);
    }
  });

  it('D12 says so when nothing was decided', async () => {
    const eighth = ids.find((id) => sessionReport(example.accompaniment, id)?.decisions.length === 0) ?? '';

    expect(textOf(await written({ kind: 'decisions', sessionId: eighth }))).toContain('Aucune décision n’a été prise');
  });
});
