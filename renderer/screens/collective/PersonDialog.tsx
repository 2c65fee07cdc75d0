// A person of the collective: name, function, role, how to reach them, where they belong.
import { useState } from 'react';
import { type FieldsOf, TABLES } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import type { Person, ViewProps } from './collective-view.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type PersonDialogProps = ViewProps & {
  /** Nobody yet: a new person. */
  readonly person: Person | null;
  readonly organisationId: string | null;
  readonly onClose: () => void;
};
type PersonFields = FieldsOf<'people'>;

const NOWHERE = '-';

/** Adds a person, or changes one. */
export function PersonDialog(props: PersonDialogProps) {
  const { collective: texts } = useTexts();
  return (
    <Dialog title={props.person === null ? texts.personTitle : texts.personEditTitle(props.person.name)} isOpen onClose={props.onClose}>
      <PersonForm {...props} />
    </Dialog>
  );
}

function PersonForm({ view, person, organisationId, onClose }: PersonDialogProps) {
  const { collective: texts } = useTexts();
  const [form, setForm] = useState<PersonFields>(
    person ?? { name: '', organisationId, function: '', email: '', phone: '', role: 'unknown' },
  );
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<PersonFields>): void => setForm({ ...form, ...part });
  const submit = useSubmit(async () => {
    setTried(true);
    if (form.name.trim() === '') return;
    const { function: does, email, phone, role, organisationId: home } = form;
    const fields = { name: form.name.trim(), function: does.trim(), email: email.trim(), phone: phone.trim(), role, organisationId: home };
    const changes = await (person === null ? create('people', fields) : update('people', person.id, fields));
    if (changes !== null) onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <TextField
        label={texts.personName}
        value={form.name}
        onChange={(name) => set({ name })}
        error={isTried && form.name.trim() === '' ? texts.personNameMissing : null}
        maxLength={200}
        autoFocus
      />
      <RoleFields form={form} set={set} />
      <div className="field-row">
        <TextField label={texts.personEmail} value={form.email} onChange={(email) => set({ email })} maxLength={254} isOptional />
        <TextField label={texts.personPhone} value={form.phone} onChange={(phone) => set({ phone })} maxLength={60} isOptional />
      </div>
      <Select
        label={texts.personHome}
        options={[{ id: NOWHERE, label: texts.withoutHome }, ...view.organisations.map(({ id, name }) => ({ id, label: name }))]}
        value={form.organisationId ?? NOWHERE}
        onChange={(id) => set({ organisationId: id === NOWHERE ? null : id })}
      />
      <DialogButtons onCancel={onClose} act={texts.personSave}>
        {person === null ? null : <RemovePerson person={person} onRemoved={onClose} />}
      </DialogButtons>
    </form>
  );
}

function RoleFields({ form, set }: { readonly form: PersonFields; readonly set: (part: Partial<PersonFields>) => void }) {
  const { collective: texts, tables } = useTexts();
  return (
    <div className="field-row">
      <TextField
        label={texts.personFunction}
        value={form.function}
        onChange={(does) => set({ function: does })}
        maxLength={200}
        isOptional
      />
      <Select
        label={texts.personRole}
        options={TABLES.people.fields.role.choices.map((id) => ({ id, label: tables.people.choices.role[id] }))}
        value={form.role}
        onChange={(role) => set({ role })}
      />
    </div>
  );
}

/** Who is on an attendance sheet stays: the refusal says so. */
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
