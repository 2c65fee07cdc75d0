// The phases on one time scale, planned and real, with a line for today.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { type Span, type TimelineRow, timelineOf } from '@domain/overview/timeline.ts';
import { Card } from '../../kit/Card.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { shortTitleOf } from '../../state/methods.ts';
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
  const label = overview.timeline(formatDate(timeline.startsOn, 'plain', locale), formatDate(timeline.endsOn, 'long', locale));
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
  const { overview, tables } = useTexts();
  const { phase, steps } = row;
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
        <span className="small quiet">
          {[tables.phases.choices.status[phase.status], overview.steps(steps.done, steps.all)].filter((part) => part !== '').join(' · ')}
        </span>
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

function SpanBar({ span, look }: { readonly span: Span; readonly look: 'planned' | 'real' }) {
  return <span className={`timeline-bar timeline-bar-${look}`} style={{ left: share(span.from), width: share(span.to - span.from) }} />;
}

/** The planned period and the end in words, for those who cannot see the bars. */
function PeriodWords({ row }: { readonly row: TimelineRow }) {
  const { overview } = useTexts();
  const locale = useLocale();
  const { startsOn, endsOn, status, endedOn } = row.phase;
  const words =
    startsOn === null || endsOn === null
      ? ''
      : overview.periodOf(formatDate(startsOn, 'plain', locale), formatDate(endsOn, 'plain', locale));
  const gate = status === 'done' && endedOn !== null ? overview.gatePassed(formatDate(endedOn, 'plain', locale)) : '';
  return <span className="visually-hidden">{[words, gate].filter((part) => part !== '').join(', ')}</span>;
}

function share(place: number): string {
  return `${(place * 100).toFixed(2)}%`;
}
