// How many pictures the window still draws after the key of presentation mode before the first without anything private.
import type { Page } from '@playwright/test';
import { FULL_PASSPHRASE, fullNotebook } from '../tests/e2e/full-notebook.ts';
import { NotebookPage } from '../tests/e2e/pages/notebook-page.ts';
import { PresentationPage } from '../tests/e2e/pages/presentation-page.ts';
import { onElectron, withBytes } from './bench-electron.ts';

const RUNS = 7;

/** `frames`: 1 if the very next picture shows nothing private any more; `ms`: until just before it was drawn. */
type Gone = { readonly frames: number; readonly ms: number };

/** @returns rows of a table; or why there are none */
export function measurePresentation(): Promise<readonly string[] | string> {
  return onElectron(async () => {
    const { on, off } = await withBytes(await fullNotebook(), measured);
    return [row('on, over an open notebook of 2,000 notes', on), row('off, without a notebook that was open', off)];
  });
}

async function measured(app: Parameters<Parameters<typeof withBytes>[1]>[0]) {
  const book = new NotebookPage(app);
  const mode = new PresentationPage(app);
  const [on, off]: [Gone[], Gone[]] = [[], []];
  await book.show();
  await book.unlock(FULL_PASSPHRASE);
  for (let run = 0; run < RUNS; run += 1) {
    await book.notes.first().waitFor();
    on.push(await afterKey(app.page, '.notebook'));
    await mode.leave(FULL_PASSPHRASE);
    await book.expectOpen();
  }
  await book.lock();
  for (let run = 0; run < RUNS; run += 1) {
    await mode.enter();
    off.push(await afterKey(app.page, '.presentation-strip'));
    await book.show();
  }
  return { on, off };
}

/** Presses the key, and looks just before each picture whether what has to go is still there. */
async function afterKey(page: Page, selector: string): Promise<Gone> {
  await page.evaluate((going) => {
    const watch = {
      from: 0,
      frames: 0,
      gone: null as { readonly frames: number; readonly ms: number } | null,
      look(): void {
        watch.frames += 1;
        if (document.querySelector(going) === null) watch.gone = { frames: watch.frames, ms: performance.now() - watch.from };
        else requestAnimationFrame(() => watch.look());
      },
      handleEvent(event: Event): void {
        if (watch.from !== 0 || !(event instanceof KeyboardEvent) || event.key !== 'F9') return;
        watch.from = performance.now();
        requestAnimationFrame(() => watch.look());
      },
    };
    Object.assign(globalThis, { benchGone: watch });
    window.addEventListener('keydown', watch, { capture: true });
  }, selector);
  await page.keyboard.press('F9');
  const gone = await page.waitForFunction(
    () => (globalThis as unknown as { readonly benchGone: { readonly gone: Gone | null } }).benchGone.gone,
  );
  return (await gone.jsonValue()) ?? { frames: 0, ms: 0 }; // it waited until there was one
}

function row(what: string, gone: readonly Gone[]): string {
  const frames = gone.map((each) => each.frames).toSorted((a, b) => a - b);
  const times = gone.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const middle = Math.floor(gone.length / 2);
  return `| ${what} | ${frames[middle] ?? 0} | ${frames.at(-1) ?? 0} | ${(times[middle] ?? 0).toFixed(0)} |`;
}
