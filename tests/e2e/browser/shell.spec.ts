// The browser shell as its user sees it: one page at a time, an address that is worthless once used, and its end.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

import { environmentOf } from '../shells/test-app.ts';
import { expect, test } from '../journey.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test.use({ chromium: 'installed' });

const PROGRAM = path.resolve(import.meta.dirname, '../../../out/main/browser.js');

/** The product's own program, without a display, as `npm start` runs it. */
function serve(env: Record<string, string>): { program: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const program = spawn(process.execPath, [PROGRAM, '--serve'], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  program.stdout.on('data', (part: Buffer) => (text += part.toString()));
  return { program, said: () => text, ended: new Promise((resolve) => void program.once('exit', resolve)) };
}

const addressesIn = (text: string): string[] => [...text.matchAll(/http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/g)].map(([address]) => address);

test('K2 the address is gone from the page at once, and keys for reloading do nothing', async ({ tierce }) => {
  await expect(new WelcomePage(tierce).begin).toBeVisible();

  expect(tierce.page.url()).not.toMatch(/#[\w-]{40}/);
  const refused = await tierce.page.evaluateHandle(() => {
    const keys: string[] = [];
    addEventListener('keydown', ({ key, defaultPrevented }) => defaultPrevented && keys.push(key));
    return keys;
  });
  await tierce.page.keyboard.press('F5');
  await tierce.page.keyboard.press('Control+r');

  await new WelcomePage(tierce).introduce();
  expect(await refused.jsonValue(), 'kept from the browser, in the page of before').toEqual(['F5', 'r']);
  expect(await tierce.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
});

test.describe('the program', () => {
  test.use({ isSilent: false });

  test('K2 prints an address, another on Enter, and leaves on Ctrl+C', async ({ tierce, folders, now }) => {
    await tierce.close();
    const { program, said, ended } = serve({ ...environmentOf(folders, { now, dialogs: 'own' }), XDG_CONFIG_HOME: folders.data });
    await expect.poll(() => addressesIn(said()).length).toBe(1);
    program.stdin?.write('\n');
    await expect.poll(() => addressesIn(said()).length).toBe(2);

    program.kill('SIGINT');

    expect(await ended).toBe(0);
    expect(new Set(addressesIn(said())).size).toBe(2);
  });

  test('K2 ends ten seconds after its page has gone', async ({ tierce, folders, now, host }) => {
    test.slow();
    if ('folder' in host) throw new Error('browser only');
    await tierce.close();
    const { said, ended } = serve({ ...environmentOf(folders, { now, dialogs: 'own' }), XDG_CONFIG_HOME: folders.data });
    await expect.poll(() => addressesIn(said()).length).toBe(1);
    const page = await host.newPage();
    await page.goto(addressesIn(said())[0] ?? '');
    await page.locator('[data-app-state="ready"]').waitFor({ state: 'attached' });
    const goneAt = Date.now();

    await page.close();

    expect(await ended).toBe(0);
    expect(Date.now() - goneAt).toBeGreaterThan(9_000);
    expect(Date.now() - goneAt).toBeLessThan(16_000);
  });
});
