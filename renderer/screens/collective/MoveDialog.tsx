// A move from one circle to another: where, when and why; a new one, or one to correct.
import { useState } from 'react';
import type { Command } from '@domain/commands/command.ts';
import type { Circle, Move } from '@domain/collective/circles.ts';
import { TABLES } from '@domain/tables/tables.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { say } from '../../state/messages.ts';
import { attempt } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useDayFromToday } from '../../state/today.ts';
import { type Organisation, shortNameOf } from './collective-view.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type MoveDialogProps = {
  readonly organisation: Organisation;
  /** The move to correct; a new one without it. */
  readonly move: Move | null;
  readonly circle: Circle;
  readonly onClose: () => void;
};

/** What the machine refuses is said in the form, which keeps what was typed. */
export function MoveDialog(props: MoveDialogProps) {
  const { collective: texts } = useTexts();
  const name = shortNameOf(props.organisation);
  return (
    <Dialog title={props.move === null ? texts.moveTitle(name) : texts.moveEditTitle(name)} isOpen onClose={props.onClose}>
      <MoveForm {...props} />
    </Dialog>
  );
}

function MoveForm({ organisation, move, circle: first, onClose }: MoveDialogProps) {
  const { collective: texts } = useTexts();
  const [circle, setCircle] = useState(first);
  const [on, setOn] = useDayFromToday(move?.on);
  const [reason, setReason] = useState(move?.reason ?? '');
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = useSubmit(async () => {
    setTried(true);
    if (on === null) return;
    const reply = await attempt(commandFor(organisation.id, move, { circle, on, reason: reason.trim() }));
    if (!reply.ok) {
      setRefusal(failureSentence(reply.failure));
      return;
    }
    if (move === null) say('good', texts.moved(shortNameOf(organisation), texts.toCircle[circle]));
    onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <div className="field-row">
        <Select
          label={texts.moveCircle}
          options={TABLES.circleMoves.fields.circle.choices.map((id) => ({ id, label: texts.moveToCircle[id] }))}
          value={circle}
          onChange={setCircle}
        />
        <DateField label={texts.moveOn} value={on} onChange={setOn} error={isTried && on === null ? texts.moveOnMissing : null} isLive />
      </div>
      <TextField
        label={texts.moveReason}
        value={reason}
        onChange={setReason}
        hint={texts.moveReasonHint}
        maxLength={1000}
        isOptional
        autoFocus
      />
      {refusal === null ? null : (
        <Notice tone="bad" icon="error" isAnnounced>
          {refusal}
        </Notice>
      )}
      <DialogButtons onCancel={onClose} act={move === null ? texts.moveSave : texts.moveSaveEdit} />
    </form>
  );
}

function commandFor(organisationId: string, move: Move | null, fields: Pick<Move, 'circle' | 'on' | 'reason'>): Command {
  if (move === null) return { name: 'record.create', args: { table: 'circleMoves', fields: { organisationId, ...fields } } };
  return { name: 'record.update', args: { table: 'circleMoves', id: move.id, fields } };
}
