// Turns a finished definition into PDF bytes: the one file that knows pdfmake.
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { withBreaks } from './long-words.ts';
import { daysStatementPdf } from './days-statement-pdf.ts';
import type { PdfRequest, Rendered } from './pdf-request.ts';
import { decisionRecordPdf, sessionReportPdf } from './session-report-pdf.ts';

/**
 * @param resources folder that contains `fonts/`
 * @returns the bytes in an array buffer of their own, and the number of pages
 */
export async function renderPdf(request: PdfRequest, resources: string): Promise<Rendered> {
  const fonts = join(resources, 'fonts');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setFonts({
    Inter: {
      normal: join(fonts, 'Inter_400Regular.ttf'),
      italics: join(fonts, 'Inter_400Regular_Italic.ttf'),
      bold: join(fonts, 'Inter_600SemiBold.ttf'),
      bolditalics: join(fonts, 'Inter_600SemiBold_Italic.ttf'),
    },
    Serif: { normal: join(fonts, 'SourceSerif4_600SemiBold.ttf'), bold: join(fonts, 'SourceSerif4_600SemiBold.ttf') },
  });
  let pages = 0;
  const definition = definitionOf(request, (count) => {
    pages = count;
  });
  const buffer = await pdfmake.createPdf(breakable(definition)).getBuffer();
  return { bytes: Uint8Array.from(buffer), pages };
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

/** Adds break points to every text of the content, wherever it is. */
function breakable(definition: TDocumentDefinitions): TDocumentDefinitions {
  // the same structure, only its texts changed
  return { ...definition, content: breakableIn(definition.content) as TDocumentDefinitions['content'] };
}

function breakableIn(part: unknown): unknown {
  if (typeof part === 'string') return withBreaks(part);
  if (Array.isArray(part)) return part.map(breakableIn);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [key, CONTENT_KEYS.has(key) ? breakableIn(value) : value]),
  );
}

/** Where pdfmake keeps content; other keys hold settings. */
const CONTENT_KEYS = new Set(['text', 'stack', 'columns', 'ul', 'ol', 'table', 'body']);
