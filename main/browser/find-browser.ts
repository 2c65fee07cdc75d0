// Finds an installed Chromium, Chrome or Edge.
import path from 'node:path';

export type Brand = 'chromium' | 'chrome' | 'edge';
export type Browser = { readonly executable: string; readonly brand: Brand };

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_TAILS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** @returns the installed browsers, the preferred one first */
export function findBrowsers(surroundings: Surroundings): readonly Browser[] {
  return candidates(surroundings)
    .filter(surroundings.exists)
    .map((executable) => ({ executable, brand: brandOf(executable) }));
}

function candidates({ platform, environment }: Surroundings): readonly string[] {
  if (platform === 'darwin') return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const folders = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']].filter(
      (folder) => folder !== undefined,
    );
    return WINDOWS_TAILS.flatMap((tail) => folders.map((folder) => path.join(folder, tail)));
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => path.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function brandOf(executable: string): Brand {
  if (/edge/i.test(executable)) return 'edge';
  return /chromium/i.test(executable) ? 'chromium' : 'chrome';
}
