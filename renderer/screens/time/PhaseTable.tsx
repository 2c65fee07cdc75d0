// Days by phase and kind of work, all from the one ledger.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDayFigure } from '@domain/format/durations.ts';
import type { Ledger, PhaseLine } from '@domain/ledger/ledger.ts';
import { kindsDone } from '@domain/report/days-statement.ts';
import { inOrder } from '@domain/ordering.ts';
import { useArea } from '../../kit/use-area.ts';
import { useBox, useSpan } from '../../kit/use-span.ts';
import { useKindName } from '../../state/days.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { daysByColumn, daysIn, type KindColumn, kindsFitting } from './phase-figures.ts';

/** The content of an empty cell: a no-break space. */
const NOTHING = '\u00a0';

/** Expected height of a row, in pixels. */
const ROW = 37;

type PhaseTableProps = { readonly accompaniment: Accompaniment; readonly ledger: Ledger };

/** One line per phase; kinds of work that were never done take no column. */
export function PhaseTable({ accompaniment, ledger }: PhaseTableProps) {
  const { time } = useTexts();
  const { box, isLong } = useBox<HTMLElement>(ledger.phases.length);
  const columns = useColumns(accompaniment, ledger, useArea(box)?.width ?? 0);
  const { shown, before, after, measure } = useSpan({ items: ledger.phases, keyOf: (line) => line.phaseId ?? '', height: ROW, box });
  const names = useMemo(() => phaseNames(accompaniment), [accompaniment]);
  if (ledger.phases.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, and the keyboard must reach it
    <section ref={box} className={`card phase-card${isLong ? ' phase-card-long' : ''}`} aria-label={time.byPhase} tabIndex={0}>
      <table className="phase-table" aria-rowcount={isLong ? ledger.phases.length + 1 : undefined}>
        <caption className="visually-hidden">
          {time.byPhase}, {time.unitNote}
        </caption>
        <Head columns={columns} />
        <tbody>
          <Gap height={before} />
          {shown.map(({ item: line, index, key }) => (
            <PhaseRow
              key={key}
              line={line}
              name={names.get(line.phaseId ?? '') ?? time.noPhase}
              columns={columns}
              place={isLong ? { measure, index } : null}
            />
          ))}
          <Gap height={after} />
          <UnsharedRow ledger={ledger} columns={columns.length} />
          <OpeningRow ledger={ledger} columns={columns.length} />
        </tbody>
        <TotalRow ledger={ledger} columns={columns} />
      </table>
      <p className="small quiet phase-note">{time.unitNote}</p>
    </section>
  );
}

function Head({ columns }: { readonly columns: readonly KindColumn[] }) {
  const { time } = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{time.columnPhase}</th>
        <th scope="col">{time.columnAllocated}</th>
        {columns.map(({ id, name }) => (
          <th scope="col" key={id} className="phase-kind" title={name}>
            {name}
          </th>
        ))}
        <th scope="col">{time.columnDone}</th>
        <th scope="col">{time.columnRemaining}</th>
      </tr>
    </thead>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}

/** Kinds of work for which there is no room share the last column, as on paper; where there is room for none, there is none. */
function useColumns(accompaniment: Accompaniment, ledger: Ledger, width: number): readonly KindColumn[] {
  const { statement } = useTexts();
  const locale = useLocale();
  const kindName = useKindName();
  const kinds = kindsDone(accompaniment, ledger);
  const fitting = kindsFitting(ledger, width, locale);
  if (fitting === 0) return [];
  const own = kinds.length > fitting ? fitting - 1 : kinds.length;
  const others = kinds.slice(own).map(({ id }) => id);
  return [
    ...kinds.slice(0, own).map((kind) => ({ id: kind.id, name: kindName(kind), kindIds: new Set([kind.id]) })),
    ...(others.length === 0 ? [] : [{ id: 'others', name: statement.otherKinds, kindIds: new Set(others) }]),
  ];
}

type PhaseRowProps = {
  readonly line: PhaseLine;
  readonly name: string;
  readonly columns: readonly KindColumn[];
  /** In a long table: the index of the row, and the callback that measures it. */
  readonly place: { readonly index: number; readonly measure: (element: Element | null) => void } | null;
};

function PhaseRow({ line, name, columns, place }: PhaseRowProps) {
  return (
    <tr {...(place === null ? {} : { ref: place.measure, 'data-index': place.index, 'aria-rowindex': place.index + 2 })}>
      <th scope="row">{name}</th>
      <Figure days={line.remaining === null ? null : line.allocated.days} />
      {columns.map((column) => (
        <Figure key={column.id} days={daysIn(line, column)} isKind />
      ))}
      <Figure days={line.counted.days} isStrong />
      <Figure days={line.remaining?.days ?? null} isStrong />
    </tr>
  );
}

type UnderProps = { readonly ledger: Ledger; readonly columns: number };

/** What no phase has. With it the shares add up to what is granted. */
function UnsharedRow({ ledger: { unallocated }, columns }: UnderProps) {
  const { time } = useTexts();
  if (unallocated === null) return null;
  return (
    <tr>
      <th scope="row">{unallocated.share.days < 0 ? time.sharedTooMuch : time.unshared}</th>
      <Figure days={unallocated.share.days} />
      <NoKinds columns={columns} />
      <Figure days={null} />
      <Figure days={unallocated.remaining.days} isStrong />
    </tr>
  );
}

function NoKinds({ columns }: Pick<UnderProps, 'columns'>) {
  if (columns === 0) return null;
  return (
    <td colSpan={columns} className="phase-kind">
      {NOTHING}
    </td>
  );
}

function OpeningRow({ ledger, columns }: UnderProps) {
  const { time } = useTexts();
  if (ledger.opening.minutes === 0) return null;
  return (
    <tr>
      <th scope="row">{time.opening}</th>
      <Figure days={null} />
      <NoKinds columns={columns} />
      <Figure days={ledger.opening.days} isStrong />
      <Figure days={null} />
    </tr>
  );
}

function TotalRow({ ledger, columns }: { readonly ledger: Ledger; readonly columns: readonly KindColumn[] }) {
  const { time } = useTexts();
  const totals = useMemo(() => daysByColumn(ledger, columns), [ledger, columns]);
  return (
    <tfoot>
      <tr>
        <th scope="row">{time.total}</th>
        <Figure days={ledger.granted.days} isStrong />
        {columns.map(({ id }) => (
          <Figure key={id} days={totals.get(id) ?? 0} isStrong isKind />
        ))}
        <Figure days={ledger.counted.days} isStrong />
        <Figure days={ledger.remaining.days} isStrong />
      </tr>
    </tfoot>
  );
}

type FigureProps = { readonly days: number | null; readonly isStrong?: boolean; readonly isKind?: boolean };

function Figure({ days, isStrong, isKind }: FigureProps) {
  const locale = useLocale();
  const shown = days === null ? '' : formatDayFigure(days, locale);
  return (
    <td
      className={`cell-number${isKind ? ' phase-kind' : ''}${isStrong ? ' phase-strong' : ''}${shown === '0' ? ' phase-zero' : ''}${days !== null && days < 0 && shown !== '0' ? ' phase-negative' : ''}`}
    >
      {shown}
    </td>
  );
}

function phaseNames(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  return new Map(inOrder(Object.values(accompaniment.phases)).map((phase, index) => [phase.id, `${index + 1}. ${shortTitleOf(phase)}`]));
}
