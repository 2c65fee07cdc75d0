// E1: private text does not stay in the clipboard, and nothing else is taken out of it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { CLEAR_AFTER_MS, isStillThere, PrivateClipboard, printOfText } from '../../../../main/clipboard/private-clipboard.ts';

const NOTE = 'La directrice hésite\nà partir';
const OTHER = 'de la recette';

function held(text: string) {
  const clipboard = { text, read: async () => clipboard.text, write: async (next: string) => void (clipboard.text = next) };
  const waiting: { readonly delayMs: number; readonly act: () => void; isStopped: boolean }[] = [];
  const copied = new PrivateClipboard({
    clipboard,
    later: (delayMs, act) => {
      const timer = { delayMs, act, isStopped: false };
      waiting.push(timer);
      return () => void (timer.isStopped = true);
    },
  });
  const copy = async (what: string) => {
    clipboard.text = what;
    return expectOk(await copied.handlers()['clipboard.copied']({ print: printOfText(what) }));
  };
  return { clipboard, copied, copy, waiting };
}

describe('a private text in the clipboard', () => {
  it('E1 is cleared after a minute', async () => {
    const { clipboard, copy, waiting } = held('');
    const told = await copy(NOTE);
    waiting[0]?.act();
    await vi.waitFor(() => expect(clipboard.text).toBe(''));

    expect([told, waiting.map(({ delayMs }) => delayMs), clipboard.text]).toEqual([{ isWatched: true }, [CLEAR_AFTER_MS], '']);
  });

  it('E1 is cleared at once at the lock and at the end, and nothing is waited for any more', async () => {
    const { clipboard, copied, copy, waiting } = held('');
    await copy(NOTE);
    await copied.clear();
    clipboard.text = NOTE; // copied again elsewhere, by somebody who may
    waiting[0]?.act();

    expect([waiting[0]?.isStopped, clipboard.text]).toEqual([true, NOTE]);
  });

  it('E1 leaves alone what another program has put there since', async () => {
    const { clipboard, copied, copy } = held('');
    await copy(NOTE);
    clipboard.text = OTHER;
    await copied.clear();

    expect(clipboard.text).toBe(OTHER);
  });

  it('E1 of a second copy is waited for from then on', async () => {
    const { clipboard, copy, waiting } = held('');
    await copy(NOTE);
    await copy(OTHER);

    expect(waiting.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    waiting[1]?.act();
    await vi.waitFor(() => expect(clipboard.text).toBe(''));
  });

  it('E1 is known again with the line ends of Windows, and held as a hash alone', async () => {
    const { copied, copy } = held('');
    await copy(NOTE);

    expect([isStillThere(printOfText(NOTE), NOTE.replaceAll('\n', '\r\n')), isStillThere(printOfText(''), '')]).toEqual([true, false]);
    expect(JSON.stringify(Object.values(copied))).not.toContain('directrice');
  });
});

it('E1 what the shell cannot reach is left to the window, and said', async () => {
  const copied = new PrivateClipboard({ clipboard: null, later: () => () => undefined });
  await copied.clear();

  expect(expectOk(await copied.handlers()['clipboard.copied']({ print: printOfText(NOTE) }))).toEqual({ isWatched: false });
});
