// The mission frame, and the phases of the method with their steps, criteria, deliverables and guidance.
import { type ReactNode, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import { onlyOf, type RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Select } from '../../kit/Select.tsx';
import { Tabs } from '../../kit/Tabs.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { create, useAccompaniment } from '../../state/edit.ts';
import { useWanted } from '../../state/go-back.ts';
import { shortTitleOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { ClosingCard } from './ClosingCard.tsx';
import { MissionCard } from './MissionCard.tsx';
import { PhasePanel } from './PhasePanel.tsx';
import './frame.css';

/** The mission as ordered at the top, then its phases and its closing. */
export function FrameScreen() {
  const { frame, sessions } = useTexts();
  const accompaniment = useAccompaniment();
  const mission = onlyOf(accompaniment.mission);
  if (mission === undefined) return null;
  return (
    <div className="screen">
      <ScreenHead
        title={
          <>
            <h1 tabIndex={-1} className="visually-hidden">
              {mission.title}
            </h1>
            <InlineField key={mission.id} of="mission.title" record={mission} label={frame.titleLabel} look="title" />
          </>
        }
        under={<MissionLine mission={mission} />}
        actions={
          <Button kind="main" icon="plus" onPress={() => void createSession()}>
            {sessions.create}
          </Button>
        }
      />
      <MissionCard mission={mission} />
      <Phases accompaniment={accompaniment} />
      <div className="closing">
        <ClosingCard accompaniment={accompaniment} mission={mission} />
      </div>
    </div>
  );
}

function MissionLine({ mission }: { readonly mission: RecordOf<'mission'> }) {
  const { frame, words } = useTexts();
  const locale = useLocale();
  const { startsOn, endsOn } = mission;
  const period =
    startsOn === null || endsOn === null
      ? frame.noPeriod
      : frame.periodLine(formatDate(startsOn, 'plain', locale), formatDate(endsOn, 'long', locale));
  return <>{frame.schemeLine(words.schemeLong[mission.scheme], period)}</>;
}

/** With more phases than this, a list takes the place of the tabs: so many tabs cannot be scanned. */
const MOST_TABS = 24;

function Phases({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { frame } = useTexts();
  const phases = inOrder(Object.values(accompaniment.phases));
  const asked = useWindow((state) => (state.route.screen === 'frame' ? (state.route.phaseId ?? null) : null));
  // Chosen once: a phase that ends while it is on screen stays visible.
  const [selected, setSelected] = useState<string | null>(() => asked ?? phases.find((phase) => phase.status === 'running')?.id ?? null);
  useWanted(
    (place) => ![null, selected].includes(phaseOf(place, accompaniment)),
    (place) => setSelected(phaseOf(place, accompaniment)),
  );
  const current = phases.find((phase) => phase.id === selected) ?? phases[0];
  const add = async (): Promise<void> => {
    const changes = await create('phases', { title: frame.newPhase });
    const added = changes?.find((change) => change.table === 'phases');
    if (added !== undefined) setSelected(added.id);
  };
  if (current === undefined) {
    return (
      <Card>
        <EmptyState title={frame.noPhasesTitle} text={frame.noPhasesText}>
          <Button onPress={() => void add()}>{frame.addPhase}</Button>
        </EmptyState>
      </Card>
    );
  }
  const panel = (
    <PhasePanel
      key={current.id}
      accompaniment={accompaniment}
      phase={current}
      position={phases.indexOf(current) + 1}
      count={phases.length}
    />
  );
  return (
    <section className="phases" aria-label={frame.phases}>
      {phases.length > MOST_TABS ? (
        <>
          <PhaseChoice phases={phases} current={current} onSelect={setSelected} />
          {panel}
        </>
      ) : (
        <PhaseTabs phases={phases} current={current} onSelect={setSelected}>
          {panel}
        </PhaseTabs>
      )}
      <Button kind="quiet" onPress={() => void add()}>
        {frame.addPhase}
      </Button>
    </section>
  );
}

const OF_PHASES = ['steps', 'criteria', 'deliverables'] as const;

/** @returns the phase in whose panel a place is; `null` for one elsewhere */
function phaseOf(place: string, accompaniment: Accompaniment): string | null {
  const [kind = '', id = ''] = place.split('/');
  if (accompaniment.phases[id] !== undefined) return id;
  const table = OF_PHASES.find((one) => one === kind);
  return table === undefined ? null : (accompaniment[table][id]?.phaseId ?? null);
}

type ChoiceProps = {
  readonly phases: readonly RecordOf<'phases'>[];
  readonly current: RecordOf<'phases'>;
  readonly onSelect: (id: string) => void;
};

function PhaseTabs({ phases, current, onSelect, children }: ChoiceProps & { readonly children: ReactNode }) {
  const { frame } = useTexts();
  const items = phases.map((phase, index) => ({
    id: phase.id,
    label: `${index + 1}. ${shortTitleOf(phase)}`,
    aside:
      phase.status === 'done' ? (
        <span className="tab-done">
          <Icon name="check" size={14} />
        </span>
      ) : null,
  }));
  return (
    <Tabs label={frame.phases} items={items} selected={current.id} onSelect={onSelect}>
      {children}
    </Tabs>
  );
}

function PhaseChoice({ phases, current, onSelect }: ChoiceProps) {
  const { frame } = useTexts();
  const options = phases.map((phase, index) => ({ id: phase.id, label: `${index + 1}. ${shortTitleOf(phase)}` }));
  return (
    <div className="phase-choice">
      <Select label={frame.phases} options={options} value={current.id} onChange={onSelect} />
    </div>
  );
}
