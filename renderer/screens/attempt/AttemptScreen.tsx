// A file that could not be opened as it was asked: why, what is safe, and what can be done.
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { DamagedFile } from './DamagedFile.tsx';
import { HeldFile } from './HeldFile.tsx';
import { SealedFile } from './SealedFile.tsx';
import './attempt.css';

const KINDS: Readonly<Partial<Record<Failure['code'], 'locked' | 'sealed' | 'gone'>>> = { 'file-locked': 'locked', 'file-sealed': 'sealed', 'file-not-found': 'gone' };

/** Held by somebody, protected, gone, or damaged. */
export function AttemptScreen() {
  const { recovery, home, shell } = useTexts();
  const attempt = useWindow((state) => state.attempt);
  if (attempt === null) return <p className="quiet screen">{home.loading}</p>;
  const { failure, fileName, folderName } = attempt;
  const kind = KINDS[failure.code] ?? 'damaged';
  return (
    <div className="screen attempt">
      <ScreenHead over={<Button kind="quiet" onPress={() => goTo({ screen: 'home' })}>{shell.accompaniments}</Button>} title={recovery.titles[kind]} under={recovery.under(fileName, folderName)} />
      <div className="attempt-page">{failure.code === 'file-locked' ? <HeldFile holder={failure.holder} /> : kind === 'sealed' ? <SealedFile /> : <DamagedFile attempt={attempt} />}</div>
    </div>
  );
}
