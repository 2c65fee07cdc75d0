// An accompaniment with equally many records in every table, made from their declarations alone: a new table is included automatically.
import { applyChanges, type Change, emptyDocument } from '@domain/document.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { fr } from '@domain/text/fr.ts';
import { type PlainField, plainField, type TextField } from '@domain/tables/field.ts';
import {
  type AnyRecord,
  declarationOf,
  fieldEntries,
  type FieldValue,
  isTableName,
  referenceEntries,
  SINGLE_ID,
  type TableName,
  tablesOfKind,
} from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant } from '@domain/units.ts';

import { fingerprintOf } from '../../main/files/attached-contents.ts';
import { serialiseProject } from '../../main/files/envelope.ts';
import { orderBetween } from '../../main/order-keys.ts';
import { TINY_PICTURE } from '../support/pictures.ts';
import { encodedContent } from '../../main/vault/reseal-contents.ts';

/** One content, named by every attachment. */
const CONTENT = Buffer.from('Une page.\n', 'utf8');
const CONTENT_HASH = fingerprintOf(CONTENT);

const FIRST_DAY = calendarDate('2025-09-01');
const ENTERED_AT = instant('2026-03-01T08:00:00.000Z');
/** Dates repeat after this many days, so that each day has several records. */
const DAYS = 300;

/** Places among siblings, in order. */
const ORDERS: string[] = [orderBetween(null, null)];

/** Where a field is: `position` counts the records of its table from 0. */
export type Where = { readonly table: TableName; readonly name: string; readonly position: number };
/** What stands in the text fields. */
export type TextOf = (field: TextField, where: Where) => string;

/** What the declarations cannot say: the mission has no sessions from before its file. */
const FIXED: { readonly [T in TableName]?: Readonly<Record<string, FieldValue>> } = {
  mission: { scheme: 'blank', isExample: false, sessionsBefore: 0, closedOn: null },
};

/**
 * Half of the records belong to the first record of the table that they reference first, so that one session, one phase, one structure
 * has very many; the others each belong to a different one, so that very many have some.
 * @returns the bytes of a file in which every table except the vault's has `count` records, each pointing to an existing record
 */
export function fullTables(count: number, textOf: TextOf = plainText, fileId = 'full-tables'): Buffer {
  const tables = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class !== 'vault');
  const changes = tables.flatMap((table) =>
    declarationOf(table).edits === 'single' ? [change(table, record(table, 0, SINGLE_ID, textOf))] : numbered(table, count, textOf),
  );
  const document = applyChanges(emptyDocument('accompaniment'), changes);
  const header = {
    fileId,
    copyOf: null,
    revision: 1,
    savedBy: 'Sonia Nadir',
    savedAt: ENTERED_AT,
    keys: { file: null, vault: null },
  };
  return serialiseProject(
    { header, document, contents: new Map([[CONTENT_HASH, encodedContent(CONTENT_HASH, CONTENT, { fileId, key: null })]]) },
    null,
  );
}

/** @returns the id of a record by its position, from 0. */
export function idAt(table: TableName, position: number): string {
  return `${table.toLowerCase()}-${figure(position)}`;
}

function numbered(table: TableName, count: number, textOf: TextOf): readonly Change[] {
  while (ORDERS.length < count) ORDERS.push(orderBetween(ORDERS.at(-1) ?? null, null));
  return Array.from({ length: count }, (_, position) => change(table, record(table, position, idAt(table, position), textOf)));
}

function change(table: TableName, after: AnyRecord): Change {
  return { table, id: after.id, before: null, after };
}

function record(table: TableName, position: number, id: string, textOf: TextOf): AnyRecord {
  const fields = fieldEntries(table).map(([name, field], index) => {
    const plain = plainField(field);
    // Empty in every third record, unless that would leave a record without a parent.
    const isEmpty = field.kind === 'optional' && plain.kind !== 'reference' && (position + index) % 3 === 0;
    if (plain.kind === 'text') return [name, textOf(plain, { table, name, position })] as const;
    return [name, isEmpty ? null : valueOf(plain, { table, name, position })] as const;
  });
  return { id, ...Object.fromEntries(fields), ...FIXED[table] };
}

/** Only titles and names are filled in. */
function plainText({ required }: TextField, { table, name, position }: Where): string {
  return required || name === declarationOf(table).title ? `${titleOf(table)} ${figure(position)}` : '';
}

function valueOf(field: Exclude<PlainField, TextField>, { table, name, position }: Where): FieldValue {
  const declared = declarationOf(table);
  switch (field.kind) {
    case 'key':
    case 'given':
    case 'series':
      return '';
    case 'choice':
      return field.choices[position % field.choices.length] ?? null;
    case 'date':
      return addDays(FIRST_DAY, position % DAYS);
    case 'clock':
      return `${String(
        9 +
          Object.entries(declared.fields)
            .filter(([, one]) => plainField(one).kind === 'clock')
            .findIndex(([one]) => one === name),
      ).padStart(2, '0')}:00`;
    case 'stamp':
      return ENTERED_AT;
    case 'minutes':
      return Math.max(field.min, 15);
    case 'whole':
      return Math.min(field.max, Math.max(field.min, 420));
    case 'flag':
      return position % 4 !== 3;
    case 'order':
      return ORDERS[position] ?? null;
    case 'reference':
      return isTableName(field.to) ? idAt(field.to, isGathered(table, name, position) ? 0 : position) : null;
    case 'fingerprint':
      return CONTENT_HASH;
    case 'picture':
      return TINY_PICTURE;
    case 'box':
      throw new Error('The vault is sealed by main alone.');
  }
}

function isGathered(table: TableName, name: string, position: number): boolean {
  return position % 4 > 1 && referenceEntries(table)[0]?.[0] === name;
}

function titleOf(table: TableName): string {
  return capitalised(fr.tables[table].one);
}

/** Counts from 0001. */
function figure(position: number): string {
  return String(position + 1).padStart(4, '0');
}
