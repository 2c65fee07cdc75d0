// The window in the installed browser on a shared computer: it leaves no trace of typed notes, and other users cannot read its code.
import { randomBytes } from 'node:crypto';

import { expect, test } from '@playwright/test';

import { EXAMPLE_PASSPHRASE, NotebookPage } from '../pages/notebook-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { lackingForUsers, runAs } from '../shells/other-users.ts';
import { makeOwnersStage, OwnWindowApp, removeStage } from '../shells/own-window-app.ts';
import type { Stage } from '../shells/own-window-app.ts';
import type { TestApp } from '../shells/test-app.ts';

const POLICIES = '/etc/chromium/policies/managed';
const POLICY = `${POLICIES}/tierce-test.json`;
/** Policies of the computer apply to all of its windows at once. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

const lacking = lackingForUsers();
test.skip(lacking !== null, lacking ?? '');

let stage: Stage;
test.beforeAll(() => {
  stage = makeOwnersStage();
});
test.afterEach(async () => {
  await new OwnWindowApp(stage).kill();
});
test.afterAll(() => removeStage(stage));

/** Words that nobody else has ever written. */
const newWord = (name: string): string => `${name}${randomBytes(8).toString('hex')}`;

/** What a journey needs of an application; this one shows its own dialogs. */
function asTestApp(app: OwnWindowApp): TestApp {
  const folders = { base: stage.home, data: stage.home, documents: stage.home, library: stage.home };
  const not = (): never => {
    throw new Error('not of this window');
  };
  return {
    get page() {
      return app.page;
    },
    folders,
    answerDialogs: not,
    close: () => app.close(),
    kill: () => app.kill(),
    start: not,
    troubles: [],
    said: not,
  };
}

/** Writes in the notebook of the example: a note that is kept, and words that are still being typed. */
async function writeInNotebook(app: OwnWindowApp, kept: string, typed: string): Promise<void> {
  const tierce = asTestApp(app);
  const home = new HomePage(tierce);
  if (await new WelcomePage(tierce).begin.isVisible()) await new WelcomePage(tierce).introduce();
  await home.exploreExample();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.expectOpen();
  await book.write(kept);
  await book.begin();
  await book.page.keyboard.type(typed);
}

test('K2 E11 what is typed in the notebook is nowhere in the browser: while it runs, after closing, after a kill, after the next start', async () => {
  const app = new OwnWindowApp(stage);
  const words = [newWord('zibeline'), newWord('ocelot'), newWord('mandragore'), newWord('loutre')];
  const [first = '', second = '', third = '', fourth = ''] = words;

  await app.start();
  await app.ready();
  await writeInNotebook(app, first, second);
  const running = app.searchAll(words);
  expect(running.found).toEqual([]);
  expect(app.sessionFiles()).toEqual([]);
  expect(running.looked, 'files of the profile among them').toBeGreaterThan(50);
  await app.close();
  expect(app.runs(), 'folders of runs after closing').toEqual([]);
  expect(app.searchAll(words).found).toEqual([]);

  await app.start();
  await app.ready();
  await writeInNotebook(app, third, fourth);
  await app.kill();
  const killed = app.runs();
  expect(killed).toHaveLength(2);
  expect(app.searchAll(words).found).toEqual([]);

  await app.start();
  await app.ready();
  expect(
    app.runs().filter((name) => killed.includes(name)),
    'what the killed run has left',
  ).toEqual([]);
  expect(app.searchAll(words).found).toEqual([]);
  await app.close();
});

test('K2 another user of the computer finds the code neither in the processes nor in the files, and nothing of what is shown', async () => {
  const app = new OwnWindowApp(stage);
  const word = newWord('tamarin');
  await app.start();
  await app.ready();
  const code = app.codes().at(-1) ?? '';
  expect(code).toMatch(/^[\w-]{43}$/);
  await writeInNotebook(app, word, word);

  const search = app.searchAsOther([code, word, app.page.url().replace(/\/$/, '/#')]);

  expect(search.found).toEqual([]);
  expect(search.looked, 'processes among them').toBeGreaterThan(10);
  await app.close();
});

test('K2 where a policy forbids private windows this is said before anything is typed, and all of it is gone after closing', async () => {
  const app = new OwnWindowApp(stage);
  const word = newWord('caracal');
  runAs('root', ['mkdir', '-p', POLICIES]);
  runAs('root', ['tee', POLICY], JSON.stringify({ IncognitoModeAvailability: 1 }));
  runAs('root', ['chmod', '-R', 'a+rX', '/etc/chromium']);
  try {
    const page = await app.start();
    await expect(page.getByRole('heading', { name: 'Ce navigateur garde une trace de ce qui est saisi' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.getByRole('link', { name: 'Continuer dans cette fenêtre' }).click();
    await app.ready();
    await writeInNotebook(app, word, word);
    await expect.poll(() => app.sessionFiles().length, 'a window that is not private keeps its session').toBeGreaterThan(0);
    await app.close();

    expect(app.runs()).toEqual([]);
    expect(app.searchAll([word]).found).toEqual([]);
  } finally {
    runAs('root', ['rm', '-f', POLICY]);
  }
});

test('K2 a window that is closed before the application is there ends the program', async () => {
  const app = new OwnWindowApp(stage);
  runAs('root', ['mkdir', '-p', POLICIES]);
  runAs('root', ['tee', POLICY], JSON.stringify({ IncognitoModeAvailability: 1 }));
  try {
    const page = await app.start();
    await expect(page.getByRole('link', { name: 'Continuer dans cette fenêtre' })).toBeVisible();

    await app.close();

    expect(app.runs()).toEqual([]);
  } finally {
    runAs('root', ['rm', '-f', POLICY]);
  }
});
