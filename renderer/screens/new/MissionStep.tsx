// Second step: the mission as its order describes it.
import { ValueField } from '../../forms/ValueField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { StepProps } from './NewScreen.tsx';

/** Title, place, dates, who orders it, who follows it, need and results. */
export function MissionStep({ form, problems, onChange }: StepProps) {
  const { start } = useTexts();
  return (
    <>
      <h2 className="new-question">{start.missionQuestion}</h2>
      <p className="new-lead">{start.missionLead}</p>
      <div className="card field-stack">
        <ValueField
          of="mission.title"
          label={start.missionTitle}
          value={form.title}
          onChange={(title) => onChange({ title })}
          isOptional={false}
          hint={start.missionTitleHint}
          autoFocus
        />
        <ValueField of="mission.territory" value={form.territory} onChange={(territory) => onChange({ territory })} isOptional={false} />
        <div className="field-row">
          <ValueField of="mission.startsOn" label={start.startsOn} value={form.startsOn} onChange={(startsOn) => onChange({ startsOn })} />
          <ValueField
            of="mission.endsOn"
            label={start.endsOn}
            value={form.endsOn}
            onChange={(endsOn) => onChange({ endsOn })}
            error={problems.endsOn ?? null}
          />
        </div>
        <div className="field-row">
          <ValueField
            of="mission.commissioner"
            label={start.commissioner}
            value={form.commissioner}
            onChange={(commissioner) => onChange({ commissioner })}
            isOptional={false}
          />
          <ValueField
            of="people.name"
            label={start.officer}
            value={form.officer}
            onChange={(officer) => onChange({ officer })}
            isOptional={false}
            hint={start.officerHint}
          />
        </div>
        <ValueField of="mission.need" value={form.need} onChange={(need) => onChange({ need })} isOptional={false} />
        <ValueField
          of="mission.expectedResults"
          value={form.expectedResults}
          onChange={(expectedResults) => onChange({ expectedResults })}
          isOptional={false}
        />
      </div>
    </>
  );
}
