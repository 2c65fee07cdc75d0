// The head of a phase: its title, where it stands, and its gate.
import { formatEnds } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { currentLedger } from '../../state/days.ts';
import { historyAction } from '../../state/history.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { GateButton } from './Gate.tsx';
import type { PhaseProps } from './PhasePanel.tsx';
import { PhaseStatus } from './PhaseStatus.tsx';

type PhaseHeadProps = PhaseProps & { readonly position: number; readonly count: number };

export function PhaseHead({ accompaniment, phase, position, count }: PhaseHeadProps) {
  const { frame, shell } = useTexts();
  const line = usePhaseLine({ accompaniment, phase, position, count });
  const remove = () => void removeWithUndo({ table: 'phases', id: phase.id, said: frame.phaseRemoved(phase.title) });
  return (
    <>
      <ScreenHead
        title={
          <>
            <h1 tabIndex={-1} className="visually-hidden">
              {phase.title}
            </h1>
            <InlineField of="phases.title" record={phase} label={frame.phaseTitle} look="title" />
          </>
        }
        under={
          <div className="phase-meta">
            <span className="number">{line}</span>
            <PhaseStatus phase={phase} />
          </div>
        }
        actions={
          <>
            <Menu
              label={`${shell.more} (${phase.title})`}
              actions={[historyAction('phases', phase.id), { id: 'remove', label: frame.removePhase, run: remove, isDanger: true }]}
            />
            <GateButton accompaniment={accompaniment} phase={phase} />
          </>
        }
      />
      {phase.status === 'skipped' && phase.skipReason !== '' ? (
        <p className="small phase-skipped">{frame.skippedBecause(phase.skipReason)}</p>
      ) : null}
    </>
  );
}

/** @returns the rank of the phase, its period, and its days */
function usePhaseLine({ accompaniment, phase, position, count }: PhaseHeadProps): string {
  const { frame } = useTexts();
  const locale = useLocale();
  const share = currentLedger(accompaniment).phases.find((one) => one.phaseId === phase.id);
  const period =
    phase.startsOn === null || phase.endsOn === null
      ? ''
      : frame.periodLine(...formatEnds([phase.startsOn, phase.endsOn], 'plain', locale));
  const days =
    share === undefined || share.allocated.minutes + share.counted.minutes === 0
      ? ''
      : frame.daysLine(formatDays(share.allocated.days, locale), formatDays(share.counted.days, locale));
  return [frame.phaseLine(position, count), period, days].filter((part) => part !== '').join(' · ');
}
