// Tests of noticing that the page is gone.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { GONE_AFTER_MS, watchPresence } from '../../../../main/browser/presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits ten seconds before it takes a page for gone', () => {
  const onGone = vi.fn();
  const presence = watchPresence(onGone);
  presence.tell(true);
  presence.tell(false);
  vi.advanceTimersByTime(GONE_AFTER_MS - 1);
  expect(onGone).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1);

  expect(onGone).toHaveBeenCalledOnce();
});

it('forgets the absence of a page that comes back', () => {
  const onGone = vi.fn();
  const presence = watchPresence(onGone);
  presence.tell(false);
  vi.advanceTimersByTime(5000);
  presence.tell(true);

  vi.advanceTimersByTime(60_000);

  expect(onGone).not.toHaveBeenCalled();
});

it('waits for ever for a first page', () => {
  const onGone = vi.fn();
  watchPresence(onGone);

  vi.advanceTimersByTime(3_600_000);

  expect(onGone).not.toHaveBeenCalled();
});

it('does not wait for a page whose window has ended before it came', () => {
  const onGone = vi.fn();
  const presence = watchPresence(onGone);

  presence.windowEnded();
  vi.advanceTimersByTime(GONE_AFTER_MS);

  expect(onGone).toHaveBeenCalledOnce();
});

it('keeps a page whose browser has only started another program', () => {
  const onGone = vi.fn();
  const presence = watchPresence(onGone);
  presence.tell(true);

  presence.windowEnded();
  vi.advanceTimersByTime(3_600_000);

  expect(onGone).not.toHaveBeenCalled();
});

it('K2 tells nobody any more once it has stopped', () => {
  const onGone = vi.fn();
  const presence = watchPresence(onGone);
  presence.tell(false);

  presence.stop();
  vi.advanceTimersByTime(3_600_000);

  expect(onGone).not.toHaveBeenCalled();
});
