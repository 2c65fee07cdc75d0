// A preview of the workbook: its sheets as tables, from the same model as the saved file.
import { useMemo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { cellInWords } from '@domain/report/cell-words.ts';
import type { Period } from '@domain/report/days-statement.ts';
import type { Cell, CellFormat, Column, Sheet } from '@domain/report/sheets.ts';
import { workbook } from '@domain/report/workbook.ts';
import type { Level } from '@domain/levels/level.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Tabs } from '../../kit/Tabs.tsx';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';

/** `accompaniment`: as its readers may read it. */
type SheetsProps = { readonly accompaniment: Accompaniment; readonly period: Period; readonly locale: Locale; readonly readers: Level };

/** The preview stops at these numbers of rows and columns; the file has them all. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 60;

export function Sheets({ accompaniment, period, locale, readers }: SheetsProps) {
  const { report } = useTexts();
  const on = today();
  const { sheets } = useMemo(() => workbook({ accompaniment, period, on, locale, readers }), [accompaniment, period, on, locale, readers]);
  const [selected, setSelected] = useState(0);
  const sheet = sheets[selected] ?? sheets[0];
  if (sheet === undefined) return null;
  return (
    <div className="page sheets" data-testid="sheet" lang={locale}>
      <Tabs
        label={report.sheets}
        items={sheets.map(({ name }, index) => ({ id: String(index), label: name }))}
        selected={String(sheets.indexOf(sheet))}
        onSelect={(id) => setSelected(Number(id))}
      >
        <SheetTable sheet={sheet} locale={locale} />
      </Tabs>
    </div>
  );
}

function SheetTable({ sheet, locale }: { readonly sheet: Sheet; readonly locale: Locale }) {
  const { report } = useTexts();
  const shown = sheet.rows.slice(0, MOST_ROWS);
  const columns = sheet.columns.slice(0, MOST_COLUMNS);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and the keyboard must reach it
    <section className="sheet-scroll" aria-label={sheet.name} tabIndex={0}>
      <table className="sheet-table">
        <thead>
          <tr>
            {columns.map(({ head, format }) => (
              <th scope="col" key={head} className={lookOf(format)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // eslint-disable-next-line react/no-array-index-key -- rows of a printed table have no other identity
            <SheetRow key={index} cells={row} columns={columns} locale={locale} />
          ))}
        </tbody>
        {sheet.total === null ? null : (
          <tfoot>
            <SheetRow cells={sheet.total} columns={columns} locale={locale} />
          </tfoot>
        )}
      </table>
      {sheet.columns.length > MOST_COLUMNS ? (
        <p className="small sheet-quiet">{report.moreColumns(sheet.columns.length - MOST_COLUMNS)}</p>
      ) : null}
      {sheet.rows.length > MOST_ROWS ? <p className="small sheet-quiet">{report.moreRows(sheet.rows.length - MOST_ROWS)}</p> : null}
    </section>
  );
}

function SheetRow({
  cells,
  columns,
  locale,
}: {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly locale: Locale;
}) {
  return (
    <tr>
      {columns.map(({ head, format }, column) => (
        <td key={head} className={lookOf(format)}>
          {cellInWords(cells[column] ?? null, format, locale)}
        </td>
      ))}
    </tr>
  );
}

function lookOf(format: CellFormat): string {
  return format === 'text' || format === 'date' ? '' : 'cell-number';
}
