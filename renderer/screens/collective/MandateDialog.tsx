// One mandate of a structure: where it stands, with whom, since when and until when, within which limit.
import type { Mandate, MandateMatter } from '@domain/collective/mandates.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { type CollectiveView, shortNameOf, type StructureProps } from './collective-view.ts';

type MandateDialogProps = StructureProps & {
  readonly about: MandateMatter;
  readonly mandate: Mandate | null;
  readonly onClose: () => void;
};

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
  const { collective: texts } = useTexts();
  const form = useRecordForm('mandates', mandate, {
    start: { organisationId: organisation.id, about },
    onKept: onClose,
  });
  const { state, personId } = form.values;
  return (
    <RecordForm
      form={form}
      act={texts.mandateSave}
      onCancel={onClose}
      aside={mandate === null ? undefined : <RemoveMandate mandate={mandate} name={shortNameOf(organisation)} onRemoved={onClose} />}
    >
      {about === 'council' ? <p className="quiet small">{texts.council}</p> : null}
      <div className="field-row">
        <Field of="mandates.state" label={texts.mandateStateLabel} words={about === 'team' ? texts.teamState : undefined} />
        <Field
          of="mandates.personId"
          label={about === 'commitment' ? texts.mandatePersonCommitment : texts.mandatePerson}
          none={texts.mandateNobody}
          options={peopleFor(view, organisation.id, personId)}
        />
      </div>
      <div className="field-row">
        <Field of="mandates.on" label={state === 'todo' ? texts.mandateDateTodo : undefined} />
        <Field of="mandates.until" />
      </div>
      {about === 'commitment' ? <Field of="mandates.limit" label={texts.mandateLimit} hint={texts.mandateLimitHint} /> : null}
      <Field of="mandates.note" label={texts.mandateNote} />
    </RecordForm>
  );
}

/** @returns the people of the structure, and the person named so far even if they now belong elsewhere */
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
