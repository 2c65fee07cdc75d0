// Opens the history of one record, from wherever the record is shown.
import type { TableName } from '@domain/tables/tables.ts';
import type { MenuAction } from '../kit/Menu.tsx';
import { openDialog } from './dialog.ts';
import { texts } from './texts.ts';

/** @returns the action that opens it, for a menu of the record */
export function historyAction(table: TableName, id: string): MenuAction {
  return { id: 'history', label: texts().history.open, run: () => openDialog({ kind: 'history', table, id }) };
}
