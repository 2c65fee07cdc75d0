// A dialog above the screen: a title, its content, its buttons.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
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

/** Takes the focus while it is open; Escape closes it and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, look = 'form', isWide, isPrivate }: DialogProps) {
  const change = (next: boolean): void => {
    if (!next) onClose();
  };
  return (
    <ModalOverlay className={`veil veil-${look}`} isOpen={isOpen} onOpenChange={change} isDismissable>
      <Modal className={`modal modal-${look}${isWide ? ' modal-wide' : ''}${isPrivate ? ' private-scope' : ''}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" className={look === 'palette' ? 'visually-hidden' : 'dialog-title'}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
