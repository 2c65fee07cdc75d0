// The closing of the mission: report and its circulation, tools handed over, evidence, disposal, meetings afterwards.
import type { Accompaniment } from '@domain/document.ts';
import { closingGaps } from '@domain/overview/closing.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import { Card } from '../../kit/Card.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { FollowUps } from './FollowUps.tsx';
import { Tools } from './Tools.tsx';

type ClosingProps = { readonly accompaniment: Accompaniment; readonly mission: RecordOf<'mission'> };

/** Says what is missing, and bars nothing. */
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

type DateName = 'reportGivenOn' | 'circulationAgreedOn' | 'evidenceCompleteOn' | 'evidenceUntil' | 'disposalOn' | 'closedOn';

function ClosingFacts({ mission }: Pick<ClosingProps, 'mission'>) {
  const { frame } = useTexts();
  const keep = (fields: Partial<FieldsOf<'mission'>>) => update('mission', mission.id, fields);
  const dated = (name: DateName, hint?: string) => (
    <DateField
      key={name}
      label={frame[name]}
      value={mission[name]}
      onChange={(date) => void keep({ [name]: date })}
      isClearable
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <div className="field-stack">
      {dated('reportGivenOn')}
      <section>
        <h3>{frame.circulation}</h3>
        <InlineText
          label={frame.circulation}
          value={mission.circulation}
          placeholder={frame.circulationEmpty}
          maxLength={1000}
          keep={(circulation) => keep({ circulation })}
        />
      </section>
      {dated('circulationAgreedOn')}
      {dated('evidenceCompleteOn')}
      {dated('evidenceUntil', frame.evidenceUntilHint)}
      {dated('disposalOn', frame.disposalHint)}
      {dated('closedOn')}
    </div>
  );
}
