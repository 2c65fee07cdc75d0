// One kind of work around the session: its usual length, which one press adds, or another one that is typed.
import { useEffect, useRef } from 'react';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { DurationFailure } from '@domain/failures.ts';
import type { Result } from '@domain/result.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { Minutes, MinutesPerDay } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { TypedField } from '../../kit/TypedField.tsx';
import { useTypedValue } from '../../kit/use-typed-value.ts';
import { useKindName } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type TimeRowProps = {
  readonly place: string;
  readonly kind: RecordOf<'kinds'>;
  /** What is proposed; `null` if there is no habit yet. */
  readonly usual: Minutes | null;
  readonly day: MinutesPerDay;
  readonly read: (typed: string) => Result<Minutes, DurationFailure>;
  /** It has been asked for, and takes the focus. */
  readonly isAsked?: boolean;
  /** @returns whether it was added */
  readonly add: (length: Minutes) => Promise<boolean>;
};

/** Enter and leaving the field add what was typed; the button adds what stands there. */
export function TimeRow({ place, kind, usual, day, read, add, isAsked = false }: TimeRowProps) {
  const { session: texts, shell } = useTexts();
  const locale = useLocale();
  const name = useKindName()(kind);
  const onChange = async (length: Minutes | null): Promise<boolean> => length === null || add(length);
  const write = (length: Minutes): string => formatHours(length, locale);
  const typed = useTypedValue({ label: name, place, value: usual, onChange, read, write, mayBeEmpty: true });
  const length = typed.read;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) box.current?.querySelector('input')?.select();
  }, [isAsked]);
  return (
    <div ref={box} className="time-row">
      <TypedField
        label={name}
        typed={typed}
        placeholder={texts.timePlaceholder}
        reading={length === null ? '' : formatDays(length / day, locale)}
        onArrow={() => undefined}
        isOfFile
      />
      <Button label={`${shell.add} (${name})`} isDisabled={length === null} onPress={() => void (length === null ? null : add(length))}>
        {shell.add}
      </Button>
    </div>
  );
}
