// The register of documents: what was given, to whom, at which level, and by which SHA-256 its copy is known again.
import { LEVELS } from '../levels/level.ts';
import { choice, date, fingerprint, key, name, optional, reference, stamp, text, whole } from './field.ts';
import { table } from './table.ts';

/** The largest sum of frozen copies that a file keeps, in bytes, apart from what is attached to it. @source promises.md H3 */
export const LARGEST_COPIES_BYTES = 20_000_000;

/**
 * `sha256`: of the file that was written. `copy`: the same bytes, kept here; `lines`: its text, kept to be compared with a later one; both
 * empty where they are not kept. `leftOut`: what this copy does not tell, in the words of its language. `others`: recipients who are not
 * among the people of the file.
 */
export const documents = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'attached',
  title: 'title',
  day: 'givenOn',
  place: { on: 'documents' },
  late: [],
  since: 11,
  levels: [{ by: 'level', from: 'sessionId', isNeverWider: true }],
  fields: {
    kind: choice('session', 'decisions', 'days', 'workbook', 'json', 'csv', 'copy', 'attachment'),
    title: name(),
    sessionId: optional(reference('sessions', 'forget')),
    from: optional(date()),
    to: optional(date()),
    locale: choice('fr', 'en'),
    level: choice(...LEVELS),
    others: text(300),
    leftOut: text(1000),
    fileName: name(),
    pages: whole(0, 100_000),
    bytes: whole(0, 1_000_000_000),
    sha256: key(64),
    copy: optional(fingerprint()),
    lines: optional(fingerprint()),
    givenOn: date(),
    enteredAt: stamp(),
    note: text(1000),
  },
});

/** Who among the people of the file was given a document. */
export const recipients = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'attached',
  title: 'id',
  day: null,
  place: { under: 'documentId' },
  late: [],
  since: 11,
  fields: { documentId: reference('documents', 'remove-too'), personId: reference('people', 'refuse') },
});
