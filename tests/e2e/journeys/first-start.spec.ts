// Journey: the first start asks who is working.
import { expect, test } from '../journey.ts';

test('the application starts and is ready', async ({ tierce }) => {
  await expect(tierce.page).toHaveTitle(/Tierce/);
});
