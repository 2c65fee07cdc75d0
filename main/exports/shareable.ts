// The tables that may leave: the accompanist's own data and the notebook are in other classes.
import { declarationOf, tableNames, type TableName, type TableOfClass } from '@domain/tables/tables.ts';

/** The tables of an accompaniment that may be shared, in file order. */
export const SHAREABLE: readonly TableOfClass<'accompaniment'>[] = tableNames().filter(isShareable);

function isShareable(table: TableName): table is TableOfClass<'accompaniment'> {
  return declarationOf(table).class === 'accompaniment';
}
