// The possible answers when another person or program has changed the file. The first one loses nothing.
import { useState } from 'react';
import type { ConflictAnswer } from '@contract/conflict.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { Button } from '../kit/Button.tsx';
import { answerConflict } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';

type AnswersProps = {
  readonly answers: readonly ConflictAnswer[];
  /** The secret of the file, if it got another key meanwhile; usually `null`. */
  readonly secret: VaultSecret | null;
  /** Something else comes first, so none of these is the main button. */
  readonly isSecond?: boolean;
  readonly onDone: () => void;
};

/** None of the answers overwrites anything before it is kept elsewhere. */
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

/** @returns the label of the button, and what the answer leads to */
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
