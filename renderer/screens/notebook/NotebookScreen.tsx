// The confidential notebook: not begun, locked, or open. Aubergine, since all of it is private.
import { useEffect, useRef } from 'react';
import { readStatus, stay, useNotebook } from '../../state/notebook.ts';
import { OpenNotebook } from './OpenNotebook.tsx';
import { NewRecoveryKey } from './NewRecoveryKey.tsx';
import { VaultBegin } from './VaultBegin.tsx';
import { VaultLocked } from './VaultLocked.tsx';
import './notebook.css';

/** Anything that the user does in here puts off the moment at which the notebook locks itself. */
export function NotebookScreen() {
  const isOpen = useNotebook(({ state }) => state === 'open');
  const hasSheet = useNotebook(({ recoveryKey }) => recoveryKey !== null);
  useEffect(() => void readStatus(), []);
  useStaying(isOpen);
  const place = useFocusAfter(`${isOpen} ${hasSheet}`);
  return (
    <div ref={place} className="screen notebook private-scope">
      <Matter />
    </div>
  );
}

function Matter() {
  const state = useNotebook((notebook) => notebook.state);
  const recoveryKey = useNotebook((notebook) => notebook.recoveryKey);
  if (state === 'unknown') return null;
  if (state === 'none') return <VaultBegin />;
  if (state === 'locked') return <VaultLocked />;
  return recoveryKey === null ? <OpenNotebook /> : <NewRecoveryKey recoveryKey={recoveryKey} />;
}

/** Listens on the window, not on the controls: any key, press or scroll in the notebook counts. */
function useStaying(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const act = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('.notebook, .private-scope') !== null) void stay();
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, act, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, act);
    };
  }, [isOpen]);
}

/** When one face of the screen replaces another, the focused field is gone: the focus moves to the heading. */
function useFocusAfter(face: string) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(face);
  useEffect(() => {
    if (first.current === face) return;
    first.current = face;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) place.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [face]);
  return place;
}
