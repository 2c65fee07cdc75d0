// What came out of the session: decisions, actions with who and when, disagreements on record.
import { useState } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/report/session-report.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Button } from '../../kit/Button.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useNewLine } from '../../state/new-line.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { ActionRow } from './ActionRow.tsx';
import type { SessionProps } from './SessionScreen.tsx';

/** `turn` names the line being written: pressing again begins another one. */
type Adding = { readonly kind: 'decision' | 'action'; readonly turn: number } | null;

/** One line each; a new one is written at the foot and kept on Enter. */
export function Outcomes({ accompaniment, session }: SessionProps) {
  const { session: texts } = useTexts();
  const [adding, setAdding] = useState<Adding>(null);
  const begin = (kind: 'decision' | 'action'): void => setAdding({ kind, turn: (adding?.turn ?? 0) + 1 });
  const own = <R extends { readonly sessionId: string | null; readonly order: string }>(rows: Readonly<Record<string, R>>): readonly R[] =>
    inOrder(Object.values(rows).filter((row) => row.sessionId === session.id));
  const decisions = own(accompaniment.decisions);
  const actions = own(accompaniment.actions);
  const disagreements = own(accompaniment.disagreements);
  const isEmpty = decisions.length + actions.length + disagreements.length === 0;
  return (
    <section className="session-part session-outcomes">
      <div className="session-part-head">
        <h2>{texts.outcomes}</h2>
        <span className="grow" />
        <Button kind="quiet" onPress={() => begin('decision')}>
          {texts.addDecision}
        </Button>
        <Button kind="quiet" onPress={() => begin('action')}>
          {texts.addAction}
        </Button>
      </div>
      {isEmpty && adding === null ? <p className="quiet small">{texts.outcomesEmpty}</p> : null}
      <ul>
        {decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} />
        ))}
        {actions.map((action) => (
          <ActionRow key={action.id} accompaniment={accompaniment} action={action} />
        ))}
        {disagreements.map((disagreement) => (
          <DisagreementRow key={disagreement.id} disagreement={disagreement} />
        ))}
        {adding === null ? null : <NewRow key={adding.turn} kind={adding.kind} sessionId={session.id} onEnd={() => setAdding(null)} />}
      </ul>
    </section>
  );
}

function DecisionRow({ decision }: { readonly decision: RecordOf<'decisions'> }) {
  const { session: texts, shell } = useTexts();
  const remove = () => void removeWithUndo({ table: 'decisions', id: decision.id, said: texts.removeDecision(decision.title) });
  return (
    <li className="outcome">
      <Tag tone="good" isFixed>
        {texts.decision}
      </Tag>
      <InlineText label={texts.decisionText} value={decision.title} maxLength={2000} keep={(title) => update('decisions', decision.id, { title })} />
      <span className="outcome-adoption small quiet">
        <InlineText
          label={texts.decisionAdoption}
          value={decision.adoption}
          placeholder={texts.adoptionPlaceholder}
          maxLength={300}
          keep={(adoption) => update('decisions', decision.id, { adoption })}
        />
      </span>
      <Menu label={`${shell.more} (${decision.title})`} actions={[{ id: 'remove', label: shell.remove, run: remove, isDanger: true }]} />
    </li>
  );
}

function DisagreementRow({ disagreement }: { readonly disagreement: RecordOf<'disagreements'> }) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  return (
    <li className="outcome">
      <Tag tone="warn" isFixed>
        {texts.disagreement}
      </Tag>
      <span className="outcome-words">{disagreement.title}</span>
      {disagreement.reviewOn === null ? null : (
        <span className="small quiet">{texts.reviewedOn(formatDate(disagreement.reviewOn, 'plain', locale))}</span>
      )}
    </li>
  );
}

type NewRowProps = { readonly kind: 'decision' | 'action'; readonly sessionId: string; readonly onEnd: () => void };

function NewRow({ kind, sessionId, onEnd }: NewRowProps) {
  const { session: texts } = useTexts();
  const line = useNewLine({ onAdd: (title) => create(kind === 'decision' ? 'decisions' : 'actions', { sessionId, title }), onEnd });
  return (
    <li className="outcome">
      <Tag tone={kind === 'decision' ? 'good' : 'accent'} isFixed>
        {kind === 'decision' ? texts.decision : texts.action}
      </Tag>
      <input
        className="field-input outcome-new"
        aria-label={kind === 'decision' ? texts.addDecision : texts.addAction}
        maxLength={2000}
        autoFocus
        {...line}
      />
    </li>
  );
}
