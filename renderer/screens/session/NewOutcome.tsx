// The line at the foot of the outcomes, in which the next decision or action is written.
import { useId, useMemo, useRef } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { type Owner, ownersIn } from '@domain/session/owners.ts';
import { type ActionLine, type NameLeft, readActionLine } from '@domain/session/read-action-line.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { longestOf } from '../../forms/field-path.ts';
import { pasteInto } from '../../kit/paste.ts';
import { Tag } from '../../kit/Tag.tsx';
import { create } from '../../state/edit.ts';
import { say } from '../../state/messages.ts';
import { useNewLine } from '../../state/new-line.ts';
import { failureSentence, texts as textsNow, useTexts } from '../../state/texts.ts';
import { useToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { OwnerList, useOwnerList } from './OwnerList.tsx';

/** What can be written there, and where it goes. */
const TABLE_OF = { decision: 'decisions', action: 'actions' } as const;
export type Kind = keyof typeof TABLE_OF;

type Tables = 'people' | 'organisations' | 'circleMoves';
type NewLineProps = {
  readonly accompaniment: Pick<Accompaniment, Tables>;
  readonly session: Pick<RecordOf<'sessions'>, 'id' | 'date'>;
  readonly onEnd: () => void;
};

/** @returns where a refused line is found again */
export function placeOfRow(kind: Kind, sessionId: string): string {
  return `${TABLE_OF[kind]}/${sessionId}`;
}

/** A decision is a text; an action also says who and when. */
export function NewOutcome({ kind, ...props }: NewLineProps & { readonly kind: Kind }) {
  return kind === 'decision' ? <NewDecision {...props} /> : <NewAction {...props} />;
}

function NewDecision({ session, onEnd }: NewLineProps) {
  const { session: texts } = useTexts();
  const longest = longestOf('decisions.title');
  const add = (title: string) => create('decisions', { sessionId: session.id, title });
  const line = useNewLine({ place: placeOfRow('decision', session.id), label: texts.addDecision, onAdd: add, onEnd });
  return (
    <li className="outcome">
      <Tag tone="good" isFixed>
        {texts.decision}
      </Tag>
      <input
        className="field-input outcome-new"
        autoComplete="off"
        aria-label={texts.addDecision}
        maxLength={longest}
        onPaste={pasteInto({ isMultiline: false, longest })}
        autoFocus
        {...line}
      />
    </li>
  );
}

function NewAction({ accompaniment, session, onEnd }: NewLineProps) {
  const { session: texts } = useTexts();
  const longest = longestOf('actions.title');
  const { owners, read } = useActionReader({ accompaniment, session });
  const line = useNewLine({
    place: placeOfRow('action', session.id),
    label: texts.addAction,
    onAdd: (typed) => addAction(session.id, read(typed)),
    onEnd,
  });
  const input = useRef<HTMLInputElement>(null);
  const readingId = useId();
  const { list, over } = useOwnerList({ owners, text: line.value, input });
  return (
    <li className="outcome outcome-writing">
      <Tag tone="accent" isFixed>
        {texts.action}
      </Tag>
      <div className="outcome-new">
        <input
          ref={input}
          className="field-input"
          autoComplete="off"
          aria-label={texts.addAction}
          aria-describedby={readingId}
          placeholder={texts.actionPlaceholder}
          maxLength={longest}
          onPaste={pasteInto({ isMultiline: false, longest })}
          autoFocus
          {...line}
          {...over(line)}
        />
        <Reading id={readingId} line={read(line.value)} isNaming={list.options.length > 0} />
        <OwnerList list={list} />
      </div>
    </li>
  );
}

function useActionReader({ accompaniment, session }: Omit<NewLineProps, 'onEnd'>) {
  const locale = useLocale();
  const today = useToday();
  const { people, organisations, circleMoves } = accompaniment;
  const owners = useMemo(() => ownersIn({ people, organisations, circleMoves }, today), [people, organisations, circleMoves, today]);
  const read = (typed: string): ActionLine => readActionLine(typed, { owners, today, locale, near: session.date });
  return { owners, read };
}

/** Keeps the action; a name that was not understood is in its text, and is said. */
async function addAction(sessionId: string, { title, owner, dueOn, namesLeft }: ActionLine) {
  const { personId = null, organisationId = null } = owner ?? {};
  const changes = await create('actions', { sessionId, title, personId, organisationId, dueOn });
  if (changes !== null) for (const left of namesLeft) say('accent', sentenceOf(left));
  return changes;
}

type ReadingProps = { readonly id: string; readonly line: ActionLine; readonly isNaming: boolean };

/** What was understood, while one types; of a name that is being chosen from the list, nothing is said yet. */
function Reading({ id, line, isNaming }: ReadingProps) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  const { owner, dueOn, noDay, namesLeft } = line;
  const who = owner === null ? '' : nameOf(owner);
  const understood = [
    owner?.hasLeft === true ? texts.actionLeft(who) : who,
    dueOn === null ? '' : formatDate(dueOn, 'full', locale),
  ].filter((part) => part !== '');
  const left = [...(isNaming ? [] : namesLeft.map(sentenceOf)), ...(noDay === null ? [] : [failureSentence(noDay)])];
  return (
    <div id={id} className="outcome-reading small" aria-live="polite">
      {understood.length === 0 ? null : <p className="quiet">{understood.join(' · ')}</p>}
      {left.map((sentence) => (
        <p key={sentence} className="outcome-left">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function nameOf({ name, structure }: Owner): string {
  return structure === '' ? name : `${name}, ${structure}`;
}

/** Of many who have a name, the first are enough. */
const MOST_NAMED = 3;

function sentenceOf(left: NameLeft): string {
  const { session } = textsNow();
  if (left.why === 'unknown') return session.nameUnknown(left.name);
  if (left.why === 'second') return session.nameSecond(left.name);
  return session.nameAmbiguous(left.name, left.among.slice(0, MOST_NAMED).map(nameOf).join(session.nameOr));
}
