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

type AmendmentDialogProps = {
  readonly envelope: RecordOf<'envelopes'>;
  /** `null`: a new one. */
  readonly amendment: RecordOf<'amendments'> | null;
  readonly onClose: () => void;
};

/** Adds an amendment, or changes the given one. */
export function AmendmentDialog(props: AmendmentDialogProps) {
  const { time } = useTexts();
  return (
    <Dialog title={props.amendment === null ? time.addAmendment : time.amendmentEditTitle} isOpen onClose={props.onClose}>
      <AmendmentForm {...props} />
    </Dialog>
  );
}

function AmendmentForm({ envelope, amendment, onClose }: AmendmentDialogProps) {
  const { time, shell } = useTexts();
  const locale = useLocale();
  const perDay = minutesPerDay(envelope.minutesPerDay);
  const form = useRecordForm('amendments', amendment, {
    start: { envelopeId: envelope.id, on: today() },
    problems: ({ minutes }) => ({ minutes: minutes === 0 ? shell.missing.minutes : null }),
    onKept: (changes, { minutes }) => {
      const days = formatDays(Number(minutes) / perDay, locale);
      if (amendment === null) say('good', time.amendmentAdded(days));
      else if (changes.length > 0) say('good', time.amendmentChanged(days));
      onClose();
    },
  });
  return (
    <RecordForm form={form} act={amendment === null ? time.addAmendment : time.amendmentSave} onCancel={onClose}>
      <div className="field-row">
        <Field of="amendments.on" label={time.amendmentDate} />
        <Field of="amendments.minutes" label={time.amendmentDays} hint={time.amendmentHint} perDay={perDay} autoFocus />
      </div>
      <Field of="amendments.reason" label={time.amendmentReason} />
    </RecordForm>
  );
}
