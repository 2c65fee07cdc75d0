// L3: from a key or a press to the next picture of the window, against the same on an empty page, on the Electron that the tests use.
import type { Page } from '@playwright/test';
import { NAVIGATION } from '../renderer/state/screens.ts';
import { FramePage } from '../tests/e2e/pages/frame-page.ts';
import type { ElectronTestApp } from '../tests/e2e/shells/electron-app.ts';
import { type Form, onElectron, withFile } from './bench-electron.ts';
import { fullDocument } from './bench-parts.ts';

const ROUNDS = 20;
const ACTS = ['typing a letter', 'committing a field', 'ticking', 'opening a screen', 'opening the palette', 'searching'] as const;
type Act = (typeof ACTS)[number];
/** Milliseconds from each event to the picture after it. */
type Times = Readonly<Record<Act | 'an empty page', readonly number[]>>;

/** @returns rows of a table; or why there are none */
export function measureAnswers(): Promise<readonly string[] | string> {
  return onElectron(async () => {
    const document = fullDocument({ sessions: 500, entries: 5_000, notes: 0 });
    const measured = new Map<Form, Times>();
    for (const form of ['plain', 'sealed'] as const) measured.set(form, (await withFile(document, form, answers))[0]);
    return [...measured].flatMap(([form, times]) => ACTS.map((act) => row(act, form, times)));
  });
}

function row(act: Act, form: Form, times: Times): string {
  const empty = share(times['an empty page'], 0.5);
  const middle = share(times[act], 0.5);
  return `| ${act} | ${form} | ${empty.toFixed(1)} | ${middle.toFixed(1)} | ${share(times[act], 0.95).toFixed(1)} | ${(middle - empty).toFixed(1)} |`;
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

async function answers(app: ElectronTestApp): Promise<Times> {
  const { page } = app;
  const frame = new FramePage(app);
  await frame.goTo('Cadre');
  await frame.mission.click();
  await watchPictures(page);
  const need = frame.text('Besoin');
  await need.click();
  const letters = await each(page, () => page.keyboard.press('e'));
  const commits = await each(
    page,
    () => page.keyboard.press('Tab'),
    async () => {
      await need.focus();
      await page.keyboard.press('a');
    },
  );
  await frame.showPhase();
  const ticks = await each(page, () => frame.card('Étapes').locator('.checkbox').first().click());
  const screens = await opened(page);
  const palettes = await each(
    page,
    () => page.keyboard.press('Control+k'),
    () => page.keyboard.press('Escape'),
  );
  const searched = await each(
    page,
    () => page.keyboard.press('e'),
    () => page.keyboard.press('Backspace'),
  );
  return {
    'typing a letter': letters,
    'committing a field': commits,
    ticking: ticks,
    'opening a screen': screens,
    'opening the palette': palettes,
    searching: searched,
    'an empty page': await onEmptyPage(app),
  };
}

/** Each screen is opened once before it is measured: the first time brings its scripts. */
async function opened(page: Page): Promise<readonly number[]> {
  const digits = NAVIGATION.flatMap(({ name, place }) => (place.digit === undefined ? [] : [{ name, digit: place.digit }]));
  const times: number[] = [];
  for (let round = 0; round <= 3; round += 1) {
    for (const { name, digit } of digits) {
      const took = await pictureAfter(page, () => page.keyboard.press(`Alt+${digit}`));
      await page.locator(`main[data-screen="${name}"] h1`).first().waitFor();
      if (round > 0) times.push(took);
    }
  }
  return times;
}

async function onEmptyPage(app: ElectronTestApp): Promise<readonly number[]> {
  const arriving = app.electron().waitForEvent('window');
  await app
    .electron()
    .evaluate(async ({ BrowserWindow }) => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<input autofocus>'));
  const page = await arriving;
  await watchPictures(page);
  await page.locator('input').focus();
  return each(page, () => page.keyboard.press('e'));
}

async function each(
  page: Page,
  act: () => Promise<void>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before();
    times.push(await pictureAfter(page, act));
  }
  return times;
}

type Watch = { readonly times: number[] };

/** Notes, for each key and click, when the picture after it was ready: a message that is sent before a picture arrives after it. */
async function watchPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    for (const kind of ['keydown', 'click']) {
      addEventListener(
        kind,
        (event) => {
          if (event instanceof KeyboardEvent && ['Control', 'Alt'].includes(event.key)) return;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp), { once: true });
            port1.start();
            port2.postMessage(null);
          });
        },
        { capture: true },
      );
    }
    Object.assign(globalThis, { benchPictures: { times } });
  });
}

async function pictureAfter(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => void (globalThis as unknown as { readonly benchPictures: Watch }).benchPictures.times.splice(0));
  await act();
  const took = await page.waitForFunction(() => (globalThis as unknown as { readonly benchPictures: Watch }).benchPictures.times[0]);
  return (await took.jsonValue()) ?? Number.NaN;
}
