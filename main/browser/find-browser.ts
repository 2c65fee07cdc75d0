// Finds an installed Chromium, Chrome or Edge, and says how it is started as an application window.
import { existsSync } from 'node:fs';
import path from 'node:path';

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_TAILS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** What this computer offers. */
export const here: Surroundings = { platform: process.platform, environment: process.env, exists: existsSync };

/** @returns the executable of an installed browser, or `null` */
export function findBrowser(surroundings: Surroundings): string | null {
  return candidates(surroundings).find(surroundings.exists) ?? null;
}

function candidates({ platform, environment }: Surroundings): readonly string[] {
  if (platform === 'darwin') return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const folders = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    return WINDOWS_TAILS.flatMap((tail) => folders.map((folder) => path.join(folder, tail)));
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => path.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** What an application window for local files has no use for, and what would speak to a network by itself. */
const FEATURES_OFF = ['Translate', 'OptimizationHints', 'MediaRouter', 'AutofillServerCommunication', 'SpellcheckService', 'InterestFeedContentSuggestions', 'CertificateTransparencyComponentUpdater'];

/**
 * @param address the page with its code
 * @param profile a folder of its own, apart from the user's everyday profile
 */
export function browserArguments(address: string, profile: string): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
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
