// The line at the foot of the outcomes, in which the next decision or action is written.
import { useId, useMemo, useRef } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { type Owner, ownersIn } from '@domain/session/owners.ts';
import { type ActionLine, type NameLeft, readActionLine } from '@domain/session/read-action-line.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { longestOf } from '../../forms/field-path.ts';
import { Tag } from '../../kit/Tag.tsx';
import { create } from '../../state/edit.ts';
import { say } from '../../state/messages.ts';
import { useNewLine } from '../../state/new-line.ts';
import { failureSentence, texts as textsNow, useTexts } from '../../state/texts.ts';
import { useToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { PastedLines, type ReadLine, usePastedLines } from './PastedLines.tsx';
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
  const { field: line } = useNewLine({ place: placeOfRow('decision', session.id), label: texts.addDecision, onAdd: add, onEnd });
  const input = useRef<HTMLInputElement>(null);
  const { asked, onPaste } = usePastedLines({ kind: 'decision', sessionId: session.id, longest, read: asDecision, input });
  return (
    <li className="outcome outcome-writing">
      <Tag tone="good" isFixed>
        {texts.decision}
      </Tag>
      <div className="outcome-new">
        <input
          ref={input}
          className="field-input"
          autoComplete="off"
          aria-label={texts.addDecision}
          maxLength={longest}
          autoFocus
          {...line}
          onPaste={onPaste}
          onBlur={asked === null ? line.onBlur : undefined}
        />
        {asked === null ? null : <PastedLines {...asked} />}
      </div>
    </li>
  );
}

function NewAction({ accompaniment, session, onEnd }: NewLineProps) {
  const { session: texts } = useTexts();
  const longest = longestOf('actions.title');
  const { owners, read, readPasted } = useActionReader({ accompaniment, session });
  const add = (typed: string) => addAction(session.id, read(typed));
  const { field: line } = useNewLine({ place: placeOfRow('action', session.id), label: texts.addAction, onAdd: add, onEnd });
  const input = useRef<HTMLInputElement>(null);
  const readingId = useId();
  const { list, over } = useOwnerList({ owners, text: line.value, input });
  const whole = { ...line, ...over(line) };
  const pasting = { kind: 'action', sessionId: session.id, longest, read: readPasted, input } as const;
  const { asked, onPaste } = usePastedLines(pasting);
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
          autoFocus
          {...whole}
          onPaste={onPaste}
          onBlur={asked === null ? whole.onBlur : undefined}
        />
        <Reading id={readingId} line={read(line.value)} isNaming={list.options.length > 0} />
        <OwnerList list={list} />
        {asked === null ? null : <PastedLines {...asked} />}
      </div>
    </li>
  );
}

function asDecision(title: string): ReadLine {
  return { line: { title, personId: null, organisationId: null, dueOn: null }, words: '' };
}

function asAction({ title, owner, dueOn }: ActionLine) {
  return { title, personId: owner?.personId ?? null, organisationId: owner?.organisationId ?? null, dueOn };
}

function useActionReader({ accompaniment, session }: Omit<NewLineProps, 'onEnd'>) {
  const locale = useLocale();
  const today = useToday();
  const { people, organisations, circleMoves } = accompaniment;
  const owners = useMemo(() => ownersIn({ people, organisations, circleMoves }, today), [people, organisations, circleMoves, today]);
  const read = (typed: string): ActionLine => readActionLine(typed, { owners, today: session.date, locale });
  const readPasted = (typed: string): ReadLine => {
    const line = read(typed);
    return { line: asAction(line), words: [understoodOf(line, locale), ...notUnderstood(line)].filter((part) => part !== '').join(' · ') };
  };
  return { owners, read, readPasted };
}

/** Keeps the action; a name that was not understood is in its text, and is said. */
async function addAction(sessionId: string, line: ActionLine) {
  const changes = await create('actions', { sessionId, ...asAction(line) });
  if (changes !== null) for (const left of line.namesLeft) say('accent', sentenceOf(left));
  return changes;
}

type ReadingProps = { readonly id: string; readonly line: ActionLine; readonly isNaming: boolean };

/** What was understood, while one types; of a name that is being chosen from the list, nothing is said yet. */
function Reading({ id, line, isNaming }: ReadingProps) {
  const understood = understoodOf(line, useLocale());
  const left = notUnderstood(isNaming ? { ...line, namesLeft: [] } : line);
  return (
    <div id={id} className="outcome-reading small" aria-live="polite">
      {understood === '' ? null : <p className="quiet">{understood}</p>}
      {left.map((sentence) => (
        <p key={sentence} className="outcome-left">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function notUnderstood({ namesLeft, noDay }: Pick<ActionLine, 'namesLeft' | 'noDay'>): readonly string[] {
  return [...namesLeft.map(sentenceOf), ...(noDay === null ? [] : [failureSentence(noDay)])];
}

/** Who and when, in words. */
function understoodOf({ owner, dueOn }: Pick<ActionLine, 'owner' | 'dueOn'>, locale: Locale): string {
  const who = owner === null ? '' : nameOf(owner);
  const said = owner?.hasLeft === true ? textsNow().session.actionLeft(who) : who;
  return [said, dueOn === null ? '' : formatDate(dueOn, 'full', locale)].filter((part) => part !== '').join(' · ');
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
