// A thin bar that shows which share of a whole is done, always beside its figures.
import './bar.css';

type BarProps = { readonly share: number; readonly tone?: 'accent' | 'good' | 'bad' };

/** Decorative, since the figures beside it carry the meaning. `share` is from 0 to 1. */
export function Bar({ share, tone = 'accent' }: BarProps) {
  const width = Math.min(100, Math.max(0, share * 100));
  return (
    <svg className={`bar bar-${tone}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width={width} height="1" />
    </svg>
  );
}
