// Every screen of the registry with Tab alone.
import { expect, test } from '../journey.ts';
import { roadOfTab } from '../pages/focus.ts';
import { reach, SCREEN_NAMES } from '../pages/tour.ts';

for (const screen of SCREEN_NAMES) {
  test(`I4 on the screen ${screen} Tab reaches every control in reading order, and one always sees where one is`, async ({ tierce }) => {
    await reach(tierce, screen);

    const { stops, missed } = await roadOfTab(tierce.page);

    expect(stops.length).toBeGreaterThan(3);
    expect(missed, 'controls that Tab never reaches').toEqual([]);
    expect(stops.filter((stop) => !stop.isMarked).map(({ name }) => name), 'stops without a visible focus').toEqual([]);
    expect(stops.filter((stop) => !stop.isAfterLast).map(({ name }) => name), 'stops out of reading order').toEqual([]);
  });
}
