// Tests of what closing the window does.
import { describe, expect, it, vi } from 'vitest';

import { createClosing } from '../../../../main/electron/closing.ts';

type Case = { writes: boolean; leavesUnwritten?: boolean; unsent?: number; leavesUnsent?: boolean };

function closingThat({ writes, leavesUnwritten = false, unsent = 0, leavesUnsent = false }: Case) {
  const acts: string[] = [];
  const say =
    <T>(act: string, value: T) =>
    () => {
      acts.push(act);
      return Promise.resolve(value);
    };
  const close = createClosing(
    {
      settle: say('settle', unsent),
      mayLeaveUnsent: say('ask about what is typed', leavesUnsent),
      write: say('write', writes),
      mayLeaveUnwritten: say('ask', leavesUnwritten),
      letGo: say('let go', undefined),
    },
    () => void acts.push('leave'),
  );
  return { close, acts };
}

describe('createClosing', () => {
  it('commits what is typed, writes, then leaves', async () => {
    const { close, acts } = closingThat({ writes: true });

    await close();

    expect(acts).toEqual(['settle', 'write', 'leave']);
  });

  it('stays when it could not be written and the user wants to stay', async () => {
    const { close, acts } = closingThat({ writes: false });

    await close();
    await close();

    expect(acts).toEqual(['settle', 'write', 'ask', 'settle', 'write', 'ask']);
  });

  it('leaves what is safe in the journal when the user says so', async () => {
    const { close, acts } = closingThat({ writes: false, leavesUnwritten: true });

    await close();

    expect(acts).toEqual(['settle', 'write', 'ask', 'let go', 'leave']);
  });

  it('A2 asks about what was typed and not sent before it writes, and stays when the user wants to stay', async () => {
    const { close, acts } = closingThat({ writes: true, unsent: 1 });

    await close();
    await close();

    expect(acts).toEqual(['settle', 'ask about what is typed', 'settle', 'ask about what is typed']);
  });

  it('A2 leaves without what was typed when the user says so', async () => {
    const { close, acts } = closingThat({ writes: true, unsent: 2, leavesUnsent: true });

    await close();

    expect(acts).toEqual(['settle', 'ask about what is typed', 'write', 'leave']);
  });

  it('closes once, however often it is asked', async () => {
    let settle = (): void => undefined;
    const write = vi.fn(() => Promise.resolve(true));
    const close = createClosing(
      {
        settle: () => new Promise((resolve) => void (settle = () => resolve(0))),
        mayLeaveUnsent: () => Promise.resolve(false),
        write,
        mayLeaveUnwritten: () => Promise.resolve(false),
        letGo: () => Promise.resolve(),
      },
      () => undefined,
    );
    const first = close();
    await close();
    settle();
    await first;

    expect(write).toHaveBeenCalledOnce();
  });
});
