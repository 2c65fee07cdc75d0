// The register of commitments: who does what, by when, for which decision.
import { Field } from '../../forms/Field.tsx';
import { Register } from '../../forms/Register.tsx';
import { today } from '../../state/today.ts';

export function CommitmentsTab() {
  return (
    <Register table="commitments" columns={['personId', 'organisationId', 'dueOn', 'state']} start={{ askedOn: today() }}>
      <Field of="commitments.what" autoFocus />
      <div className="field-row">
        <Field of="commitments.personId" />
        <Field of="commitments.organisationId" />
      </div>
      <Field of="commitments.decisionId" />
      <Field of="commitments.objective" />
      <div className="field-row">
        <Field of="commitments.askedOn" />
        <Field of="commitments.dueOn" />
      </div>
      <div className="field-row">
        <Field of="commitments.state" />
        <Field of="commitments.acceptedOn" />
      </div>
      <div className="field-row">
        <Field of="commitments.settledOn" />
        <Field of="commitments.settledById" />
      </div>
      <Field of="commitments.note" />
    </Register>
  );
}
