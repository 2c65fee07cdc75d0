// A text being typed: sent within a second, released only when it was accepted, never sent to another file.
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Held, hold, press, revert, settle } from '../../../renderer/state/held-text.ts';
import { oneLine } from '../../../renderer/state/typed-text.ts';
import { commitDrafts } from '../../../renderer/state/waiting.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

const fields: Held[] = [];

function field(answer: readonly unknown[] | null = []) {
  const shown: (string | null)[] = [];
  const keep = vi.fn((_text: string) => Promise.resolve(answer));
  const held: Held = hold({ value: 'Avant', keep, show: (text) => shown.push(text) });
  fields.push(held);
  return { held, keep, shown };
}

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  vi.useFakeTimers();
  windowStore.set({ unsent: 0, typing: 0, messages: [], project: null });
});
afterEach(() => {
  fields.splice(0).forEach(revert); // what one test left in its fields is not committed in the next
  vi.useRealTimers();
});

it('A2 sends a text within a second even when one types without a pause', async () => {
  const { held, keep } = field();
  for (let key = 1; key <= 10; key += 1) {
    press(held, 'a'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }

  expect(keep).toHaveBeenCalledExactlyOnceWith('a'.repeat(9));
});

it('A2 sends a text after a pause, once, and again what is typed after it', async () => {
  const { held, keep, shown } = field();
  press(held, 'Un');
  await vi.advanceTimersByTimeAsync(2000);
  press(held, 'Un deux');
  await settle(held, 'left');

  expect(keep.mock.calls.flat()).toEqual(['Un', 'Un deux']);
  expect(shown.at(-1)).toBeNull();
  expect(windowStore.get().unsent).toBe(0);
});

it('A2 keeps a refused text in its field, and sends it again on the next occasion', async () => {
  const { held, keep, shown } = field(null);
  press(held, 'Refusé');
  await settle(held, 'left');

  expect(shown.at(-1)).toBe('Refusé');
  expect(windowStore.get()).toMatchObject({ unsent: 1, typing: 1 });

  keep.mockResolvedValue([]);
  commitDrafts();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.at(-1)).toBeNull();
  expect(windowStore.get()).toMatchObject({ unsent: 0, typing: 0 });
});

it('A2 counts a refused text no more once its field is gone', async () => {
  const { held } = field(null);
  press(held, 'Refusé');
  await settle(held, 'gone');

  expect(windowStore.get()).toMatchObject({ unsent: 0, typing: 0 });
});

it('A2 counts a text as unsent from its first key, and sends all of them at once before closing', () => {
  const { held, keep } = field();
  press(held, 'Tapé');
  expect(windowStore.get().unsent).toBe(1);

  commitDrafts();

  expect(keep).toHaveBeenCalledExactlyOnceWith('Tapé');
});

it('A2 never sends to a file what was typed in another one, and says so', async () => {
  const { held, keep, shown } = field();
  press(held, 'Dans A');
  windowStore.set({ project: { documentId: 'B' } as never }); // only its name is looked at
  await settle(held, 'left');

  expect(keep).not.toHaveBeenCalled();
  expect(shown.at(-1)).toBeNull();
  expect(windowStore.get().messages).toHaveLength(1);
});

it('A2 takes what is pasted in a line as one line', () => {
  expect(oneLine('Un\r\n  deux\u2028trois\u2029quatre\0')).toBe('Un deux trois quatre');
});
