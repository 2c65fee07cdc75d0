// The text of finished documents, read by other code than the one that wrote them.
import { partsOfArchive } from './archive.ts';

/** @returns all the text of a document of that name: of its pages, or of the parts of its archive */
export async function textOfDocument(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.pdf')) return textOfPdf(bytes);
  return name.endsWith('.xlsx') ? textOfArchive(Buffer.from(bytes)) : Buffer.from(bytes).toString('utf8');
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await loading.promise;
  const said: string[] = [JSON.stringify(await document.getMetadata())];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    said.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await loading.destroy();
  return said.join('\n');
}

function textOfArchive(bytes: Buffer): string {
  return partsOfArchive(bytes)
    .flatMap(({ name, content }) => [name, content.toString('utf8')])
    .join('\n');
}
