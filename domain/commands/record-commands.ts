// The commands that serve every table: create, update, remove, move.
import { type Change, type Document, recordOf, rowsOf } from '../document.ts';
import { by } from '../ordering.ts';
import { ok, refuse, type Result } from '../result.ts';
import { blankFields } from '../tables/blank.ts';
import { plainField } from '../tables/field.ts';
import { type AnyRecord, declarationOf, fieldEntries, orderFieldOf, referencesTo, SINGLE_ID, type TableName } from '../tables/tables.ts';
import type { Commands, FieldValues } from './command.ts';
import type { CommandContext } from './context.ts';

/** Creates a record; see `newRecord` for how its fields are filled. */
export function createRecord(
  document: Document,
  { table, fields }: Commands['record.create'],
  context: CommandContext,
): Result<readonly Change[]> {
  if (declarationOf(table).edits !== 'free') return refuse({ code: 'table-closed', table });
  return ok([creation(table, newRecord(document, table, fields, context))]);
}

/** Changes some fields of a record; fields that already have the given value change nothing. */
export function updateRecord(document: Document, { table, id, fields }: Commands['record.update']): Result<readonly Change[]> {
  if (declarationOf(table).edits === 'acts') return refuse({ code: 'table-closed', table });
  const before = recordOf(document, table, id);
  if (before === null) return refuse({ code: 'record-missing', table, id });
  const after = { ...before, ...fields };
  return ok(Object.keys(fields).some((field) => before[field] !== after[field]) ? [{ table, id, before, after }] : []);
}

/** Removes a record with what belongs to it; refuses if something that must stay points to it. */
export function removeRecord(document: Document, { table, id }: Commands['record.remove']): Result<readonly Change[]> {
  if (!['free', 'attached'].includes(declarationOf(table).edits)) return refuse({ code: 'table-closed', table });
  if (recordOf(document, table, id) === null) return refuse({ code: 'record-missing', table, id });
  return removal(document, table, id);
}

/** Moves a record after a sibling, or to the front. Siblings agree in every reference that removes them along with their parent. */
export function moveRecord(
  document: Document,
  { table, id, afterId }: Commands['record.move'],
  context: CommandContext,
): Result<readonly Change[]> {
  const before = recordOf(document, table, id);
  const place = orderFieldOf(table);
  if (before === null || place === null) return refuse({ code: 'record-missing', table, id });
  const siblings = siblingsOf(document, { table, place }, before).filter((record) => record.id !== id);
  const position = afterId === null ? -1 : siblings.findIndex((record) => record.id === afterId);
  if (afterId !== null && position === -1) return refuse({ code: 'record-missing', table, id: afterId });
  const between = context.orderBetween(placeIn(siblings[position], place), placeIn(siblings[position + 1], place));
  return ok([{ table, id, before, after: { ...before, [place]: between } }]);
}

/**
 * A record ready to be added: empty values, overwritten by the given ones, then by what only main writes (id, stamp, last place among its
 * siblings).
 * @returns the record; required fields that were not given are absent, and the guards refuse it
 */
export function newRecord(document: Document, table: TableName, fields: FieldValues, context: CommandContext): AnyRecord {
  const id = declarationOf(table).edits === 'single' ? SINGLE_ID : context.newId();
  const stamps = fieldEntries(table).flatMap(([name, field]) => (plainField(field).kind === 'stamp' ? [[name, context.now]] : []));
  const record: AnyRecord = { id, ...blankFields(table), ...fields, ...Object.fromEntries(stamps) };
  const place = orderFieldOf(table);
  if (place === null || place in fields) return record;
  return { ...record, [place]: context.orderBetween(placeIn(siblingsOf(document, { table, place }, record).at(-1), place), null) };
}

/** @returns the change that adds `record`. */
export function creation(table: TableName, record: AnyRecord): Change {
  return { table, id: record.id, before: null, after: record };
}

type Ordered = { readonly table: TableName; readonly place: string };

/** @returns the records of the same parent, in their order. */
function siblingsOf(document: Document, { table, place }: Ordered, record: AnyRecord): readonly AnyRecord[] {
  const parents = fieldEntries(table).flatMap(([name, field]) => {
    const plain = plainField(field);
    return plain.kind === 'reference' && plain.onRemoval === 'remove-too' ? [name] : [];
  });
  return Object.values(rowsOf(document, table))
    .filter((other) => parents.every((parent) => other[parent] === record[parent]))
    .toSorted(
      by(
        (sibling) => String(sibling[place]),
        ({ id }) => id,
      ),
    );
}

function removal(document: Document, table: TableName, id: string): Result<readonly Change[]> {
  const plan = new RemovalPlan(document);
  const queue: { readonly table: TableName; readonly id: string }[] = [{ table, id }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { table: to, id: target } = next;
    if (!plan.remove(to, target)) continue;
    for (const { table: from, field, reference } of referencesTo(to)) {
      const holding = Object.values(rowsOf(document, from)).filter(
        (record) => record[field] === target && !plan.isRemoved(from, record.id),
      );
      if (reference.onRemoval === 'refuse' && holding.length > 0)
        return refuse({ code: 'reference-held', table: to, by: from, count: holding.length });
      if (reference.onRemoval === 'remove-too') queue.push(...holding.map((record) => ({ table: from, id: record.id })));
      if (reference.onRemoval === 'forget') for (const record of holding) plan.forget(from, record, field);
    }
  }
  return ok(plan.changes);
}

/** What a removal takes along, and which references it empties; a record that is itself removed is not emptied first. */
class RemovalPlan {
  readonly #document: Document;
  readonly #removed = new Map<string, Change>();
  readonly #emptied = new Map<string, Change>();

  constructor(document: Document) {
    this.#document = document;
  }

  get changes(): readonly Change[] {
    return [...this.#removed.values(), ...this.#emptied.values()];
  }

  isRemoved(table: TableName, id: string): boolean {
    return this.#removed.has(`${table}/${id}`);
  }

  /** @returns whether there was something left to remove. */
  remove(table: TableName, id: string): boolean {
    const before = recordOf(this.#document, table, id);
    if (before === null || this.isRemoved(table, id)) return false;
    this.#emptied.delete(`${table}/${id}`);
    this.#removed.set(`${table}/${id}`, { table, id, before, after: null });
    return true;
  }

  forget(table: TableName, record: AnyRecord, field: string): void {
    const key = `${table}/${record.id}`;
    const after = { ...(this.#emptied.get(key)?.after ?? record), [field]: null };
    this.#emptied.set(key, { table, id: record.id, before: record, after });
  }
}

function placeIn(record: AnyRecord | undefined, place: string): string | null {
  const order = record?.[place];
  return typeof order === 'string' ? order : null;
}
