// The line in which people are added to a session: `Nom, Structure`, one by one or pasted as a list.
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { namedIn } from '@domain/session/named-people.ts';
import { peopleBook, type PersonChoice, type PersonRead, readPeople } from '@domain/session/read-people.ts';
import { pasteInto } from '../../kit/paste.ts';
import { Proposals, useProposals } from '../../kit/Proposals.tsx';
import { keyOf } from '../../state/keys.ts';
import { say } from '../../state/messages.ts';
import { useNewLine } from '../../state/new-line.ts';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly } from '../../state/window-state.ts';
import { addPeople, LONGEST_PERSON, namedPasted, refusalOf } from './add-people.ts';
import { PeopleToTake } from './PeopleToTake.tsx';
import { firstOf, proposedPeople } from './person-proposals.ts';
import { firstWords, readingWords } from './person-words.ts';
import type { SessionProps } from './SessionScreen.tsx';

type Tables = 'attendances' | 'people' | 'organisations';

/** While the file is only read, there is nothing to add. */
export function NewParticipant(props: SessionProps<Tables>) {
  return useReadOnly() ? null : <ParticipantLine {...props} />;
}

/** Enter adds; where there is a doubt it asks. */
function ParticipantLine({ accompaniment, session }: SessionProps<Tables>) {
  const { session: texts } = useTexts();
  const [asked, setAsked] = useState<readonly PersonRead[] | null>(null);
  const { line, reading, list, marks, onKeyDown, forget, book } = useParticipantLine({ accompaniment, session }, setAsked);
  const input = useRef<HTMLInputElement>(null);
  const readingId = useId();
  const end = (): void => {
    setAsked(null);
    input.current?.focus();
  };
  const takeAll = async (choices: readonly PersonChoice[]): Promise<void> => {
    if (!(await addPeople(session.id, choices))) return;
    forget();
    end();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const named = namedPasted(event.clipboardData.getData('text/plain'));
    if (named.length < 2) {
      pasteInto({ isMultiline: false, longest: LONGEST_PERSON })(event);
      return;
    }
    event.preventDefault();
    const refusal = refusalOf(named);
    if (refusal === null) setAsked(readPeople(named, book));
    else say('bad', refusal);
  };
  return (
    <div className="new-participant">
      <input
        ref={input}
        {...line}
        {...marks}
        className="field-input"
        autoComplete="off"
        aria-label={texts.addPerson}
        aria-describedby={readingId}
        placeholder={texts.personPlaceholder}
        maxLength={LONGEST_PERSON}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={asked === null ? line.onBlur : undefined}
      />
      <p id={readingId} className="new-participant-reading small quiet" aria-live="polite">
        {reading}
      </p>
      <Proposals list={list} label={texts.peopleProposed} />
      {asked === null ? null : (
        <PeopleToTake reads={asked} book={book} accompaniment={accompaniment} onTake={(choices) => void takeAll(choices)} onEnd={end} />
      )}
    </div>
  );
}

/** What is typed in the line, what it is read as, and who is proposed for it. */
function useParticipantLine({ accompaniment, session }: SessionProps<Tables>, ask: (reads: readonly PersonRead[]) => void) {
  const { session: texts } = useTexts();
  const { people, organisations, attendances } = accompaniment;
  const book = useMemo(
    () => peopleBook({ people, organisations, attendances }, session.id),
    [people, organisations, attendances, session.id],
  );
  const [closed, setClosed] = useState('');
  const read = (typed: string): PersonRead | undefined => readPeople([namedIn(typed)], book)[0];
  const add = async (typed: string): Promise<readonly unknown[] | null> => {
    const one = read(typed);
    // what is in doubt stays in the line, with its question below
    const isAdded = one !== undefined && one.doubt === null && (await addPeople(session.id, [one.choices[0]]));
    return isAdded ? [] : null;
  };
  const { field: line, forget } = useNewLine({
    place: `attendances/${session.id}`,
    label: texts.addPerson,
    onAdd: add,
    onEnd: () => undefined,
  });
  const take = async ({ doubt, choices }: PersonRead): Promise<void> => {
    if (doubt === null && (await addPeople(session.id, [choices[0]]))) forget();
  };
  const isClosed = line.value.trim() === '' || line.value === closed;
  const typed = line.value.trim() === '' ? undefined : read(line.value);
  const options = isClosed ? [] : proposedPeople(line.value, accompaniment, book);
  const { list, marks, isForList } = useProposals({
    options,
    first: firstOf(options, typed),
    typed: line.value,
    take: ({ read: meant }) => (meant.doubt === null ? void take(meant) : ask([meant])),
    close: () => setClosed(line.value),
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isForList(event)) return;
    const one = keyOf(event) === 'Enter' ? read(line.value) : undefined;
    if (one === undefined || one.doubt === null) {
      line.onKeyDown(event);
      return;
    }
    event.preventDefault();
    ask([one]);
  };
  const reading = typed === undefined ? '' : readingWords(accompaniment, book, typed);
  const isTaken = options.length === 1 && list.index === 0 && typed?.doubt === 'begun';
  return { line, list, marks, onKeyDown, forget, book, reading: isTaken ? firstWords(accompaniment, typed) : reading };
}
