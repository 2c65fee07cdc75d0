// D-6: a time of day is read as people type it, and two at once where a meeting has a start and an end.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatClock, formatClockInText } from '@domain/format/dates.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { parseClock, parseClockSpan } from '@domain/time/parse-clock.ts';
import { clockTime } from '@domain/units.ts';

function read(typed: string): string {
  const result = parseClock(typed);
  return result.ok ? result.value : result.failure.code;
}

function readSpan(typed: string): string | null {
  const result = parseClockSpan(typed);
  if (result === null) return null;
  return result.ok ? `${result.value.from} ${result.value.to}` : result.failure.code;
}

it.each([
  ['7h', '07:00'],
  ['9h', '09:00'],
  ['9h30', '09:30'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['9 h 30', '09:30'],
  ['9\u202fh\u00a030', '09:30'],
  ['9 H 30 min', '09:30'],
  ['9h5', '09:05'],
  ['9', '09:00'],
  ['à 9h', '09:00'],
  ['9 heures 15', '09:15'],
  ['23:59', '23:59'],
  ['0h', '00:00'],
  ['09:30:00', '09:30'],
  ['９：３０', '09:30'],
  ['midi', '12:00'],
  ['Minuit', '00:00'],
  ['9am', '09:00'],
  ['9 a.m.', '09:00'],
  ['2:30 pm', '14:30'],
  ['230pm', '14:30'],
  ['12 pm', '12:00'],
  ['12am', '00:00'],
  ['at noon', '12:00'],
])('D1 reads %j as a time', (typed, time) => {
  expect(read(typed)).toBe(time);
});

it.each([
  ['', 'clock-empty'],
  ['25h', 'clock-impossible'],
  ['24:00', 'clock-impossible'],
  ['9h60', 'clock-impossible'],
  ['9:75', 'clock-impossible'],
  ['2515', 'clock-impossible'],
  ['99', 'clock-impossible'],
  ['14 pm', 'clock-impossible'],
  ['0 am', 'clock-impossible'],
  ['9:5', 'clock-unreadable'],
  ['9h30-', 'clock-unreadable'],
  ['9h30-12h30', 'clock-unreadable'],
  ['tôt', 'clock-unreadable'],
  ['-9', 'clock-unreadable'],
  ['12345', 'clock-unreadable'],
  ['9:30:15', 'clock-unreadable'],
  [`9h${' '.repeat(70)}30`, 'clock-unreadable'],
])('D1 gives %j no other time than it says: %s', (typed, code) => {
  expect(read(typed)).toBe(code);
});

it.each([
  ['9h30-12h30', '09:30 12:30'],
  ['9h30 – 12h30', '09:30 12:30'],
  ['9:30→12:30', '09:30 12:30'],
  ['9h30 à 12h30', '09:30 12:30'],
  ['de 9h30 à 12h30', '09:30 12:30'],
  ['De 9 h 30 à midi', '09:30 12:00'],
  ['entre 9h et 12h', '09:00 12:00'],
  ['9-12', '09:00 12:00'],
  ['0930-1230', '09:30 12:30'],
  ['from 9 to 12', '09:00 12:00'],
  ['9 am to 1 pm', '09:00 13:00'],
  ['2-4 pm', '14:00 16:00'],
  ['2:15-4 pm', '14:15 16:00'],
  ['11-1 pm', '11:00 13:00'],
  ['14h-4 pm', '14:00 16:00'],
  ['12h-9h', '12:00 09:00'],
  ['9h-25h', 'clock-impossible'],
  ['9h70-10h', 'clock-impossible'],
  ['9h30', null],
  ['9h30-', null],
  ['-9h30', null],
  ['9-10-11', null],
  ['9h et des poussières', null],
  ['', null],
  [`9h-${'1'.repeat(5_000_000)}`, null],
])('D1 reads %.20j as a start and an end', (typed, span) => {
  expect(readSpan(typed)).toBe(span);
});

it('D1 reads back every time that it prints, alone and as a start with its end', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => clockTime(parts.map((part) => String(part).padStart(2, '0')).join(':')));
  fc.assert(
    fc.property(time, time, fc.constantFrom(...LOCALES), (from, to, locale) => {
      for (const print of [formatClock, (one: typeof from) => formatClockInText(one, locale), (one: typeof from) => one]) {
        expect(read(print(from))).toBe(from);
        expect(readSpan(`${print(from)}–${print(to)}`)).toBe(`${from} ${to}`);
      }
      expect(readSpan(`de ${formatClockInText(from, 'fr')} à ${formatClockInText(to, 'fr')}`)).toBe(`${from} ${to}`);
    }),
  );
});

it('D1 gives a time or a reason for whatever is typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.stringMatching(/^[0-9 .:hapm-]{0,20}$/)), (typed) => {
      const result = parseClock(typed);
      expect(result.ok ? clockTime(result.value) : result.failure.code).toEqual(expect.any(String));
      expect([null, true, false]).toContain(parseClockSpan(typed)?.ok ?? null);
    }),
    { numRuns: 3000 },
  );
});
