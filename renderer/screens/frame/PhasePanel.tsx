// One phase: its objective, steps, deliverables, exit criteria, and the guidance of the method.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { fieldName } from '../../forms/described-field.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { currentLedger } from '../../state/days.ts';
import { historyAction } from '../../state/history.ts';
import { guidanceOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { CheckList } from './CheckList.tsx';
import { Deliverables } from './Deliverables.tsx';
import { Gate } from './Gate.tsx';
import { GuidanceCard } from './GuidanceCard.tsx';
import { PhaseDates } from './PhaseDates.tsx';
import { PhaseStatus } from './PhaseStatus.tsx';

export type PhaseProps = { readonly accompaniment: Accompaniment; readonly phase: RecordOf<'phases'> };

/** The work at the left; exit criteria, dates and guidance at the right. */
export function PhasePanel({ accompaniment, phase, position, count }: PhaseProps & { readonly position: number; readonly count: number }) {
  const { frame } = useTexts();
  const guidance = guidanceOf(phase.methodKey);
  return (
    <div className="phase-panel">
      <div className="phase-head">
        <InlineField of="phases.title" record={phase} label={frame.phaseTitle} look="subtitle" />
        <PhaseHead accompaniment={accompaniment} phase={phase} line={frame.phaseLine(position, count)} />
        {phase.status === 'skipped' && phase.skipReason !== '' ? (
          <p className="small phase-skipped">{frame.skippedBecause(phase.skipReason)}</p>
        ) : null}
      </div>
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
            <Gate accompaniment={accompaniment} phase={phase} />
          </CheckList>
          <PhaseDates phase={phase} />
          {guidance === null ? null : <GuidanceCard guidance={guidance} />}
        </div>
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

function PhaseHead({ accompaniment, phase, line }: PhaseProps & { readonly line: string }) {
  const { frame, shell } = useTexts();
  const locale = useLocale();
  const share = currentLedger(accompaniment).phases.find((one) => one.phaseId === phase.id);
  const period =
    phase.startsOn === null || phase.endsOn === null
      ? ''
      : frame.periodLine(formatDate(phase.startsOn, 'plain', locale), formatDate(phase.endsOn, 'plain', locale));
  const days =
    share === undefined || share.allocated.minutes + share.counted.minutes === 0
      ? ''
      : frame.daysLine(formatDays(share.allocated.days, locale), formatDays(share.counted.days, locale));
  const remove = () => void removeWithUndo({ table: 'phases', id: phase.id, said: frame.phaseRemoved(phase.title) });
  return (
    <div className="phase-meta">
      <span className="quiet small number">{[line, period, days].filter((part) => part !== '').join(' · ')}</span>
      <PhaseStatus phase={phase} />
      <Menu
        label={`${shell.more} (${phase.title})`}
        actions={[historyAction('phases', phase.id), { id: 'remove', label: frame.removePhase, run: remove, isDanger: true }]}
      />
    </div>
  );
}
