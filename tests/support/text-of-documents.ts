// The text of finished documents, read by other code than the one that wrote them.
import { partsOfArchive } from './archive.ts';

/** @returns all the text of a document of that name: of its pages, or of the parts of its archive */
export async function textOfDocument(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.pdf')) return textOfPdf(bytes);
  return name.endsWith('.xlsx') ? textOfArchive(Buffer.from(bytes)) : Buffer.from(bytes).toString('utf8');
}

/** A piece of a line as it is drawn: its text, where it begins and ends from the left edge of the page, its height on it, its type. In points. */
export type DrawnPiece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
};

/** @returns what is drawn on each page, in the order in which it is drawn */
export async function pagesOfPdf(bytes: Uint8Array): Promise<readonly (readonly DrawnPiece[])[]> {
  return (await readPdf(bytes)).pages;
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { metadata, pages } = await readPdf(bytes);
  return [JSON.stringify(metadata), ...pages.map((pieces) => pieces.map(({ text }) => text).join(''))].join('\n');
}

async function readPdf(bytes: Uint8Array): Promise<{ readonly metadata: unknown; readonly pages: readonly (readonly DrawnPiece[])[] }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await loading.promise;
  const metadata: unknown = await document.getMetadata();
  const pages: (readonly DrawnPiece[])[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(
      items.flatMap((item): readonly DrawnPiece[] => {
        if (!('str' in item)) return [];
        const left = Number(item.transform[4]);
        return [{ text: item.str, left, right: left + item.width, base: Number(item.transform[5]), size: Number(item.transform[0]) }];
      }),
    );
  }
  await loading.destroy();
  return { metadata, pages };
}

function textOfArchive(bytes: Buffer): string {
  return partsOfArchive(bytes)
    .flatMap(({ name, content }) => [name, content.toString('utf8')])
    .join('\n');
}

/** The foot of a page is below this, in points from its lower edge. */
const FOOT = 71;

/** @returns the last line of a page above its foot */
export function lastLine(pieces: readonly DrawnPiece[]): string {
  const body = pieces.filter(({ base, text }) => base > FOOT && text.trim() !== '');
  const lowest = Math.min(...body.map(({ base }) => base));
  return body
    .filter(({ base }) => Math.abs(base - lowest) < 1)
    .map(({ text }) => text)
    .join(' ');
}
