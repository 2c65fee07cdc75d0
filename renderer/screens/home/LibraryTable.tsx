// The table of accompaniments: what each is, where it stands, what remains, what comes next, and what to do about it.
import { formatDate } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import type { Summary } from '@domain/summary.ts';
import { Bar } from '../../kit/Bar.tsx';
import { Button } from '../../kit/Button.tsx';
import { type Head, SortHead } from '../../kit/SortHead.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { openEntry } from '../../state/acts.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { LibrarySort, Readable } from './library-view.ts';
import { Twins } from './Twins.tsx';
import { Warnings } from './Warnings.tsx';

type TableProps = {
  readonly entries: readonly Readable[];
  readonly sort: LibrarySort | null;
  readonly onSort: (sort: LibrarySort) => void;
  readonly onTime: (entryId: string) => void;
};

/** One row per accompaniment: a click on the row opens it, its clock button enters time for it. */
export function LibraryTable({ entries, sort, onSort, onTime }: TableProps) {
  const { home } = useTexts();
  const heads: readonly Head<LibrarySort['column']>[] = [
    { column: 'title', words: home.columnTitle },
    { column: 'phase', words: home.columnPhase },
    { column: null, words: home.columnDays },
    { column: 'remaining', words: home.columnRemaining, className: 'cell-number' },
    { column: 'next', words: home.columnNext },
    { column: null, words: home.columnTime, className: 'visually-hidden' },
    { column: null, words: home.columnState, className: 'visually-hidden' },
  ];
  const shared = sharedTitles(entries);
  return (
    <div className="card library-card">
      <VirtualRows
        label={home.list}
        rows={entries}
        keyOf={(entry) => entry.entryId}
        heightOf={() => 56}
        classOf={() => 'row-linked'}
        header={<SortHead heads={heads} sort={sort} onSort={onSort} />}
      >
        {(entry) => <LibraryRow entry={entry} isTitleShared={shared.has(entry.summary.title)} onTime={onTime} />}
      </VirtualRows>
    </div>
  );
}

/** @returns the titles that several rows share: these rows also show their file names */
function sharedTitles(entries: readonly Readable[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(entries.map(({ summary }) => summary.title).filter((title) => seen.has(title) || !seen.add(title)));
}

type RowProps = { readonly entry: Readable; readonly isTitleShared: boolean; readonly onTime: (entryId: string) => void };

function LibraryRow({ entry, isTitleShared, onTime }: RowProps) {
  const { home, tables, shell } = useTexts();
  const { summary } = entry;
  const title = summary.title === '' ? shell.untitled : summary.title;
  return (
    <>
      <span role="cell" className="library-title">
        <button type="button" className="row-link" title={title} onClick={() => void openEntry(entry.entryId)}>
          {title}
        </button>
        <span className="library-under">
          {isTitleShared ? `${entry.fileName} · ` : ''}
          {home.structures(summary.organisations)} · {tables.mission.choices.scheme[summary.scheme]}
        </span>
      </span>
      <span role="cell" className="cell-cut">
        <PhaseOf summary={summary} />
      </span>
      <DaysCells days={summary.days} />
      <span role="cell" className="library-next quiet">
        <NextSession summary={summary} />
        <LastSession summary={summary} />
      </span>
      <span role="cell" className="cell-end library-time">
        <Button kind="icon" icon="clock" label={home.enterTimeFor(title)} onPress={() => onTime(entry.entryId)} />
      </span>
      <span role="cell" className="library-state">
        <Warnings summary={summary} />
        {entry.twins.length === 0 ? null : <Twins names={entry.twins} />}
      </span>
    </>
  );
}

function PhaseOf({ summary }: { readonly summary: Summary }) {
  const { home } = useTexts();
  const locale = useLocale();
  if (summary.closedOn !== null) return <Tag tone="good">{home.closed(formatDate(summary.closedOn, 'plain', locale))}</Tag>;
  if (summary.phase === null) return <span className="quiet">{home.phaseNone}</span>;
  return shortTitleOf({ methodKey: summary.phaseKey, title: summary.phase });
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
  const [next] = summary.upcoming;
  if (next === undefined) return home.nextNone;
  const date = formatDate(next.date, 'near', locale);
  return next.place === '' ? date : `${date}, ${next.place}`;
}

function LastSession({ summary: { lastSessionOn } }: { readonly summary: Summary }) {
  const { home } = useTexts();
  const locale = useLocale();
  if (lastSessionOn === null) return null;
  return <span className="library-last">{home.lastSession(formatDate(lastSessionOn, 'plain', locale))}</span>;
}
