// Turns a finished definition into PDF bytes: the one file that knows pdfmake.
import { join } from 'node:path';
import { heldText } from '@domain/writing/clean.ts';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { decisionRecordPdf } from './decision-record-pdf.ts';
import { daysStatementPdf } from './days-statement-pdf.ts';
import { coverages, fontDictionary } from './fonts.ts';
import { Glyphs } from './glyphs.ts';
import { soundHead } from './letterhead.ts';
import { withoutLoneHeadings } from './lone-headings.ts';
import type { Drawn, PdfRequest } from './pdf-request.ts';
import { sessionReportPdf } from './session-report-pdf.ts';

/**
 * @param resources folder that contains `fonts/`
 * @returns the bytes in an array buffer of their own, the number of pages, and the signs that no font has
 */
export async function renderPdf(request: PdfRequest, resources: string): Promise<Drawn> {
  const fonts = join(resources, 'fonts');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setFonts(fontDictionary(fonts));
  let pages = 0;
  const has = coverages(fonts);
  let missing: readonly string[] = [];
  const sound = withSoundHead(request);
  const define = (): TDocumentDefinitions =>
    definitionOf(sound, (count) => {
      pages = count;
    });
  const buffer = await withoutLoneHeadings(define, async (definition) => {
    const glyphs = new Glyphs(has); // anew for each drawing: it tells the code of a sign where it first occurs
    const drawn = await pdfmake.createPdf(glyphs.fitted(described(definition))).getBuffer();
    ({ missing } = glyphs);
    return drawn;
  });
  return { bytes: Uint8Array.from(buffer), pages, missing };
}

/** A document may be drawn several times: what another program may have put into the file is looked at before. */
function withSoundHead(request: PdfRequest): PdfRequest {
  if (request.draw === 'days')
    return { ...request, statement: { ...request.statement, letterhead: soundHead(request.statement.letterhead) } };
  return { ...request, report: { ...request.report, letterhead: soundHead(request.report.letterhead) } };
}

/** The title and the author are text of the file, not of its pages: no font is needed for them. */
function described({ info, ...rest }: TDocumentDefinitions): TDocumentDefinitions {
  return { ...rest, info: { ...info, title: heldText(info?.title ?? ''), author: heldText(info?.author ?? '') } };
}

/** @param onPages receives the number of pages once it is known */
export function definitionOf(request: PdfRequest, onPages: (pages: number) => void): TDocumentDefinitions {
  switch (request.draw) {
    case 'session':
      return sessionReportPdf(request.report, request, onPages);
    case 'decisions':
      return decisionRecordPdf(request.report, request, onPages);
    case 'days':
      return daysStatementPdf(request.statement, request.locale, onPages);
  }
}
