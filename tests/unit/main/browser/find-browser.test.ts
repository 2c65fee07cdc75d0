// Tests of finding a browser and of what it is started with.
import { describe, expect, it } from 'vitest';

import { browserArguments, findBrowser } from '../../../../main/browser/find-browser.ts';

describe('findBrowser', () => {
  it('looks along the path on Linux, Chromium first', () => {
    const present = new Set(['/opt/google-chrome', '/usr/bin/chromium']);
    expect(findBrowser({ platform: 'linux', environment: { PATH: '/opt:.:/usr/bin' }, exists: (file) => present.has(file) })).toBe('/usr/bin/chromium');
  });

  it('never takes a program from a relative folder of the path', () => {
    expect(findBrowser({ platform: 'linux', environment: { PATH: '.:bin' }, exists: () => true })).toBeNull();
  });

  it('knows where browsers are on macOS and Windows', () => {
    const all = (platform: NodeJS.Platform) => findBrowser({ platform, environment: { ProgramFiles: 'C:/Program Files' }, exists: (file) => file.includes('Edge') });
    expect(all('darwin')).toBe('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
    expect(all('win32')).toBe('C:/Program Files/Microsoft/Edge/Application/msedge.exe');
  });

  it('finds none where there is none', () => {
    expect(findBrowser({ platform: 'linux', environment: {}, exists: () => true })).toBeNull();
  });
});

describe('browserArguments', () => {
  const given = browserArguments('http://127.0.0.1:5000/#code', '/data/browser');

  it('opens an application window on a profile of its own', () => {
    expect(given).toContain('--app=http://127.0.0.1:5000/#code');
    expect(given).toContain('--user-data-dir=/data/browser');
  });

  it('turns off what would reach for a network', () => {
    expect(given).toEqual(expect.arrayContaining(['--disable-extensions', '--disable-sync', '--disable-background-networking', '--disable-component-update']));
    expect(given.join(' ')).toMatch(/--disable-features=\S*SpellcheckService/);
  });

  it('never takes the sandbox away', () => {
    expect(given.join(' ')).not.toMatch(/sandbox|disable-web-security|remote-debugging/);
  });
});
