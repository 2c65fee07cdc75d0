// Draws the pages of a PDF on canvases: the only file that knows pdf.js, loaded when the first page is shown.
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

export type PdfPages = {
  readonly count: number;
  /** Points of the first page, of which the place of every page is made before it is drawn. */
  readonly width: number;
  readonly height: number;
  /** Draws a page, from 1, as wide as `width` CSS pixels. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  /** The text of a page, for those who cannot see it. */
  readonly textOf: (page: number) => Promise<string>;
  readonly close: () => void;
};

/** One for all documents: a document that is closed ends only a worker of its own. */
let worker: PDFWorker | null = null;

/** Our own documents need no script, no form and no address: nothing of a PDF but its drawing is used. */
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
