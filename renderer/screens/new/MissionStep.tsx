// Second step: the mission as its order says it.
import { DateField } from '../../kit/DateField.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { StepProps } from './NewScreen.tsx';

/** Title, place, dates, who orders and follows, need and results. */
export function MissionStep({ form, problems, onChange }: StepProps) {
  const { start } = useTexts();
  return (
    <>
      <h2 className="new-question">{start.missionQuestion}</h2>
      <p className="new-lead">{start.missionLead}</p>
      <div className="card field-stack">
        <TextField
          label={start.missionTitle}
          value={form.title}
          onChange={(title) => onChange({ title })}
          hint={start.missionTitleHint}
          maxLength={300}
          autoFocus
        />
        <TextField label={start.territory} value={form.territory} onChange={(territory) => onChange({ territory })} maxLength={300} />
        <div className="field-row">
          <DateField label={start.startsOn} value={form.startsOn} onChange={(startsOn) => onChange({ startsOn })} isClearable isLive />
          <DateField
            label={start.endsOn}
            value={form.endsOn}
            onChange={(endsOn) => onChange({ endsOn })}
            error={problems.endsOn ?? null}
            isClearable
            isLive
          />
        </div>
        <div className="field-row">
          <TextField
            label={start.commissioner}
            value={form.commissioner}
            onChange={(commissioner) => onChange({ commissioner })}
            maxLength={300}
          />
          <TextField
            label={start.officer}
            value={form.officer}
            onChange={(officer) => onChange({ officer })}
            hint={start.officerHint}
            maxLength={200}
          />
        </div>
        <TextField label={start.need} value={form.need} onChange={(need) => onChange({ need })} isMultiline />
        <TextField
          label={start.expectedResults}
          value={form.expectedResults}
          onChange={(expectedResults) => onChange({ expectedResults })}
          isMultiline
        />
      </div>
    </>
  );
}
