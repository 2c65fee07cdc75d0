// Turns a request into the bytes of its document; what draws it is brought in when it is first needed.
import type { Rendered, RenderRequest } from './pdf-request.ts';

/** @param resources folder that holds `fonts/` */
export async function render(request: RenderRequest, resources: string): Promise<Rendered> {
  if (request.draw === 'workbook') return (await import('./render-xlsx.ts')).renderXlsx(request.workbook);
  return (await import('./render-pdf.ts')).renderPdf(request, resources);
}
