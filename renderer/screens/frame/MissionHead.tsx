// The head of the frame: the title of the mission, its scheme and its period.
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useMissionPeriod } from '../../state/mission-period.ts';
import { useTexts } from '../../state/texts.ts';

type MissionProps = { readonly mission: RecordOf<'mission'> };

export function MissionHead({ mission }: MissionProps) {
  const { frame, sessions } = useTexts();
  return (
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
  );
}

function MissionLine({ mission }: MissionProps) {
  const { frame, words } = useTexts();
  const period = useMissionPeriod(mission);
  return <>{frame.schemeLine(words.schemeLong[mission.scheme], period)}</>;
}
