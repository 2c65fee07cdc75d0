// The overview: where the accompaniment stands today, what comes next, what is late and why.
import { circleOn, movesByOrganisation } from '@domain/collective/circles.ts';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { onlyOf, type RecordOf } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { goTo } from '../../state/navigation.ts';
import { useMissionPeriod } from '../../state/mission-period.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
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
      <HandedOver mission={mission} />
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

/** Where a copy that was handed over comes from; and to whoever made it, which file is their own. */
function HandedOver({ mission }: { readonly mission: RecordOf<'mission'> }) {
  const { register } = useTexts();
  const locale = useLocale();
  const own = useWindow(({ project }) => project?.handedOverFrom ?? null);
  if (mission.handedOverOn === null) return null;
  return (
    <OutsidePresentation>
      <Notice tone={own === null ? 'sunken' : 'warn'} icon="document" isAnnounced>
        {own === null
          ? register.handedOver(mission.handedOverBy, formatDate(mission.handedOverOn, 'long', locale))
          : register.ownHandOver(own)}
      </Notice>
    </OutsidePresentation>
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
