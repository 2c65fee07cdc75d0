// The envelope of days: who pays for how many, and what happens when they are exceeded.
import { useState } from 'react';
import type { RecordOf } from '@domain/tables/tables.ts';
import { parseDayLength } from '@domain/time/parse-days.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale, windowStore } from '../../state/window-state.ts';
import { daysWithin, readDays, type TypedDays, typedDays } from './envelope-form.ts';

type EnvelopeDialogProps = { readonly envelope: RecordOf<'envelopes'> | null; readonly onClose: () => void };

/** Adds an envelope, or changes the given one. */
export function EnvelopeDialog({ envelope, onClose }: EnvelopeDialogProps) {
  const { time } = useTexts();
  return (
    <Dialog title={time.envelopeTitle} isOpen onClose={onClose}>
      <EnvelopeForm envelope={envelope} onClose={onClose} />
    </Dialog>
  );
}

/** Days count by the length of a day that is typed beside them: both are read together, and sent with the other fields. */
function EnvelopeForm({ envelope, onClose }: EnvelopeDialogProps) {
  const { time, start, shell } = useTexts();
  const locale = useLocale();
  const [first] = useState(() => typedDays(envelope, windowStore.get().profile?.minutesPerDay, locale));
  const [days, setDays] = useState(first);
  const set = (part: Partial<TypedDays>): void => setDays({ ...days, ...part });
  const length = parseDayLength(days.day);
  const form = useRecordForm('envelopes', envelope, {
    more: () => (length === null ? null : readDays(days, length, { first, envelope })),
    onKept: onClose,
  });
  const wrongDays = (typed: string): string | null => (form.isTried && daysWithin(typed) === null ? shell.missing.minutes : null);
  return (
    <RecordForm form={form} act={time.saveEnvelope} onCancel={onClose}>
      <Field of="envelopes.funder" missing={time.funderMissing} autoFocus />
      <Field of="envelopes.contract" />
      <div className="field-row">
        <Field of="envelopes.startsOn" />
        <Field of="envelopes.endsOn" />
      </div>
      <div className="field-row">
        <TextField
          label={time.grantedDays}
          value={days.granted}
          onChange={(granted) => set({ granted })}
          hint={start.daysHint}
          error={wrongDays(days.granted)}
        />
        <TextField
          label={time.dayLength}
          value={days.day}
          onChange={(day) => set({ day })}
          error={form.isTried && length === null ? start.dayLengthUnreadable : null}
        />
      </div>
      <TextField
        label={time.openingDays}
        value={days.opening}
        onChange={(opening) => set({ opening })}
        error={wrongDays(days.opening)}
        isOptional
      />
      <Field of="envelopes.overrun" label={time.overrunRule} />
    </RecordForm>
  );
}
