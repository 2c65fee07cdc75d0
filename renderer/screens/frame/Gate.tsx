// The gate of a phase: passed and reopened by dated acts that stay on record; it informs and closes nothing.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { run } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { useDayFromToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { accompanistOf, PersonSelect } from './PersonSelect.tsx';
import type { PhaseProps } from './PhasePanel.tsx';
import { by } from '@domain/ordering.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** The latest act in words, and the next one. */
export function Gate({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const acts = Object.values(accompaniment.gates)
    .filter((gate) => gate.phaseId === phase.id)
    .toSorted(
      by(
        ({ enteredAt }) => enteredAt,
        ({ id }) => id,
      ),
    );
  const isPassed = acts.at(-1)?.act === 'passed';
  const nameOf = (id: string | null): string => (id === null ? '' : (accompaniment.people[id]?.name ?? ''));
  return (
    <div className="gate">
      {acts.length === 0 ? <p className="small quiet">{frame.gateNote}</p> : null}
      <LongList items={acts} keyOf={({ id }) => id} height={38} classOf={() => 'small'}>
        {(act) => (
          <>
            {act.act === 'passed'
              ? frame.gatePassed(formatDate(act.on, 'long', locale), nameOf(act.byId))
              : frame.gateReopened(formatDate(act.on, 'long', locale), nameOf(act.byId), act.reason)}
            {act.act === 'passed' && act.reason !== '' ? ` ${act.reason}` : ''}
          </>
        )}
      </LongList>
      <Button onPress={() => setOpen(true)}>{isPassed ? frame.reopenGate : frame.passGate}</Button>
      <Dialog
        title={isPassed ? frame.reopenGateTitle(phase.title) : frame.passGateTitle(phase.title)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <GateForm accompaniment={accompaniment} phaseId={phase.id} isPassed={isPassed} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

type GateFormProps = {
  readonly accompaniment: Accompaniment;
  readonly phaseId: string;
  readonly isPassed: boolean;
  readonly onClose: () => void;
};

function GateForm({ accompaniment, phaseId, isPassed, onClose }: GateFormProps) {
  const { frame, time } = useTexts();
  const [reason, setReason] = useState('');
  const [on, setOn] = useDayFromToday();
  const [byId, setBy] = useState(() => accompanistOf(accompaniment));
  const [isTried, setTried] = useState(false);
  const isMissing = isPassed && reason.trim() === '';
  const submit = useSubmit(async () => {
    setTried(true);
    if (isMissing || on === null) return;
    const args = { phaseId, on, byId, reason: reason.trim() };
    const changes = await run(isPassed ? { name: 'gate.reopen', args } : { name: 'gate.pass', args });
    if (changes !== null) onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      {isPassed ? null : <p className="quiet">{frame.passGateText}</p>}
      <div className="field-row">
        <DateField label={frame.gateOn} value={on} onChange={setOn} error={isTried && on === null ? time.dateMissing : null} isLive />
        <PersonSelect label={frame.gateBy} accompaniment={accompaniment} value={byId} onChange={setBy} />
      </div>
      <TextField
        label={isPassed ? frame.reopenGateReason : frame.passGateNote}
        value={reason}
        onChange={setReason}
        error={isTried && isMissing ? frame.reopenGateReasonMissing : null}
        maxLength={2000}
        isOptional={!isPassed}
        isMultiline
        autoFocus
      />
      <DialogButtons onCancel={onClose} act={isPassed ? frame.reopenGate : frame.passGate} />
    </form>
  );
}
