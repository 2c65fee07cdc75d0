// One mandate of a structure: where it stands, with whom, since when and until when, within which limit.
import { useState } from 'react';
import type { Mandate, MandateMatter } from '@domain/collective/mandates.ts';
import { type FieldsOf, TABLES } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { type CollectiveView, shortNameOf, type StructureProps } from './collective-view.ts';
import { mandateState } from './mandate-words.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type MandateDialogProps = StructureProps & {
  readonly about: MandateMatter;
  readonly mandate: Mandate | null;
  readonly onClose: () => void;
};
type MandateFields = FieldsOf<'mandates'>;

const NOBODY = '-';

/** Notes a mandate, or changes the given one. */
export function MandateDialog(props: MandateDialogProps) {
  const { collective: texts, tables } = useTexts();
  return (
    <Dialog
      title={texts.mandateTitle(tables.mandates.choices.about[props.about], shortNameOf(props.organisation))}
      isOpen
      onClose={props.onClose}
    >
      <MandateForm {...props} />
    </Dialog>
  );
}

function MandateForm({ view, organisation, about, mandate, onClose }: MandateDialogProps) {
  const catalogue = useTexts();
  const { collective: texts } = catalogue;
  const [form, setForm] = useState<MandateFields>(mandate ?? blank(organisation.id, about));
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<MandateFields>): void => setForm({ ...form, ...part });
  const isReversed = form.on !== null && form.until !== null && form.until < form.on;
  const submit = useSubmit(async () => {
    setTried(true);
    if (isReversed) return;
    const { state, personId, on, until } = form;
    const fields = { organisationId: organisation.id, about, state, personId, on, until, limit: form.limit.trim(), note: form.note.trim() };
    const changes = await (mandate === null ? create('mandates', fields) : update('mandates', mandate.id, fields));
    if (changes !== null) onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      {about === 'council' ? <p className="quiet small">{texts.council}</p> : null}
      <div className="field-row">
        <Select
          label={texts.mandateStateLabel}
          options={TABLES.mandates.fields.state.choices.map((id) => ({ id, label: mandateState(catalogue, about, id) }))}
          value={form.state}
          onChange={(state) => set({ state })}
        />
        <Select
          label={about === 'commitment' ? texts.mandatePersonCommitment : texts.mandatePerson}
          options={[{ id: NOBODY, label: texts.mandateNobody }, ...peopleFor(view, organisation.id, form.personId)]}
          value={form.personId ?? NOBODY}
          onChange={(id) => set({ personId: id === NOBODY ? null : id })}
        />
      </div>
      <MandateDates form={form} set={set} error={isTried && isReversed ? texts.mandateReversed : null} />
      {about === 'commitment' ? (
        <TextField
          label={texts.mandateLimit}
          value={form.limit}
          onChange={(limit) => set({ limit })}
          hint={texts.mandateLimitHint}
          maxLength={300}
          isOptional
        />
      ) : null}
      <TextField label={texts.mandateNote} value={form.note} onChange={(note) => set({ note })} maxLength={1000} isOptional />
      <DialogButtons onCancel={onClose} act={texts.mandateSave}>
        {mandate === null ? null : <RemoveMandate mandate={mandate} name={shortNameOf(organisation)} onRemoved={onClose} />}
      </DialogButtons>
    </form>
  );
}

type MandateDatesProps = {
  readonly form: MandateFields;
  readonly set: (part: Partial<MandateFields>) => void;
  readonly error: string | null;
};

function MandateDates({ form, set, error }: MandateDatesProps) {
  const { collective: texts } = useTexts();
  return (
    <div className="field-row">
      <DateField
        label={form.state === 'todo' ? texts.mandateDateTodo : texts.mandateDate}
        value={form.on}
        onChange={(on) => set({ on })}
        isClearable
        isLive
      />
      <DateField label={texts.mandateUntilLabel} value={form.until} onChange={(until) => set({ until })} error={error} isClearable isLive />
    </div>
  );
}

function blank(organisationId: string, about: MandateMatter): MandateFields {
  return { organisationId, about, state: 'todo', personId: null, on: null, until: null, limit: '', note: '' };
}

/** The people of the structure; who was named and has moved elsewhere since stays named. */
function peopleFor(view: CollectiveView, organisationId: string, namedId: string | null) {
  const own = view.peopleOf(organisationId);
  const named = namedId === null ? undefined : view.accompaniment.people[namedId];
  const all = named === undefined || own.some(({ id }) => id === named.id) ? own : [...own, named];
  return all.map(({ id, name }) => ({ id, label: name }));
}

function RemoveMandate({ mandate, name, onRemoved }: { readonly mandate: Mandate; readonly name: string; readonly onRemoved: () => void }) {
  const { collective: texts, tables } = useTexts();
  const remove = async (): Promise<void> => {
    const said = texts.mandateRemoved(tables.mandates.choices.about[mandate.about], name);
    if (await removeWithUndo({ table: 'mandates', id: mandate.id, said })) onRemoved();
  };
  return (
    <Button kind="quiet" onPress={() => void remove()}>
      {texts.mandateRemove}
    </Button>
  );
}
