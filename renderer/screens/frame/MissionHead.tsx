// The head of the frame: the title of the mission, its scheme and its period.
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

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
  const locale = useLocale();
  const { startsOn, endsOn } = mission;
  const period =
    startsOn === null || endsOn === null
      ? frame.noPeriod
      : frame.periodLine(formatDate(startsOn, 'plain', locale), formatDate(endsOn, 'long', locale));
  return <>{frame.schemeLine(words.schemeLong[mission.scheme], period)}</>;
}
