// What a structure has in a register, with a few of its fields; the register itself has the rest.
import { useMemo } from 'react';
import { rowsIn } from '@domain/document.ts';
import { by } from '@domain/ordering.ts';
import { type AnyRecord, declarationOf } from '@domain/tables/tables.ts';
import { titleOf, valueInWords } from '@domain/text/record-words.ts';
import { LongList } from '../../kit/LongList.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { StructureProps } from './collective-view.ts';

/** The fields shown after the name of a record. */
const TOLD = {
  commitments: ['state', 'dueOn'],
  functions: ['personId', 'endsOn'],
} as const;

/** Draws nothing before the first record: the register explains what it is for. */
export function StructureRegister({
  view: { accompaniment },
  organisation,
  table,
}: StructureProps & { readonly table: keyof typeof TOLD }) {
  const texts = useTexts();
  const locale = useLocale();
  const words = { texts, locale, accompaniment };
  const rows = rowsIn(accompaniment, table);
  const own = useMemo(() => recordsOf(rows, table, organisation.id), [rows, table, organisation.id]);
  if (own.length === 0) return null;
  const { many } = texts.tables[table];
  return (
    <section className="panel-part">
      <h3>{many}</h3>
      <LongList items={own} keyOf={({ id }) => id} height={37} label={many} className="panel-lines">
        {(record) => (
          <p className="panel-line">
            <span className="small">{titleOf(table, record, texts)}</span>
            <span className="small quiet panel-line-end">
              {TOLD[table]
                .map((field) => valueInWords(table, field, record[field] ?? null, words))
                .filter((value) => value !== '')
                .join(' · ')}
            </span>
          </p>
        )}
      </LongList>
    </section>
  );
}

/** @returns the records of one structure, by their day */
function recordsOf(rows: Readonly<Record<string, AnyRecord>>, table: keyof typeof TOLD, organisationId: string): readonly AnyRecord[] {
  const { day } = declarationOf(table);
  return Object.values(rows)
    .filter((record) => record['organisationId'] === organisationId)
    .toSorted(
      by<AnyRecord>(
        (record) => (day === null ? '' : String(record[day] ?? '')),
        ({ id }) => id,
      ),
    );
}
