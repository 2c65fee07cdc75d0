// Tests of waiting for the window to be done before closing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ok } from '@domain/result.ts';

import { watchTraffic } from '../../../../main/window/traffic.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('watchTraffic', () => {
  it('passes messages and answers through', async () => {
    const { dispatch } = watchTraffic((channel) => Promise.resolve(ok(channel)));

    expect(await dispatch('app.start', {})).toEqual(ok('app.start'));
  });

  it('is quiet a moment after being asked', async () => {
    const { quiet } = watchTraffic(() => Promise.resolve(ok(null)));
    const isQuiet = vi.fn();
    void quiet().then(isQuiet);

    await vi.advanceTimersByTimeAsync(100);
    expect(isQuiet).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);

    expect(isQuiet).toHaveBeenCalled();
  });

  it('waits for a message under way, and for the one that follows it', async () => {
    const answers: (() => void)[] = [];
    const { dispatch, quiet } = watchTraffic(() => new Promise((resolve) => void answers.push(() => resolve(ok(null)))));
    const isQuiet = vi.fn();
    void quiet().then(isQuiet);
    void dispatch('project.run', {});
    await vi.advanceTimersByTimeAsync(1000);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(50);
    void dispatch('project.run', {});
    await vi.advanceTimersByTimeAsync(400);
    expect(isQuiet).not.toHaveBeenCalled();
    answers[1]?.();
    await vi.advanceTimersByTimeAsync(200);

    expect(isQuiet).toHaveBeenCalled();
  });

  it('does not wait for ever', async () => {
    const { dispatch, quiet } = watchTraffic(() => new Promise(() => undefined));
    void dispatch('project.run', {});
    const isQuiet = vi.fn();
    void quiet().then(isQuiet);

    await vi.advanceTimersByTimeAsync(3100);

    expect(isQuiet).toHaveBeenCalled();
  });
});
