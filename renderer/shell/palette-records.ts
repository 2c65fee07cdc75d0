// The records of the open accompaniment in the palette: what was found in them, and the last places visited.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { excerptOf } from '@domain/search/excerpt.ts';
import type { Hit, SearchTable } from '@domain/search/search-index.ts';
import { type AnyRecord, declarationOf } from '@domain/tables/tables.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { recordName } from '@domain/text/record-words.ts';
import { goTo } from '../state/navigation.ts';
import { dateOf, placeOf, standing } from '../state/places.ts';
import { addressOf, parameterOf, recordIdOf, type Route } from '../state/route.ts';
import { navigationEntryOf } from '../state/screens.ts';
import { searchAll } from '../state/search.ts';
import { placesBefore } from '../state/visited.ts';
import { windowStore } from '../state/window-state.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

/** Enough of each kind to see whether the words are the right ones; the head of the group says how many there are. */
const MOST_OF_A_KIND = 6;

/** @returns the records whose texts contain the typed words, by kind. */
export function foundItems(sought: string, texts: Catalogue): readonly PaletteGroup[] {
  const { project, settings } = windowStore.get();
  if (project === null) return [];
  const { accompaniment } = project.document;
  return searchAll(accompaniment, sought, settings.locale).map(({ table, hits }) => ({
    id: `found-${table}`, // what else the palette lists has ids of its own, and tables come and go
    title: texts.palette.found(texts.tables[table].many, hits.length),
    rank: hits[0]?.rank ?? 2,
    items: hits.slice(0, MOST_OF_A_KIND).flatMap((hit) => itemOf(hit, { accompaniment, sought, texts })),
  }));
}

type Search = { readonly accompaniment: Accompaniment; readonly sought: string; readonly texts: Catalogue };

function itemOf({ table, id }: Hit, { accompaniment, sought, texts }: Search): readonly PaletteItem[] {
  const record = recordIn(accompaniment, table, id);
  if (record === null) return [];
  const { locale } = windowStore.get().settings;
  const route = placeOf(table, record, accompaniment);
  const aside = standing(table, record, { accompaniment, locale });
  return [
    {
      id: `found-${table}-${id}`,
      label: titleOf(table, record, texts),
      aside,
      excerpt: excerptOf(table, record, sought),
      run: () => goTo(route),
    },
  ];
}

function recordIn(accompaniment: Accompaniment, table: SearchTable, id: string): AnyRecord | null {
  const rows: Readonly<Record<string, AnyRecord>> = accompaniment[table];
  return rows[id] ?? null;
}

function titleOf(table: SearchTable, record: AnyRecord, texts: Catalogue): string {
  const name = recordName(table, record, texts);
  return name === '' ? capitalised(texts.tables[table].one) : name;
}

const MOST_PLACES = 8;

/** @returns the last places visited that still exist, the latest first. */
export function lastPlaces(texts: Catalogue): readonly PaletteItem[] {
  const { project, route, visited } = windowStore.get();
  if (project === null) return [];
  const places = placesBefore(visited, project.documentId, route).flatMap((place): readonly PaletteItem[] => {
    const named = nameOf(place, project.document.accompaniment, texts);
    return named === null ? [] : [{ id: `place-${addressOf(place)}`, ...named, run: () => goTo(place) }];
  });
  return places.slice(0, MOST_PLACES);
}

/** @returns the name of a place; `null` once its record has been removed */
function nameOf(place: Route, accompaniment: Accompaniment, texts: Catalogue): Pick<PaletteItem, 'label' | 'aside'> | null {
  const entry = navigationEntryOf(place.screen);
  if (entry === null) return null;
  const screen = texts.navigation[entry.place.title];
  const parameter = parameterOf(place.screen);
  const id = recordIdOf(place);
  if (parameter === null || id === null) return { label: screen, aside: '' };
  const besides = parameter.besides?.[id];
  return besides === undefined ? named(accompaniment, parameter.of, { id, screen }) : { label: besides(texts), aside: screen };
}

type Named = { readonly id: string; readonly screen: string };

function named(accompaniment: Accompaniment, table: SearchTable, { id, screen }: Named): Pick<PaletteItem, 'label' | 'aside'> | null {
  const record = recordIn(accompaniment, table, id);
  if (record === null) return null;
  const date = dateOf(table, record);
  const aside = date === null ? screen : `${screen} · ${formatDate(date, 'listed', windowStore.get().settings.locale)}`;
  return { label: String(record[declarationOf(table).title] ?? ''), aside };
}
