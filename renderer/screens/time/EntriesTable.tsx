// The time entries by month, the latest first.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { monthOf } from '@domain/time/calendar.ts';
import { type CalendarDate, type Minutes, sumMinutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { consumed, useKindName } from '../../state/days.ts';
import { groupedBy } from '@domain/grouping.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { compareEntries, lastFirst } from '@domain/ordering.ts';

type Entry = RecordOf<'timeEntries'>;
type Row =
  | { readonly kind: 'month'; readonly first: CalendarDate; readonly total: Minutes }
  | { readonly kind: 'entry'; readonly entry: Entry };
type EntriesTableProps = { readonly accompaniment: Accompaniment; readonly edited: string | null; readonly onEdit: (id: string) => void };

/** Each entry can be changed in the form beside the table, or removed (which can be undone). */
export function EntriesTable({ accompaniment, edited, onEdit }: EntriesTableProps) {
  const { time } = useTexts();
  const rows = useMemo(() => rowsOf(Object.values(accompaniment.timeEntries)), [accompaniment.timeEntries]);
  const numbers = useMemo(() => sessionNumbers(accompaniment), [accompaniment]);
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState title={time.emptyTitle} text={time.emptyText} />
      </Card>
    );
  }
  return (
    <div className="card entries-card">
      <VirtualRows
        label={time.entries}
        rows={rows}
        keyOf={(row) => (row.kind === 'month' ? row.first : row.entry.id)}
        heightOf={(row) => (row.kind === 'month' ? 44 : 37)}
        classOf={(row) => (row.kind === 'month' ? 'row-month' : row.entry.id === edited ? 'row-edited' : '')}
        header={<EntriesHead />}
      >
        {(row) =>
          row.kind === 'month' ? (
            <MonthCells first={row.first} total={row.total} />
          ) : (
            <EntryCells
              accompaniment={accompaniment}
              entry={row.entry}
              number={numbers.get(row.entry.sessionId ?? '') ?? null}
              onEdit={onEdit}
            />
          )
        }
      </VirtualRows>
    </div>
  );
}

function rowsOf(entries: readonly Entry[]): readonly Row[] {
  const sorted = entries.toSorted(lastFirst(compareEntries));
  return [...groupedBy(sorted, (entry) => monthOf(entry.date)).values()].flatMap((own): readonly Row[] => {
    const [first] = own;
    if (first === undefined) return [];
    const done = own.filter((entry) => entry.status === 'done').map((entry) => entry.minutes);
    return [{ kind: 'month', first: first.date, total: sumMinutes(done) }, ...own.map((entry) => ({ kind: 'entry' as const, entry }))];
  });
}

function EntriesHead() {
  const { time, shell } = useTexts();
  return (
    <>
      <span role="columnheader">{time.columnDate}</span>
      <span role="columnheader">{time.columnKind}</span>
      <span role="columnheader">{time.columnSession}</span>
      <span role="columnheader">{time.columnNote}</span>
      <span role="columnheader" className="cell-number">
        {time.columnLength}
      </span>
      <span role="columnheader">
        <span className="visually-hidden">{shell.more}</span>
      </span>
    </>
  );
}

function MonthCells({ first, total }: { readonly first: CalendarDate; readonly total: Minutes }) {
  const locale = useLocale();
  const month = formatDate(first, 'month', locale);
  return (
    <>
      <b role="cell" className="month-name">
        {capitalised(month)}
      </b>
      <span role="cell" className="cell-number quiet month-total">
        {total === 0 ? '' : formatHours(total, locale)}
      </span>
    </>
  );
}

type CellsProps = { readonly accompaniment: Accompaniment; readonly entry: Entry; readonly onEdit: (id: string) => void };

/** @param number that of the entry's session; `null` without a session */
function EntryCells({ accompaniment, entry, number, onEdit }: CellsProps & { readonly number: number | null }) {
  const { time } = useTexts();
  const kindName = useKindName();
  const locale = useLocale();
  return (
    <>
      <span role="cell" className="cell-cut number">
        {formatDate(entry.date, 'day', locale)}
      </span>
      <span role="cell" className="cell-cut">
        {kindName(accompaniment.kinds[entry.kindId])}
      </span>
      <span role="cell" className="cell-cut quiet">
        {number === null ? '' : time.sessionNumber(number)}
      </span>
      <span role="cell" className="cell-cut" title={entry.note}>
        {entry.status === 'planned' ? <Tag tone="accent">{time.plannedTag}</Tag> : null} {entry.note}
      </span>
      <LengthCell accompaniment={accompaniment} entry={entry} />
      <EntryButtons accompaniment={accompaniment} entry={entry} onEdit={onEdit} />
    </>
  );
}

function LengthCell({ accompaniment, entry }: Omit<CellsProps, 'onEdit'>) {
  const { time } = useTexts();
  const locale = useLocale();
  const envelope = entry.envelopeId === null ? undefined : accompaniment.envelopes[entry.envelopeId];
  const isFundedKind = envelope !== undefined && accompaniment.kinds[entry.kindId]?.isEligible === true;
  const hours = formatHours(entry.minutes, locale);
  return (
    <span role="cell" className="cell-number" title={isFundedKind ? undefined : time.outsideEnvelope}>
      {isFundedKind ? `${formatDays(entry.minutes / envelope.minutesPerDay, locale)} · ${hours}` : <span className="quiet">{hours}</span>}
    </span>
  );
}

function EntryButtons({ accompaniment, entry, onEdit }: CellsProps) {
  const { time } = useTexts();
  const kindName = useKindName();
  const locale = useLocale();
  const what = `${kindName(accompaniment.kinds[entry.kindId])}, ${formatDate(entry.date, 'plain', locale)}, ${formatHours(entry.minutes, locale)}`;
  const remove = () =>
    void removeWithUndo({
      table: 'timeEntries',
      id: entry.id,
      said: time.removed(formatHours(consumed(accompaniment, entry) || entry.minutes, locale)),
    });
  return (
    <span role="cell" className="entry-buttons">
      <Button kind="icon" icon="edit" label={time.editEntry(what)} onPress={() => onEdit(entry.id)} />
      <Button kind="icon" icon="trash" label={time.removeEntry(what)} onPress={remove} />
    </span>
  );
}
