// The register of documents: in which order it is read, and to whom each document was given.
import { belongingOf } from './collective/presence.ts';
import type { Accompaniment } from './document.ts';
import { by, lastFirst } from './ordering.ts';
import type { RecordOf } from './tables/tables.ts';
import { compareNames } from './writing/sort.ts';

export type GivenDocument = RecordOf<'documents'>;

/** @returns the documents given, the latest first */
export function documentsGiven({ documents }: Pick<Accompaniment, 'documents'>): readonly GivenDocument[] {
  return Object.values(documents).toSorted(
    lastFirst(
      by(
        ({ givenOn }) => givenOn,
        ({ enteredAt }) => enteredAt,
        ({ id }) => id,
      ),
    ),
  );
}

/** @returns to whom a document was given: people with their structures, then the others; none where nobody was said */
export function recipientNames(accompaniment: Accompaniment, { id, others }: Pick<GivenDocument, 'id' | 'others'>): readonly string[] {
  const people = Object.values(accompaniment.recipients)
    .filter(({ documentId }) => documentId === id)
    .flatMap(({ personId }) => accompaniment.people[personId] ?? [])
    .toSorted(compareNames);
  const named = people.map((person) => {
    const belonging = belongingOf(accompaniment, person);
    return belonging === '' ? person.name : `${person.name} (${belonging})`;
  });
  return [...named, others].filter((part) => part !== '');
}

/** @returns the same on one line */
export function recipientsOf(accompaniment: Accompaniment, document: Pick<GivenDocument, 'id' | 'others'>): string {
  return recipientNames(accompaniment, document).join(', ');
}

/** Of which document one is another copy: the same kind, about the same session or period. */
type Subject = Pick<GivenDocument, 'kind' | 'sessionId' | 'from' | 'to' | 'locale'>;

/** @returns the last document given before on the same subject in the same language; `null` if this would be the first */
export function lastGiven(accompaniment: Accompaniment, subject: Subject): GivenDocument | null {
  const same = (one: GivenDocument): boolean =>
    one.kind === subject.kind &&
    one.locale === subject.locale &&
    one.sessionId === subject.sessionId &&
    (subject.sessionId !== null || (one.from === subject.from && one.to === subject.to));
  return documentsGiven(accompaniment).find(same) ?? null;
}
