// The length of an entry as people type it, and how it is read; if it can be read in two ways, asks which one is meant.
import { useState } from 'react';
import type { DurationFailure } from '@domain/failures.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { Result } from '@domain/result.ts';
import { type Minutes, minutes, type MinutesPerDay } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { EntryDraft } from './entry-draft.ts';

type LengthFieldProps = {
  readonly draft: EntryDraft;
  readonly length: Result<Minutes, DurationFailure>;
  readonly day: MinutesPerDay;
  readonly isTried: boolean;
  readonly isFirst: boolean;
  readonly onChange: (typed: string) => void;
};

/** A line of text, three usual lengths, and a question if the text is ambiguous. */
export function LengthField({ draft, length, day, isTried, isFirst, onChange }: LengthFieldProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const [isLeft, setLeft] = useState(false);
  const failure = length.ok ? null : length.failure;
  const isAsked = failure?.code === 'duration-ambiguous';
  const isShown = isTried || (isLeft && draft.typed.trim() !== '');
  return (
    <>
      <TextField
        label={time.length}
        value={draft.typed}
        onChange={(typed) => {
          setLeft(false);
          onChange(typed);
        }}
        onBlur={() => setLeft(true)}
        autoFocus={isFirst}
        hint={time.lengthHint}
        reading={length.ok ? otherReading(draft.typed, { length: length.value, day, locale }) : ''}
        error={failure !== null && !isAsked && isShown ? failureSentence(failure) : null}
      />
      {failure?.code === 'duration-ambiguous' ? <Question typed={draft.typed} failure={failure} day={day} onChange={onChange} /> : null}
      <div className="length-buttons">
        {USUAL.map(({ id, share }) => (
          <Button
            key={id}
            label={time[`${id}Name`]}
            isPressed={length.ok && length.value === Math.round(day * share)}
            onPress={() => onChange(formatDays(share, locale))}
          >
            {time[id]}
          </Button>
        ))}
      </div>
    </>
  );
}

const USUAL = [
  { id: 'quarter', share: 0.25 },
  { id: 'half', share: 0.5 },
  { id: 'whole', share: 1 },
] as const;

type QuestionProps = {
  readonly typed: string;
  readonly failure: Extract<DurationFailure, { readonly code: 'duration-ambiguous' }>;
  readonly day: MinutesPerDay;
  readonly onChange: (typed: string) => void;
};

function Question({ typed, failure, day, onChange }: QuestionProps) {
  const { time } = useTexts();
  const locale = useLocale();
  return (
    <Notice tone="warn" isAnnounced>
      {time.ambiguous(typed)}
      <span className="length-readings">
        {failure.readings.map((reading) => {
          const words = reading.as === 'days' ? formatDays(reading.minutes / day, locale) : formatHours(minutes(reading.minutes), locale);
          return (
            <Button key={reading.as} onPress={() => onChange(words)} label={time.readAs(words)}>
              {words}
            </Button>
          );
        })}
      </span>
    </Notice>
  );
}

type Told = { readonly length: Minutes; readonly day: MinutesPerDay; readonly locale: 'fr' | 'en' };

/** @returns the length in the other unit: in days if hours were typed, in hours if days were */
function otherReading(typed: string, { length, day, locale }: Told): string {
  const isDays = /[jd]|½|¼|¾/iu.test(typed);
  return isDays ? formatHours(length, locale) : formatDays(length / day, locale);
}
