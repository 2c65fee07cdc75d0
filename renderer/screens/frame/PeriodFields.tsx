// A start and an end. An end before the start stays in its field with a message, and counts as not saved.
import type { CalendarDate } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { useTexts } from '../../state/texts.ts';
import { useTyping } from '../../state/use-typing.ts';

type Ends = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };
type PeriodFieldsProps = {
  /** Where they are saved. */
  readonly place: string;
  readonly labels: readonly [string, string];
  readonly value: Ends;
  /** @returns whether they were accepted */
  readonly onChange: (ends: Ends) => Promise<boolean>;
};

export function PeriodFields({ place, labels, value, onChange }: PeriodFieldsProps) {
  const { start } = useTexts();
  const keep = (ends: Ends): boolean | Promise<boolean> => !isReversed(ends) && onChange(ends);
  const { typed, type, commit } = useTyping<Ends>({ place, label: labels[1], keep });
  const { from, to } = typed ?? value;
  const set = (part: Partial<Ends>): void => {
    type({ from, to, ...part });
    commit();
  };
  return (
    <div className="field-row">
      <DateField place={`${place}/from`} label={labels[0]} value={from} onChange={(date) => set({ from: date })} isClearable />
      <DateField
        place={`${place}/to`}
        label={labels[1]}
        value={to}
        onChange={(date) => set({ to: date })}
        near={from}
        error={typed !== undefined && isReversed(typed) ? start.endBeforeStart : null}
        isClearable
      />
    </div>
  );
}

function isReversed({ from, to }: Ends): boolean {
  return from !== null && to !== null && to < from;
}
