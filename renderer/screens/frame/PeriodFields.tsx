// A start and an end. An end before the start stays in its field with a message, and counts as not saved.
import type { CalendarDate } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { useWaiting } from '../../state/drafts.ts';
import { useTexts } from '../../state/texts.ts';

type Ends = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };
type PeriodFieldsProps = { readonly labels: readonly [string, string]; readonly value: Ends; readonly onChange: (ends: Ends) => void };

export function PeriodFields({ labels, value, onChange }: PeriodFieldsProps) {
  const { start } = useTexts();
  const { typed, change, commit } = useWaiting<Ends>((ends, _, letGo) => {
    if (isReversed(ends)) return;
    letGo();
    onChange(ends);
  });
  const { from, to } = typed ?? value;
  const set = (part: Partial<Ends>): void => {
    change({ from, to, ...part });
    commit();
  };
  return (
    <div className="field-row">
      <DateField label={labels[0]} value={from} onChange={(date) => set({ from: date })} isClearable />
      <DateField
        label={labels[1]}
        value={to}
        onChange={(date) => set({ to: date })}
        error={typed !== undefined && isReversed(typed) ? start.endBeforeStart : null}
        isClearable
      />
    </div>
  );
}

function isReversed({ from, to }: Ends): boolean {
  return from !== null && to !== null && to < from;
}
