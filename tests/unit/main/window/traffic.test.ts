// Tests of waiting for the window to finish before closing.
import { ok } from '@domain/result.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchTraffic } from '../../../../main/window/traffic.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const heard = (): boolean => true;

/** @returns a spy that is called once the promise has resolved. */
function watched(promise: Promise<unknown>) {
  const spy = vi.fn();
  const tell = async (): Promise<void> => {
    await promise;
    spy();
  };
  void tell();
  return spy;
}

describe('watchTraffic', () => {
  it('passes messages and answers through', async () => {
    const { dispatch } = watchTraffic((channel) => Promise.resolve(ok(channel)));

    expect(await dispatch('app.start', {})).toEqual(ok('app.start'));
  });

  it('A2 waits until the window says that it is done, however late its first message comes', async () => {
    const { dispatch, settle } = watchTraffic(() => Promise.resolve(ok(null)));
    const done = watched(settle(heard));

    await vi.advanceTimersByTimeAsync(1500);
    void dispatch('project.run', {});
    await vi.advanceTimersByTimeAsync(500);
    expect(done).not.toHaveBeenCalled();
    void dispatch('app.settled', { unsent: 0 });
    await vi.advanceTimersByTimeAsync(50);

    expect(done).toHaveBeenCalled();
  });

  it('A2 waits for what is still under way when the window is done', async () => {
    const answers: (() => void)[] = [];
    const { dispatch, settle } = watchTraffic((channel) =>
      channel === 'app.settled' ? Promise.resolve(ok(null)) : new Promise((resolve) => void answers.push(() => resolve(ok(null)))),
    );
    const done = watched(settle(heard));
    void dispatch('project.save', {});
    void dispatch('app.settled', { unsent: 0 });
    await vi.advanceTimersByTimeAsync(500);
    expect(done).not.toHaveBeenCalled();
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(50);

    expect(done).toHaveBeenCalled();
  });

  it('does not take an earlier answer for this one', async () => {
    const { dispatch, settle } = watchTraffic(() => Promise.resolve(ok(null)));
    await dispatch('app.settled', { unsent: 0 });
    const done = watched(settle(heard));
    await vi.advanceTimersByTimeAsync(1000);

    expect(done).not.toHaveBeenCalled();
  });

  it('waits for nobody when no window heard, and not for ever when one does not answer', async () => {
    const { settle } = watchTraffic(() => Promise.resolve(ok(null)));
    await settle(() => false);
    const done = watched(settle(heard));

    await vi.advanceTimersByTimeAsync(3100);

    expect(done).toHaveBeenCalled();
  });

  it('A2 tells how much the window holds that was not sent, and nothing of an answer without a count', async () => {
    const { dispatch, settle } = watchTraffic(() => Promise.resolve(ok(null)));
    const answers: readonly unknown[] = [{ unsent: 2 }, {}, null, { unsent: 'two' }];
    const told: number[] = [];
    for (const answer of answers) {
      const settled = settle(heard);
      void dispatch('app.settled', answer);
      told.push(await settled);
    }

    expect(told).toEqual([2, 0, 0, 0]);
  });
});
