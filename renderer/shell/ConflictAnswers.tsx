// The answers to a file that another hand has changed. The first one loses nothing.
import { useState } from 'react';
import type { ConflictAnswer } from '@contract/conflict.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { Button } from '../kit/Button.tsx';
import { answerConflict } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';

type AnswersProps = {
  readonly answers: readonly ConflictAnswer[];
  /** Of a file that got another key meanwhile; `null` as a rule. */
  readonly secret: VaultSecret | null;
  /** Something else comes first. */
  readonly isSecond?: boolean;
  readonly onDone: () => void;
};

/** None of them overwrites anything that is not kept elsewhere first. */
export function ConflictAnswers({ answers, secret, isSecond = false, onDone }: AnswersProps) {
  const { conflict: texts } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const give = async (answer: ConflictAnswer): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await answerConflict(answer, secret);
    setBusy(false);
    if (isDone) onDone();
  };
  return (
    <>
      <ul className="conflict-answers">
        {answers.map((answer, place) => (
          <li key={answer}>
            <Button kind={place === 0 && !isSecond ? 'main' : 'plain'} isWide onPress={() => void give(answer)}>
              {wordsOf(answer, texts, secret)[0]}
            </Button>
            <span className="small quiet">{wordsOf(answer, texts, secret)[1]}</span>
          </li>
        ))}
      </ul>
      <div className="dialog-buttons">
        <Button kind="quiet" onPress={onDone}>
          {texts.later}
        </Button>
      </div>
    </>
  );
}

/** @returns what the button says, and what comes of it */
function wordsOf(answer: ConflictAnswer, texts: Catalogue['conflict'], secret: VaultSecret | null): readonly [string, string] {
  switch (answer) {
    case 'both':
      return [texts.both, texts.bothText];
    case 'theirs':
      return [texts.takeTheirs, texts.takeTheirsText];
    case 'mine':
      return [texts.keepMine, secret === null ? texts.keepMineText : texts.keepMineRekeyedText];
  }
}
