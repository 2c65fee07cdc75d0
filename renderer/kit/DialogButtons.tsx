// The buttons at the foot of a dialog: to give it up, and to do what it is for.
import type { ReactNode } from 'react';
import { useTexts } from '../state/texts.ts';
import { Button } from './Button.tsx';

type DialogButtonsProps = {
  readonly onCancel: () => void;
  /** What it is for, as a verb. */
  readonly act: ReactNode;
  /** Left out where the dialog is a form, which is sent. */
  readonly onAct?: () => void;
  readonly kind?: 'main' | 'danger';
  /** On the other side: rarely needed actions. */
  readonly children?: ReactNode;
};

export function DialogButtons({ onCancel, act, onAct, kind = 'main', children }: DialogButtonsProps) {
  const { shell } = useTexts();
  return (
    <div className="dialog-buttons">
      {children === undefined ? null : (
        <>
          {children}
          <span className="grow" />
        </>
      )}
      <Button onPress={onCancel}>{shell.cancel}</Button>
      {onAct === undefined ? (
        <Button kind={kind} type="submit">
          {act}
        </Button>
      ) : (
        <Button kind={kind} onPress={onAct}>
          {act}
        </Button>
      )}
    </div>
  );
}
