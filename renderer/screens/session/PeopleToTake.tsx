// Who is going to be added to a session, shown before it is done: what is in doubt first, with a choice.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { isThere, type PeopleBook, type PersonChoice, type PersonRead } from '@domain/session/read-people.ts';
import { Button } from '../../kit/Button.tsx';
import { LineQuestion } from '../../kit/LineQuestion.tsx';
import { Select } from '../../kit/Select.tsx';
import { useTexts } from '../../state/texts.ts';
import { choiceWords, doubtWords } from './person-words.ts';

type PeopleToTakeProps = {
  readonly reads: readonly PersonRead[];
  readonly book: PeopleBook;
  readonly accompaniment: Pick<Accompaniment, 'people' | 'organisations'>;
  readonly onTake: (choices: readonly PersonChoice[]) => void;
  readonly onEnd: () => void;
};

export function PeopleToTake({ reads, book, accompaniment, onTake, onEnd }: PeopleToTakeProps) {
  const { session: texts } = useTexts();
  const [chosen, setChosen] = useState<ReadonlyMap<PersonRead, number>>(new Map());
  const doubts = useFirstInFocus();
  const choiceOf = (read: PersonRead): PersonChoice => read.choices[chosen.get(read) ?? 0] ?? read.choices[0];
  const there = reads.filter((read) => isThere(book, choiceOf(read)));
  const doubted = reads.filter(({ doubt, choices }) => doubt !== null && !choices.every((choice) => isThere(book, choice)));
  const sure = reads.filter((read) => !doubted.includes(read) && !there.includes(read));
  const taken = reads.map(choiceOf).filter((choice) => !isThere(book, choice));
  return (
    <LineQuestion
      title={texts.peopleTitle(reads.length)}
      onEnd={onEnd}
      answers={
        <Button kind="main" autoFocus={doubted.length === 0} isDisabled={taken.length === 0} onPress={() => onTake(taken)}>
          {texts.peopleTake(taken.length)}
        </Button>
      }
    >
      <div ref={doubts}>
        {doubted.map((read) => (
          <div key={keyOf(read)} className="person-doubt">
            <p className="small person-doubt-why">{doubtWords(accompaniment, read)}</p>
            <Select
              label={texts.personWho(read.name, read.structure)}
              options={read.choices.map((choice, index) => ({ id: String(index), label: choiceWords(accompaniment, choice) }))}
              value={String(chosen.get(read) ?? 0)}
              onChange={(index) => setChosen(new Map(chosen).set(read, Number(index)))}
            />
          </div>
        ))}
      </div>
      {sure.length === 0 ? null : (
        <ol className="small">
          {sure.map((read) => (
            <li key={keyOf(read)}>
              {read.name} <span className="quiet">{choiceWords(accompaniment, choiceOf(read))}</span>
            </li>
          ))}
        </ol>
      )}
      {there.length === 0 ? null : <p className="small quiet">{texts.peopleThere(there.map(({ name }) => name).join(', '))}</p>}
    </LineQuestion>
  );
}

/** What is in doubt is looked at before Enter adds anybody. @returns where the doubts stand */
function useFirstInFocus(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return box;
}

/** Each is read once. */
function keyOf({ name, structure }: PersonRead): string {
  return `${name}\n${structure}`;
}
