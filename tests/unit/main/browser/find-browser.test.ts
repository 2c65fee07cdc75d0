// Tests of finding a browser.
import { describe, expect, it } from 'vitest';

import { findBrowsers } from '../../../../main/browser/find-browser.ts';

describe('findBrowsers', () => {
  it('looks along the path on Linux, Chromium first', () => {
    const present = new Set(['/opt/google-chrome', '/usr/bin/chromium']);
    expect(findBrowsers({ platform: 'linux', environment: { PATH: '/opt:.:/usr/bin' }, exists: (file) => present.has(file) })).toEqual([
      { executable: '/usr/bin/chromium', brand: 'chromium' },
      { executable: '/opt/google-chrome', brand: 'chrome' },
    ]);
  });

  it('never takes a program from a relative folder of the path', () => {
    expect(findBrowsers({ platform: 'linux', environment: { PATH: '.:bin' }, exists: () => true })).toEqual([]);
  });

  it('knows where browsers are on macOS and Windows', () => {
    const all = (platform: NodeJS.Platform) =>
      findBrowsers({ platform, environment: { ProgramFiles: 'C:/Program Files' }, exists: (file) => file.includes('Edge') });
    expect(all('darwin')).toEqual([{ executable: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', brand: 'edge' }]);
    expect(all('win32')).toEqual([{ executable: 'C:/Program Files/Microsoft/Edge/Application/msedge.exe', brand: 'edge' }]);
  });

  it('K2 finds each of the three on a Mac and on Windows, for the computer and for the user alone', () => {
    const [whole, older, own] = ['C:/Program Files', 'C:/Program Files (x86)', 'C:/Users/anne/AppData/Local'];
    const environment = { ProgramFiles: whole, 'ProgramFiles(x86)': older, LOCALAPPDATA: own };
    const on = (platform: NodeJS.Platform) => findBrowsers({ platform, environment, exists: () => true });

    expect(on('darwin')).toEqual([
      { executable: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', brand: 'chrome' },
      { executable: '/Applications/Chromium.app/Contents/MacOS/Chromium', brand: 'chromium' },
      { executable: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', brand: 'edge' },
    ]);
    const places = Object.values(environment);
    expect(on('win32')).toEqual([
      ...places.map((place) => ({ executable: `${place}/Google/Chrome/Application/chrome.exe`, brand: 'chrome' })),
      ...places.map((place) => ({ executable: `${place}/Chromium/Application/chrome.exe`, brand: 'chromium' })),
      ...places.map((place) => ({ executable: `${place}/Microsoft/Edge/Application/msedge.exe`, brand: 'edge' })),
    ]);
  });

  it('gives all of them, so that one may be passed over, each by its brand', () => {
    const found = findBrowsers({ platform: 'linux', environment: { PATH: '/usr/bin' }, exists: (file) => !file.endsWith('-stable') });
    expect(found.map(({ brand }) => brand)).toEqual(['chromium', 'chromium', 'chrome', 'edge']);
  });

  it('finds none where there is none', () => {
    expect(findBrowsers({ platform: 'linux', environment: {}, exists: () => true })).toEqual([]);
  });
});
