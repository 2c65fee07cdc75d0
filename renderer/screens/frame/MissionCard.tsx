// The frame of the mission: who orders, who follows, the need and the expected results.
import type { RecordOf } from '@domain/tables/tables.ts';
import { fieldName } from '../../forms/described-field.ts';
import type { PathOf } from '../../forms/field-path.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { PeriodFields } from './PeriodFields.tsx';

type MissionProps = { readonly mission: RecordOf<'mission'> };

/** Reads like a page; each part opens on click. */
export function MissionCard({ mission }: MissionProps) {
  const { frame } = useTexts();
  const isOrdered = mission.scheme === 'dla';
  return (
    <Card title={frame.missionCard}>
      <div className="mission">
        <div className="mission-prose">
          <MissionText of="mission.need" mission={mission} placeholder={frame.needEmpty} />
          {isOrdered ? <MissionText of="mission.order" mission={mission} label={frame.order} placeholder={frame.orderEmpty} /> : null}
          <MissionText of="mission.expectedResults" mission={mission} placeholder={frame.expectedResultsEmpty} />
          {isOrdered ? (
            <MissionText
              of="mission.inheritedDiagnostic"
              mission={mission}
              label={frame.inheritedDiagnostic}
              placeholder={frame.inheritedDiagnosticEmpty}
            />
          ) : null}
        </div>
        <MissionFacts mission={mission} />
      </div>
    </Card>
  );
}

function MissionFacts({ mission }: MissionProps) {
  const { frame, words, levels } = useTexts();
  return (
    <div className="field-stack">
      <MissionText of="mission.commissioner" mission={mission} placeholder={frame.commissionerEmpty} />
      <MissionText of="mission.territory" mission={mission} placeholder={frame.territoryEmpty} />
      <InlineField of="mission.officerId" record={mission} label={words.officer[mission.scheme]} />
      <InlineField of="mission.level" record={mission} />
      <p className="small quiet">{levels.inheritance}</p>
      <PeriodFields
        place="mission/period"
        labels={[frame.startsOn, frame.endsOn]}
        value={{ from: mission.startsOn, to: mission.endsOn }}
        onChange={async ({ from, to }) => (await update('mission', mission.id, { startsOn: from, endsOn: to })) !== null}
      />
      <InlineField of="mission.kickOffOn" record={mission} hint={frame.kickOffHint} />
      <MissionText of="mission.kickOffNote" mission={mission} label={frame.kickOffNote} placeholder={frame.kickOffNoteEmpty} />
    </div>
  );
}

type MissionTextProps = MissionProps & {
  readonly of: PathOf<'text'> & `mission.${string}`;
  readonly label?: string;
  readonly placeholder: string;
};

/** A text of the mission under its heading. */
export function MissionText({ of, mission, label, placeholder }: MissionTextProps) {
  const name = fieldName(of, useTexts());
  return (
    <section>
      <h3>{label ?? name}</h3>
      <InlineField of={of} record={mission} label={label} placeholder={placeholder} />
    </section>
  );
}
