// Both sides of a file that another person or program has changed, how they differ, and the three answers.
import type { Conflict, ConflictAnswer, ConflictSide } from '@contract/conflict.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { useMoment } from '../state/moment.ts';
import { useTexts } from '../state/texts.ts';
import { ConflictAnswers } from './ConflictAnswers.tsx';
import { Differences } from './Differences.tsx';

type ChoicesProps = {
  readonly conflict: Conflict;
  /** The secret of the file, if it got another key meanwhile; usually `null`. */ readonly secret: VaultSecret | null;
  readonly onDone: () => void;
};

const ALL: readonly ConflictAnswer[] = ['both', 'theirs', 'mine'];

/** Shows both sides next to each other, then the answers. */
export function ConflictChoices({ conflict, secret, onDone }: ChoicesProps) {
  const { conflict: texts } = useTexts();
  return (
    <>
      <div className="conflict-sides">
        <Side title={texts.mine} side={conflict.mine} under={conflict.unsaved === 0 ? '' : texts.unsaved(conflict.unsaved)} />
        <Side title={texts.theirs} side={conflict.theirs} under="" />
      </div>
      <h3>{texts.differences}</h3>
      <Differences differences={conflict.differences} sentence={texts.difference} none={texts.none} />
      <ConflictAnswers answers={ALL} secret={secret} onDone={onDone} />
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
