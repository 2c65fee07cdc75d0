// A start and an end. An end before the start stays in its field with a message, and counts as not saved.
import type { CalendarDate } from '@domain/units.ts';
import { TypedDate, useTypedDate } from '../../kit/DateField.tsx';
import { type Ends, useEnds, usePair } from '../../kit/use-pair.ts';
import { useTexts } from '../../state/texts.ts';

type PeriodFieldsProps = {
  /** Where they are saved. */
  readonly place: string;
  readonly labels: readonly [string, string];
  readonly value: Ends<CalendarDate>;
  /** @returns whether they were accepted */
  readonly onChange: (ends: Ends<CalendarDate>) => Promise<boolean>;
};

export function PeriodFields({ place, labels, value, onChange }: PeriodFieldsProps) {
  const { start } = useTexts();
  const pair = usePair<CalendarDate>({ value, onChange, isReversed: isBefore });
  const { take } = pair;
  const first = {
    place: `${place}/from`,
    label: labels[0],
    value: value.from,
    onChange: (from: CalendarDate | null) => take('from', { from }),
    isClearable: true,
  };
  const from = useTypedDate(first);
  const last = {
    place: `${place}/to`,
    label: labels[1],
    value: value.to,
    near: from.read,
    onChange: (to: CalendarDate | null) => take('to', { to }),
    isClearable: true,
  };
  const to = useTypedDate(last);
  const isReversed = useEnds(pair, { from, to }, isBefore);
  return (
    <div className="field-row">
      <TypedDate {...first} typed={from} />
      <TypedDate {...last} typed={to} error={isReversed ? start.endBeforeStart : null} />
    </div>
  );
}

/** A period may be a single day. */
function isBefore(from: CalendarDate, to: CalendarDate): boolean {
  return to < from;
}
