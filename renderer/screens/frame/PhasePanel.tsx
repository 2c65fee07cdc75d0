// One phase: its objective, steps, deliverables, exit criteria, and the guidance of the method.
import type { Accompaniment } from '@domain/document.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { fieldName } from '../../forms/described-field.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { guidanceOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { CheckList } from './CheckList.tsx';
import { Deliverables } from './Deliverables.tsx';
import { GateTrace } from './Gate.tsx';
import { GuidanceCard } from './GuidanceCard.tsx';
import { PhaseDates } from './PhaseDates.tsx';

export type PhaseProps = { readonly accompaniment: Accompaniment; readonly phase: RecordOf<'phases'> };

/** The work at the left; exit criteria, dates and guidance at the right. */
export function PhasePanel({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const guidance = guidanceOf(phase.methodKey);
  return (
    <div className="phase-columns">
      <div className="field-stack phase-work">
        <PhaseText phase={phase} of="phases.objective" placeholder={frame.objectiveEmpty} />
        <CheckList kind="steps" accompaniment={accompaniment} phase={phase} />
        <PhaseText phase={phase} of="phases.means" placeholder={frame.meansEmpty} />
        <Deliverables accompaniment={accompaniment} phase={phase} />
        <PhaseText phase={phase} of="phases.synthesis" placeholder={frame.synthesisEmpty} />
      </div>
      <div className="field-stack phase-work">
        <CheckList kind="criteria" accompaniment={accompaniment} phase={phase}>
          <GateTrace accompaniment={accompaniment} phase={phase} />
        </CheckList>
        <PhaseDates phase={phase} />
        {guidance === null ? null : <GuidanceCard guidance={guidance} />}
      </div>
    </div>
  );
}

type PhaseTextProps = Pick<PhaseProps, 'phase'> & {
  readonly of: 'phases.objective' | 'phases.means' | 'phases.synthesis';
  readonly placeholder: string;
};

function PhaseText({ phase, of, placeholder }: PhaseTextProps) {
  return (
    <Card title={fieldName(of, useTexts())}>
      <InlineField of={of} record={phase} placeholder={placeholder} />
    </Card>
  );
}
