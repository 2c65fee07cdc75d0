// The register of functions: who leads, facilitates, coordinates, keeps time or takes notes, and from when to when.
import { Field } from '../../forms/Field.tsx';
import { Register } from '../../forms/Register.tsx';
import { today } from '../../state/today.ts';

export function FunctionsTab() {
  return (
    <Register table="functions" columns={['duty', 'personId', 'organisationId', 'startsOn', 'endsOn']} start={{ startsOn: today() }}>
      <div className="field-row">
        <Field of="functions.duty" />
        <Field of="functions.title" />
      </div>
      <div className="field-row">
        <Field of="functions.personId" />
        <Field of="functions.organisationId" />
      </div>
      <Field of="functions.isInTurns" />
      <div className="field-row">
        <Field of="functions.startsOn" />
        <Field of="functions.endsOn" />
      </div>
      <Field of="functions.note" />
    </Register>
  );
}
