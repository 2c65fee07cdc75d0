// The minutes of the session: read as a document, written as light Markdown.
import { type FocusEvent, memo, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { InlineField } from '../../forms/InlineField.tsx';
import { isInHelp } from '../../state/help.ts';
import { afterPress } from '../../state/after-press.ts';
import { Button } from '../../kit/Button.tsx';
import { Markdown } from '../../kit/Markdown.tsx';
import { useWanted } from '../../state/go-back.ts';
import { type KeyEvent, keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';
import type { SessionProps } from './SessionScreen.tsx';

/** Opens for writing on a click or with the Edit button; leaving the text shows it as a document again. */
export const Account = memo(function Account({ session }: Pick<SessionProps, 'session'>) {
  const { session: texts } = useTexts();
  const [isWriting, setWriting] = useState(false);
  useWanted(
    (place) => !isWriting && place === `sessions/${session.id}/account`,
    () => setWriting(true),
  );
  const section = useRef<HTMLElement>(null);
  const isEscaping = useRef(false);
  const isOpen = isWriting || session.account === '';
  useEffect(() => {
    if (isOpen || !isEscaping.current) return;
    isEscaping.current = false;
    section.current?.querySelector('button')?.focus(); // the only one: to write again
  }, [isOpen]);
  const open = (): void => {
    flushSync(() => setWriting(true));
    section.current?.querySelector('textarea')?.focus();
  };
  const close = (event: FocusEvent): void => {
    isEscaping.current = false; // the text closes only once it is saved: whoever has gone on by then is not called back
    // Beside the help or another window, writing goes on; a press that leaves the text still finds what it was meant for.
    if (document.hasFocus() && !isInHelp(event.relatedTarget)) afterPress(() => setWriting(false));
  };
  const onKeyDown = (event: KeyEvent): void => {
    if (keyOf(event) !== 'Escape') return;
    isEscaping.current = true;
    setWriting(false);
  };
  return (
    <section ref={section} className="session-part">
      <div className="session-part-head">
        <h2>{texts.account}</h2>
        <span className="grow" />
        {isOpen ? null : (
          <Button kind="quiet" onPress={open} label={`${texts.editAccount} (${texts.account})`}>
            {texts.editAccount}
          </Button>
        )}
      </div>
      {isOpen ? (
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears what its text does not take
        <div className="account-writing" onFocus={() => setWriting(true)} onBlur={close} onKeyDown={onKeyDown}>
          <InlineField of="sessions.account" record={session} label={texts.account} placeholder={texts.accountEmpty} look="prose" />
          <p className="field-hint account-hint">{texts.accountHint}</p>
        </div>
      ) : (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a convenience of the mouse: the button above does the same by keyboard
        <div className="account-reading" onClick={open}>
          <Markdown text={session.account} />
        </div>
      )}
    </section>
  );
});
