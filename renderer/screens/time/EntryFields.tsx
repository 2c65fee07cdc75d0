// The fields of a time entry, with what remains after it: the same on the screen of time and on Home.
import type { Accompaniment } from '@domain/document.ts';
import { ValueField } from '../../forms/ValueField.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { dayOf } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { type EntryDraft, type EntryReading, needsReason } from './entry-draft.ts';
import { EntryChoices } from './EntryChoices.tsx';
import { LengthField } from './LengthField.tsx';
import { RemainingAfter } from './RemainingAfter.tsx';

type EntryFieldsProps = {
  readonly accompaniment: Accompaniment;
  readonly draft: EntryDraft;
  readonly reading: EntryReading;
  /** Whether the user has tried to save; only then is a missing field reported. */
  readonly isTried: boolean;
  readonly onChange: (part: Partial<EntryDraft>) => void;
  /** Whether one begins with the length: all else is proposed. */
  readonly isLengthFirst?: boolean;
};

/** Asks for a justification when the contract does. */
export function EntryFields({ accompaniment, draft, reading, isTried, onChange, isLengthFirst = false }: EntryFieldsProps) {
  const { time } = useTexts();
  return (
    <>
      <EntryChoices accompaniment={accompaniment} draft={draft} onChange={onChange} isTried={isTried} />
      <LengthField
        draft={draft}
        length={reading.length}
        day={dayOf(reading.line)}
        isTried={isTried}
        isFirst={isLengthFirst}
        onChange={(typed) => onChange({ typed })}
      />
      <ValueField of="timeEntries.note" label={time.note} value={draft.note} onChange={(note) => onChange({ note })} />
      <Checkbox isSelected={draft.isPlanned} onChange={(isPlanned) => onChange({ isPlanned })}>
        {time.isPlanned}
      </Checkbox>
      {needsReason(reading) ? (
        <ValueField
          of="timeEntries.justification"
          label={time.justification}
          value={draft.justification}
          onChange={(justification) => onChange({ justification })}
          error={isTried && draft.justification.trim() === '' ? time.justificationMissing : null}
          isOptional={false}
          isTall
        />
      ) : null}
      <RemainingAfter accompaniment={accompaniment} draft={draft} reading={reading} />
    </>
  );
}
