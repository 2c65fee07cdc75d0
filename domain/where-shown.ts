// Where a record is shown, worked out from its declaration through the records that it belongs to.
import { type Accompaniment, rowsIn } from './document.ts';
import type { OnScreen, ShownOn } from './tables/place.ts';
import { type AnyRecord, declarationOf, tableBehind, type TableName } from './tables/tables.ts';

/** `id`: of the record open there; `null` for the screen as a whole. */
export type Where = { readonly on: ShownOn; readonly id: string | null };

/** A record that belongs to nothing that still exists is shown on the overview. */
const NOWHERE: Where = { on: 'overview', id: null };

/** @returns where a record is read and changed */
export function whereShown(table: TableName, record: AnyRecord, accompaniment: Accompaniment): Where {
  const { place } = declarationOf(table);
  if ('on' in place) return onScreen(place, record.id);
  const id = record[place.under];
  const above = tableBehind(table, place.under);
  if (typeof id !== 'string' || above === null) return place.otherwise === undefined ? NOWHERE : onScreen(place.otherwise, record.id);
  const placeAbove = declarationOf(above).place;
  if ('on' in placeAbove) return onScreen(placeAbove, id);
  const owner = rowsIn(accompaniment, above)[id];
  return owner === undefined ? NOWHERE : whereShown(above, owner, accompaniment);
}

function onScreen({ on, at }: OnScreen, id: string): Where {
  return { on, id: at === 'itself' ? id : (at ?? null) };
}
