// What a private note is about, in words: the records of the file and the tension that it is linked to, also those that are gone.
import type { PrivateConflictText, PrivateNoteText } from '@contract/vault.ts';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { by, compareSessions, lastFirst } from '@domain/ordering.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Locale } from '@domain/text/locale.ts';
import { byText } from '@domain/writing/sort.ts';

/** What a note may be about, in the order in which it is asked for. */
export const LINK_KINDS = ['organisation', 'person', 'session', 'conflict'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type LinkField = 'organisationId' | 'personId' | 'sessionId' | 'conflictId';
export const LINK_FIELDS = {
  organisation: 'organisationId',
  person: 'personId',
  session: 'sessionId',
  conflict: 'conflictId',
} as const satisfies Readonly<Record<LinkKind, LinkField>>;
type Linked = Pick<PrivateNoteText, LinkField>;

export type NoteLink = { readonly kind: LinkKind; readonly id: string; readonly name: string };
type Choice = { readonly id: string; readonly label: string };
/** Where the names come from. */
export type LinkSources = {
  readonly accompaniment: Pick<Accompaniment, 'organisations' | 'people' | 'sessions'>;
  readonly conflicts: readonly PrivateConflictText[];
  readonly texts: Catalogue;
  readonly locale: Locale;
};

/** @returns what a note is about; a record that is gone has a name that says so */
export function linksOf(note: Linked, sources: LinkSources): readonly NoteLink[] {
  return LINK_KINDS.flatMap((kind): readonly NoteLink[] => {
    const id = note[LINK_FIELDS[kind]];
    return id === null ? [] : [{ kind, id, name: nameOf(kind, id, sources) ?? sources.texts.notebook.links[kind].gone }];
  });
}

/** @returns the name of what may be linked to; `null` if there is none such (any more) */
function nameOf(kind: LinkKind, id: string, { accompaniment, conflicts, texts }: LinkSources): string | null {
  const { organisations, people, sessions } = accompaniment;
  const names = {
    organisation: () => organisations[id]?.name,
    person: () => people[id]?.name,
    session: () => sessions[id]?.title,
    conflict: () => conflicts.find((conflict) => conflict.id === id)?.name,
  };
  const name = names[kind]();
  return name === '' ? texts.shell.untitled : (name ?? null);
}

/** @returns everything that a note may be linked to, by kind: sessions and tensions with the latest first, the others by name */
export function linkChoices(kind: LinkKind, { accompaniment, conflicts, texts, locale }: LinkSources): readonly Choice[] {
  const named = (id: string, name: string): Choice => ({ id, label: name === '' ? texts.shell.untitled : name });
  switch (kind) {
    case 'organisation':
    case 'person': {
      const rows = Object.values(kind === 'person' ? accompaniment.people : accompaniment.organisations);
      return rows.map(({ id, name }) => named(id, name)).toSorted(byText(({ label }) => label));
    }
    case 'session':
      return Object.values(accompaniment.sessions)
        .toSorted(lastFirst(compareSessions))
        .map(({ id, date, title }) => named(id, `${formatDate(date, 'short', locale)} · ${named(id, title).label}`));
    default:
      return inTurn(conflicts).map(({ id, name }) => named(id, name));
  }
}

/** @returns the tensions that last, then those that are settled; of each the latest first */
export function inTurn(conflicts: readonly PrivateConflictText[]): readonly PrivateConflictText[] {
  return conflicts.toSorted(
    lastFirst(
      by(
        ({ settledOn }) => (settledOn === null ? 1 : 0),
        ({ settledOn, openedOn }) => settledOn ?? openedOn,
        ({ writtenAt }) => writtenAt ?? '',
        ({ id }) => id,
      ),
    ),
  );
}

/** What is looked for among the notes: words, and ids of what they are about. */
export type NotesSought = Linked & { readonly words: string };
export const NOTHING_SOUGHT: NotesSought = { words: '', organisationId: null, personId: null, sessionId: null, conflictId: null };

/** Stands for every record of a kind that is gone; no record has such an id. */
export const GONE = '-';

/** @returns whether a note is about what is looked for */
export function isAbout(note: Linked, sought: NotesSought, sources: LinkSources): boolean {
  return LINK_KINDS.every((kind) => {
    const [wanted, id] = [sought[LINK_FIELDS[kind]], note[LINK_FIELDS[kind]]];
    return wanted === null || id === wanted || (wanted === GONE && id !== null && nameOf(kind, id, sources) === null);
  });
}

/** @returns what of a kind the notes are about, in the order of the choices; those that are gone stand last, as one */
export function linkedOf(kind: LinkKind, notes: readonly Linked[], sources: LinkSources): readonly Choice[] {
  const used = new Set(notes.map((note) => note[LINK_FIELDS[kind]]));
  const choices = linkChoices(kind, sources);
  const known = choices.filter(({ id }) => used.has(id));
  const ids = new Set(choices.map(({ id }) => id));
  const isGone = [...used].some((id) => id !== null && !ids.has(id));
  return isGone ? [...known, { id: GONE, label: sources.texts.notebook.links[kind].gone }] : known;
}
