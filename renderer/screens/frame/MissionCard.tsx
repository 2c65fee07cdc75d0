// The frame of the mission: who orders, who follows, the need and the expected results.
import type { Accompaniment } from '@domain/document.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import { Card } from '../../kit/Card.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Select } from '../../kit/Select.tsx';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { PeriodFields } from './PeriodFields.tsx';

type MissionProps = { readonly accompaniment: Accompaniment; readonly mission: RecordOf<'mission'> };
type ProseField = 'need' | 'order' | 'expectedResults' | 'inheritedDiagnostic';

/** Reads like a page; each part opens where one clicks. */
export function MissionCard({ accompaniment, mission }: MissionProps) {
  const { frame } = useTexts();
  const fields: readonly ProseField[] =
    mission.scheme === 'dla' ? ['need', 'order', 'expectedResults', 'inheritedDiagnostic'] : ['need', 'expectedResults'];
  return (
    <Card title={frame.missionCard}>
      <div className="mission">
        <div className="mission-prose">
          {fields.map((field) => (
            <section key={field}>
              <h3>{frame[field]}</h3>
              <InlineText
                label={frame[field]}
                value={mission[field]}
                placeholder={frame[`${field}Empty`]}
                isMultiline
                keep={(text) => update('mission', mission.id, { [field]: text })}
              />
            </section>
          ))}
        </div>
        <MissionFacts accompaniment={accompaniment} mission={mission} />
      </div>
    </Card>
  );
}

const NOBODY = 'nobody';

function MissionFacts({ accompaniment, mission }: MissionProps) {
  const { frame, shell, words } = useTexts();
  const keep = (fields: Partial<FieldsOf<'mission'>>) => update('mission', mission.id, fields);
  const people = Object.values(accompaniment.people).map(({ id, name }) => ({ id, label: name }));
  return (
    <div className="field-stack">
      <section>
        <h3>{frame.commissioner}</h3>
        <InlineText
          label={frame.commissioner}
          value={mission.commissioner}
          placeholder={frame.commissionerEmpty}
          maxLength={300}
          keep={(commissioner) => keep({ commissioner })}
        />
      </section>
      <section>
        <h3>{frame.territory}</h3>
        <InlineText
          label={frame.territory}
          value={mission.territory}
          placeholder={frame.territoryEmpty}
          maxLength={300}
          keep={(territory) => keep({ territory })}
        />
      </section>
      <Select
        label={words.officer[mission.scheme]}
        options={[{ id: NOBODY, label: shell.none }, ...people]}
        value={mission.officerId ?? NOBODY}
        onChange={(id) => void keep({ officerId: id === NOBODY ? null : id })}
      />
      <PeriodFields
        labels={[frame.startsOn, frame.endsOn]}
        value={{ from: mission.startsOn, to: mission.endsOn }}
        onChange={({ from, to }) => void keep({ startsOn: from, endsOn: to })}
      />
      <DateField
        label={frame.kickOff}
        value={mission.kickOffOn}
        onChange={(kickOffOn) => void keep({ kickOffOn })}
        hint={frame.kickOffHint}
        isClearable
      />
      <section>
        <h3>{frame.kickOffNote}</h3>
        <InlineText
          label={frame.kickOffNote}
          value={mission.kickOffNote}
          placeholder={frame.kickOffNoteEmpty}
          isMultiline
          keep={(kickOffNote) => keep({ kickOffNote })}
        />
      </section>
    </div>
  );
}
