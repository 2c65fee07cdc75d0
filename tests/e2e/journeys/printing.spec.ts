// Journey: a session is printed from its screen: what was written stands on paper, from the first page on, and nothing else does.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test.skip(({ shell }) => shell !== 'browser', 'the browser alone can print without asking');

test('I6 a session is printed with its minutes from the first page on, and without the hints of empty fields', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill('Enjeux partagés');
  await session.write('décision', 'Comparer les coûts');
  await session.page.keyboard.press('Escape');
  await session.account.fill(
    Array.from({ length: 90 }, (_, index) => `Point ${index + 1} du relevé, tel que le groupe l’a dit.`).join('\n\n'),
  );
  await session.account.blur();
  await expect(session.accountRead).toContainText('Point 90 du relevé');
  await expect(session.text('Décision')).toHaveValue('Comparer les coûts');

  const pages = await session.printed();

  expect(pages.length, 'so long a text takes more than a page').toBeGreaterThan(1);
  expect(pages[0]).toContain('Enjeux partagés');
  expect(pages[0]).toContain('Point 1 du relevé');
  expect(pages.join(' ')).toContain('Point 90 du relevé');
  expect(pages.join(' ')).toContain('Comparer les coûts');
  expect(pages.join(' ')).not.toContain('Dire comment elle est adoptée');
});
