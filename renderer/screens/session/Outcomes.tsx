// What came out of the session: decisions, actions with who and when, disagreements on record.
import { memo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { agreedLevel } from '@domain/levels/for-readers.ts';
import type { Level } from '@domain/levels/level.ts';
import { decisionMark } from '@domain/numbering.ts';
import { inOrder } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { LevelField } from '../../forms/LevelField.tsx';
import { Button } from '../../kit/Button.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { useWanted } from '../../state/go-back.ts';
import { historyAction } from '../../state/history.ts';
import { onTables } from '../../state/on-tables.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { ActionRow } from './ActionRow.tsx';
import { type Kind, NewOutcome, placeOfRow } from './NewOutcome.tsx';
import type { SessionProps } from './SessionScreen.tsx';
import './outcomes.css';

/** `turn` is the key of the line being written: pressing again begins another. */
type Adding = { readonly kind: Kind; readonly turn: number } | null;

type Outcome =
  | { readonly kind: 'decision'; readonly record: RecordOf<'decisions'> }
  | { readonly kind: 'action'; readonly record: RecordOf<'actions'> }
  | { readonly kind: 'disagreement'; readonly record: RecordOf<'disagreements'> };

const TABLES = ['mission', 'sessions', 'decisions', 'actions', 'disagreements', 'people', 'organisations', 'circleMoves'] as const;
type Tables = (typeof TABLES)[number];

/** One line each; a new one is written at the foot and kept on Enter. */
export const Outcomes = onTables(TABLES, function Outcomes({ accompaniment, session }: SessionProps<Tables>) {
  const { session: texts } = useTexts();
  const [adding, setAdding] = useState<Adding>(null);
  const begin = (kind: Kind): void => setAdding({ kind, turn: (adding?.turn ?? 0) + 1 });
  const isHidden = (kind: Kind, place: string): boolean => adding?.kind !== kind && place === placeOfRow(kind, session.id);
  useWanted(
    (place) => isHidden('decision', place),
    () => begin('decision'),
  );
  useWanted(
    (place) => isHidden('action', place),
    () => begin('action'),
  );
  const outcomes = outcomesOf(accompaniment, session.id);
  return (
    <section className="session-part session-outcomes">
      <div className="session-part-head">
        <h2>{texts.outcomes}</h2>
      </div>
      {outcomes.length === 0 && adding === null ? <p className="quiet small">{texts.outcomesEmpty}</p> : null}
      <LongList
        items={outcomes}
        keyOf={({ record }) => record.id}
        height={37}
        label={texts.outcomes}
        classOf={() => 'outcome'}
        end={
          adding === null ? null : (
            <NewOutcome
              key={adding.turn}
              kind={adding.kind}
              accompaniment={accompaniment}
              session={session}
              onEnd={() => setAdding((now) => (now?.turn === adding.turn ? null : now))}
            />
          )
        }
      >
        {(outcome) => <OutcomeRow accompaniment={accompaniment} outcome={outcome} />}
      </LongList>
      <div className="session-part-foot">
        <Button kind="quiet" onPress={() => begin('decision')}>
          {texts.addDecision}
        </Button>
        <Button kind="quiet" onPress={() => begin('action')}>
          {texts.addAction}
        </Button>
      </div>
    </section>
  );
});

/** Decisions, then actions, then disagreements, each kind in its order. */
function outcomesOf(accompaniment: Pick<Accompaniment, Tables>, sessionId: string): readonly Outcome[] {
  const own = <R extends { readonly id: string; readonly sessionId: string | null; readonly order: string }>(
    rows: Readonly<Record<string, R>>,
  ): readonly R[] => inOrder(Object.values(rows).filter((row) => row.sessionId === sessionId));
  return [
    ...own(accompaniment.decisions).map((record) => ({ kind: 'decision' as const, record })),
    ...own(accompaniment.actions).map((record) => ({ kind: 'action' as const, record })),
    ...own(accompaniment.disagreements).map((record) => ({ kind: 'disagreement' as const, record })),
  ];
}

function OutcomeRow({ accompaniment, outcome }: { readonly accompaniment: Pick<Accompaniment, Tables>; readonly outcome: Outcome }) {
  if (outcome.kind === 'decision') return <DecisionRow decision={outcome.record} />;
  if (outcome.kind === 'action') return <ActionRow accompaniment={accompaniment} action={outcome.record} />;
  return <DisagreementRow disagreement={outcome.record} inherited={inheritedFor(accompaniment, outcome.record)} />;
}

const DecisionRow = memo(function DecisionRow({ decision }: { readonly decision: RecordOf<'decisions'> }) {
  const { session: texts, shell } = useTexts();
  const remove = () => void removeWithUndo({ table: 'decisions', id: decision.id, said: texts.decisionRemoved(decision.title) });
  return (
    <>
      <span className="outcome-kind">
        <Tag tone="good" isFixed>
          {texts.decision}
        </Tag>
        {decision.number === '' ? null : <span className="number small quiet">{decisionMark(decision.number)}</span>}
      </span>
      <InlineField of="decisions.title" record={decision} label={texts.decisionText} />
      <span className="outcome-adoption small quiet">
        <InlineField of="decisions.adoption" record={decision} placeholder={texts.adoptionPlaceholder} />
      </span>
      <Menu
        label={`${shell.more} (${decision.title})`}
        actions={[historyAction('decisions', decision.id), { id: 'remove', label: shell.remove, run: remove, isDanger: true }]}
      />
    </>
  );
});

function inheritedFor(accompaniment: Pick<Accompaniment, Tables>, { sessionId }: RecordOf<'disagreements'>): Level {
  return accompaniment.sessions[sessionId ?? '']?.level ?? agreedLevel(accompaniment);
}

type DisagreementRowProps = { readonly disagreement: RecordOf<'disagreements'>; readonly inherited: Level };

const DisagreementRow = memo(function DisagreementRow({ disagreement, inherited }: DisagreementRowProps) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  return (
    <>
      <Tag tone="warn" isFixed>
        {texts.disagreement}
      </Tag>
      <span className="outcome-words">{disagreement.title}</span>
      {disagreement.reviewOn === null ? null : (
        <span className="small quiet">{texts.reviewedOn(formatDate(disagreement.reviewOn, 'plain', locale))}</span>
      )}
      <span className="small quiet">
        <LevelField
          of="disagreements.level"
          record={disagreement}
          inherited={inherited}
          isOfSession={disagreement.sessionId !== null}
          isInline
        />
      </span>
    </>
  );
});
