// How a browser is started as the window of the application: private, alone, without a network.
import type { Brand } from './find-browser.ts';
import type { RunFolder } from './run-folder.ts';

/** Features that an application window for local files does not need, or that would use a network by themselves. */
const FEATURES_OFF = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'SpellcheckService',
  'InterestFeedContentSuggestions',
  'CertificateTransparencyComponentUpdater',
];

/** A private window writes neither typed text nor visited pages into its profile. */
const PRIVATE: Readonly<Record<Brand, string>> = { chromium: '--incognito', chrome: '--incognito', edge: '--inprivate' };

/**
 * @param page what the window shows first, without any secret: every user of the computer can read arguments
 * @param folder that of this run, separate from the user's everyday profile
 */
export function browserArguments(brand: Brand, page: string, folder: RunFolder): readonly string[] {
  return [
    `--app=${page}`,
    PRIVATE[brand],
    `--user-data-dir=${folder.profile}`,
    `--disk-cache-dir=${folder.cache}`,
    `--crash-dumps-dir=${folder.crashes}`,
    '--window-size=1280,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-breakpad',
    '--no-pings',
    '--disable-save-password-bubble',
    '--no-service-autorun',
    `--disable-features=${FEATURES_OFF.join(',')}`,
  ];
}
