// A choice among the records of a table, or none if the field is optional.
import { useMemo } from 'react';
import { inOrder } from '@domain/ordering.ts';
import { type AnyRecord, orderFieldOf, type TableName } from '@domain/tables/tables.ts';
import { rowsIn } from '@domain/document.ts';
import { titleOf } from '@domain/text/record-words.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { byText } from '@domain/writing/sort.ts';
import { type Option, Select } from '../kit/Select.tsx';
import { useAccompaniment } from '../state/edit.ts';
import { useTexts } from '../state/texts.ts';

/** The id of the option for no record; no record has such an id. */
const NONE = '-';

type ReferenceSelectProps = {
  readonly label: string;
  readonly to: TableName;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly isOptional: boolean;
  readonly options?: readonly Option[];
  readonly none?: string;
  readonly error?: string | null;
};

export function ReferenceSelect({ label, to, value, onChange, isOptional, options, none, error }: ReferenceSelectProps) {
  const { shell } = useTexts();
  const all = useRecords(to);
  const nothing = isOptional ? [{ id: NONE, label: none ?? (to === 'people' ? shell.nobody : shell.none) }] : [];
  return (
    <Select
      label={label}
      options={[...nothing, ...(options ?? all)]}
      value={value ?? (isOptional ? NONE : null)}
      onChange={(id) => onChange(id === NONE ? null : id)}
      error={error}
    />
  );
}

/** @returns the records of a table with their titles, in their own order if they have one, otherwise by title */
function useRecords(table: TableName): readonly Option[] {
  const texts = useTexts();
  const rows = rowsIn(useAccompaniment(), table);
  return useMemo(() => recordOptions(table, Object.values(rows), texts), [table, rows, texts]);
}

function recordOptions(table: TableName, records: readonly AnyRecord[], texts: Catalogue): readonly Option[] {
  const place = orderFieldOf(table);
  const named = (record: AnyRecord): Option => ({ id: record.id, label: titleOf(table, record, texts) });
  if (place === null) return records.map(named).toSorted(byText(({ label }) => label));
  return inOrder(records.map((record) => ({ id: record.id, order: String(record[place]), record }))).map(({ record }) => named(record));
}
