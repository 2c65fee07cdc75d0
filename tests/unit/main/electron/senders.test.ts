// Tests of who may send messages to the main process.
import { describe, expect, it } from 'vitest';

import { isTrustedSender } from '../../../../main/electron/senders.ts';

const page = { frameUrl: 'tierce://app/', isMainFrame: true, isOwnWindow: true };

describe('isTrustedSender', () => {
  it('hears the page of the own window', () => {
    expect(isTrustedSender(page)).toBe(true);
  });

  it.each([
    ['a subframe', { isMainFrame: false }],
    ['another window', { isOwnWindow: false }],
    ['a frame that is gone', { frameUrl: null }],
    ['a frame without an address', { frameUrl: '' }],
    ['a blank page', { frameUrl: 'about:blank' }],
    ['another address', { frameUrl: 'https://example.org/' }],
    ['another host of the own scheme', { frameUrl: 'tierce://app.example.org/' }],
  ])('does not hear %s', (_, facts) => {
    expect(isTrustedSender({ ...page, ...facts })).toBe(false);
  });
});
