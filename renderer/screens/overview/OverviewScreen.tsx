// The overview: where the accompaniment stands today, what comes next, what is late and why.
import { circleOn, movesByOrganisation } from '@domain/collective/circles.ts';
import type { Accompaniment } from '@domain/document.ts';
import { onlyOf, type RecordOf } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { goTo } from '../../state/navigation.ts';
import { useMissionPeriod } from '../../state/mission-period.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { CirclesCard } from './CirclesCard.tsx';
import { DaysCard } from './DaysCard.tsx';
import { NextSessionCard } from './NextSessionCard.tsx';
import { PhaseTimeline } from './PhaseTimeline.tsx';
import { ToDoCard } from './ToDoCard.tsx';
import './overview.css';

export function OverviewScreen() {
  const { overview, sessions } = useTexts();
  const accompaniment = useAccompaniment();
  const mission = onlyOf(accompaniment.mission);
  if (mission === undefined) return null;
  return (
    <div className="screen">
      <ScreenHead
        title={mission.title}
        under={<MissionLine accompaniment={accompaniment} mission={mission} />}
        actions={
          <>
            <Button icon="plus" onPress={() => void createSession()}>
              {sessions.create}
            </Button>
            <Button kind="main" icon="clock" onPress={() => goTo({ screen: 'time' })}>
              {overview.enterTime}
            </Button>
          </>
        }
      />
      <PhaseTimeline accompaniment={accompaniment} />
      <div className="overview-cards">
        <DaysCard accompaniment={accompaniment} />
        <NextSessionCard accompaniment={accompaniment} />
        <CirclesCard />
        <ToDoCard accompaniment={accompaniment} />
      </div>
    </div>
  );
}

function MissionLine({ accompaniment, mission }: { readonly accompaniment: Accompaniment; readonly mission: RecordOf<'mission'> }) {
  const { overview, frame, tables } = useTexts();
  const period = useMissionPeriod(mission);
  const organisations = Object.keys(accompaniment.organisations);
  const movesOf = movesByOrganisation(accompaniment);
  const core = organisations.filter((id) => circleOn(movesOf(id), today()) === 'core').length;
  const collective = organisations.length === 0 ? '' : ` · ${overview.line(organisations.length, core)}`;
  return (
    <>
      {frame.schemeLine(tables.mission.choices.scheme[mission.scheme], period)}
      {collective}
    </>
  );
}
