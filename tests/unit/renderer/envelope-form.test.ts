// The form of an envelope: what was not changed keeps its minutes.
import { expect, it } from 'vitest';
import type { RecordOf } from '@domain/tables/tables.ts';
import { minutesPerDay } from '@domain/units.ts';
import { readEnvelope, typedEnvelope } from '../../../renderer/screens/time/envelope-form.ts';

const DAY = minutesPerDay(420);
const envelope = {
  id: 'e',
  funder: 'DREETS',
  contract: '',
  grantedMinutes: 1400,
  openingMinutes: 100,
  minutesPerDay: DAY,
  overrun: 'warn',
} as unknown as RecordOf<'envelopes'>; // the form reads these fields only

it('A3 keeps the minutes of an envelope when only its funder changes', () => {
  const first = typedEnvelope(envelope, undefined, 'fr');

  expect(readEnvelope({ ...first, funder: 'ESS France' }, DAY, { first, envelope })).toMatchObject({
    funder: 'ESS France',
    grantedMinutes: 1400,
    openingMinutes: 100,
  });
});

it('A3 reads the days again when they, or the length of a day, are changed', () => {
  const first = typedEnvelope(envelope, undefined, 'fr');

  expect(readEnvelope({ ...first, granted: '4' }, DAY, { first, envelope })).toMatchObject({ grantedMinutes: 1680, openingMinutes: 100 });
  expect(readEnvelope({ ...first, day: '8 h' }, minutesPerDay(480), { first, envelope })).toMatchObject({
    grantedMinutes: 1598,
    minutesPerDay: 480,
  });
});
