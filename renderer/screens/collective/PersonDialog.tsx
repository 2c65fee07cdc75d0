// A person of the collective: name, function, role, how to reach them, where they belong.
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import type { Person } from './collective-view.ts';

type PersonDialogProps = {
  /** `null` for a new person. */
  readonly person: Person | null;
  readonly organisationId: string | null;
  readonly onClose: () => void;
};

/** Adds a person, or changes one. */
export function PersonDialog(props: PersonDialogProps) {
  const { collective: texts } = useTexts();
  return (
    <Dialog title={props.person === null ? texts.personTitle : texts.personEditTitle(props.person.name)} isOpen onClose={props.onClose}>
      <PersonForm {...props} />
    </Dialog>
  );
}

function PersonForm({ person, organisationId, onClose }: PersonDialogProps) {
  const { collective: texts } = useTexts();
  const form = useRecordForm('people', person, { start: { organisationId }, onKept: onClose });
  return (
    <RecordForm
      form={form}
      act={texts.personSave}
      onCancel={onClose}
      aside={person === null ? undefined : <RemovePerson person={person} onRemoved={onClose} />}
    >
      <Field of="people.name" missing={texts.personNameMissing} autoFocus />
      <div className="field-row">
        <Field of="people.function" />
        <Field of="people.role" label={texts.personRole} />
      </div>
      <div className="field-row">
        <Field of="people.email" />
        <Field of="people.phone" />
      </div>
      <div className="field-row">
        <Field of="people.organisationId" none={texts.withoutHome} />
        <Field of="people.firm" hint={texts.firmHint} />
      </div>
    </RecordForm>
  );
}

/** Somebody on an attendance sheet cannot be removed: the refusal says so. */
function RemovePerson({ person, onRemoved }: { readonly person: Person; readonly onRemoved: () => void }) {
  const { collective: texts } = useTexts();
  const remove = async (): Promise<void> => {
    if (await removeWithUndo({ table: 'people', id: person.id, said: texts.personRemoved(person.name) })) onRemoved();
  };
  return (
    <Button kind="quiet" onPress={() => void remove()}>
      {texts.personRemove}
    </Button>
  );
}
