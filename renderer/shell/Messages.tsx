// Messages at the foot of the window: announced, dismissible, with what can be done about them.
import { useEffect } from 'react';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { dismiss, leaveSoon } from '../state/messages.ts';
import { useTexts } from '../state/texts.ts';
import { type Message, type MessageAction, useWindow } from '../state/window-state.ts';
import './messages.css';

const ICONS = { good: 'check', accent: 'check', bad: 'error' } as const;

/** The current messages; screen readers announce them when they appear. */
export function Messages() {
  const { shell } = useTexts();
  const messages = useWindow((state) => state.messages);
  return (
    <section className="messages" aria-label={shell.messages} aria-live="polite">
      {messages.map((message) => (
        <OneMessage key={message.id} message={message} />
      ))}
    </section>
  );
}

/** The undoing of a step is no longer offered once another step has landed, or another file is open. */
function useOffered(action: MessageAction | null): MessageAction | null {
  const { ofStep } = action ?? {};
  const isLast = useWindow(({ project }) => project?.documentId === ofStep?.documentId && project?.revision === ofStep?.revision);
  return ofStep === undefined || isLast ? action : null;
}

function OneMessage({ message }: { readonly message: Message }) {
  const { shell } = useTexts();
  const action = useOffered(message.action);
  const isOver = message.action !== null && action === null;
  useEffect(() => {
    if (isOver) leaveSoon(message.id);
  }, [isOver, message.id]);
  const act = (): void => {
    dismiss(message.id);
    action?.run();
  };
  return (
    <div className={`message message-${message.tone}`} role={message.tone === 'bad' ? 'alert' : undefined}>
      <Icon name={ICONS[message.tone]} />
      <span className="message-words">{message.text}</span>
      {action ? (
        <Button kind="quiet" onPress={act}>
          {action.label}
        </Button>
      ) : null}
      <Button kind="icon" icon="close" label={shell.dismiss} onPress={() => dismiss(message.id)} />
    </div>
  );
}
