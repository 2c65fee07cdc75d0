// The form of a move to another circle: where, when and why; for a new move or to correct one.
import type { Circle, Move } from '@domain/collective/circles.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { say } from '../../state/messages.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { type Organisation, shortNameOf } from './collective-view.ts';

type MoveDialogProps = {
  readonly organisation: Organisation;
  /** The move to correct; `null` for a new one. */
  readonly move: Move | null;
  readonly circle: Circle;
  readonly onClose: () => void;
};

/** A refusal is shown in the form, which keeps what was typed. */
export function MoveDialog(props: MoveDialogProps) {
  const { collective: texts } = useTexts();
  const name = shortNameOf(props.organisation);
  return (
    <Dialog title={props.move === null ? texts.moveTitle(name) : texts.moveEditTitle(name)} isOpen onClose={props.onClose}>
      <MoveForm {...props} />
    </Dialog>
  );
}

function MoveForm({ organisation, move, circle, onClose }: MoveDialogProps) {
  const { collective: texts } = useTexts();
  const form = useRecordForm('circleMoves', move, {
    start: { organisationId: organisation.id, circle, on: today() },
    onKept: (_, kept) => {
      if (move === null) say('good', texts.moved(shortNameOf(organisation), texts.toCircle[kept.circle]));
      onClose();
    },
  });
  return (
    <RecordForm form={form} act={move === null ? texts.moveSave : texts.moveSaveEdit} onCancel={onClose}>
      <div className="field-row">
        <Field of="circleMoves.circle" label={texts.moveCircle} words={texts.moveToCircle} />
        <Field of="circleMoves.on" missing={texts.moveOnMissing} />
      </div>
      <Field of="circleMoves.reason" hint={texts.moveReasonHint} autoFocus />
    </RecordForm>
  );
}
