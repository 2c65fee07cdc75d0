// The private notes in the palette: found in what the open notebook holds at the moment, and stored nowhere.
import { formatDate } from '@domain/format/dates.ts';
import { excerptOfText } from '@domain/search/excerpt.ts';
import { matcherOf } from '@domain/writing/search-key.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { type LinkSources, linksOf } from '../state/note-links.ts';
import { goTo } from '../state/navigation.ts';
import { newestFirst, type Notebook, notebookStore, wantNote } from '../state/notebook.ts';
import { openDocument } from '../state/typing.ts';
import { windowStore } from '../state/window-state.ts';
import type { PaletteGroup } from './palette-items.ts';

/** They stand below everything else that is found. */
const FARTHEST = 3;
/** How many notes are shown: as many as records of any kind. */
const MOST_NOTES = 6;

/** Is the notebook searched? closed: no, it is not open; reading: its notes are on their way; searched: yes; none: there is none here. */
export type PrivateSearch = 'none' | 'closed' | 'reading' | 'searched';

/** @returns whether the search includes the notebook at the moment. */
export function privateSearch(): PrivateSearch {
  const { state, readAt, documentId } = notebookStore.get();
  if (windowStore.get().project === null || windowStore.get().isPresenting || state === 'none') return 'none';
  if (state !== 'open' || documentId !== openDocument()) return 'closed';
  return readAt === null ? 'reading' : 'searched';
}

/** Searches all notes again at each keystroke: an index of private words would be one more place to erase them from. */
export function privateGroups(sought: string, texts: Catalogue): readonly PaletteGroup[] {
  if (privateSearch() !== 'searched') return [];
  const matches = matcherOf(sought);
  const sources = sourcesOf(texts);
  if (sources === null) return [];
  const words = (note: Note): string => [note.text, ...linksOf(note, sources).map(({ name }) => name)].join('\n');
  const found = newestFirst(notebookStore.get().notes).filter((note) => matches(words(note)));
  const items = found.slice(0, MOST_NOTES).map((note) => itemOf(note, sought, sources));
  return [{ id: 'private', title: texts.palette.privateFound(found.length), items, rank: FARTHEST, isPrivate: true }];
}

type Note = Notebook['notes'][number];

/** @returns where the names of what the notes are about come from; `null` while no file is open */
function sourcesOf(texts: Catalogue): LinkSources | null {
  const { project, settings } = windowStore.get();
  const { conflicts } = notebookStore.get();
  return project === null ? null : { accompaniment: project.document.accompaniment, conflicts, texts, locale: settings.locale };
}

function itemOf(note: Note, sought: string, sources: LinkSources): PaletteGroup['items'][number] {
  const names = linksOf(note, sources).map(({ name }) => name);
  const run = (): void => {
    wantNote(note.id);
    goTo({ screen: 'notebook' });
  };
  const aside = [formatDate(note.date, 'listed', sources.locale), ...names].join(' · ');
  return { id: `private-${note.id}`, label: excerptOfText(note.text, sought), aside, run };
}
