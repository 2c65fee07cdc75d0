// Shown instead of everything when the window has lost main: what is safe, and what was typed that main did not get, to be copied.
import { useState } from 'react';
import { useTexts } from '../state/texts.ts';
import { wordsNotKept } from '../state/typing.ts';
import { useWindow } from '../state/window-state.ts';
import { CrashScreen } from './CrashScreen.tsx';

export function Unreachable() {
  const { crash } = useTexts();
  const [before] = useState(wordsNotKept); // fields that go with this picture may forget theirs
  useWindow((state) => state.typing); // what was on its way comes back once it is known to be lost
  const words = [...new Set([...before, ...wordsNotKept()])];
  return (
    <CrashScreen title={crash.title} text={crash.unreachable} onResume={null}>
      {words.length === 0 ? null : (
        <>
          <h2 className="crash-words">{crash.notKept}</h2>
          <ul className="crash-typed">
            {words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </CrashScreen>
  );
}
