// Journey: a folder full of files that are not accompaniments, and a computer that knows neither the date nor the time zone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../journey.ts';
import { homeFiles } from '../full-library.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { giveToUser } from '../shells/electron-app.ts';
import { type TestFolders, waitUntilReady } from '../shells/test-app.ts';
import { withoutZone } from '../unknown-zone.ts';

/** Each name, what Home says of it, and how it is put there. */
const ODD = [
  ['tube.tierce', 'n’est pas un fichier de Tierce', (at: string) => execFileSync('mkfifo', [at])],
  ['lien.tierce', 'est un lien qui ne mène à aucun fichier', (at: string) => symlinkSync('nulle part', at)],
  ['boucle.tierce', 'est un lien qui ne mène à aucun fichier', (at: string) => symlinkSync('boucle.tierce', at)],
  ['zéro.tierce', 'n’est pas un fichier de Tierce', (at: string) => symlinkSync('/dev/zero', at)],
  ['dossier.tierce', 'est un dossier', (at: string) => mkdirSync(at)],
  ['vide.TIERCE', 'est vide', (at: string) => writeFileSync(at, '')],
  [
    'Caf\uFFFD.tierce',
    'écrit d’une manière que cet ordinateur ne sait pas lire',
    (at: string) => writeFileSync(Buffer.from(at.replace('\uFFFD', '\u00FF'), 'latin1'), 'x'),
  ],
] as const;
const SOUND = ['Mission\nde nuit.tierce', 'Mission de jour.tierce '];

function fill({ library }: TestFolders): void {
  for (const [name, , put] of ODD) put(path.join(library, name));
  for (const [at, { bytes }] of homeFiles(2).entries()) {
    const file = path.join(library, SOUND[at] ?? '');
    writeFileSync(file, bytes);
    giveToUser(file);
  }
}

test('I1 A9 H1 a folder of what is no accompaniment is counted and told, and what is sound in it opens, saves and leaves as a report', async ({
  tierce,
  folders,
}) => {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  fill(folders);
  await tierce.start();
  const home = new HomePage(tierce);

  await expect(home.table).toHaveAttribute('aria-rowcount', String(SOUND.length + 1));
  await expect(home.main.getByRole('heading', { name: `${ODD.length} fichiers n’ont pas pu être lus` })).toBeVisible();
  for (const [name, says] of ODD) await expect(home.unreadable(name)).toContainText(says);

  await home.entry('Offre commune d’insertion 001').click();
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.mission.click();
  await frame.text('Besoin').fill('Un besoin.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
  expect(readFileSync(path.join(folders.library, SOUND[0] ?? ''), 'utf8')).toContain('Un besoin.');

  const target = path.join(folders.documents, 'compte rendu.pdf');
  await tierce.answerDialogs(target);
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.save.click();
  await documents.expectSaid('compte rendu.pdf');
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
});

test.describe('in 2106, nowhere', () => {
  test.use({ now: '2106-02-07T06:28:15.000Z' });

  test('I1 F1 H1 K5 a computer that knows neither the day nor the place says so, and every screen works', async ({ tierce, shell }) => {
    await new WelcomePage(tierce).introduce();
    await new HomePage(tierce).create.click();
    await new NewPage(tierce).createAsIs.click();
    await new FramePage(tierce).expectSaved('file');
    await tierce.close();
    await tierce.start(shell === 'browser' ? { beforeLoad: (page) => page.addInitScript(withoutZone) } : {});
    if (shell === 'electron') {
      await tierce.page.addInitScript(withoutZone);
      await tierce.page.reload();
      await waitUntilReady(tierce.page);
    }
    const home = new HomePage(tierce);
    await expect(home.main).toContainText('Tierce propose le 30 décembre 2100 à sa place');
    await home.entry(UNTITLED).click();
    const time = new TimePage(tierce);
    await time.goTo('Jours et temps');
    await time.length.fill('1 h');
    await time.save.click();
    await time.expectSaved('file');
    await time.goTo('Documents');
    await new DocumentsPage(tierce).choose('Document', 'État des jours');
    await new DocumentsPage(tierce).expectOnSheet('2100');
  });
});
