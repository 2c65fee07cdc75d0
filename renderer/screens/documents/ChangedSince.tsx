// What a document would say differently from the copy of it that was given last.
import { useEffect, useState } from 'react';
import type { Value } from '@contract/channels.ts';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { Level } from '@domain/levels/level.ts';
import { type GivenDocument, lastGiven } from '@domain/register.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import type { Result } from '@domain/result.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { call } from '../../state/bridge.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { openDocument } from '../../state/typing.ts';
import { useLocale } from '../../state/window-state.ts';

type Asked = { readonly request: DocumentRequest; readonly locale: Locale; readonly level: Level };

/** Nothing for a document that was never given. */
export function ChangedSince({ accompaniment, ...asked }: Asked & { readonly accompaniment: Accompaniment }) {
  const { register: texts } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const locale = useLocale();
  const { request } = asked;
  const { sessionId, from, to } = { sessionId: null, from: null, to: null, ...request };
  const last = lastGiven(accompaniment, { kind: request.kind, sessionId, from, to, locale: asked.locale });
  if (last === null) return null;
  return (
    <p className="small">
      {texts.changedShort(formatDate(last.givenOn, 'long', locale))}
      {'. '}
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {texts.compare}
      </Button>
      {isOpen ? <ChangesDialog given={last} asked={asked} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

type ChangesProps = { readonly given: GivenDocument; readonly asked: Asked; readonly onClose: () => void };

export function ChangesDialog({ given, asked, onClose }: ChangesProps) {
  const { register: texts, shell } = useTexts();
  const locale = useLocale();
  const reply = useChanges(given.id, asked);
  return (
    <Dialog title={texts.changedTitle(formatDate(given.givenOn, 'long', locale))} isOpen onClose={onClose} isWide>
      <div aria-live="polite">{reply === null ? <p className="quiet">{shell.loading}</p> : <Changes reply={reply} />}</div>
      <div className="dialog-buttons">
        <Button kind="main" onPress={onClose}>
          {shell.done}
        </Button>
      </div>
    </Dialog>
  );
}

function Changes({ reply }: { readonly reply: Result<Value<'register.changes'>> }) {
  const { register: texts } = useTexts();
  if (!reply.ok) return <p>{reply.failure.code === 'attachment-gone' ? texts.notKept : failureSentence(reply.failure)}</p>;
  const { lines, more } = reply.value;
  if (lines.length === 0) return <p>{texts.unchanged}</p>;
  return (
    <ul className="changes">
      {lines.map(({ how, text }, index) => (
        // eslint-disable-next-line react/no-array-index-key -- lines of a text have no other identity
        <li key={index} className={`change-${how}`}>
          <span className="small quiet">{how === 'added' ? texts.added : texts.gone}</span>
          <span>{how === 'added' ? <ins>{text}</ins> : <del>{text}</del>}</span>
        </li>
      ))}
      {more > 0 ? <li className="small quiet">{texts.moreChanges(more)}</li> : null}
    </ul>
  );
}

/** @returns what main answers; `null` until then */
function useChanges(givenId: string, { request, locale, level }: Asked) {
  const [reply, setReply] = useState<Result<Value<'register.changes'>> | null>(null);
  useEffect(() => {
    let isStale = false;
    const documentId = openDocument();
    if (documentId !== null)
      void call('register.changes', { documentId, givenId, request, locale, readers: level }).then((answer) => {
        if (!isStale) setReply(answer);
      });
    return () => {
      isStale = true;
    };
  }, [givenId, request, locale, level]);
  return reply;
}
