// Turns a request into the bytes of its document; the library that draws it is loaded on first use.
import type { Rendered, RenderRequest } from './pdf-request.ts';

/** @param resources folder that contains `fonts/` */
export async function render(request: RenderRequest, resources: string): Promise<Rendered> {
  if (request.draw === 'workbook') return (await import('./render-xlsx.ts')).renderXlsx(request.workbook);
  return (await import('./render-pdf.ts')).renderPdf(request, resources);
}
