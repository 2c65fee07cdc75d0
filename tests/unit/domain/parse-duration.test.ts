// F8: durations as people type them.
import { formatDays, formatDaysAndHours, formatHours } from '@domain/format/durations.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { parseDuration, quarterDay } from '@domain/time/parse-duration.ts';
import { minutes, minutesPerDay } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = minutesPerDay(420);
const read = (typed: string) => {
  const result = parseDuration(typed, DAY);
  return result.ok ? result.value : result.failure.code;
};

describe('a duration typed by hand', () => {
  it.each([
    ['0,5 j', 210],
    ['0.5j', 210],
    ['½ j', 210],
    ['1/2 j', 210],
    ['1½ j', 630],
    ['1 j ½', 630],
    ['1j', 420],
    ['2 jours', 840],
    ['¼ j', 105],
    ['¾ j', 315],
    ['3⁄4 j', 315],
    ['3/4j', 315],
    ['1 1/2 j', 630],
    ['1 1/4 h', 75],
    ['3 jr', 1260],
    ['1 jour', 420],
    ['1 d', 420],
    ['2 days', 840],
    ['1j½', 630],
    ['1  jours  ¼', 525],
    ['2 jour 3/4', 1155],
    ['demi-journée', 210],
    ['demi journee', 210],
    ['Demijournée', 210],
    ['une demi-journée', 210],
    ['une  demi  journée', 210],
    ['un demi-jour', 210],
    ['un ½ j', 210],
    ['une 1/2 journée', 210],
    ['half day', 210],
    ['half a day', 210],
    ['1,255 j', 527],
    ['12 h', 720],
    ['2 heures', 120],
    ['1 heure', 60],
    ['1 hour', 60],
    ['2 hours', 120],
    ['3 h 30 min', 210],
    ['3h30m', 210],
    ['3h30 mn', 210],
    ['12:05', 725],
    ['1h59', 119],
    ['24:00', 1440],
    ['120 minutes', 120],
    ['1 minute', 1],
    ["45'", 45],
    ['5 m', 5],
    ['0,33 j', 139],
    ['3h30', 210],
    ['3 h 30', 210],
    ['3h', 180],
    ['3,5 h', 210],
    ['1:30', 90],
    ['0:45', 45],
    ['90 min', 90],
    ['90mn', 90],
    ['1h5', 65],
    ['½ day', 210],
    ['  3H30  ', 210],
    ['1\u202fj', 420],
    ['7h', 420],
    ['7 h 30', 450],
    ['1h30min', 90],
    ['90’', 90],
    ['90′', 90],
    ['2 d ½', 1050],
    ['３ｈ３０', 210],
    ['1\u00adj', 420],
    ['0,5 j · 3 h 30', 210],
    ['0,33 j · 2 h 20', 140],
    ['1 d · 7 h', 420],
    ['١', 'duration-unreadable'],
  ])('F8 reads %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ['2', ['days', 'hours']],
    ['1,5', ['days', 'hours']],
    ['½', ['days', 'hours']],
    ['1,30', ['days', 'hours']],
    ['1 1/2', ['days', 'hours']],
    ['24', ['hours', 'minutes']],
    ['15', ['hours', 'minutes']],
  ])('F8 asks back what %s means', (typed, expected) => {
    const result = parseDuration(typed, DAY);

    expect(result).toMatchObject({ ok: false, failure: { code: 'duration-ambiguous' } });
    expect(!result.ok && result.failure.code === 'duration-ambiguous' && result.failure.readings.map((reading) => reading.as)).toEqual(
      expected,
    );
  });

  it.each([
    ['14', 840],
    ['25', 25],
    ['0,005', 2],
    ['20,5', 1230],
    ['0', 'duration-zero'],
    ['2000', 'duration-too-long'],
    ['2000,5', 'duration-too-long'],
  ])('F8 takes a bare %s as the only thing that it can mean, if any', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('F8 asks what a number means only where its meanings differ', () => {
    expect(parseDuration('7', minutesPerDay(60))).toEqual({ ok: true, value: 420 });
    expect(parseDuration('15', minutesPerDay(1))).toMatchObject({ failure: { readings: [{ as: 'days' }, { as: 'hours' }] } });
  });

  it('F8 says how long it would be, when that is too long', () => {
    expect(parseDuration('25 h', DAY)).toEqual({ ok: false, failure: { code: 'duration-too-long', minutes: 1500 } });
    expect(parseDuration('2000', DAY)).toEqual({ ok: false, failure: { code: 'duration-too-long', minutes: 840_000 } });
  });

  it('F8 takes a bare 90 as minutes, since 90 days or hours would not fit in a day', () => {
    expect(read('90')).toBe(90);
  });

  it.each([
    ['', 'duration-empty'],
    ['   ', 'duration-empty'],
    ['hier', 'duration-unreadable'],
    ['-2 h', 'duration-unreadable'],
    ['1:75', 'duration-unreadable'],
    ['1h99', 'duration-unreadable'],
    ['0 j', 'duration-zero'],
    ['0 min', 'duration-zero'],
    ['25 h', 'duration-too-long'],
    ['9999 j', 'duration-too-long'],
    ['1e3 h', 'duration-unreadable'],
    ['1,5½ j', 'duration-unreadable'],
    ['11/2 j', 'duration-unreadable'],
    ['1.5 1/2 h', 'duration-unreadable'],
    ['11/2', 'duration-unreadable'],
    ['13/4 h', 'duration-unreadable'],
    ['1/3 j', 'duration-unreadable'],
    ['⅓ h', 'duration-unreadable'],
    ['1:5', 'duration-unreadable'],
    ['1:60', 'duration-unreadable'],
    ['3h60', 'duration-unreadable'],
    ['3h x min', 'duration-unreadable'],
    [':30', 'duration-unreadable'],
    ['12345 h', 'duration-too-long'],
    ['123456 min', 'duration-too-long'],
    ['12345 j ½', 'duration-too-long'],
    ['1234567 h', 'duration-unreadable'],
    ['1 j · 5 h', 'duration-unreadable'],
    ['3 h · 0,43 j', 'duration-unreadable'],
    ['0,5 j · ', 'duration-unreadable'],
    ['24:01', 'duration-too-long'],
    ['1441 min', 'duration-too-long'],
    ['0,001 j', 'duration-zero'],
    ['٣ h', 'duration-unreadable'],
    ['💥', 'duration-unreadable'],
    ['j', 'duration-unreadable'],
  ])('F8 refuses %j as %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('F8 never throws and never gives more than a day or less than a minute, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9 ,.:hjmin½¼/]{0,12}$/)),
        fc.integer({ min: 1, max: 1440 }),
        (typed, day) => {
          const result = parseDuration(typed, minutesPerDay(day));
          expect(!result.ok || (Number.isSafeInteger(result.value) && result.value >= 1 && result.value <= 1440)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(LOCALES)('F8 reads back every length that it prints in %s, to the minute or to the hundredth of a day', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 60, max: 1440 }), (total, perDay) => {
        const day = minutesPerDay(perDay);
        const again = (printed: string) => parseDuration(printed, day);

        expect(again(formatHours(minutes(total), locale))).toEqual({ ok: true, value: total });
        expect(again(formatDaysAndHours(minutes(total), day, locale))).toEqual({ ok: true, value: total });
        const hundredths = Math.round((Math.round((total / perDay) * 100) / 100) * perDay);
        if (hundredths > 0 && hundredths <= 1440)
          expect(again(formatDays(total / perDay, locale))).toEqual({ ok: true, value: hundredths });
      }),
    );
  });

  it.each(['1 j ½', 'demi-journée', 'half a day', '3h30', '3:30', '90 min', '2 h', '0,5 j', '90', '½'])(
    'F8 reads the whole of what is typed or nothing: no more and no less than %j',
    (typed) => {
      expect([read(typed), read(`x ${typed}`), read(`${typed} x`), read(`${typed}, ${typed}`)]).toEqual([
        expect.toSatisfy((value) => value !== 'duration-unreadable'),
        'duration-unreadable',
        'duration-unreadable',
        'duration-unreadable',
      ]);
    },
  );

  it('F1 proposes a quarter of the day for writing up, the half minute rounded up', () => {
    expect([420, 450, 462, 1].map((day) => quarterDay(minutesPerDay(day)))).toEqual([105, 113, 116, 0]);
  });

  it('F8 reads hours and minutes back to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (total) => {
        const clock = `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
        expect([read(clock), read(clock.replace(':', 'h')), read(`${total} min`)]).toEqual([total, total, total]);
      }),
    );
  });
});
