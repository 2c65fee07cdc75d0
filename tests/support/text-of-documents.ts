// The text of finished documents, read by other code than the one that wrote them.
import { inflateRawSync } from 'node:zlib';

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

const CENTRAL_ENTRY = 0x02014b50;

/** Follows the directory at the end of the archive, as every reader does. */
function textOfArchive(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const said: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [method, size, nameLength, extraLength, commentLength, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    said.push(bytes.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return said.join('\n');
}
