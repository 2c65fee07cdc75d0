// The table of accompaniments: what each is, where it stands, what remains, what comes next.
import type { LibraryEntry } from '@contract/channels.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import type { Summary } from '@domain/summary.ts';
import { Bar } from '../../kit/Bar.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { openEntry } from '../../state/acts.ts';
import { shortNameOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type Readable = Extract<LibraryEntry, { readonly state: 'readable' }>;

/** One row per accompaniment; a row opens it. */
export function LibraryTable({ entries }: { readonly entries: readonly Readable[] }) {
  const { home } = useTexts();
  return (
    <div className="card library-card">
      <VirtualRows
        label={home.list}
        rows={entries}
        keyOf={(entry) => entry.entryId}
        heightOf={() => 56}
        classOf={() => 'row-linked'}
        header={
          <>
            <span role="columnheader">{home.columnTitle}</span>
            <span role="columnheader">{home.columnPhase}</span>
            <span role="columnheader">{home.columnDays}</span>
            <span role="columnheader" className="cell-number">
              {home.columnRemaining}
            </span>
            <span role="columnheader">{home.columnNext}</span>
            <span role="columnheader" className="cell-end">
              {home.columnState}
            </span>
          </>
        }
      >
        {(entry) => <LibraryRow entry={entry} />}
      </VirtualRows>
    </div>
  );
}

function LibraryRow({ entry }: { readonly entry: Readable }) {
  const { home, words, shell } = useTexts();
  const { summary } = entry;
  return (
    <>
      <span role="cell" className="library-title">
        <button type="button" className="row-link" onClick={() => void openEntry(entry.entryId)}>
          {summary.title === '' ? shell.untitled : summary.title}
        </button>
        <span className="library-under">
          {home.structures(summary.organisations)} · {words.scheme[summary.scheme]}
        </span>
      </span>
      <span role="cell" className="cell-cut">
        {summary.phase === null ? <span className="quiet">{home.phaseNone}</span> : shortNameOf(summary.phase)}
      </span>
      <DaysCells days={summary.days} />
      <span role="cell" className="cell-cut quiet">
        <NextSession summary={summary} />
      </span>
      <span role="cell" className="cell-end">
        <StateTag summary={summary} />
      </span>
    </>
  );
}

function DaysCells({ days }: { readonly days: Summary['days'] }) {
  const { home } = useTexts();
  const locale = useLocale();
  if (days === null) {
    return (
      <>
        <span role="cell" className="quiet small">
          {home.noDays}
        </span>
        <span role="cell" />
      </>
    );
  }
  const share = days.granted === 0 ? 1 : days.counted / days.granted;
  const isOver = days.remaining < 0;
  return (
    <>
      <span role="cell">
        <span className="visually-hidden">{home.daysDone(formatDays(days.counted, locale), formatDays(days.granted, locale))}</span>
        <Bar share={share} tone={isOver ? 'bad' : 'accent'} />
      </span>
      <b role="cell" className="cell-number">
        {formatDays(days.remaining, locale)}
      </b>
    </>
  );
}

function NextSession({ summary }: { readonly summary: Summary }) {
  const { home } = useTexts();
  const locale = useLocale();
  if (summary.closedOn !== null) return null;
  if (summary.nextSession === null) return home.nextNone;
  const date = formatDate(summary.nextSession.date, 'near', locale);
  return summary.nextSession.place === '' ? date : `${date}, ${summary.nextSession.place}`;
}

function StateTag({ summary }: { readonly summary: Summary }) {
  const { home } = useTexts();
  const locale = useLocale();
  if (summary.closedOn !== null) return <Tag tone="good">{home.closed}</Tag>;
  if (summary.days !== null && summary.days.remaining < 0) return <Tag tone="bad">{home.overrun(formatDays(-summary.days.remaining, locale))}</Tag>;
  return null;
}
