// What a field commits on blur: sent before closing, counted while it is refused, forgotten with its field.
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { holdUntold, takeAway, type Tell, tellNow, type Untold, untold } from '../../../renderer/state/untold.ts';
import { inTurn } from '../../../renderer/state/project.ts';
import { commitDrafts } from '../../../renderer/state/waiting.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

const fields: Untold<string>[] = [];

function field(isRefused: boolean) {
  const told: string[] = [];
  const tell: Tell<string> = (typed, change) => {
    if (isRefused) return;
    change(undefined);
    told.push(typed);
  };
  const show = vi.fn();
  const own = untold(tell, show);
  fields.push(own);
  return { own, told, show };
}

beforeAll(() => bringTexts('fr'));
beforeEach(() => windowStore.set({ unsent: 0, typing: 0, messages: [], project: null }));
afterEach(() => fields.splice(0).forEach(takeAway));

it('A2 tells what a field holds before closing, once', () => {
  const { own, told, show } = field(false);
  holdUntold(own, '14:00');
  expect(windowStore.get()).toMatchObject({ unsent: 1, typing: 1 });

  commitDrafts();
  tellNow(own);

  expect(told).toEqual(['14:00']);
  expect(show).toHaveBeenLastCalledWith(undefined);
  expect(windowStore.get()).toMatchObject({ unsent: 0, typing: 0 });
});

it('A2 counts as unsent what is refused and left in its field', () => {
  const { own, show } = field(true);
  holdUntold(own, '09:00');
  tellNow(own);

  expect(show).toHaveBeenLastCalledWith('09:00');
  expect(windowStore.get()).toMatchObject({ unsent: 1, typing: 1 });
});

it('A2 counts nothing for a field that is gone, even when another one still tells it something', () => {
  const { own } = field(true);
  holdUntold(own, '09:00');
  takeAway(own);
  holdUntold(own, '08:00');

  expect(windowStore.get()).toMatchObject({ unsent: 0, typing: 0 });
});

it('A2 does not tell one file what was typed in another one, and says so', () => {
  const { own, told } = field(false);
  holdUntold(own, '14:00');
  windowStore.set({ project: { documentId: 'B' } as never }); // only its name is looked at
  tellNow(own);

  expect(told).toEqual([]);
  expect(windowStore.get()).toMatchObject({ unsent: 0, typing: 0 });
  expect(windowStore.get().messages).toHaveLength(1);
});

/** A field whose commits main answers one after the other, when the test says so. */
function slowField() {
  const answers: (() => void)[] = [];
  const show = vi.fn();
  const tell: Tell<string> = (_typed, _change, letGo) => {
    letGo();
    void inTurn(() => new Promise<void>((resolve) => void answers.push(resolve)));
  };
  const own = untold(tell, show);
  fields.push(own);
  const answer = async (): Promise<void> => {
    await vi.waitFor(() => expect(answers).not.toHaveLength(0));
    answers.shift()?.();
  };
  return { own, show, answer };
}

it('A2 shows what was told until main has answered, and counts it once', async () => {
  const { own, show, answer } = slowField();
  holdUntold(own, '09:00');
  tellNow(own);
  tellNow(own);
  await Promise.resolve();

  expect(show).toHaveBeenLastCalledWith('09:00');
  expect(windowStore.get()).toMatchObject({ unsent: 1, typing: 0 });
  await answer();
  await vi.waitFor(() => expect(show).toHaveBeenLastCalledWith(undefined));
  expect(windowStore.get().unsent).toBe(0);
});

it('A2 keeps what is typed anew while main answers what was told before', async () => {
  const { own, show, answer } = slowField();
  holdUntold(own, '09:00');
  tellNow(own);
  holdUntold(own, '10:00');
  await answer();
  await vi.waitFor(() => expect(windowStore.get().unsent).toBe(1));

  expect(show).toHaveBeenLastCalledWith('10:00');
  tellNow(own);
  await answer();
  await vi.waitFor(() => expect(show).toHaveBeenLastCalledWith(undefined));
});
