// The planned and the real dates of a phase. Phases may overlap, and may have no date.
import type { RecordOf } from '@domain/tables/tables.ts';
import { Card } from '../../kit/Card.tsx';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { PeriodFields } from './PeriodFields.tsx';

export function PhaseDates({ phase }: { readonly phase: RecordOf<'phases'> }) {
  const { frame } = useTexts();
  return (
    <Card title={frame.dates}>
      <div className="field-stack">
        <PeriodFields
          place={`phases/${phase.id}/planned`}
          labels={[frame.plannedFrom, frame.plannedTo]}
          value={{ from: phase.startsOn, to: phase.endsOn }}
          onChange={async ({ from, to }) => (await update('phases', phase.id, { startsOn: from, endsOn: to })) !== null}
        />
        <PeriodFields
          place={`phases/${phase.id}/real`}
          labels={[frame.startedOn, frame.endedOn]}
          value={{ from: phase.startedOn, to: phase.endedOn }}
          onChange={async ({ from, to }) => (await update('phases', phase.id, { startedOn: from, endedOn: to })) !== null}
        />
      </div>
    </Card>
  );
}
