// Fourth step: the funded days, and what was done before this file was begun.
import { ValueField } from '../../forms/ValueField.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useTexts } from '../../state/texts.ts';
import { funderOf } from './new-form.ts';
import type { StepProps } from './NewScreen.tsx';

/** The days may stay empty: the envelope can be added later. */
export function DaysStep({ form, problems, onChange }: StepProps) {
  const { start } = useTexts();
  return (
    <>
      <h2 className="new-question">{start.daysQuestion}</h2>
      <p className="new-lead">{start.daysLead}</p>
      <div className="card field-stack">
        <div className="field-row">
          <ValueField
            of="envelopes.funder"
            value={funderOf(form)}
            onChange={(funder) => onChange({ funder })}
            isOptional={false}
            autoFocus
          />
          <ValueField of="envelopes.contract" value={form.contract} onChange={(contract) => onChange({ contract })} isOptional={false} />
        </div>
        <div className="field-row">
          <TextField
            label={start.days}
            value={form.days}
            onChange={(days) => onChange({ days })}
            hint={start.daysHint}
            error={problems.days ?? null}
            maxLength={20}
          />
          <TextField
            label={start.dayLength}
            value={form.dayLength}
            onChange={(dayLength) => onChange({ dayLength })}
            error={problems.dayLength ?? null}
            maxLength={20}
          />
        </div>
        <ValueField of="envelopes.overrun" label={start.overrun} value={form.overrun} onChange={(overrun) => onChange({ overrun })} />
      </div>
      <UnderWay form={form} problems={problems} onChange={onChange} />
    </>
  );
}

/** For a mission that was recorded elsewhere until now. */
function UnderWay({ form, problems, onChange }: StepProps) {
  const { start } = useTexts();
  return (
    <div className="card field-stack new-under-way">
      <Checkbox isSelected={form.isUnderWay} onChange={(isUnderWay) => onChange({ isUnderWay })}>
        <b>{start.underWay}</b>
        <span className="choice-words">{start.underWayHint}</span>
      </Checkbox>
      {form.isUnderWay ? (
        <div className="field-row">
          <TextField
            label={start.sessionsBefore}
            value={form.sessionsBefore}
            onChange={(sessionsBefore) => onChange({ sessionsBefore })}
            error={problems.sessionsBefore ?? null}
            maxLength={3}
          />
          <TextField
            label={start.opening}
            value={form.opening}
            onChange={(opening) => onChange({ opening })}
            error={problems.opening ?? null}
            maxLength={20}
          />
        </div>
      ) : null}
    </div>
  );
}
