// The private notes in the palette: found in what the open notebook holds at the moment, and stored nowhere.
import { formatDate } from '@domain/format/dates.ts';
import { excerptOfText } from '@domain/search/excerpt.ts';
import { matcherOf } from '@domain/writing/search-key.ts';
import type { Catalogue } from '@domain/text/fr.ts';
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
  const found = newestFirst(notebookStore.get().notes).filter(({ text }) => matches(text));
  const items = found.slice(0, MOST_NOTES).map((note) => itemOf(note, sought));
  return [{ id: 'private', title: texts.palette.privateFound(found.length), items, rank: FARTHEST, isPrivate: true }];
}

function itemOf({ id, date, sessionId, text }: Notebook['notes'][number], sought: string): PaletteGroup['items'][number] {
  const { project, settings } = windowStore.get();
  const session = project?.document.accompaniment.sessions[sessionId ?? '']?.title ?? '';
  const aside = [formatDate(date, 'listed', settings.locale), session].filter((part) => part !== '').join(' · ');
  const run = (): void => {
    wantNote(id);
    goTo({ screen: 'notebook' });
  };
  return { id: `private-${id}`, label: excerptOfText(text, sought), aside, run };
}
