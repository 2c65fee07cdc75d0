// The state of a phase; passing over one asks why, since the method is a reservoir and its reader will wonder.
import { useState } from 'react';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { update } from '../../state/edit.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type Phase = RecordOf<'phases'>;

const STATUSES = ['planned', 'running', 'done', 'skipped'] as const;

export function PhaseStatus({ phase }: { readonly phase: Phase }) {
  const { frame, tables } = useTexts();
  const [isSkipping, setSkipping] = useState(false);
  const change = (status: Phase['status']): void => {
    if (status === 'skipped') setSkipping(true);
    else void update('phases', phase.id, { status, ...datesOf(phase, status) });
  };
  return (
    <>
      <Select
        label={frame.phaseStatus}
        options={STATUSES.map((id) => ({ id, label: tables.phases.choices.status[id] }))}
        value={phase.status}
        onChange={change}
        isInline
      />
      <Dialog title={frame.skipTitle(phase.title)} isOpen={isSkipping} onClose={() => setSkipping(false)}>
        <SkipForm phase={phase} onClose={() => setSkipping(false)} />
      </Dialog>
    </>
  );
}

/** A phase that begins or ends today says so, unless its real date is noted already. */
function datesOf(phase: Phase, status: Phase['status']): Partial<Pick<Phase, 'startedOn' | 'endedOn'>> {
  if (status === 'running') return { startedOn: phase.startedOn ?? today(), endedOn: null };
  return status === 'done' && phase.startedOn !== null ? { endedOn: phase.endedOn ?? today() } : {};
}

function SkipForm({ phase, onClose }: { readonly phase: Phase; readonly onClose: () => void }) {
  const { frame } = useTexts();
  const [reason, setReason] = useState(phase.skipReason);
  const [isTried, setTried] = useState(false);
  const submit = useSubmit(async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const changes = await update('phases', phase.id, { status: 'skipped', skipReason: reason.trim() });
    if (changes !== null) onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <TextField
        label={frame.skipReason}
        value={reason}
        onChange={setReason}
        error={isTried && reason.trim() === '' ? frame.skipReasonMissing : null}
        maxLength={1000}
        autoFocus
      />
      <DialogButtons onCancel={onClose} act={frame.skip} />
    </form>
  );
}
