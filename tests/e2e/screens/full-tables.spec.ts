// Every screen with two thousand records in every table: each is reached, and works.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { navigation } from '@domain/text/fr/shell.ts';
import { NAVIGATION } from '../../../renderer/state/screens.ts';
import { fullTables } from '../full-tables.ts';
import { expect, test } from '../journey.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

const COUNT = 2000;

async function openFull(tierce: TestApp, folders: TestFolders): Promise<void> {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  mkdirSync(folders.library, { recursive: true });
  const file = path.join(folders.library, 'plein.tierce');
  writeFileSync(file, fullTables(COUNT));
  await tierce.start({ file });
}

test('L3 every screen is drawn with two thousand records in every table', async ({ tierce, folders }) => {
  await openFull(tierce, folders);
  const anywhere = new WindowPage(tierce);
  for (const { name, place } of NAVIGATION) {
    await anywhere.goTo(navigation[place.title]);
    await expect(anywhere.page.locator(`main[data-screen="${name}"] h1`).first()).toBeAttached();
    await expect(anywhere.page.locator('main *').nth(2500), `${name} draws what is in sight alone`).not.toBeAttached();
  }
});

test('L3 B2 F4 follow-ups, steps and sessions answer with two thousand records in every table', async ({ tierce, folders }) => {
  await openFull(tierce, folders);
  await followUp(tierce);
  await tickStepOfLatePhase(tierce);
  await writeDecisionOfLastSession(tierce);
  await readFullestSession(tierce);
  await new WindowPage(tierce).expectSafe();
});

test('L3 C2 F4 H2 structures, time, shares and documents answer with two thousand records in every table', async ({ tierce, folders }) => {
  await openFull(tierce, folders);
  await chooseLateStructure(tierce);
  await enterTime(tierce);
  await shareOut(tierce);
  await seeDocuments(tierce);
  await new WindowPage(tierce).expectSafe();
});

test('I5 a press on a long list that was scrolled a moment ago chooses', async ({ tierce, folders }) => {
  await openFull(tierce, folders);
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.main.getByRole('button', { name: /Phases$/ }).click();
  const list = frame.page.getByRole('listbox');
  await list.getByRole('option', { name: '3. Phase 0003' }).hover();
  await frame.page.mouse.wheel(0, 960);
  await expect.poll(() => list.evaluate((box) => box.scrollTop), { intervals: [10] }).toBeGreaterThan(900);
  await frame.page.mouse.down();
  await frame.page.mouse.up();
  await expect(list).toHaveCount(0);
  await expect(frame.main.getByRole('button', { name: /^3\d\. Phase 003\d.* Phases$/ })).toBeVisible();
});

async function followUp(tierce: TestApp): Promise<void> {
  const overview = new WindowPage(tierce);
  await overview.goTo('Vue d’ensemble');
  const phases = overview.main.getByRole('list', { name: 'Phases' });
  await phases.getByRole('link', { name: /^1\. Phase 0001/ }).focus();
  await phases.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(phases.getByRole('link', { name: /^2000\. Phase 2000/ })).toBeVisible();
  const first = overview.main.getByRole('checkbox', { name: /^Faite/ }).first();
  const title = (await first.getAttribute('aria-label')) ?? '';
  await overview.main.locator('.overview-line .checkbox').first().click();
  await expect(overview.main.getByRole('checkbox', { name: title, exact: true })).toHaveCount(0);
}

async function tickStepOfLatePhase(tierce: TestApp): Promise<void> {
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.main.getByRole('button', { name: /Phases$/ }).click();
  await frame.page.keyboard.press('End');
  await frame.page.getByRole('option', { name: '1998. Phase 1998' }).click();
  await frame.card('Étapes').locator('.checkbox').click();
  await expect(frame.step('Étape 1998')).toBeChecked();
  await frame.main.getByRole('button', { name: /Phases$/ }).click();
  await frame.page.keyboard.press('Home');
  await frame.page.getByRole('option', { name: 'Cadre', exact: true }).click();
  const tools = frame.main.getByRole('list', { name: 'Outils transmis' });
  await tools.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(tools.getByRole('textbox').last()).toHaveValue('Outil transmis 2000');
}

async function writeDecisionOfLastSession(tierce: TestApp): Promise<void> {
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.links.first().click();
  const session = new SessionPage(tierce);
  await session.write('décision', 'Signer la charte');
  await expect(session.outcome('Signer la charte')).toBeVisible();
  await session.addPerson.fill('Personne 000');
  await session.page.getByRole('option', { name: 'Personne 0003' }).click();
  await expect(session.presence('Personne 0003')).toBeVisible();
}

/** It has a thousand participants, decisions and actions. */
async function readFullestSession(tierce: TestApp): Promise<void> {
  const session = new SessionPage(tierce);
  await (await session.openPalette()).fill('séance 0001');
  await session.page.keyboard.press('Enter');
  await expect(session.heading('Séance 0001')).toBeAttached();
  const outcomes = session.main.getByRole('list', { name: 'Décisions et actions' });
  await outcomes.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(outcomes.getByText('Désaccord 1999')).toBeVisible();
  await session.presence('Personne 0001').click();
  await session.choose(/Matin$/, 'présent·e');
  await session.page.keyboard.press('Escape');
}

async function chooseLateStructure(tierce: TestApp): Promise<void> {
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.view('Liste');
  await collective.list.getByRole('button', { name: 'Structure' }).click();
  await collective.list.getByRole('button', { name: 'Structure' }).click();
  await collective.list.getByRole('link', { name: 'Structure 1998' }).click();
  await collective.panel.getByRole('button', { name: /^Modifier Personne 1998/ }).click();
  await collective.dialog.getByRole('button', { name: /Structure$/ }).click();
  await collective.page.keyboard.press('Home');
  await collective.page.getByRole('option', { name: 'Sans structure' }).click();
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.dialog).toBeHidden();
  await expect(collective.panel.getByRole('button', { name: /^Modifier Personne 1998/ })).toHaveCount(0);
}

async function enterTime(tierce: TestApp): Promise<void> {
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.main.getByRole('button', { name: /Enveloppe$/ }).click();
  await time.page.keyboard.type('Enveloppe 2000');
  await expect(time.page.getByRole('option', { name: 'Enveloppe 2000' })).toBeFocused();
  await time.page.keyboard.press('Enter');
  await time.length.fill('15 min');
  await time.main.getByRole('textbox', { name: 'Justification du dépassement' }).fill('Convenu avec le financeur');
  await time.save.click();
  await time.expectSaid('15\u00a0min');
  await expect(time.phases).toHaveAttribute('aria-rowcount', String(COUNT + 1));
}

async function shareOut(tierce: TestApp): Promise<void> {
  const time = new TimePage(tierce);
  await time.main
    .getByRole('button', { name: /^Autres actions \(Enveloppe/ })
    .first()
    .click();
  await time.page.getByRole('menuitem', { name: 'Répartir les jours' }).click();
  const dialog = time.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Phase 0002, Toutes natures' }).fill('0,5');
  await dialog.getByRole('button', { name: 'Enregistrer la répartition' }).click();
  await expect(dialog).toBeHidden();
}

async function seeDocuments(tierce: TestApp): Promise<void> {
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.main.getByRole('button', { name: /Séance$/ }).click();
  await documents.page.keyboard.press('Home');
  await documents.page.getByRole('option', { name: /Séance 1800/ }).click();
  await expect(documents.sheet.first()).toBeVisible();
  await documents.choose('Document', 'Classeur Excel');
  await documents.expectOnSheet('autres lignes');
}
