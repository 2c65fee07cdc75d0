// The private notes in the palette: found in what the open notebook holds at this moment, and kept nowhere.
import { formatDate } from '@domain/format/dates.ts';
import { excerptOfText } from '@domain/search/excerpt.ts';
import { matcherOf } from '@domain/search/fold.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { goTo } from '../state/navigation.ts';
import { newestFirst, type Notebook, notebookStore, wantNote } from '../state/notebook.ts';
import { openDocument } from '../state/waiting.ts';
import { windowStore } from '../state/window-state.ts';
import type { PaletteGroup } from './palette-items.ts';

/** As many as of any other kind. */
const MOST_NOTES = 6;

/** closed: not searched; reading: on its way from main; searched: its notes are among what is found; none: there is no notebook here. */
export type PrivateSearch = 'none' | 'closed' | 'reading' | 'searched';

/** @returns how far the search reaches into the notebook at this moment. */
export function privateSearch(): PrivateSearch {
  const { state, readAt, documentId } = notebookStore.get();
  if (windowStore.get().project === null || state === 'none') return 'none';
  if (state !== 'open' || documentId !== openDocument()) return 'closed';
  return readAt === null ? 'reading' : 'searched';
}

/** Searched again at each key: an index of private words would be one more place to erase them from. */
export function privateGroups(sought: string, texts: Catalogue): readonly PaletteGroup[] {
  if (privateSearch() !== 'searched') return [];
  const matches = matcherOf(sought.trim());
  const found = newestFirst(notebookStore.get().notes).filter(({ text }) => matches(text));
  const items = found.slice(0, MOST_NOTES).map((note) => itemOf(note, sought));
  return [{ id: 'private', title: texts.palette.privateFound(found.length), items, isPrivate: true }];
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
