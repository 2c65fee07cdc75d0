// Draws the pages of a PDF on canvases. Only this file knows pdf.js, which is loaded when the first page is shown.
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

export type PdfPages = {
  readonly count: number;
  /** Size of the first page in points; room of that shape is reserved for every page before it is drawn. */
  readonly width: number;
  readonly height: number;
  /** Draws a page (the first is 1), `width` CSS pixels wide. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  /** @returns the text of a page, for readers who cannot see it */
  readonly textOf: (page: number) => Promise<string>;
  readonly close: () => void;
};

/** One worker for all documents: closing a document ends only a worker that was made for it alone. */
let worker: PDFWorker | null = null;

/** Opens a PDF only to draw it: our own documents need no scripts, no forms and no links. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  worker ??= pdfjs.PDFWorker.create({
    port: new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), { type: 'module' }),
  });
  const loading = pdfjs.getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: true,
  });
  const pdf = await loading.promise;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return {
    count: pdf.numPages,
    width,
    height,
    draw: (page, canvas, wide) => draw(pdf, page, canvas, wide),
    textOf: async (page) => {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    },
    close: () => void loading.destroy(),
  };
}

async function draw(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, wide: number): Promise<void> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: (wide * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
}
