// The state of a phase. Skipping one asks why: the method is a stock to draw from, and a reader of the file will wonder.
import { useState } from 'react';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Field } from '../../forms/Field.tsx';
import { InlineField } from '../../forms/InlineField.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';

type Phase = RecordOf<'phases'>;

export function PhaseStatus({ phase }: { readonly phase: Phase }) {
  const { frame } = useTexts();
  const [isSkipping, setSkipping] = useState(false);
  const change = (status: Phase['status']): void => {
    if (status === 'skipped') setSkipping(true);
    else void update('phases', phase.id, { status, ...datesOf(phase, status) });
  };
  return (
    <>
      <InlineField of="phases.status" record={phase} label={frame.phaseStatus} keep={change} isInline />
      <Dialog title={frame.skipTitle(phase.title)} isOpen={isSkipping} onClose={() => setSkipping(false)}>
        <SkipForm phase={phase} onClose={() => setSkipping(false)} />
      </Dialog>
    </>
  );
}

/** @returns today as the real start or end of a phase that begins or ends, unless that date is noted already */
function datesOf(phase: Phase, status: Phase['status']): Partial<Pick<Phase, 'startedOn' | 'endedOn'>> {
  if (status === 'running') return { startedOn: phase.startedOn ?? today(), endedOn: null };
  return status === 'done' && phase.startedOn !== null ? { endedOn: phase.endedOn ?? today() } : {};
}

function SkipForm({ phase, onClose }: { readonly phase: Phase; readonly onClose: () => void }) {
  const { frame } = useTexts();
  const form = useRecordForm('phases', phase, {
    problems: ({ skipReason }) => ({ skipReason: skipReason.trim() === '' ? frame.skipReasonMissing : null }),
    more: () => ({ status: 'skipped' }),
    onKept: onClose,
  });
  return (
    <RecordForm form={form} act={frame.skip} onCancel={onClose}>
      <Field of="phases.skipReason" label={frame.skipReason} isOptional={false} autoFocus />
    </RecordForm>
  );
}
