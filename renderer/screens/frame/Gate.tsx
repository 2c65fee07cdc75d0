// The gate of a phase: passed and reopened by dated acts that stay on record. It informs, but blocks nothing.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { accompanistOf } from './accompanist.ts';
import type { PhaseProps } from './PhasePanel.tsx';
import { by } from '@domain/ordering.ts';

/** Passes the gate, or reopens one that was passed. It is the main action of a phase only once that phase has begun. */
export function GateButton({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const isPassed = actsOf(accompaniment, phase.id).at(-1)?.act === 'passed';
  return (
    <>
      {isPassed ? (
        <Button onPress={() => setOpen(true)}>{frame.reopenGate}</Button>
      ) : (
        <Button kind={phase.status === 'running' || phase.status === 'done' ? 'main' : 'plain'} icon="check" onPress={() => setOpen(true)}>
          {frame.passGate}
        </Button>
      )}
      <Dialog
        title={isPassed ? frame.reopenGateTitle(phase.title) : frame.passGateTitle(phase.title)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <GateForm accompaniment={accompaniment} phaseId={phase.id} isPassed={isPassed} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** The acts so far in words. */
export function GateTrace({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const locale = useLocale();
  const acts = actsOf(accompaniment, phase.id);
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
    </div>
  );
}

/** In the order in which they were entered. */
function actsOf({ gates }: Accompaniment, phaseId: string): readonly RecordOf<'gates'>[] {
  return Object.values(gates)
    .filter((gate) => gate.phaseId === phaseId)
    .toSorted(
      by(
        ({ enteredAt }) => enteredAt,
        ({ id }) => id,
      ),
    );
}

type GateFormProps = {
  readonly accompaniment: Accompaniment;
  readonly phaseId: string;
  readonly isPassed: boolean;
  readonly onClose: () => void;
};

function GateForm({ accompaniment, phaseId, isPassed, onClose }: GateFormProps) {
  const { frame } = useTexts();
  const form = useRecordForm('gates', null, {
    start: { phaseId, on: today(), byId: accompanistOf(accompaniment) },
    problems: ({ reason }) => ({ reason: isPassed && reason.trim() === '' ? frame.reopenGateReasonMissing : null }),
    command: ({ on, byId, reason }) => {
      const args = { phaseId, on, byId, reason };
      return isPassed ? { name: 'gate.reopen', args } : { name: 'gate.pass', args };
    },
    onKept: onClose,
  });
  return (
    <RecordForm form={form} act={isPassed ? frame.reopenGate : frame.passGate} onCancel={onClose}>
      {isPassed ? null : <UnmetCriteria accompaniment={accompaniment} phaseId={phaseId} />}
      {isPassed ? null : <p className="quiet">{frame.passGateText}</p>}
      <div className="field-row">
        <Field of="gates.on" />
        <Field of="gates.byId" label={frame.gateBy} />
      </div>
      <Field of="gates.reason" label={isPassed ? undefined : frame.passGateNote} isOptional={!isPassed} isTall autoFocus />
    </RecordForm>
  );
}

/** Said, and no obstacle: a gate informs. */
function UnmetCriteria({ accompaniment, phaseId }: Pick<GateFormProps, 'accompaniment' | 'phaseId'>) {
  const { frame } = useTexts();
  const criteria = Object.values(accompaniment.criteria).filter((one) => one.phaseId === phaseId);
  const unmet = criteria.filter(({ metOn }) => metOn === null).length;
  return unmet === 0 ? null : <Notice tone="warn">{frame.criteriaUnmet(unmet, criteria.length)}</Notice>;
}
