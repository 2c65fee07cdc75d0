// Journey: dates and times are typed as people write them; what cannot be read is said, kept and counted as unsent.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import type { TestApp } from '../shells/test-app.ts';

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await expect(session.title).toBeFocused();
  return session;
}

/** To the first of its fields, from the line that opens them. */
async function toDate(session: SessionPage): Promise<void> {
  await session.line.focus();
  await session.page.keyboard.press('Tab');
  await expect(session.moment('Date')).toBeFocused();
}

test('D1 A2 a day that does not exist is said at its field, kept and counted as unsent, with the keyboard alone', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  const date = session.moment('Date');
  await toDate(session);
  await keyboard.type('31/02');
  await expect(date).not.toHaveAttribute('aria-invalid');
  await keyboard.press('Tab');

  await expect(date).toHaveAccessibleDescription('Il n’y a que 28 jours en février 2026\u202f: corrigez la date.');
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await expect(date).toHaveValue('31/02');
  await expect(session.line).toContainText('16 mars 2026');
  await expect(session.saving).toHaveText('Saisie en cours…');

  await keyboard.press('Shift+Tab');
  await keyboard.type('28/02');
  await keyboard.press('Enter');
  await expect(session.line).toContainText('28 février 2026');
  await expect(date).toHaveValue('28/02/2026');
  await expect(date).toBeFocused();
  await session.expectSafe();
});

test('D1 a date is read as it is typed, and shown as it is read before it is kept', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await toDate(session);
  for (const [typed, reading, line] of [
    ['01/06/26', 'lun. 1er juin 2026', '1er juin 2026'],
    ['2 juin', 'mar. 2 juin 2026', '2 juin 2026'],
    ['hier', 'dim. 15 mars 2026', '15 mars 2026'],
    ['+7', 'lun. 23 mars 2026', '23 mars 2026'],
    ['lundi', 'lun. 16 mars 2026', '16 mars 2026'],
  ] as const) {
    await keyboard.press('Control+a');
    await keyboard.type(typed);
    await expect(session.main.getByText(reading, { exact: true }), typed).toBeVisible();
    await keyboard.press('Enter');
    await expect(session.line, typed).toContainText(line);
  }

  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect(session.line).toContainText('17 mars 2026');
});

test('D1 a day that must be there is not emptied, and Escape keeps another one', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  const date = session.moment('Date');
  await toDate(session);
  await keyboard.press('Delete');
  await keyboard.press('Enter');
  await expect(date).toHaveAccessibleDescription(/^Indiquez le jour/);
  await session.expectSaved('pending');
  await keyboard.type('17/03/2026');
  await keyboard.press('Escape');

  await session.expectSaid('Gardé');
  await expect(date).toHaveAccessibleDescription('');
  await expect(session.line).toContainText('17 mars 2026');
  await session.expectSafe();
});

test('D1 D7 a start and an end are typed or pasted at once into either field', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await keyboard.type('9h30-12h30');
  await keyboard.press('Control+a');
  await keyboard.press('Control+c');
  await session.tabTo('De');
  await keyboard.type('7h');
  await keyboard.press('Tab');
  await expect(session.moment('De')).toHaveValue('7:00');
  await expect(session.line).toContainText('7:00');

  await keyboard.type('25h');
  await keyboard.press('Shift+Tab');
  await expect(session.moment('À')).toHaveAccessibleDescription(/^Cette heure n’existe pas/);
  await keyboard.press('Control+v');
  await expect(session.main.getByText('9:30–12:30', { exact: true })).toBeVisible();
  await keyboard.press('Tab');
  await expect(session.line).toContainText('9:30–12:30');
  await expect(session.moment('À')).toHaveValue('12:30');
  await expect(session.moment('De')).toHaveValue('9:30');

  await keyboard.type('de 14 h 00 à 17 h 00');
  await keyboard.press('Enter');
  await expect(session.line).toContainText('14:00–17:00');
  await session.expectSafe();
});

test('D1 A2 an end before its start, typed at once, is kept and counted until it is mended', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.tabTo('De');
  await keyboard.type('17h-14h');
  await keyboard.press('Enter');

  await expect(session.moment('De')).toHaveAccessibleDescription(/^La fin précède le début/);
  await expect(session.moment('De')).toHaveValue('17h-14h');
  await expect(session.saving).toHaveText('Saisie en cours…');
  await keyboard.press('Escape');
  await keyboard.press('Control+a');
  await keyboard.type('9h-14h');
  await keyboard.press('Enter');
  await expect(session.line).toContainText('9:00–14:00');
  await session.expectSafe();
  expect(await tierce.said()).not.toContainEqual(expect.stringContaining('Gardé'));
});

test('D1 a day is chosen in the calendar, and taken back', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.button('Choisir dans le calendrier (Date)').first().click();
  await session.page.getByRole('button', { name: /26 mars 2026/ }).click();
  await expect(session.line).toContainText('26 mars 2026');

  await session.button('Choisir dans le calendrier (Date)').first().click();
  await session.page.keyboard.press('ArrowLeft');
  await session.page.keyboard.press('Enter');
  await expect(session.line).toContainText('25 mars 2026');
});

test('K5 a paste of five megabytes and a key held for a minute do a date no harm', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  const date = session.moment('Date');
  await toDate(session);
  await date.evaluate(() => document.execCommand('insertText', false, '01/06/2026 '.repeat(450_000)));
  await keyboard.press('Enter');
  await expect(date).toHaveAccessibleDescription(/^Cette date n’a pas été comprise/);
  expect((await date.inputValue()).length).toBeLessThanOrEqual(200);

  await date.fill('16/03/2026');
  await date.evaluate((field) => {
    for (let repeat = 0; repeat < 1800; repeat += 1)
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', repeat: true, bubbles: true, cancelable: true }));
  });
  await expect(date).not.toHaveValue('16/03/2026');
  await keyboard.press('Enter');
  await session.expectSafe();
});

test('F2 F8 the day of an entry is typed as it is said; one that cannot be read is not entered', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.length.fill('2h');
  await time.day.fill('31/02');
  await time.length.press('Enter');
  await expect(time.day).toBeFocused();
  await expect(time.day).toHaveAccessibleDescription(/^Il n’y a que 28 jours en février 2026/);
  await expect(time.table).toHaveCount(0);

  await time.page.keyboard.press('Control+a');
  await time.page.keyboard.type('hier');
  await time.page.keyboard.press('Enter');
  await expect(time.row('Face à face')).toContainText('dim. 15');
});

test('B1 a new accompaniment goes no further while one of its dates cannot be read', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.next.click();
  await form.date('Fin').fill('31/02/2026');
  await form.next.press('Enter');

  await expect(form.date('Fin')).toBeFocused();
  await expect(form.date('Fin')).toHaveAccessibleDescription(/^Il n’y a que 28 jours en février 2026/);
  await form.date('Fin').fill('10 juillet');
  await form.next.click();
  await expect(form.date('Fin')).toHaveCount(0);
});
