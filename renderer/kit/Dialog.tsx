// A dialog above the screen: a title, its content, its buttons. It is not left without a question while its form holds what was not sent.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { FormWatch } from '../state/begun-forms.ts';
import { useTexts } from '../state/texts.ts';
import { Button } from './Button.tsx';
import './dialog.css';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly look?: 'form' | 'palette';
  /** Wider, for content such as a table of fields. */
  readonly isWide?: boolean;
  /** The dialog is about private content, and has its colour. */
  readonly isPrivate?: boolean;
};
type Close = () => void;

const LeavingContext = createContext<(close: Close) => void>((close) => close());

/** @returns how a button leaves the dialog around it: at once, or after a question if something would be lost */
export function useLeaving(): (close: Close) => void {
  return useContext(LeavingContext);
}

/** Takes the focus while it is open; Escape and a press beside it leave it, and give the focus back. */
export function Dialog({ title, isOpen, onClose, children, look = 'form', isWide, isPrivate }: DialogProps) {
  const [form] = useState(() => new FormWatch());
  const [asked, setAsked] = useState<{ readonly close: Close } | null>(null);
  const watch = useCallback((element: HTMLElement | null) => (element === null ? undefined : form.watch(element)), [form]);
  const leave = useCallback((close: Close) => (form.hasBegun() ? setAsked({ close }) : close()), [form]);
  const change = (next: boolean): void => {
    if (!next) leave(onClose);
  };
  const goOn = (): void => setAsked(null);
  const giveUp = (): void => {
    goOn();
    asked?.close();
  };
  return (
    <ModalOverlay className={`veil veil-${look}`} isOpen={isOpen} onOpenChange={change} isDismissable>
      <Modal className={`modal modal-${look}${isWide ? ' modal-wide' : ''}${isPrivate ? ' private-scope' : ''}`}>
        <AriaDialog className="dialog" ref={watch}>
          <Heading slot="title" className={look === 'palette' ? 'visually-hidden' : 'dialog-title'}>
            {title}
          </Heading>
          <LeavingContext value={leave}>{children}</LeavingContext>
        </AriaDialog>
      </Modal>
      {asked === null ? null : <GiveUpQuestion onGoOn={goOn} onGiveUp={giveUp} />}
    </ModalOverlay>
  );
}

/** Escape goes on, like the button that has the focus: a key pressed once too often loses nothing. */
function GiveUpQuestion({ onGoOn, onGiveUp }: { readonly onGoOn: () => void; readonly onGiveUp: () => void }) {
  const { shell } = useTexts();
  return (
    <ModalOverlay className="veil veil-form" isOpen onOpenChange={onGoOn}>
      <Modal className="modal modal-form">
        <AriaDialog className="dialog" role="alertdialog">
          <Heading slot="title" className="dialog-title">
            {shell.giveUpTitle}
          </Heading>
          <p className="dialog-words">{shell.giveUpText}</p>
          <div className="dialog-buttons">
            <Button kind="danger" onPress={onGiveUp}>
              {shell.giveUp}
            </Button>
            <Button kind="main" onPress={onGoOn} autoFocus>
              {shell.goOnTyping}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
