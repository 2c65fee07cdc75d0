// The mission frame with its closing, and the phases of the method: each stands under its own tab.
import type { ReactNode } from 'react';
import { inOrder } from '@domain/ordering.ts';
import { THE_FRAME } from '@domain/tables/place.ts';
import { onlyOf, type RecordOf } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Select } from '../../kit/Select.tsx';
import { Tabs } from '../../kit/Tabs.tsx';
import { create, useAccompaniment } from '../../state/edit.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { MissionHead } from './MissionHead.tsx';
import { MissionPanel } from './MissionPanel.tsx';
import { PhaseHead } from './PhaseHead.tsx';
import { PhasePanel } from './PhasePanel.tsx';
import { useShownTab } from './use-shown-tab.ts';
import './frame.css';

/** What is shown is named in the head: the mission, or a phase with its gate. */
export function FrameScreen() {
  const { frame } = useTexts();
  const accompaniment = useAccompaniment();
  const mission = onlyOf(accompaniment.mission);
  const phases = inOrder(Object.values(accompaniment.phases));
  const [shown, show] = useShownTab(accompaniment, phases);
  const phase = phases.find(({ id }) => id === shown) ?? null;
  if (mission === undefined) return null;
  const add = async (): Promise<void> => {
    const changes = await create('phases', { title: frame.newPhase });
    const added = changes?.find((change) => change.table === 'phases');
    if (added !== undefined) show(added.id);
  };
  const addPhase = (
    <Button kind="quiet" onPress={() => void add()}>
      {frame.addPhase}
    </Button>
  );
  return (
    <div className="screen">
      {phase === null ? (
        <MissionHead mission={mission} />
      ) : (
        <PhaseHead key={phase.id} accompaniment={accompaniment} phase={phase} position={phases.indexOf(phase) + 1} count={phases.length} />
      )}
      <Places phases={phases} shown={phase?.id ?? THE_FRAME} onShow={show}>
        {phase === null ? (
          <MissionPanel accompaniment={accompaniment} mission={mission} onAddPhase={phases.length === 0 ? addPhase : null} />
        ) : (
          <PhasePanel key={phase.id} accompaniment={accompaniment} phase={phase} />
        )}
      </Places>
      {phases.length === 0 ? null : <div className="frame-add">{addPhase}</div>}
    </div>
  );
}

/** With more phases than this, a list takes the place of the tabs: so many tabs cannot be scanned. */
const MOST_TABS = 24;

type PlacesProps = {
  readonly phases: readonly RecordOf<'phases'>[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly children: ReactNode;
};

/** The frame, then the phases in their order. */
function Places({ phases, shown, onShow, children }: PlacesProps) {
  const { frame } = useTexts();
  const items = [
    { id: THE_FRAME, label: frame.missionTab, aside: null },
    ...phases.map((phase, index) => ({
      id: phase.id,
      label: `${index + 1}. ${shortTitleOf(phase)}`,
      aside: phase.status === 'done' ? <Done /> : null,
    })),
  ];
  if (phases.length <= MOST_TABS) {
    return (
      <Tabs label={frame.phases} items={items} selected={shown} onSelect={onShow}>
        {children}
      </Tabs>
    );
  }
  return (
    <>
      <div className="phase-choice">
        <Select label={frame.phases} options={items} value={shown} onChange={onShow} />
      </div>
      {children}
    </>
  );
}

function Done() {
  return (
    <span className="tab-done">
      <Icon name="check" size={14} />
    </span>
  );
}
