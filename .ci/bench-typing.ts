// How long somebody who types has to wait while the file is being saved, on the Electron that the tests use.
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { FramePage } from '../tests/e2e/pages/frame-page.ts';
import { onElectron, withFile } from './bench-electron.ts';
import { fullDocument, megabytes } from './bench-parts.ts';

/** About fifteen seconds of quick typing: the file is written several times meanwhile. */
const KEYS = 160;
const BETWEEN_KEYS_MS = 80;

/** `pause`: the longest time between two frames of the page; `key`: from a key press to its effect, main included. In milliseconds. */
type Typing = { readonly pause: number; readonly key: { readonly longest: number; readonly middle: number } };

/** @returns rows of a table; or why there are none */
export function measureTyping(): Promise<readonly string[] | string> {
  return onElectron(async () => {
    const lines: string[] = [];
    for (const records of [20, 2_300, 23_000]) {
      const document = fullDocument({ sessions: Math.ceil(records / 10), entries: records - Math.ceil(records / 10), notes: 0 });
      for (const form of ['plain', 'sealed'] as const) {
        const [{ pause, key }, bytes] = await withFile(document, form, async (app) => {
          const frame = new FramePage(app);
          await frame.goTo('Cadre');
          await frame.mission.click();
          await frame.text('Besoin').click();
          return typing(app.page);
        });
        lines.push(`| ${megabytes(bytes)} | ${form} | ${pause.toFixed(0)} | ${key.middle.toFixed(1)} | ${key.longest.toFixed(0)} |`);
      }
    }
    return lines;
  });
}

async function typing(page: Page): Promise<Typing> {
  await page.evaluate(() => {
    const watch = {
      longest: 0,
      last: performance.now(),
      look(): void {
        watch.longest = Math.max(watch.longest, performance.now() - watch.last);
        watch.last = performance.now();
        requestAnimationFrame(() => watch.look());
      },
    };
    Object.assign(globalThis, { benchWatch: watch });
    watch.look();
  });
  const times: number[] = [];
  for (let count = 0; count < KEYS; count += 1) {
    await setTimeout(BETWEEN_KEYS_MS);
    const from = performance.now();
    await page.keyboard.press(count % 6 === 5 ? 'Space' : 'e');
    times.push(performance.now() - from);
  }
  const pause = await page.evaluate(
    () => (globalThis as unknown as { readonly benchWatch: { readonly longest: number } }).benchWatch.longest,
  );
  const sorted = times.toSorted((a, b) => a - b);
  return { pause, key: { longest: sorted.at(-1) ?? 0, middle: sorted[Math.floor(sorted.length / 2)] ?? 0 } };
}
