// Brings a record that an older version of the format wrote to the form of today, by what its table says of each version.
import type { Fields, Up } from './table.ts';

/**
 * @param version of the format in which the record was written
 * @returns a whole record with the fields that came later, and with those transformed that have changed; the very same where nothing applies
 */
export function recordUp<R extends Fields>(record: R, ups: readonly Up[], version: number): R {
  return after(ups, version).reduce((before, { adds, turns }) => turned({ ...adds, ...before }, turns), record);
}

/**
 * @param version of the format in which the fields were written
 * @returns some fields of a record, as an entry of the history holds them, transformed alike; nothing is added to them
 */
export function fieldsUp(fields: Fields, ups: readonly Up[], version: number): Fields {
  return after(ups, version).reduce((before, { turns }) => turned(before, turns), fields);
}

function after(ups: readonly Up[], version: number): readonly Up[] {
  return ups.filter(({ to }) => to > version);
}

function turned<R extends Fields>(record: R, turns: Up['turns']): R {
  return turns === undefined ? record : { ...record, ...turns(record) };
}
