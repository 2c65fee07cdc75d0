// Attached documents as records: what each is called and where it belongs. Their content lies at the end of the file, by its hash.
import { fittingName, inCharacters, partsAtDot } from '../file-name.ts';
import { LEVELS } from '../levels/level.ts';
import { cleanLine } from '../writing/clean.ts';
import { choice, fingerprint, name, optional, reference, stamp, text } from './field.ts';
import { table } from './table.ts';

/** The largest document that can be attached, in bytes. @source promises.md A14 */
export const LARGEST_ATTACHMENT_BYTES = 5_000_000;

/** Of the name of an attachment, in characters. */
const LONGEST_NAME = 200;

export const attachments = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'attached',
  title: 'name',
  day: null,
  place: { on: 'file' },
  late: [],
  since: 3,
  ups: [{ to: 11, adds: { level: null } }],
  levels: [{ by: 'level', from: 'sessionId' }],
  fields: {
    name: name(LONGEST_NAME),
    sha256: fingerprint(),
    sessionId: optional(reference('sessions', 'forget')),
    note: text(500),
    addedAt: stamp(),
    level: optional(choice(...LEVELS)),
  },
});

/** @returns the name that a document has on its disk as a record can hold it: on one line, in whole characters, with its ending */
export function attachmentName(fileName: string): string {
  const plain = cleanLine(fileName.replace(/\p{Surrogate}/gu, '\ufffd'));
  const { stem, ending } = partsAtDot(plain);
  return fittingName(stem, (cut) => `${cut}${ending}`, inCharacters(LONGEST_NAME));
}
