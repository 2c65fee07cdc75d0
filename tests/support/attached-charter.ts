// A document with one attachment, and the content of that.
import type { Document } from '@domain/document.ts';
import { fingerprintOf } from '../../main/files/attached-contents.ts';
import type { Writable } from '../../main/files/envelope.ts';
import { NOW } from './moment.ts';
import { HEADER } from './header.ts';

export const CHARTER = Buffer.from('Charte');
export const CHARTER_SHA = fingerprintOf(CHARTER);
/** In the form that the file holds. */
export const CHARTER_IN_FILE = CHARTER.toString('base64');

/** @returns a plain project whose document names the charter, with its content */
export function projectWithCharter(document: Document): Writable {
  const attachment = { id: 'id-attached', name: 'charte.txt', sha256: CHARTER_SHA, sessionId: null, note: '', addedAt: NOW, level: null };
  return {
    header: HEADER,
    document: { ...document, accompaniment: { ...document.accompaniment, attachments: { [attachment.id]: attachment } } },
    contents: new Map([
      [CHARTER_SHA, { bytes: CHARTER.byteLength, encoded: Buffer.from(CHARTER_IN_FILE), name: CHARTER_SHA, isSealed: false }],
    ]),
  };
}
