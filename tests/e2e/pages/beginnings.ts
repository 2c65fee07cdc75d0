// How journeys begin: with a new accompaniment, a report of the example, or a library that is already full.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { homeFiles } from '../full-library.ts';
import { giveToUser } from '../shells/electron-app.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';
import { HomePage } from './home-page.ts';
import { NewPage } from './new-page.ts';
import { WelcomePage } from './welcome-page.ts';
import { DocumentsPage } from './documents-page.ts';
import { FramePage } from './frame-page.ts';
import { SessionPage } from './session-page.ts';
import { SessionsPage } from './sessions-page.ts';

/** @returns the frame of a new accompaniment, in which nothing is written yet */
export async function newAccompaniment(tierce: TestApp): Promise<FramePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const frame = new FramePage(tierce);
  await expect(frame.text('Besoin')).toBeVisible();
  return frame;
}

/** @returns a session of today in a new accompaniment, its title in focus */
export async function newSession(tierce: TestApp): Promise<SessionPage> {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  return new SessionPage(tierce);
}

/** A new accompaniment with a need, which is in its file. */
export async function accompanimentWith(tierce: TestApp, need: string): Promise<FramePage> {
  const frame = await newAccompaniment(tierce);
  await keepNeed(frame, need);
  return frame;
}

export async function keepNeed(frame: FramePage, need: string): Promise<void> {
  await frame.text('Besoin').fill(need);
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
}

/** The report of the fourth session of the example, before it is saved. */
export async function reportOfExample(tierce: TestApp): Promise<DocumentsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  await new SessionPage(tierce).report.click();
  return new DocumentsPage(tierce);
}

/** Opens a file of these bytes from Home. */
export async function openedFile(tierce: TestApp, folders: TestFolders, bytes: Buffer): Promise<void> {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  const file = path.join(folders.library, 'plein.tierce');
  writeFileSync(file, bytes);
  giveToUser(file);
  await tierce.answerDialogs(file);
  await new HomePage(tierce).openFile.click();
}

/** Home at a start with so many accompaniments in its folder, and unreadable files with these names. */
export async function homeWith(tierce: TestApp, folders: TestFolders, count: number, damaged: readonly string[] = []): Promise<HomePage> {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  for (const { name, bytes } of homeFiles(count)) {
    writeFileSync(path.join(folders.library, name), bytes);
    giveToUser(path.join(folders.library, name));
  }
  for (const name of damaged) writeFileSync(path.join(folders.library, name), '{"format":');
  await tierce.close();
  await tierce.start();
  const home = new HomePage(tierce);
  await expect(home.table).toBeVisible();
  return home;
}
