// The gate of a phase: passed and reopened by dated acts that stay on record; it informs and closes nothing.
import { type FormEvent, useState } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { run } from '../../state/project.ts';
import { useTexts } from '../../state/texts.ts';
import { today, useLocale } from '../../state/window-state.ts';
import type { PhaseProps } from './PhasePanel.tsx';

/** The latest act in words, and the next one. */
export function Gate({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const acts = Object.values(accompaniment.gates)
    .filter((gate) => gate.phaseId === phase.id)
    .toSorted((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
  const isPassed = acts.at(-1)?.act === 'passed';
  return (
    <div className="gate">
      {acts.length === 0 ? <p className="small quiet">{frame.gateNote}</p> : null}
      <ul>
        {acts.map((act) => (
          <li key={act.id} className="small">
            {act.act === 'passed'
              ? frame.gatePassed(formatDate(act.on, 'long', locale))
              : frame.gateReopened(formatDate(act.on, 'long', locale), act.reason)}
          </li>
        ))}
      </ul>
      <Button onPress={() => setOpen(true)}>{isPassed ? frame.reopenGate : frame.passGate}</Button>
      <Dialog title={isPassed ? frame.reopenGateTitle(phase.title) : frame.passGateTitle(phase.title)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <GateForm phaseId={phase.id} isPassed={isPassed} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function GateForm({ phaseId, isPassed, onClose }: { readonly phaseId: string; readonly isPassed: boolean; readonly onClose: () => void }) {
  const { frame, shell } = useTexts();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = isPassed && reason.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const args = { phaseId, on: today(), byId: null, reason: reason.trim() };
    const changes = await run(isPassed ? { name: 'gate.reopen', args } : { name: 'gate.pass', args });
    if (changes !== null) onClose();
  };
  return (
    <form className="field-stack" onSubmit={(event) => void submit(event)} noValidate>
      {isPassed ? null : <p className="quiet">{frame.passGateText}</p>}
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
      <div className="dialog-buttons">
        <Button onPress={onClose}>{shell.cancel}</Button>
        <Button kind="main" type="submit">
          {isPassed ? frame.reopenGate : frame.passGate}
        </Button>
      </div>
    </form>
  );
}
