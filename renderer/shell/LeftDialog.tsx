// Shows a text that was refused and whose field is not there any more, so that it can be copied before it is given up.
import { useEffect, useRef } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { isSealed, sayWaiting } from '../state/go-back.ts';
import { useNotebook } from '../state/notebook.ts';
import { useTexts } from '../state/texts.ts';
import { forgetLeft, leftAt } from '../state/typing.ts';
import type { Left } from '../state/window-state.ts';
import '../kit/field.css';

/** However it is left: a text that was not given up still waits, and that is said once more. */
export function LeftDialog() {
  const left = useDialog('left')?.left ?? null;
  if (left === null) return null;
  const keep = (): void => {
    closeDialog('left');
    sayWaiting(left);
  };
  return (
    <Dialog title={left.label} isOpen onClose={keep} isPrivate={left.route.screen === 'notebook'}>
      <LeftText left={left} onKeep={keep} />
    </Dialog>
  );
}

/** A private one goes from the screen when the notebook is locked. */
function LeftText({ left, onKeep }: { readonly left: Left; readonly onKeep: () => void }) {
  const { shell } = useTexts();
  const isHidden = useNotebook(() => isSealed(left));
  useEffect(() => {
    if (isHidden) onKeep();
  }, [isHidden, onKeep]);
  if (isHidden) return null;
  const giveUp = (): void => {
    forgetLeft(left.place);
    closeDialog('left');
  };
  return (
    <>
      <p className="dialog-words">{shell.leftNowhere}</p>
      <Selected label={left.label} text={leftAt(left.place) ?? ''} />
      <div className="dialog-buttons">
        <Button kind="danger" onPress={giveUp}>
          {shell.giveUp}
        </Button>
        <Button kind="main" onPress={onKeep}>
          {shell.keepForNow}
        </Button>
      </div>
    </>
  );
}

/** All of it is selected: one shortcut copies it. */
function Selected({ label, text }: { readonly label: string; readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return (
    <textarea
      ref={area}
      className="field-input field-area"
      aria-label={label}
      value={text}
      rows={4}
      readOnly
      autoComplete="off"
      spellCheck={false}
    />
  );
}
