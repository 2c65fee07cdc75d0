// How long somebody who types has to wait while the file is being saved, on the Electron that the tests use.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Document } from '../domain/document.ts';
import { expectOk } from '../domain/result.ts';
import { serialiseProject } from '../main/files/envelope.ts';
import { newFileKeys } from '../main/vault/file-keys.ts';
import { FileSealer } from '../main/vault/file-sealer.ts';
import { FramePage } from '../tests/e2e/pages/work-pages.ts';
import { AttemptPage } from '../tests/e2e/pages/file-page.ts';
import { callOk } from '../tests/e2e/shells/contract-client.ts';
import { type ElectronTestApp, giveToUser, makeStage, startElectronApp } from '../tests/e2e/shells/electron-app.ts';
import { makeFolders, removeFolders, type TestFolders } from '../tests/e2e/shells/test-app.ts';
import { fullDocument, header, megabytes } from './bench-parts.ts';
import { testRuntime } from './electron-runtime.mjs';
import { ensureElectronTestBuild } from './test-builds.mjs';
import { withDisplay } from './display.mjs';

const PASSPHRASE = 'une phrase de passe de mesure';
/** About fifteen seconds of quick typing: the file is written several times meanwhile. */
const KEYS = 160;
const BETWEEN_KEYS_MS = 80;

/** `pause`: the longest time between two frames of the page; `key`: from a key press to its effect, main included. In milliseconds. */
type Typing = { readonly pause: number; readonly key: { readonly longest: number; readonly middle: number } };

/** @returns rows of a table; or why there are none */
export async function measureTyping(): Promise<readonly string[] | string> {
  if (testRuntime() === null) return 'no Electron runtime here; node .ci/electron-runtime.mjs brings one';
  if (!(await ensureElectronTestBuild())) return 'the build of the Electron shell failed';
  const measured: unknown = await withDisplay(
    async (display: Readonly<Record<string, string>>) => {
      Object.assign(process.env, display);
      return rows();
    },
    (why: string) => Promise.resolve(why),
  );
  return measured as readonly string[] | string; // the result of one of the two callbacks
}

async function rows(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const records of [20, 2_300, 23_000]) {
    const document = fullDocument({ sessions: Math.ceil(records / 10), entries: records - Math.ceil(records / 10), notes: 0 });
    for (const form of ['plain', 'sealed'] as const) lines.push(await row(document, form));
  }
  return lines;
}

async function row(document: Document, form: 'plain' | 'sealed'): Promise<string> {
  const folders = makeFolders();
  const file = path.join(folders.documents, 'mesure.tierce');
  const bytes = await bytesOf(document, form);
  writeFileSync(file, bytes);
  giveToUser(file);
  const app = await startElectronApp(makeStage(), folders, { now: '2026-06-15T08:00:00.000Z', dialogs: 'answered' });
  const { pause, key } = await typedInto(app, file, form);
  await app.close();
  removeFolders(folders satisfies TestFolders);
  return `| ${megabytes(bytes.byteLength)} | ${form} | ${pause.toFixed(0)} | ${key.middle.toFixed(1)} | ${key.longest.toFixed(0)} |`;
}

async function bytesOf(document: Document, form: 'plain' | 'sealed'): Promise<Buffer> {
  if (form === 'plain') return serialiseProject({ header: header(), document }, null);
  const { ring, key } = expectOk(await newFileKeys('bench-keys', PASSPHRASE));
  const { fileId } = header();
  return serialiseProject({ header: { ...header(), keys: { file: ring, vault: null } }, document }, new FileSealer(fileId, key));
}

async function typedInto(app: ElectronTestApp, file: string, form: 'plain' | 'sealed'): Promise<Typing> {
  await callOk(app.page, 'profile.save', {
    profile: { name: 'Camille Ferrand', function: '', organisation: '', email: '', minutesPerDay: 420, scheme: 'dla' },
  });
  await app.close();
  await app.start({ file });
  if (form === 'sealed') {
    await new AttemptPage(app).passphrase.fill(PASSPHRASE);
    await app.page.keyboard.press('Enter');
  }
  const frame = new FramePage(app);
  await frame.goTo('Cadre');
  await frame.text('Besoin').click();
  return typing(app.page);
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
