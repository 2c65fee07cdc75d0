// A file opened in the Electron that the tests use, for measures of the window.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Document } from '../domain/document.ts';
import { expectOk } from '../domain/result.ts';
import { serialiseProject } from '../main/files/envelope.ts';
import { newFileKeys } from '../main/vault/file-keys.ts';
import { FileSealer } from '../main/vault/file-sealer.ts';
import { AttemptPage } from '../tests/e2e/pages/attempt-page.ts';
import { callOk } from '../tests/e2e/shells/contract-client.ts';
import { type ElectronTestApp, giveToUser, makeStage, startElectronApp } from '../tests/e2e/shells/electron-app.ts';
import { makeFolders, removeFolders, type TestFolders } from '../tests/e2e/shells/test-app.ts';
import { header } from './bench-parts.ts';
import { withDisplay } from './display.mjs';
import { testRuntime } from './electron-runtime.mjs';
import { ensureElectronTestBuild } from './test-builds.mjs';
import { profileOf } from '../tests/support/profiles.ts';

export type Form = 'plain' | 'sealed';

const PASSPHRASE = 'une phrase de passe de mesure';

/** @returns what `measure` returns, with a display and a build to run on; or why nothing can be measured here */
export async function onElectron(measure: () => Promise<readonly string[]>): Promise<readonly string[] | string> {
  if (testRuntime() === null) return 'no Electron runtime here; node .ci/electron-runtime.mjs brings one';
  if (!(await ensureElectronTestBuild())) return 'the build of the Electron shell failed';
  const measured: unknown = await withDisplay(
    async (display: Readonly<Record<string, string>>) => {
      const before = Object.fromEntries(Object.keys(display).map((name) => [name, process.env[name]]));
      Object.assign(process.env, display);
      const rows = await measure();
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name]; // the next measure has a display of its own
        else process.env[name] = value;
      }
      return rows;
    },
    (why: string) => Promise.resolve(why),
  );
  return measured as readonly string[] | string; // the result of one of the two callbacks
}

/** Opens the file of a document, and unlocks it if it is sealed. @returns what `act` returns, and the size of the file in bytes */
export async function withFile<T>(document: Document, form: Form, act: (app: ElectronTestApp) => Promise<T>): Promise<[T, number]> {
  const bytes = await bytesOf(document, form);
  const measured = await withBytes(bytes, async (app) => {
    if (form === 'sealed') {
      await new AttemptPage(app).passphrase.fill(PASSPHRASE);
      await app.page.keyboard.press('Enter');
    }
    return act(app);
  });
  return [measured, bytes.byteLength];
}

/** Opens a file of these bytes. @returns what `act` returns */
export async function withBytes<T>(bytes: Uint8Array, act: (app: ElectronTestApp) => Promise<T>): Promise<T> {
  const folders = makeFolders();
  const file = path.join(folders.documents, 'mesure.tierce');
  writeFileSync(file, bytes);
  giveToUser(file);
  const app = await startElectronApp(makeStage(), folders, { now: '2026-06-15T08:00:00.000Z', dialogs: 'answered' });
  await callOk(app.page, 'profile.save', {
    profile: profileOf('Camille Ferrand'),
  });
  await app.close();
  await app.start({ file });
  const measured = await act(app);
  await app.close();
  removeFolders(folders satisfies TestFolders);
  return measured;
}

async function bytesOf(document: Document, form: Form): Promise<Buffer> {
  if (form === 'plain') return serialiseProject({ header: header(), document }, null);
  const { ring, key } = expectOk(await newFileKeys('bench-keys', PASSPHRASE));
  const { fileId } = header();
  return serialiseProject({ header: { ...header(), keys: { file: ring, vault: null } }, document }, new FileSealer(fileId, key));
}
