// A thin bar that shows which share of a whole is done, and which is planned, always beside its figures.
import { useId } from 'react';
import './bar.css';

type BarProps = { readonly share: number; readonly planned?: number; readonly tone?: 'accent' | 'good' | 'bad' };

/** Decorative, since the figures beside it carry the meaning. `share` and `planned`, which follows it hatched, are from 0 to 1. */
export function Bar({ share, planned = 0, tone = 'accent' }: BarProps) {
  const hatch = useId();
  const done = within(share, 1);
  return (
    <svg className={`bar bar-${tone}`} aria-hidden="true" focusable="false">
      <rect width={percent(done)} height="100%" />
      {planned > 0 ? (
        <>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.8" height="5" />
          </pattern>
          <rect x={percent(done)} width={percent(within(planned, 1 - done))} height="100%" fill={`url(#${hatch})`} />
        </>
      ) : null}
    </svg>
  );
}

function within(share: number, most: number): number {
  return Math.min(most, Math.max(0, share));
}

function percent(share: number): string {
  return `${share * 100}%`;
}
