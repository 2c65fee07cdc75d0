// Both sides of a file that another hand has changed, how they differ, and the three answers. The first one loses nothing.
import { useState } from 'react';
import type { Conflict, ConflictAnswer, ConflictSide } from '@contract/channels.ts';
import { Button } from '../kit/Button.tsx';
import { useMoment } from '../state/moment.ts';
import { answerConflict } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';
import { Differences } from './Differences.tsx';

type ChoicesProps = { readonly conflict: Conflict; readonly onDone: () => void };

/** None of them overwrites anything that is not kept elsewhere first. */
export function ConflictChoices({ conflict, onDone }: ChoicesProps) {
  const { conflict: texts } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const answer = async (given: ConflictAnswer): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await answerConflict(given);
    setBusy(false);
    if (isDone) onDone();
  };
  return (
    <>
      <div className="conflict-sides">
        <Side title={texts.mine} side={conflict.mine} under={conflict.unsaved === 0 ? '' : texts.unsaved(conflict.unsaved)} />
        <Side title={texts.theirs} side={conflict.theirs} under="" />
      </div>
      <h3>{texts.differences}</h3>
      <Differences differences={conflict.differences} sentence={texts.difference} none={texts.none} />
      <ul className="conflict-answers">
        <Answer label={texts.both} text={texts.bothText} isMain onPress={() => void answer('both')} />
        <Answer label={texts.takeTheirs} text={texts.takeTheirsText} onPress={() => void answer('theirs')} />
        <Answer label={texts.keepMine} text={texts.keepMineText} onPress={() => void answer('mine')} />
      </ul>
      <div className="dialog-buttons">
        <Button kind="quiet" onPress={onDone}>
          {texts.later}
        </Button>
      </div>
    </>
  );
}

function Side({ title, side, under }: { readonly title: string; readonly side: ConflictSide; readonly under: string }) {
  const { conflict: texts } = useTexts();
  const moment = useMoment();
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      <p className="small number">{texts.savedBy(side.savedBy, moment(side.savedAt))}</p>
      {under === '' ? null : <p className="small number">{under}</p>}
    </div>
  );
}

type AnswerProps = { readonly label: string; readonly text: string; readonly isMain?: boolean; readonly onPress: () => void };

function Answer({ label, text, isMain, onPress }: AnswerProps) {
  return (
    <li>
      <Button kind={isMain ? 'main' : 'plain'} isWide onPress={onPress}>
        {label}
      </Button>
      <span className="small quiet">{text}</span>
    </li>
  );
}
