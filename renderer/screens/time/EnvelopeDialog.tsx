// The envelope of days: who pays for how many, and what happens when they are exceeded.
import { useState } from 'react';
import type { RecordOf } from '@domain/tables/tables.ts';
import { parseDayLength } from '@domain/time/parse-days.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { create, update } from '../../state/edit.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, windowStore } from '../../state/window-state.ts';
import { daysWithin, readEnvelope, typedEnvelope } from './envelope-form.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

const OVERRUNS = ['warn', 'justify', 'refuse'] as const;

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

function EnvelopeForm({ envelope, onClose }: EnvelopeDialogProps) {
  const { time, start, tables } = useTexts();
  const locale = useLocale();
  const [first] = useState(() => typedEnvelope(envelope, windowStore.get().profile?.minutesPerDay, locale));
  const [form, setForm] = useState(first);
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const length = parseDayLength(form.day);
  const fields = length === null ? null : readEnvelope(form, length, { first, envelope });
  const submit = useSubmit(async () => {
    setTried(true);
    if (fields === null || form.funder.trim() === '') return;
    const changes = await (envelope === null ? create('envelopes', fields) : update('envelopes', envelope.id, fields));
    if (changes !== null) onClose();
  });
  const wrongDays = (typed: string): string | null => (isTried && typed !== '' && daysWithin(typed) === null ? start.daysUnreadable : null);
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <TextField
        label={time.funder}
        value={form.funder}
        onChange={(funder) => set({ funder })}
        error={isTried && form.funder.trim() === '' ? time.funderMissing : null}
        maxLength={300}
        autoFocus
      />
      <TextField label={time.contract} value={form.contract} onChange={(contract) => set({ contract })} maxLength={120} isOptional />
      <div className="field-row">
        <TextField
          label={time.grantedDays}
          value={form.granted}
          onChange={(granted) => set({ granted })}
          hint={start.daysHint}
          error={wrongDays(form.granted)}
        />
        <TextField
          label={time.dayLength}
          value={form.day}
          onChange={(value) => set({ day: value })}
          error={isTried && length === null ? start.dayLengthUnreadable : null}
        />
      </div>
      <TextField
        label={time.openingDays}
        value={form.opening}
        onChange={(opening) => set({ opening })}
        error={wrongDays(form.opening)}
        isOptional
      />
      <Select
        label={time.overrunRule}
        options={OVERRUNS.map((id) => ({ id, label: tables.envelopes.choices.overrun[id] }))}
        value={form.overrun}
        onChange={(overrun) => set({ overrun })}
      />
      <DialogButtons onCancel={onClose} act={time.saveEnvelope} />
    </form>
  );
}
