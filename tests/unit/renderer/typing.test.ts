// What is typed in a field: sent within a second or on leaving, held while it is refused, found again in its place, never sent to another file.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commitDrafts, forgetDrafts, settleDrafts, Typing, type TypingOptions, wordsNotKept } from '../../../renderer/state/typing.ts';
import { oneLine } from '../../../renderer/state/typed-text.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

type Given = Partial<Pick<TypingOptions<string>, 'place' | 'sends' | 'keep' | 'isPrivate'>> & { readonly saved?: string };

function field({
  place = null,
  sends = 'after pauses',
  keep = () => Promise.resolve(true),
  saved = 'Avant',
  isPrivate = false,
}: Given = {}) {
  const shown: (string | undefined)[] = [];
  const kept = vi.fn(keep);
  const onLeft = vi.fn();
  const onLost = vi.fn();
  const typing = Typing.in<string>({ place, sends, saved: () => saved, keep: kept, isPrivate, onLeft, onLost });
  typing.enter(({ typed }) => void shown.push(typed));
  return { typing, kept, shown, onLeft, onLost };
}

const counted = () => ({ unsent: windowStore.get().unsent, typing: windowStore.get().typing });
const NOTHING = { unsent: 0, typing: 0 };
const ONE = { unsent: 1, typing: 1 };

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  vi.useFakeTimers();
  windowStore.set({ ...NOTHING, messages: [], project: null });
});
afterEach(() => {
  forgetDrafts();
  vi.useRealTimers();
});

describe('a text that saves itself', () => {
  it('A2 is sent within a second even when one types without a pause', async () => {
    const { typing, kept } = field();
    for (let key = 1; key <= 10; key += 1) {
      typing.type('a'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }

    expect(kept).toHaveBeenCalledExactlyOnceWith('a'.repeat(9));
  });

  it('A2 is sent after a pause, once, and again when something is typed after it', async () => {
    const { typing, kept, shown } = field();
    typing.type('Un');
    await vi.advanceTimersByTimeAsync(2000);
    const between = counted();
    typing.type('Un deux');
    await typing.settle();

    expect([kept.mock.calls.flat(), between, shown.at(-1), counted()]).toEqual([['Un', 'Un deux'], NOTHING, undefined, NOTHING]);
  });

  it('A2 needs no message when it is what was saved, unless something else is on its way', async () => {
    let answer: (isKept: boolean) => void = () => undefined;
    const { typing, kept } = field({ keep: () => new Promise((resolve) => (answer = resolve)) });
    typing.type('Avant');
    await typing.settle();
    expect(kept).not.toHaveBeenCalled();

    typing.type('Après');
    typing.commit();
    typing.type('Avant');
    typing.commit();
    answer(true);
    expect(kept.mock.calls.flat()).toEqual(['Après', 'Avant']);
  });

  it('A2 is not sent twice while it is on its way', async () => {
    const { typing, kept } = field();
    typing.type('Un');
    await Promise.all([typing.settle(), typing.settle(), settleDrafts()]);

    expect(kept).toHaveBeenCalledTimes(1);
  });
});

describe('a value that is told on leaving its field', () => {
  it('A2 waits however long one takes, and is told before closing, once', async () => {
    const { typing, kept, shown } = field({ sends: 'on leaving', keep: () => true });
    typing.type('14:00');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([kept.mock.calls, counted()]).toEqual([[], ONE]);

    commitDrafts();
    typing.commit();
    expect([kept.mock.calls.flat(), shown.at(-1), counted()]).toEqual([['14:00'], undefined, NOTHING]);
  });

  it('A2 shows what was typed until main has answered', async () => {
    let answer: (isKept: boolean) => void = () => undefined;
    const { typing, shown } = field({ sends: 'on leaving', keep: () => new Promise((resolve) => (answer = resolve)) });
    typing.type('14:00');
    const settled = typing.settle();
    const before = shown.at(-1);
    answer(true);
    await settled;

    expect([before, shown.at(-1)]).toEqual(['14:00', undefined]);
  });
});

describe('what is refused', () => {
  it('A2 stays in its field, counts as unsent, and is sent again on the next occasion', async () => {
    const { typing, kept, shown } = field({ keep: () => Promise.resolve(false) });
    typing.type('Refusé');
    await typing.settle();
    expect([shown.at(-1), typing.shown.isRefused, counted()]).toEqual(['Refusé', true, ONE]);

    kept.mockResolvedValue(true);
    await settleDrafts();
    expect([shown.at(-1), counted()]).toEqual([undefined, NOTHING]);
  });

  it.each([
    ['at once', () => false],
    ['by main', () => Promise.resolve(false)],
  ])('A2 D7 waits in its place when its screen goes (refused %s), and is found there', async (_, keep) => {
    const place = 'sessions/1/date';
    const { typing, onLeft } = field({ place, sends: 'on leaving', keep });
    typing.type('31/02');
    typing.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect([onLeft.mock.calls.length, counted()]).toEqual([1, ONE]);

    await settleDrafts();
    expect(onLeft, 'what waits alone is not sent, and not refused, at each change of screen').toHaveBeenCalledTimes(1);
    const other = field({ place: 'sessions/2/date', keep });
    const back = field({ place, keep });
    expect([other.typing.shown.typed, back.typing.shown.typed, counted()]).toEqual([undefined, '31/02', ONE]);

    back.typing.forget();
    expect([field({ place }).typing.shown.typed, counted()]).toEqual([undefined, NOTHING]);
  });

  it('A2 goes with a field that has no place of its own', async () => {
    const { typing, onLeft } = field({ keep: () => Promise.resolve(false) });
    typing.type('Refusé');
    typing.leave();
    await vi.advanceTimersByTimeAsync(0);

    expect([onLeft.mock.calls.length, counted()]).toEqual([0, NOTHING]);
  });

  it('A2 is forgotten when its file is closed without it, and never shown in another one', async () => {
    const place = 'mission/single/title';
    const { typing } = field({ place, keep: () => false });
    typing.type('Dans A');
    typing.leave();
    await vi.advanceTimersByTimeAsync(0);
    windowStore.set({ project: { documentId: 'B' } as never }); // only its name is looked at
    expect(field({ place }).typing.shown.typed).toBeUndefined();

    forgetDrafts();
    expect(counted()).toEqual(NOTHING);
  });
});

describe('a line that makes room for the next', () => {
  it('D1 is empty at once, and comes back when it was refused', async () => {
    const { typing, kept, shown } = field({ place: 'actions/1', sends: 'on leaving', keep: () => Promise.resolve(false) });
    typing.type('Relire');
    const sent = typing.next();
    const meanwhile = shown.at(-1);
    await sent;

    expect([kept.mock.calls.flat(), meanwhile, shown.at(-1), typing.shown.isRefused, counted()]).toEqual([
      ['Relire'],
      undefined,
      'Relire',
      true,
      ONE,
    ]);
  });

  it('D1 A2 leaves alone what was typed in the meantime, and tells of the line that was refused', async () => {
    const { typing, shown, onLost } = field({ sends: 'on leaving', keep: () => Promise.resolve(false) });
    typing.type('Relire');
    const sent = typing.next();
    typing.type('Envoyer');
    await sent;

    expect([shown.at(-1), onLost.mock.calls]).toEqual(['Envoyer', [['Relire']]]);
  });

  it('A2 waits in its place when its list has gone before main refused it', async () => {
    const { typing, onLeft } = field({ place: 'actions/2', sends: 'on leaving', keep: () => Promise.resolve(false) });
    typing.type('Relire');
    const sent = typing.next();
    typing.leave();
    await sent;

    expect([onLeft.mock.calls.length, field({ place: 'actions/2' }).typing.shown.typed]).toEqual([1, 'Relire']);
  });
});

it('A2 never sends to a file what was typed in another one, and says so', async () => {
  const { typing, kept, shown } = field();
  typing.type('Dans A');
  windowStore.set({ project: { documentId: 'B' } as never }); // only its name is looked at
  await typing.settle();

  expect([kept.mock.calls, shown.at(-1), windowStore.get().messages.length]).toEqual([[], undefined, 1]);
});

it('A2 takes what is pasted in a line as one line', () => {
  expect(oneLine('Un\r\n  deux\u2028trois\u2029quatre\0')).toBe('Un deux trois quatre');
});

describe('where main is gone', () => {
  it('A2 E1 gives back what was typed and is not kept, but for what is private and what main has', async () => {
    const lost = () => Promise.resolve(false);
    field({ keep: lost }).typing.type('Comparer les coûts');
    field({ keep: lost, sends: 'on leaving' }).typing.type('31/02');
    field({ keep: lost, isPrivate: true }).typing.type('La directrice hésite');
    field({ keep: lost }).typing.type(' ');
    field().typing.type('Gardé');
    const before = wordsNotKept();
    await settleDrafts();

    expect(before).toEqual(['Comparer les coûts', '31/02', 'Gardé']);
    expect(wordsNotKept()).toEqual(['Comparer les coûts', '31/02']);
  });

  it('A2 gives back a line that was on its way, once it is known to be lost', async () => {
    const line = field({ place: 'decisions/session-1', keep: () => Promise.resolve(false), sends: 'on leaving', saved: '' });
    line.typing.type('Se revoir');
    const sent = line.typing.next();
    line.typing.leave();
    await sent;

    expect(wordsNotKept()).toEqual(['Se revoir']);
  });
});
