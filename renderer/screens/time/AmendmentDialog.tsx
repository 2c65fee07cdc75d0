// An amendment: days added to an envelope or taken from it, at a date.
import { useState } from 'react';
import { formatDays } from '@domain/format/durations.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { minutes } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { create } from '../../state/edit.ts';
import { say } from '../../state/messages.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { useDayFromToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type AmendmentDialogProps = { readonly envelope: RecordOf<'envelopes'>; readonly onClose: () => void };

/** In force from its date on. */
export function AmendmentDialog({ envelope, onClose }: AmendmentDialogProps) {
  const { time } = useTexts();
  return (
    <Dialog title={time.addAmendment} isOpen onClose={onClose}>
      <AmendmentForm envelope={envelope} onClose={onClose} />
    </Dialog>
  );
}

function AmendmentForm({ envelope, onClose }: AmendmentDialogProps) {
  const { time, start } = useTexts();
  const locale = useLocale();
  const [on, setOn] = useDayFromToday();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const days = signedDays(typed);
  const submit = useSubmit(async () => {
    setTried(true);
    if (on === null || days === null || days === 0) return;
    const changes = await create('amendments', {
      envelopeId: envelope.id,
      on,
      reason: reason.trim(),
      minutes: minutes(Math.round(days * envelope.minutesPerDay)),
    });
    if (changes === null) return;
    say('good', time.amendmentAdded(formatDays(days, locale)));
    onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <div className="field-row">
        <DateField label={time.amendmentDate} value={on} onChange={setOn} error={isTried && on === null ? time.dateMissing : null} isLive />
        <TextField
          label={time.amendmentDays}
          value={typed}
          onChange={setTyped}
          error={isTried && (days === null || days === 0) ? start.daysUnreadable : null}
          autoFocus
        />
      </div>
      <TextField label={time.amendmentReason} value={reason} onChange={setReason} maxLength={1000} isOptional />
      <DialogButtons onCancel={onClose} act={time.addAmendment} />
    </form>
  );
}

function signedDays(typed: string): number | null {
  const isLess = /^\s*[-−–]/u.test(typed);
  const days = parseDays(typed.replace(/^\s*[-−–+]\s*/u, ''));
  if (days === null || days > MOST_DAYS) return null;
  return isLess ? -days : days;
}
