// The phases on one time scale, planned and real, with a line for today.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate, formatEnds } from '@domain/format/dates.ts';
import { type Span, type TimelineRow, timelineOf } from '@domain/overview/timeline.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Card } from '../../kit/Card.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { shortTitleOf } from '../../state/short-titles.ts';
import { addressOf } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

/** One row per phase, since phases may overlap. */
export function PhaseTimeline({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const locale = useLocale();
  const timeline = timelineOf(accompaniment, today());
  if (timeline === null) {
    return (
      <Card title={overview.phases}>
        <p className="quiet">{overview.noDates}</p>
      </Card>
    );
  }
  const label = overview.timeline(...formatEnds([timeline.startsOn, timeline.endsOn], 'long', locale));
  return (
    <section className="card timeline" aria-label={label}>
      <div className="timeline-scale" aria-hidden="true">
        <span />
        <div className="timeline-track">
          {timeline.months.map(({ on, at }) => (
            <span key={on} className="timeline-month" style={{ left: share(at) }}>
              {formatDate(on, 'month', locale).replace(/\s\d{4}$/u, '')}
            </span>
          ))}
          {timeline.today === null ? null : (
            <span className="timeline-today-word" style={{ left: share(timeline.today) }}>
              {overview.today}
            </span>
          )}
        </div>
      </div>
      <LongList
        items={timeline.rows}
        keyOf={({ phase }) => phase.id}
        height={49}
        label={overview.phases}
        classOf={({ phase }) => `timeline-row timeline-${phase.status}`}
        isOrdered
      >
        {(row) => <Row row={row} today={timeline.today} />}
      </LongList>
    </section>
  );
}

function Row({ row, today: place }: { readonly row: TimelineRow; readonly today: number | null }) {
  const { overview } = useTexts();
  const { phase } = row;
  const words = useProgress(row);
  return (
    <>
      <a
        className="timeline-name"
        href={`#${addressOf({ screen: 'frame', phaseId: phase.id })}`}
        onClick={(event) => follow(event, { screen: 'frame', phaseId: phase.id })}
      >
        <b>
          {row.number}. {shortTitleOf(phase)}
        </b>
        {phase.status === 'done' ? <Icon name="check" size={14} /> : null}
        <span className="small quiet">{words}</span>
      </a>
      <div className="timeline-track">
        {place === null ? null : <span className="timeline-today" style={{ left: share(place) }} />}
        {row.planned === null && row.real === null ? <span className="small quiet timeline-undated">{overview.undated}</span> : null}
        {row.planned === null ? null : <SpanBar span={row.planned} look="planned" />}
        {row.real === null ? null : <SpanBar span={row.real} look="real" />}
        <PeriodWords row={row} />
      </div>
    </>
  );
}

/** @returns how far a phase is: its steps, and when it begins or ends, or had to. */
function useProgress({ phase, steps }: TimelineRow): string {
  const { overview, tables } = useTexts();
  const locale = useLocale();
  const dated = (words: (date: string) => string, date: CalendarDate | null): string =>
    date === null ? '' : words(formatDate(date, 'plain', locale));
  const told = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  const done = overview.steps(steps.done, steps.all);
  const isPast = (date: CalendarDate | null): boolean => date !== null && date < today();
  switch (phase.status) {
    case 'done':
      return told([dated(overview.gatePassed, phase.endedOn) || tables.phases.choices.status.done, done]);
    case 'running':
      return told([done, dated(isPast(phase.endsOn) ? overview.hadToEndOn : overview.endsOn, phase.endsOn)]);
    case 'planned':
      return told([
        dated(isPast(phase.startsOn) ? overview.hadToBeginOn : overview.beginsOn, phase.startsOn) || tables.phases.choices.status.planned,
        steps.done === 0 ? '' : done,
      ]);
    case 'skipped':
      return tables.phases.choices.status.skipped;
  }
}

function SpanBar({ span, look }: { readonly span: Span; readonly look: 'planned' | 'real' }) {
  return <span className={`timeline-bar timeline-bar-${look}`} style={{ left: share(span.from), width: share(span.to - span.from) }} />;
}

/** The planned period and the end in words, for those who cannot see the bars. */
function PeriodWords({ row }: { readonly row: TimelineRow }) {
  const { overview } = useTexts();
  const locale = useLocale();
  const { startsOn, endsOn, status, endedOn } = row.phase;
  const words = startsOn === null || endsOn === null ? '' : overview.periodOf(...formatEnds([startsOn, endsOn], 'plain', locale));
  const gate = status === 'done' && endedOn !== null ? overview.gatePassed(formatDate(endedOn, 'plain', locale)) : '';
  return <span className="visually-hidden">{[words, gate].filter((part) => part !== '').join(', ')}</span>;
}

function share(place: number): string {
  return `${(place * 100).toFixed(2)}%`;
}
