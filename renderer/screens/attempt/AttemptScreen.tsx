// A file that could not be opened as it was asked: why, what is safe, and what can be done.
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { DamagedFile } from './DamagedFile.tsx';
import { HeldFile } from './HeldFile.tsx';
import { SealedFile } from './SealedFile.tsx';
import './attempt.css';

/** One of three: held by somebody, protected, or damaged. */
export function AttemptScreen() {
  const { recovery, home, shell } = useTexts();
  const attempt = useWindow((state) => state.attempt);
  if (attempt === null) return <p className="quiet screen">{home.loading}</p>;
  const { failure, fileName, folderName } = attempt;
  const kind = failure.code === 'file-locked' ? 'locked' : failure.code === 'file-sealed' ? 'sealed' : 'damaged';
  return (
    <div className="screen attempt">
      <ScreenHead over={<Button kind="quiet" onPress={() => goTo({ screen: 'home' })}>{shell.accompaniments}</Button>} title={recovery.titles[kind]} under={recovery.under(fileName, folderName)} />
      <div className="attempt-page">{failure.code === 'file-locked' ? <HeldFile holder={failure.holder} /> : kind === 'sealed' ? <SealedFile /> : <DamagedFile attempt={attempt} />}</div>
    </div>
  );
}
