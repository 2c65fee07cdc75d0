// The form of an envelope: what was not changed keeps its minutes.
import { expect, it } from 'vitest';
import type { RecordOf } from '@domain/tables/tables.ts';
import { minutesPerDay } from '@domain/units.ts';
import { readDays, typedDays } from '../../../renderer/screens/time/envelope-form.ts';

const DAY = minutesPerDay(420);
const envelope = {
  id: 'e',
  grantedMinutes: 1400,
  openingMinutes: 100,
  minutesPerDay: DAY,
} as unknown as RecordOf<'envelopes'>; // the form reads these fields only

it('A3 keeps the minutes of an envelope when only its funder changes', () => {
  const first = typedDays(envelope, undefined, 'fr');

  expect(readDays(first, DAY, { first, envelope })).toEqual({ grantedMinutes: 1400, openingMinutes: 100, minutesPerDay: DAY });
});

it('A3 reads the days again when they, or the length of a day, are changed', () => {
  const first = typedDays(envelope, undefined, 'fr');

  expect(readDays({ ...first, granted: '4' }, DAY, { first, envelope })).toMatchObject({ grantedMinutes: 1680, openingMinutes: 100 });
  expect(readDays({ ...first, day: '8 h' }, minutesPerDay(480), { first, envelope })).toMatchObject({
    grantedMinutes: 1598,
    minutesPerDay: 480,
  });
});
