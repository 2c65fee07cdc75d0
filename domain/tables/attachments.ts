// Attached documents as records: what each is called and where it belongs. Their content lies at the end of the file, by its hash.
import { fingerprint, name, optional, reference, stamp, text } from './field.ts';
import { table } from './table.ts';

/** The largest document that can be attached, in bytes. @source features.md A14 */
export const LARGEST_ATTACHMENT_BYTES = 5_000_000;

export const attachments = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'attached', merge: 'field', title: 'name',
  fields: { name: name(200), sha256: fingerprint(), sessionId: optional(reference('sessions', 'forget')), note: text(500), addedAt: stamp() },
});
