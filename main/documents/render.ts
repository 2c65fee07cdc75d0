// Turns a request into the bytes of its document; the library that draws it is loaded on first use.
import { sheetLines, textLines } from './document-lines.ts';
import type { Rendered, RenderRequest } from './pdf-request.ts';

/** @param resources folder that contains `fonts/` */
export async function render(request: RenderRequest, resources: string): Promise<Rendered> {
  if (request.draw === 'workbook') {
    const { renderXlsx } = await import('./render-xlsx.ts');
    return { ...(await renderXlsx(request.workbook)), lines: sheetLines(request.workbook, request.locale) };
  }
  const { definitionOf, renderPdf } = await import('./render-pdf.ts');
  return { ...(await renderPdf(request, resources)), lines: textLines(definitionOf(request, () => undefined).content) };
}
