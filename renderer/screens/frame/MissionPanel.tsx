// The frame of the mission and its closing.
import type { ReactNode } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { useTexts } from '../../state/texts.ts';
import { ClosingCard } from './ClosingCard.tsx';
import { HeadCard } from './HeadCard.tsx';
import { MissionCard } from './MissionCard.tsx';

type MissionPanelProps = {
  readonly accompaniment: Accompaniment;
  readonly mission: RecordOf<'mission'>;
  /** The way to a first phase, where there is none. */
  readonly onAddPhase: ReactNode;
};

export function MissionPanel({ accompaniment, mission, onAddPhase }: MissionPanelProps) {
  const { frame } = useTexts();
  return (
    <div className="mission-panel">
      <MissionCard mission={mission} />
      {onAddPhase === null ? null : (
        <Card>
          <EmptyState title={frame.noPhasesTitle} text={frame.noPhasesText}>
            {onAddPhase}
          </EmptyState>
        </Card>
      )}
      <HeadCard accompaniment={accompaniment} mission={mission} />
      <ClosingCard accompaniment={accompaniment} mission={mission} />
    </div>
  );
}
