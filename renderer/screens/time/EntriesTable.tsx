// The time entries by month, the latest first.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { addUp } from '@domain/ledger/quantity.ts';
import { isFunded, isToConfirm, isOutside } from '@domain/ledger/standing.ts';
import type { TimeTotals } from '@domain/ledger/time-totals.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { consumed, useKindName } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useTotalWords } from '../../state/total-words.ts';
import { useLocale } from '../../state/window-state.ts';
import { entryRows } from './entry-rows.ts';

type Entry = RecordOf<'timeEntries'>;
type EntriesTableProps = { readonly accompaniment: Accompaniment; readonly edited: string | null; readonly onEdit: (id: string) => void };

/** Each entry can be changed in the form beside the table, or removed (which can be undone). */
export function EntriesTable({ accompaniment, edited, onEdit }: EntriesTableProps) {
  const { time } = useTexts();
  const { timeEntries, envelopes, kinds } = accompaniment;
  const day = today();
  const rows = useMemo(() => entryRows({ timeEntries, envelopes, kinds }, day), [timeEntries, envelopes, kinds, day]);
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
            <MonthCells first={row.first} totals={row.totals} />
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

/** Days of the contracts, each converted with its own day; beside them what is not counted. */
function MonthCells({ first, totals }: { readonly first: CalendarDate; readonly totals: TimeTotals }) {
  const locale = useLocale();
  const { counted, beside } = useTotalWords()(totals);
  const month = formatDate(first, 'month', locale);
  return (
    <>
      <b role="cell" className="month-name">
        {capitalised(month)}
      </b>
      <span role="cell" className="cell-number month-total">
        <b>{counted}</b>
        <span className="month-beside">{[...(counted === '' ? [] : ['']), ...beside].join(' · ')}</span>
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
        <EntryTags entry={entry} /> {entry.note}
      </span>
      <LengthCell accompaniment={accompaniment} entry={entry} />
      <EntryButtons accompaniment={accompaniment} entry={entry} onEdit={onEdit} />
    </>
  );
}

/** What is not deducted says so, in minutes alone; so does what lies outside the period of its contract. */
function LengthCell({ accompaniment, entry }: Omit<CellsProps, 'onEdit'>) {
  const { time } = useTexts();
  const locale = useLocale();
  const isPaid = isFunded(accompaniment, entry);
  const hours = formatHours(entry.minutes, locale);
  const envelope = accompaniment.envelopes[entry.envelopeId ?? ''];
  return (
    <span role="cell" className="cell-number" title={isPaid ? undefined : time.outsideEnvelope}>
      {isPaid ? (
        <>
          {`${formatDays(addUp(accompaniment, [entry]).days, locale)} · ${hours}`}
          {envelope !== undefined && isOutside(envelope, entry.date) ? <span className="entry-outside">{time.outsideTag}</span> : null}
        </>
      ) : (
        <span className="quiet">
          {hours}
          <span className="entry-unfunded">{time.unfundedTag}</span>
        </span>
      )}
    </span>
  );
}

/** Planned, or to be confirmed. */
function EntryTags({ entry }: Pick<CellsProps, 'entry'>) {
  const { time } = useTexts();
  const isOdd = isToConfirm(entry, today());
  const isPlanned = entry.status === 'planned';
  if (isOdd) return <Tag tone="warn">{isPlanned ? time.plannedToConfirmTag : time.toConfirmTag}</Tag>;
  return isPlanned ? <Tag tone="accent">{time.plannedTag}</Tag> : null;
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
