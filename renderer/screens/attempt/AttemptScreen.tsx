// A file that could not be opened normally: why, what is safe, and what can be done.
import type { Attempt } from '@contract/attempt.ts';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { DamagedFile } from './DamagedFile.tsx';
import { HeldFile } from './HeldFile.tsx';
import { NewerJournal } from './NewerJournal.tsx';
import { OlderFile } from './OlderFile.tsx';
import { SealedFile } from './SealedFile.tsx';
import { UnprotectedFile } from './UnprotectedFile.tsx';
import './attempt.css';

const KINDS = {
  'file-locked': 'locked',
  'file-sealed': 'sealed',
  'file-not-found': 'gone',
  'file-older': 'older',
  'journal-newer': 'newerJournal',
  'protection-lost': 'unprotected',
} as const satisfies Partial<Record<Failure['code'], string>>;

function kindOf({ code }: Failure) {
  return code in KINDS ? KINDS[code as keyof typeof KINDS] : 'damaged';
}

function Choices({ attempt }: { readonly attempt: Attempt }) {
  const { failure } = attempt;
  switch (failure.code) {
    case 'file-locked':
      return <HeldFile holder={failure.holder} />;
    case 'file-sealed':
      return <SealedFile />;
    case 'file-older':
      return <OlderFile attempt={attempt} failure={failure} />;
    case 'journal-newer':
      return <NewerJournal failure={failure} />;
    case 'protection-lost':
      return <UnprotectedFile attempt={attempt} />;
    default:
      return <DamagedFile attempt={attempt} />;
  }
}

/** The file may be held by somebody, protected, gone, different from what this computer remembers, or damaged. */
export function AttemptScreen() {
  const { recovery, home, shell } = useTexts();
  const attempt = useWindow((state) => state.attempt);
  if (attempt === null) return <p className="quiet screen">{home.loading}</p>;
  const { failure, fileName, folderName } = attempt;
  return (
    <div className="screen attempt">
      <ScreenHead
        over={
          <Button kind="quiet" onPress={() => goTo({ screen: 'home' })}>
            {shell.accompaniments}
          </Button>
        }
        title={recovery.titles[kindOf(failure)]}
        under={recovery.under(fileName, folderName)}
      />
      <div className="attempt-page">
        <Choices key={attempt.attemptId} attempt={attempt} />
      </div>
    </div>
  );
}
