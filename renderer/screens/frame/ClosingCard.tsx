// The closing of the mission: report and its circulation, tools handed over, evidence, disposal, meetings afterwards.
import type { Accompaniment } from '@domain/document.ts';
import { closingGaps } from '@domain/overview/closing.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { useWindow } from '../../state/window-state.ts';
import { useTexts } from '../../state/texts.ts';
import { FollowUps } from './FollowUps.tsx';
import { MissionText } from './MissionCard.tsx';
import { Tools } from './Tools.tsx';

type ClosingProps = { readonly accompaniment: Accompaniment; readonly mission: RecordOf<'mission'> };

/** Says what is missing, but blocks nothing. */
export function ClosingCard({ accompaniment, mission }: ClosingProps) {
  const { frame } = useTexts();
  const gaps = closingGaps(accompaniment);
  return (
    <Card title={frame.closing} aside={mission.closedOn === null ? null : <Tag tone="good">{frame.closed}</Tag>}>
      <div className="mission">
        <div className="mission-prose">
          <section>
            <h3>{frame.tools}</h3>
            <Tools accompaniment={accompaniment} />
          </section>
          <section>
            <h3>{frame.followUps}</h3>
            <FollowUps accompaniment={accompaniment} />
          </section>
          {gaps.length === 0 ? null : (
            <Notice tone={mission.closedOn === null ? 'sunken' : 'warn'}>
              {frame.closingMissing}
              {'\u202f: '}
              {gaps.map((gap) => frame.closingGaps[gap]).join(', ')}.
            </Notice>
          )}
        </div>
        <ClosingFacts mission={mission} />
      </div>
    </Card>
  );
}

function ClosingFacts({ mission }: Pick<ClosingProps, 'mission'>) {
  const { frame } = useTexts();
  const isPresenting = useWindow((state) => state.isPresenting);
  return (
    <div className="field-stack">
      <InlineField of="mission.reportGivenOn" record={mission} label={frame.reportGivenOn} />
      <MissionText of="mission.circulation" mission={mission} label={frame.circulation} placeholder={frame.circulationEmpty} />
      <InlineField of="mission.circulationAgreedOn" record={mission} label={frame.circulationAgreedOn} />
      <InlineField of="mission.evidenceCompleteOn" record={mission} label={frame.evidenceCompleteOn} />
      <InlineField of="mission.evidenceUntil" record={mission} label={frame.evidenceUntil} hint={frame.evidenceUntilHint} />
      <InlineField
        of="mission.disposalOn"
        record={mission}
        label={frame.disposalOn}
        {...(isPresenting ? {} : { hint: frame.disposalHint })}
      />
      <InlineField of="mission.closedOn" record={mission} label={frame.closedOn} />
    </div>
  );
}
