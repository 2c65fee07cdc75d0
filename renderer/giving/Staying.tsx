// What stays behind for these readers, and who is named in what leaves.
import type { HeldBack } from '@domain/levels/for-readers.ts';
import type { TableName } from '@domain/tables/tables.ts';
import { useTexts } from '../state/texts.ts';

/** Nothing where nothing stays behind: a level that hides nothing needs no list. */
export function StaysBehind({ held }: { readonly held: readonly HeldBack[] }) {
  const { register: texts, tables } = useTexts();
  if (held.length === 0) return null;
  const fieldNames = (table: TableName, fields: readonly string[]): string => {
    const names: Readonly<Record<string, string>> = tables[table].fields;
    return fields.map((field) => names[field] ?? field).join(', ');
  };
  return (
    <section>
      <h2 className="report-part-title">{texts.stays}</h2>
      <ul className="small quiet giving-stays">
        {held.map(({ table, fields, count }) => (
          <li key={`${table}/${fields.join()}`}>
            {fields.length === 0
              ? texts.staysRecords(tables[table].many, count)
              : texts.staysFields(`${tables[table].many}\u202f: ${fieldNames(table, fields)}`, count)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many, and on a press who. */
export function NamedPeople({ names }: { readonly names: readonly string[] }) {
  const { register: texts } = useTexts();
  if (names.length === 0) return null;
  return (
    <details className="giving-named">
      <summary className="small">{texts.named(names.length)}</summary>
      <p className="small quiet">{names.join(', ')}</p>
    </details>
  );
}
