// Checks whether data is an entry of the history, as strictly as records are checked.
import { ID_FORM } from '../tables/forms.ts';
import { declarationOf, isTableName } from '../tables/tables.ts';
import { isInstant } from '../units.ts';
import type { HistoryEntry } from './history.ts';

const NAMES = ['at', 'by', 'kind', 'command', 'table', 'id', 'before', 'after'] as const;

/** @returns whether `data` has exactly the parts of an entry, each of the right kind; desk and notebook have no entries */
export function isSoundEntry(data: unknown): data is HistoryEntry {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const entry: Readonly<Record<string, unknown>> = { ...data };
  const { at, by, kind, command, table, id, before, after } = entry;
  if (Object.keys(entry).length !== NAMES.length || NAMES.some((name) => !Object.hasOwn(entry, name))) return false;
  const isTold =
    typeof at === 'string' &&
    isInstant(at) &&
    typeof by === 'string' &&
    typeof command === 'string' &&
    typeof kind === 'string' &&
    ['do', 'undo', 'redo'].includes(kind);
  const isPlaced =
    typeof table === 'string' &&
    isTableName(table) &&
    declarationOf(table).class === 'accompaniment' &&
    typeof id === 'string' &&
    ID_FORM.test(id);
  return isTold && isPlaced && areFields(before) && areFields(after) && !(before === null && after === null);
}

function areFields(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.values(value).every((field) => field === null || ['string', 'number', 'boolean'].includes(typeof field));
}
