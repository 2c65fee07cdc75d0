// Days by phase and kind of work, all from the one ledger.
import type { Accompaniment } from '@domain/document.ts';
import { formatDayFigure } from '@domain/format/durations.ts';
import type { Ledger, PhaseLine } from '@domain/ledger/ledger.ts';
import { kindsOf, useKindName } from '../../state/days.ts';
import { shortTitleOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

/** What an empty cell holds. */
const NOTHING = '\u00a0';

type PhaseTableProps = { readonly accompaniment: Accompaniment; readonly ledger: Ledger };

/** One line per phase; kinds of work that were never done take no column. */
export function PhaseTable({ accompaniment, ledger }: PhaseTableProps) {
  const { time } = useTexts();
  const kindName = useKindName();
  if (ledger.phases.length === 0) return null;
  const kinds = kindsOf(accompaniment).filter((kind) => ledger.phases.some((line) => (line.byKind.get(kind.id)?.minutes ?? 0) !== 0));
  const names = phaseNames(accompaniment, time.noPhase);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, and the keyboard must reach it
    <section className="card phase-card" aria-label={time.byPhase} tabIndex={0}>
      <table className="phase-table">
        <caption className="visually-hidden">
          {time.byPhase}, {time.unitNote}
        </caption>
        <thead>
          <tr>
            <th scope="col">{time.columnPhase}</th>
            <th scope="col">{time.columnAllocated}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind.id} className="phase-kind">
                {kindName(kind)}
              </th>
            ))}
            <th scope="col">{time.columnDone}</th>
            <th scope="col">{time.columnRemaining}</th>
          </tr>
        </thead>
        <tbody>
          {ledger.phases.map((line) => (
            <PhaseRow key={line.phaseId ?? ''} line={line} name={names(line.phaseId)} kindIds={kinds.map((kind) => kind.id)} />
          ))}
          <OpeningRow ledger={ledger} columns={kinds.length} />
        </tbody>
        <TotalRow ledger={ledger} kindIds={kinds.map((kind) => kind.id)} />
      </table>
      <p className="small quiet phase-note">{time.unitNote}</p>
    </section>
  );
}

type PhaseRowProps = { readonly line: PhaseLine; readonly name: string; readonly kindIds: readonly string[] };

function PhaseRow({ line, name, kindIds }: PhaseRowProps) {
  const remaining = line.allocated.days - line.counted.days;
  const hasShare = line.allocated.minutes > 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figure days={hasShare ? line.allocated.days : null} />
      {kindIds.map((id) => (
        <Figure key={id} days={line.byKind.get(id)?.days ?? 0} isKind />
      ))}
      <Figure days={line.counted.days} isStrong />
      <Figure days={hasShare ? remaining : null} isStrong />
    </tr>
  );
}

function OpeningRow({ ledger, columns }: { readonly ledger: Ledger; readonly columns: number }) {
  const { time } = useTexts();
  if (ledger.opening.minutes === 0) return null;
  return (
    <tr>
      <th scope="row">{time.opening}</th>
      <Figure days={null} />
      {columns === 0 ? null : (
        <td colSpan={columns} className="phase-kind">
          {NOTHING}
        </td>
      )}
      <Figure days={ledger.opening.days} isStrong />
      <Figure days={null} />
    </tr>
  );
}

function TotalRow({ ledger, kindIds }: { readonly ledger: Ledger; readonly kindIds: readonly string[] }) {
  const { time } = useTexts();
  const sumOf = (id: string): number => ledger.phases.reduce((sum, line) => sum + (line.byKind.get(id)?.days ?? 0), 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">{time.total}</th>
        <Figure days={ledger.granted.days} isStrong />
        {kindIds.map((id) => (
          <Figure key={id} days={sumOf(id)} isStrong isKind />
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

function phaseNames(accompaniment: Accompaniment, none: string): (id: string | null) => string {
  const phases = Object.values(accompaniment.phases).toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return (id) => {
    const position = phases.findIndex((phase) => phase.id === id);
    const phase = phases[position];
    return phase === undefined ? none : `${position + 1}. ${shortTitleOf(phase)}`;
  };
}
