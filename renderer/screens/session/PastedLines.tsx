// Several lines pasted where one is written: one decision or action each, with what is understood of them, or a single text.
import { type ClipboardEvent, useState } from 'react';
import { MOST_PASTED } from '@domain/session/most-pasted.ts';
import type { Commands } from '@domain/commands/command.ts';
import { Button } from '../../kit/Button.tsx';
import { LineQuestion } from '../../kit/LineQuestion.tsx';
import { insertAsTyped, pasteInto } from '../../kit/paste.ts';
import { runWithUndo } from '../../state/acts.ts';
import { say } from '../../state/messages.ts';
import { linesIn } from '../../state/pasted.ts';
import { oneLine } from '../../state/typed-text.ts';
import { texts as textsNow, useTexts } from '../../state/texts.ts';

type Outcomes = Commands['session.outcomes'];
/** What one line becomes, and what is understood of it, in words. */
export type ReadLine = { readonly line: Outcomes['lines'][number]; readonly words: string };
type Kind = 'decision' | 'action';
type Pasting = {
  readonly kind: Kind;
  readonly sessionId: string;
  /** In characters. */
  readonly longest: number;
  readonly read: (line: string) => ReadLine;
  readonly input: { readonly current: HTMLInputElement | null };
};
type Pasted = { readonly text: string; readonly lines: readonly ReadLine[] };
type PastedState = Pasting & { readonly pasted: Pasted; readonly end: () => void };

/** @returns what the line does on paste; and what was pasted, to be asked about, or `null` */
export function usePastedLines(pasting: Pasting) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { longest, input, read } = pasting;
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    // What fits into no number of lines is refused as everywhere, without a closer look.
    const lines = text.length > MOST_PASTED * longest ? [] : linesIn(text);
    if (lines.length < 2) {
      pasteInto({ isMultiline: false, longest })(event);
      return;
    }
    event.preventDefault();
    const refusal = refusalOf(lines, longest);
    if (refusal === null) setPasted({ text, lines: lines.map(read) });
    else say('bad', refusal);
  };
  const end = (): void => {
    setPasted(null);
    input.current?.focus();
  };
  return { onPaste, asked: pasted === null ? null : { ...pasting, pasted, end } };
}

function refusalOf(lines: readonly string[], longest: number): string | null {
  const { session } = textsNow();
  if (lines.length > MOST_PASTED) return session.pastedTooMany(lines.length, MOST_PASTED);
  const tooLong = lines.findIndex((line) => line.length > longest);
  return tooLong === -1 ? null : session.pastedTooLong(tooLong + 1, longest);
}

/** The question below the line. Enter adds them, Escape leaves everything as it was. */
export function PastedLines(asked: PastedState) {
  const { session: texts } = useTexts();
  const { kind, pasted, end } = asked;
  const count = pasted.lines.length;
  return (
    <LineQuestion
      title={texts.pastedTitle(count, kind)}
      onEnd={end}
      answers={
        <>
          <Button onPress={() => takeAsOne(asked)}>{texts.pastedOne}</Button>
          <Button kind="main" autoFocus onPress={() => void takeEach(asked)}>
            {texts.pastedEach(count, kind)}
          </Button>
        </>
      }
    >
      <ol className="small">
        {pasted.lines.map(({ line, words }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines that are pasted may be equal, and never move
          <li key={index}>
            {line.title} <span className="quiet">{words}</span>
          </li>
        ))}
      </ol>
    </LineQuestion>
  );
}

/** All in one step. */
async function takeEach({ kind, sessionId, pasted: { lines }, end }: PastedState): Promise<void> {
  const args: Outcomes = { sessionId, table: kind === 'action' ? 'actions' : 'decisions', lines: lines.map(({ line }) => line) };
  const said = { tone: 'good', text: textsNow().session.pastedAdded(lines.length, kind) } as const;
  if (await runWithUndo({ name: 'session.outcomes', args }, said)) end();
}

/** As a field takes it, if there is room for all of it. */
function takeAsOne({ pasted: { text }, longest, input, end }: PastedState): void {
  const one = oneLine(text.trim());
  const field = input.current;
  if (field === null) return;
  const room = longest - field.value.length + ((field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
  if (one.length > room) {
    say('bad', textsNow().shell.pasteTooLong(one.length, Math.max(0, room)));
    return;
  }
  end();
  insertAsTyped(one);
}
