// Tests of what a browser is started with.
import { describe, expect, it } from 'vitest';

import { browserArguments } from '../../../../main/browser/browser-arguments.ts';
import type { Brand } from '../../../../main/browser/find-browser.ts';

const folder = {
  profile: '/data/browser/run/profile',
  cache: '/data/browser/run/cache',
  crashes: '/data/browser/run/crashes',
  page: '/data/browser/run/tierce.html',
};
const given = browserArguments('chromium', 'file:///data/browser/run/tierce.html', folder);

describe('browserArguments', () => {
  it('K2 opens an application window on the page of this run, in a profile of its own', () => {
    expect(given).toContain('--app=file:///data/browser/run/tierce.html');
    expect(given).toContain('--user-data-dir=/data/browser/run/profile');
    expect(given).toContain('--disk-cache-dir=/data/browser/run/cache');
    expect(given).toContain('--crash-dumps-dir=/data/browser/run/crashes');
  });

  it.each<readonly [Brand, string]>([
    ['chromium', '--incognito'],
    ['chrome', '--incognito'],
    ['edge', '--inprivate'],
  ])('K2 opens a private window in %s', (brand, word) => {
    expect(browserArguments(brand, 'file:///x', folder)).toContain(word);
  });

  it('K2 turns off what would reach for a network, report a crash or offer to keep a password', () => {
    expect(given).toEqual(
      expect.arrayContaining([
        '--disable-extensions',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-breakpad',
        '--disable-save-password-bubble',
      ]),
    );
    expect(given).toEqual(
      expect.arrayContaining([
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-domain-reliability',
        '--disable-client-side-phishing-detection',
        '--no-pings',
        '--no-service-autorun',
      ]),
    );
    const features =
      given
        .find((word) => word.startsWith('--disable-features='))
        ?.split('=')[1]
        ?.split(',') ?? [];
    expect(features).toEqual(expect.arrayContaining(['Translate', 'SpellcheckService', 'AutofillServerCommunication', 'MediaRouter']));
    expect(features).toEqual(expect.arrayContaining(['OptimizationHints', 'InterestFeedContentSuggestions']));
    expect(features).toContain('CertificateTransparencyComponentUpdater');
  });

  it('K2 opens a window that the page fits in', () => {
    const [width = 0, height = 0] = (given.find((word) => word.startsWith('--window-size='))?.split('=')[1] ?? '').split(',').map(Number);
    expect(width).toBeGreaterThanOrEqual(1024);
    expect(height).toBeGreaterThanOrEqual(700);
  });

  it('K2 never takes the sandbox away', () => {
    expect(given.join(' ')).not.toMatch(/sandbox|disable-web-security|remote-debugging/);
  });
});
