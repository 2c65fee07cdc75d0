// The days that are left as a large figure with its words; once they are overrun, by how much.
import type { ReactNode } from 'react';
import { formatDayFigure, formatDays } from '@domain/format/durations.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type DaysLeftProps = {
  /** In days of the contract. */
  readonly remaining: number;
  readonly granted: number;
  readonly children?: ReactNode;
};

/** What is left of nothing and less is no rest: the figure never has a sign. */
export function DaysLeft({ remaining, granted, children }: DaysLeftProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const isOver = formatDayFigure(Math.min(0, remaining), locale) !== formatDayFigure(0, locale); // as far as it is shown
  const figure = <b className="figure">{formatDays(Math.abs(remaining), locale)}</b>;
  const outOf = formatDayFigure(granted, locale);
  if (isOver)
    return (
      <>
        <span className="quiet">{time.overBy}</span> {figure}{' '}
        <span className="quiet number">
          {time.overOutOf(outOf)}
          {children}
        </span>
      </>
    );
  return (
    <>
      {figure}{' '}
      <span className="quiet number">
        {time.remainingOutOf(remaining, outOf)}
        {children}
      </span>
    </>
  );
}
