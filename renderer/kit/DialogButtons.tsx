// The buttons at the foot of a dialog: one cancels, the other does what the dialog is for.
import type { ReactNode } from 'react';
import { useTexts } from '../state/texts.ts';
import { Button } from './Button.tsx';
import { useLeaving } from './Dialog.tsx';

type DialogButtonsProps = {
  readonly onCancel: () => void;
  /** Label of the second button: what the dialog does, as a verb. */
  readonly act: ReactNode;
  /** Left out if the dialog is a form: the button then submits the form. */
  readonly onAct?: () => void;
  readonly kind?: 'main' | 'danger';
  /** Nothing can be done yet. */
  readonly isDisabled?: boolean;
  /** Rarely needed actions, on the other side. */
  readonly children?: ReactNode;
};

export function DialogButtons({ onCancel, act, onAct, kind = 'main', isDisabled, children }: DialogButtonsProps) {
  const { shell } = useTexts();
  const leave = useLeaving();
  return (
    <div className="dialog-buttons">
      {children === undefined ? null : (
        <>
          {children}
          <span className="grow" />
        </>
      )}
      <Button onPress={() => leave(onCancel)}>{shell.cancel}</Button>
      {onAct === undefined ? (
        <Button kind={kind} type="submit" isDisabled={isDisabled}>
          {act}
        </Button>
      ) : (
        <Button kind={kind} onPress={onAct} isDisabled={isDisabled}>
          {act}
        </Button>
      )}
    </div>
  );
}
