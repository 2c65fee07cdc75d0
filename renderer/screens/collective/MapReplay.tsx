// The slider that takes the map back in time: a mark at each day on which something moved.
import type { KeyboardEvent } from 'react';
import { firstOf } from '@domain/first-of.ts';
import { formatDate } from '@domain/format/dates.ts';
import { addDays, daysBetween } from '@domain/time/calendar.ts';
import type { CalendarDate } from '@domain/units.ts';
import { keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { shortNameOf, type ViewProps } from './collective-view.ts';
import { nearDate } from './near-date.ts';

type MapReplayProps = ViewProps & {
  readonly days: readonly CalendarDate[];
  readonly day: CalendarDate;
  readonly onDay: (day: CalendarDate) => void;
};

/** Dragging goes day by day, arrow keys go from one move to the next, End returns to today. */
export function MapReplay({ view, days, day, onDay }: MapReplayProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const [first] = days;
  if (first === undefined) return null;
  const span = daysBetween(first, view.today);
  const isToday = day === view.today;
  const said = isToday ? texts.today : formatDate(day, 'long', locale);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stopAfter([...days, view.today], day, keyOf(event));
    if (next === null) return;
    event.preventDefault();
    onDay(next);
  };
  return (
    <div className="replay">
      <span className="small quiet number">{nearDate(first, view.today, locale)}</span>
      <span className="replay-track">
        {marksOf(days.map((one) => daysBetween(first, one) / span)).map((share) => (
          <span key={share} className="replay-mark" aria-hidden="true" style={{ left: `calc(8px + (100% - 16px) * ${share})` }} />
        ))}
        <input
          type="range"
          className="replay-slider"
          aria-label={texts.replay}
          aria-valuetext={said}
          min={0}
          max={span}
          value={daysBetween(first, day)}
          onChange={(event) => onDay(addDays(first, Number(event.target.value)))}
          onKeyDown={onKeyDown}
        />
      </span>
      <b className="small number replay-day">{isToday ? texts.today : nearDate(day, view.today, locale)}</b>
      <p className="small quiet replay-moves" role="status">
        <MovesOn view={view} day={day} />
      </p>
    </div>
  );
}

function MovesOn({ view, day }: ViewProps & { readonly day: CalendarDate }) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const { circleMoves, organisations } = view.accompaniment;
  const moves = day === view.today ? [] : Object.values(circleMoves).filter(({ on }) => on === day);
  const { shown, others } = firstOf(moves, MOST_NAMED);
  const names = shown.flatMap(({ organisationId, circle }) => {
    const organisation = organisations[organisationId];
    return organisation === undefined ? [] : [texts.placedIn(shortNameOf(organisation), texts.inCircle[circle])];
  });
  const more = others > 0 ? `… + ${others}` : '';
  return names.length === 0 ? null : `${texts.movesOf(nearDate(day, view.today, locale), names.join('\u202f; '))}${more}`;
}

const MOST_NAMED = 4;

/** Least distance between two marks, as a share of the track: closer ones would run together. */
const LEAST_GAP = 0.012;

/** @returns the marks that can be told apart, from left to right. */
function marksOf(shares: readonly number[]): readonly number[] {
  return shares.reduce<readonly number[]>((marks, share) => (share - (marks.at(-1) ?? -1) < LEAST_GAP ? marks : [...marks, share]), []);
}

/** @returns the day that an arrow key leads to; `null` when the key is left to the slider itself */
function stopAfter(stops: readonly CalendarDate[], day: CalendarDate, key: string): CalendarDate | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return stops.find((stop) => stop > day) ?? null;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return stops.findLast((stop) => stop < day) ?? null;
  return null;
}
