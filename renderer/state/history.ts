// Opens the history of one record, from wherever the record is shown.
import type { TableName } from '@domain/tables/tables.ts';
import type { MenuAction } from '../kit/Menu.tsx';
import { texts } from './texts.ts';
import { windowStore } from './window-state.ts';

/** @returns what a menu of the record offers */
export function historyAction(table: TableName, id: string): MenuAction {
  return { id: 'history', label: texts().history.open, run: () => windowStore.set({ historyOf: { table, id } }) };
}
