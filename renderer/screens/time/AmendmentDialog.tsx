// An amendment: days added to an envelope or taken from it, from a given date on.
import { formatDays } from '@domain/format/durations.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { minutesPerDay } from '@domain/units.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { say } from '../../state/messages.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

type AmendmentDialogProps = { readonly envelope: RecordOf<'envelopes'>; readonly onClose: () => void };

export function AmendmentDialog({ envelope, onClose }: AmendmentDialogProps) {
  const { time } = useTexts();
  return (
    <Dialog title={time.addAmendment} isOpen onClose={onClose}>
      <AmendmentForm envelope={envelope} onClose={onClose} />
    </Dialog>
  );
}

function AmendmentForm({ envelope, onClose }: AmendmentDialogProps) {
  const { time, shell } = useTexts();
  const locale = useLocale();
  const perDay = minutesPerDay(envelope.minutesPerDay);
  const form = useRecordForm('amendments', null, {
    start: { envelopeId: envelope.id, on: today() },
    problems: ({ minutes }) => ({ minutes: minutes === 0 ? shell.missing.minutes : null }),
    onKept: (_, { minutes }) => {
      say('good', time.amendmentAdded(formatDays(Number(minutes) / perDay, locale)));
      onClose();
    },
  });
  return (
    <RecordForm form={form} act={time.addAmendment} onCancel={onClose}>
      <div className="field-row">
        <Field of="amendments.on" label={time.amendmentDate} />
        <Field of="amendments.minutes" label={time.amendmentDays} perDay={perDay} autoFocus />
      </div>
      <Field of="amendments.reason" label={time.amendmentReason} />
    </RecordForm>
  );
}
