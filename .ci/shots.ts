// `npm run shots`: every screen in three sizes and two themes, each as a picture, and all of them on one contact sheet.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Browser, chromium } from '@playwright/test';

import { reach, SCREEN_NAMES } from '../tests/e2e/pages/tour.ts';
import { startBrowserApp } from '../tests/e2e/shells/browser-app.ts';
import { makeFolders, removeFolders } from '../tests/e2e/shells/test-app.ts';
import { ensureBuild } from './build.mjs';
import { testChromium } from './chromium.mjs';
import { root } from './root.mjs';
import { ensureBrowserTestBuild } from './test-builds.mjs';

const FOLDER = path.join(root, 'out/shots');
const NOW = '2026-06-15T08:00:00.000Z';
const SIZES = [
  { width: 1093, height: 614 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;

type Shot = { readonly screen: string; readonly size: string; readonly theme: string; readonly file: string };

async function takeAll(browser: Browser): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  for (const screen of SCREEN_NAMES) {
    for (const colorScheme of THEMES) {
      const folders = makeFolders();
      const context = { locale: 'fr-FR', timezoneId: 'Europe/Paris', colorScheme, reducedMotion: 'reduce' as const, viewport: SIZES[1] };
      const app = await startBrowserApp(browser, folders, { now: NOW, dialogs: 'answered' }, context);
      await reach(app, screen);
      await app.page.mouse.move(0, 0);
      for (const size of SIZES) {
        const file = path.join(FOLDER, `${screen}-${colorScheme}-${size.width}.png`);
        await app.page.setViewportSize(size);
        await app.page.evaluate(() => document.fonts.ready.then(() => undefined));
        await app.page.screenshot({ path: file });
        shots.push({ screen, size: `${size.width} × ${size.height}`, theme: colorScheme, file });
      }
      await app.close();
      removeFolders(folders);
    }
  }
  return shots;
}

/** One row per screen, one column per size and theme. */
async function sheet(browser: Browser, shots: readonly Shot[]): Promise<string> {
  const cell = ({ size, theme, file }: Shot): string =>
    `<figure><img src="data:image/png;base64,${readFileSync(file).toString('base64')}"><figcaption>${size} · ${theme}</figcaption></figure>`;
  const rows = SCREEN_NAMES.map(
    (screen) =>
      `<h2>${screen}</h2><div>${shots
        .filter((shot) => shot.screen === screen)
        .map(cell)
        .join('')}</div>`,
  );
  const style =
    'body{font:14px sans-serif;margin:24px;width:2400px}div{display:grid;grid-template-columns:repeat(6,1fr);gap:12px;align-items:start}img{width:100%;border:1px solid #999}figure{margin:0}';
  const page = await (await browser.newContext({ viewport: { width: 2448, height: 1200 } })).newPage();
  const source = path.join(FOLDER, 'contact-sheet.html');
  writeFileSync(source, `<!doctype html><meta charset="utf-8"><title>Tierce</title><style>${style}</style>${rows.join('')}`);
  await page.goto(pathToFileURL(source).href);
  const file = path.join(FOLDER, 'contact-sheet.png');
  await page.screenshot({ path: file, fullPage: true });
  rmSync(source);
  return file;
}

async function main(): Promise<number> {
  const found = testChromium();
  if (found === null) {
    console.error('No Chromium on this machine: npm ci brings one.');
    return 1;
  }
  if (!(await ensureBuild()) || !(await ensureBrowserTestBuild())) return 1;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const environment = Object.fromEntries(
    Object.entries({ ...process.env, ...found.env }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args, env: environment });
  const shots = await takeAll(browser);
  console.log(`${shots.length} pictures; all of them on ${path.relative(root, await sheet(browser, shots))}`);
  await browser.close();
  return 0;
}

process.exitCode = await main();
