// The days of an accompaniment as one bar: what is done, and hatched what is planned.
import type { Ledger } from '@domain/ledger/ledger.ts';
import { Bar } from '../../kit/Bar.tsx';

/** Red where more is done than was granted. */
export function LedgerBar({ ledger: { granted, counted, planned, remaining } }: { readonly ledger: Ledger }) {
  const shareOf = (days: number): number => (granted.days === 0 ? 1 : days / granted.days);
  return (
    <Bar
      share={shareOf(counted.days)}
      planned={planned.days > 0 ? shareOf(planned.days) : 0}
      tone={remaining.days < 0 ? 'bad' : 'accent'}
    />
  );
}
