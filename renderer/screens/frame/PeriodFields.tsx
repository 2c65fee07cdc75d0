// A start and an end; an end before its start stays in its field with its message, and goes no further.
import { useState } from 'react';
import type { CalendarDate } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { useTexts } from '../../state/texts.ts';

type Ends = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };
type PeriodFieldsProps = { readonly labels: readonly [string, string]; readonly value: Ends; readonly onChange: (ends: Ends) => void };

export function PeriodFields({ labels, value, onChange }: PeriodFieldsProps) {
  const { start } = useTexts();
  const [wrong, setWrong] = useState<Ends | null>(null);
  const shown = wrong ?? value;
  const set = (change: Partial<Ends>): void => {
    const next = { ...shown, ...change };
    const isReversed = next.from !== null && next.to !== null && next.to < next.from;
    setWrong(isReversed ? next : null);
    if (!isReversed) onChange(next);
  };
  return (
    <div className="field-row">
      <DateField label={labels[0]} value={shown.from} onChange={(from) => set({ from })} isClearable />
      <DateField label={labels[1]} value={shown.to} onChange={(to) => set({ to })} error={wrong === null ? null : start.endBeforeStart} isClearable />
    </div>
  );
}
