// D-6: a date is read as people type it; what is no day is said, and never becomes another one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateStyle, formatDate, formatDateFigures } from '@domain/format/dates.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { addDays, daysBetween } from '@domain/time/calendar.ts';
import { parseDate } from '@domain/time/parse-date.ts';
import { calendarDate, FIRST_DAY, LAST_DAY } from '@domain/units.ts';

/** A Wednesday. */
const TODAY = calendarDate('2026-06-10');

function read(typed: string, locale: Locale = 'fr', near?: string): string {
  const result = parseDate(typed, { today: TODAY, locale, near: near === undefined ? undefined : calendarDate(near) });
  return result.ok ? result.value : result.failure.code;
}

describe('a date typed by hand', () => {
  it.each([
    ['01/06/2026', '2026-06-01'],
    ['1/6/26', '2026-06-01'],
    ['01.06.26', '2026-06-01'],
    ['01-06-2026', '2026-06-01'],
    ['01 06 2026', '2026-06-01'],
    ['1 / 6 / 26', '2026-06-01'],
    ['2026-06-01', '2026-06-01'],
    ['2026/6/1', '2026-06-01'],
    ['010626', '2026-06-01'],
    ['01062026', '2026-06-01'],
    ['20260601', '2026-06-01'],
    ['20120301', '2012-03-01'],
    ['20012012', '2012-01-20'],
    ['20102026', '2026-10-20'],
    ['20102010', '2010-10-20'],
    ['21002100', 'date-month-impossible'],
    ['1/6', '2026-06-01'],
    ['1 juin', '2026-06-01'],
    ['1er juin 2026', '2026-06-01'],
    ['1ᵉʳ juin 26', '2026-06-01'],
    ['1 JUIN 2026', '2026-06-01'],
    ['mar. 2 juin', '2026-06-02'],
    ['mardi 2 juin 2026', '2026-06-02'],
    ['le mardi 2 juin 2026', '2026-06-02'],
    ['mardi, le 2 juin 2026', '2026-06-02'],
    [' mardi\n2\u00a0juin\t2026\r\n', '2026-06-02'],
    ['\u200e02/06/2026\u200e', '2026-06-02'],
    ['０２／０６／２０２６', '2026-06-02'],
    ['02-juin-26', '2026-06-02'],
    ['2juin', '2026-06-02'],
    ['5 févr.', '2026-02-05'],
    ['15 AOUT', '2026-08-15'],
    ['15 août', '2026-08-15'],
    ['24 déc', '2026-12-24'],
    ['fin juin', '2026-06-30'],
    ['Fin févr. 2028', '2028-02-29'],
    ['la fin d’avril', '2026-04-30'],
    ['mi-mai', '2026-05-15'],
    ['mi mai 27', '2027-05-15'],
    ['fin de mois', '2026-06-30'],
    ['fin du mois', '2026-06-30'],
    ['end of June', '2026-06-30'],
    ['mid-June', '2026-06-15'],
    ['end of the month', '2026-06-30'],
    ['2', '2026-06-02'],
    ['le 2', '2026-06-02'],
    ['1er', '2026-06-01'],
    ['28', '2026-05-28'],
    ['31', '2026-05-31'],
    ['mar. 2', '2026-06-02'],
    ['1/1/90', '1990-01-01'],
    ['31/12/89', '2089-12-31'],
    ['29/02/2028', '2028-02-29'],
    ['June 1', '2026-06-01'],
    ['2 June 2026', '2026-06-02'],
    ['décembre 24', 'date-unreadable'],
    ['oct. 26', 'date-unreadable'],
  ])('D1 F1 reads %j', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['hier', '2026-06-09'],
    ['avant-hier', '2026-06-08'],
    ['avant hier', '2026-06-08'],
    ["aujourd'hui", '2026-06-10'],
    ['aujourd’hui', '2026-06-10'],
    ['Auj.', '2026-06-10'],
    ['demain', '2026-06-11'],
    ['après-demain', '2026-06-12'],
    ['+7', '2026-06-17'],
    ['-3', '2026-06-07'],
    ['−3', '2026-06-07'],
    ['J+7', '2026-06-17'],
    ['j - 3', '2026-06-07'],
    ['+2 sem', '2026-06-24'],
    ['+1 mois', '2026-07-10'],
    ['dans 3 jours', '2026-06-13'],
    ['dans une semaine', '2026-06-17'],
    ['dans 2 mois', '2026-08-10'],
    ['dans un an', '2027-06-10'],
    ['il y a 3 jours', '2026-06-07'],
    ['mercredi', '2026-06-10'],
    ['lundi', '2026-06-15'],
    ['ce lundi', '2026-06-15'],
    ['lundi prochain', '2026-06-15'],
    ['lundi dernier', '2026-06-08'],
    ['mercredi prochain', '2026-06-17'],
    ['mercredi dernier', '2026-06-03'],
    ['dim.', '2026-06-14'],
  ])('D1 F1 reads %j from today on', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['1 June', '2026-06-01'],
    ['June 1', '2026-06-01'],
    ['June 1st, 2026', '2026-06-01'],
    ['Tuesday, June 2, 2026', '2026-06-02'],
    ['the 2nd of June', '2026-06-02'],
    ['Tue 2 Jun 2026', '2026-06-02'],
    ['03 Sept 2026', '2026-09-03'],
    ['Oct 26', '2026-10-26'],
    ['yesterday', '2026-06-09'],
    ['the day before yesterday', '2026-06-08'],
    ['tomorrow', '2026-06-11'],
    ['the day after tomorrow', '2026-06-12'],
    ['Monday', '2026-06-15'],
    ['next Monday', '2026-06-15'],
    ['last Monday', '2026-06-08'],
    ['in 3 days', '2026-06-13'],
    ['a week ago', '2026-06-03'],
    ['2 weeks ago', '2026-05-27'],
    ['01/06/2026', '2026-06-01'],
    ['1 juin', '2026-06-01'],
  ])('I5 reads %j in English', (typed, date) => {
    expect(read(typed, 'en')).toBe(date);
  });

  it('I5 reads as each language has it what says two things', () => {
    expect([read('mar 3', 'fr', '2026-11-05'), read('mar 3', 'en')]).toEqual(['2026-11-03', '2026-03-03']);
  });

  it.each([
    ['', 'date-empty'],
    [' \u00a0\n', 'date-empty'],
    ['31/02', 'date-impossible'],
    ['31/02/2026', 'date-impossible'],
    ['29 février 2026', 'date-impossible'],
    ['31/11/26', 'date-impossible'],
    ['00/06/2026', 'date-impossible'],
    ['32', 'date-impossible'],
    ['0', 'date-impossible'],
    ['06/13/2026', 'date-month-impossible'],
    ['01/00/2026', 'date-month-impossible'],
    ['01/06/1989', 'date-out-of-range'],
    ['01/01/2101', 'date-out-of-range'],
    ['31/02/2101', 'date-out-of-range'],
    ['+99999', 'date-out-of-range'],
    ['-99999', 'date-out-of-range'],
    ['+99999 mois', 'date-out-of-range'],
    ['lundi 2 juin 2026', 'date-other-weekday'],
    ['lun. 2 juin', '2025-06-02'],
    ['avril 2026', 'date-unreadable'],
    ['2026', 'date-unreadable'],
    ['01/06/202', 'date-unreadable'],
    ['01/06-2026', 'date-unreadable'],
    ['1 juin 2026 ou 2', 'date-unreadable'],
    ['2 brumaire', 'date-unreadable'],
    ['dans 3 lunes', 'date-unreadable'],
    ['+2 x', 'date-unreadable'],
    ['bientôt', 'date-unreadable'],
    ['٣ juin', 'date-unreadable'],
    ['1'.repeat(61), 'date-unreadable'],
    [`01/06/2026${' '.repeat(100)}`, '2026-06-01'],
  ])('D1 F1 gives %j no other day than it says: %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('D1 F1 says what is impossible: how many days the month has, or which day the date is', () => {
    const failure = (typed: string) => {
      const result = parseDate(typed, { today: TODAY, locale: 'fr' });
      return result.ok ? null : result.failure;
    };

    expect(failure('31/02')).toEqual({ code: 'date-impossible', month: '2026-02-01', days: 28 });
    expect(failure('30 février 2028')).toEqual({ code: 'date-impossible', month: '2028-02-01', days: 29 });
    expect(failure('32')).toEqual({ code: 'date-impossible', month: null, days: 31 });
    expect(failure('13/13/2026')).toEqual({ code: 'date-month-impossible', month: 13 });
    expect(failure('lundi 2 juin 2026')).toEqual({ code: 'date-other-weekday', on: '2026-06-02' });
  });

  it('D1 takes for a year left out the one of a day from five months before on: notes are recent, plans may be far ahead', () => {
    expect(['15/12', '10/01', '11/01', '05/02', '09/06'].map((typed) => read(typed))).toEqual([
      '2026-12-15',
      '2027-01-10',
      '2026-01-11',
      '2026-02-05',
      '2026-06-09',
    ]);
    expect([read('4 mai', 'fr', '2024-03-05'), read('20 janv.', 'fr', '2025-11-01')]).toEqual(['2024-05-04', '2026-01-20']);
  });

  it('D1 takes for a month left out the nearest day of that number, the later of two', () => {
    expect([read('26', 'fr', '2026-06-10'), read('25', 'fr', '2026-06-10'), read('26', 'fr', '2026-07-11')]).toEqual([
      '2026-05-26',
      '2026-06-25',
      '2026-07-26',
    ]);
    expect([read('30', 'fr', '2026-02-14'), read('1', 'fr', '2026-12-31'), read('31', 'fr', '2026-01-01')]).toEqual([
      '2026-01-30',
      '2027-01-01',
      '2025-12-31',
    ]);
  });

  it('D1 keeps to the years that there are at both ends', () => {
    expect([
      read('31 déc', 'fr', FIRST_DAY),
      read('1 janv', 'fr', LAST_DAY),
      read('5', 'fr', FIRST_DAY),
      read('5', 'fr', LAST_DAY),
    ]).toEqual(['1990-12-31', '2100-01-01', '1990-01-05', '2100-12-05']);
  });
});

const day = fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }).map((days) => addDays(FIRST_DAY, days));
/** Every style of the application but the month, which is no day. */
const STYLES = {
  full: 'whole',
  long: 'whole',
  listed: 'whole',
  near: 'year',
  short: 'year',
  plain: 'year',
  day: 'month',
} as const satisfies Record<Exclude<DateStyle, 'month'>, string>;
/** How far a date nearby may be, in days. */
const NEARBY = { whole: 40_000, year: 100, month: 13 } as const;

describe.each(LOCALES)('a date printed in %s', (locale) => {
  it.each(Object.entries(STYLES))('D1 F1 is read back as itself in the style %s', (style, leftOut) => {
    fc.assert(
      fc.property(day, fc.integer({ min: -NEARBY[leftOut], max: NEARBY[leftOut] }), (date, away) => {
        const near = addDays(date, away);
        const printed = formatDate(date, style as DateStyle, locale); // a key of the list above

        expect(parseDate(printed, { today: near, locale }), printed).toEqual({ ok: true, value: date });
        expect(parseDate(printed.toUpperCase(), { today: FIRST_DAY, locale, near }), printed).toEqual({ ok: true, value: date });
      }),
      { numRuns: 400 },
    );
  });

  it('D1 F1 is read back as itself in figures', () => {
    fc.assert(
      fc.property(day, day, (date, today) => {
        expect(parseDate(formatDateFigures(date), { today, locale })).toEqual({ ok: true, value: date });
        expect(parseDate(date, { today, locale })).toEqual({ ok: true, value: date });
      }),
    );
  });

  it('D1 F1 gives a day or a reason for whatever is typed, in no time', () => {
    const signs = fc.stringMatching(/^[0-9 ./+j'a-zéû-]{0,30}$/u);
    const began = performance.now();
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), signs), day, (typed, today) => {
        const result = parseDate(typed, { today, locale });
        expect(result.ok ? calendarDate(result.value) : result.failure.code).toEqual(expect.any(String));
      }),
      { numRuns: 3000 },
    );
    for (const sign of ['1', ' ', 'a', '\u0301', '½', 'ﷺ', '1 '])
      expect(parseDate(sign.repeat(5_000_000 / sign.length), { today: TODAY, locale }).ok).toBe(false);

    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
