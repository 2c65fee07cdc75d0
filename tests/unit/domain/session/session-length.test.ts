// D1 F1 F8: how long a session counts, and what is usual around it.
import { documentAfter, firstId, kindId, SESSION, startedDocument } from '../../../support/documents.ts';
import { testContext } from '../../../support/context.ts';
import type { Command } from '@domain/commands/command.ts';
import { parseSessionLength, sessionLength } from '@domain/session/session-length.ts';
import { usualLength } from '@domain/session/usual-length.ts';
import { addDays } from '@domain/time/calendar.ts';
import { clockTime, DEFAULT_DAY, minutes, minutesPerDay } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClock } from '../../../support/arbitraries.ts';

describe('the length of a session', () => {
  const of = (from: string, to: string, day = 420) => {
    const length = sessionLength(clockTime(from), clockTime(to), minutesPerDay(day));
    return length === null ? null : [length.minutes, length.pause];
  };

  it.each([
    ['09:30', '17:00', [420, 30]], // the example of the source: one day
    ['09:00', '17:00', [420, 60]],
    ['09:00', '18:00', [420, 120]],
    ['08:00', '20:00', [600, 120]],
    ['09:30', '16:30', [420, 0]],
    ['10:00', '15:00', [300, 0]],
    ['09:00', '12:30', [210, 0]],
    ['11:59', '13:01', [62, 0]],
    ['12:00', '20:00', [480, 0]],
    ['05:00', '13:00', [480, 0]],
    ['05:00', '13:01', [420, 61]],
    ['09:00', '09:15', [15, 0]],
    ['09:00', '09:00', null],
    ['10:00', '09:00', null],
  ])('F1 from %s to %s is %j, with a day of 7 h', (from, to, length) => {
    expect(of(from, to)).toEqual(length);
  });

  it('F1 goes by the day of the contract', () => {
    expect(of('09:30', '17:00', 480)).toEqual([450, 0]);
    expect(of('09:30', '17:00', 360)).toEqual([360, 90]);
    expect(sessionLength(null, clockTime('12:00'), DEFAULT_DAY)).toBeNull();
  });

  it('F1 is never longer than the meeting, never cut below a day, and the break is what is left out', () => {
    fc.assert(
      fc.property(anyClock, anyClock, fc.integer({ min: 60, max: 1440 }), (from, to, day) => {
        const length = sessionLength(from, to, minutesPerDay(day));
        fc.pre(length !== null);
        const whole = sessionLength(from, to, minutesPerDay(1440))?.minutes ?? 0;
        expect((length?.minutes ?? 0) + (length?.pause ?? 0)).toBe(whole);
        expect(length?.minutes).toBeGreaterThanOrEqual(Math.min(whole, day));
        expect(length?.pause).toBeLessThanOrEqual(120);
      }),
    );
  });

  it.each([
    ['1h30', 90],
    ['0,25 j', 105],
    ['3 j', 1260],
    ['15 min', 15],
    ['pause 45 min', 405],
    ['avec une pause de 1h', 390],
    ['sans pause', 450],
    ['no break', 450],
    ['break 45', 405],
    ['pause 8h', 'duration-break-too-long'],
    ['pause 7h30', 'duration-break-too-long'],
    ['pause', 'duration-unreadable'],
    ['pause ?', 'duration-unreadable'],
    ['4 j', 'duration-too-long'],
    ['2', 'duration-ambiguous'],
    ['', 'duration-empty'],
  ])('F8 “%s” of a session of 7 h 30 is %s', (typed, expected) => {
    const read = parseSessionLength(typed, minutes(450), DEFAULT_DAY);

    expect(read.ok ? read.value : read.failure.code).toBe(expected);
  });

  it('F8 has no break where its length is not known', () => {
    expect(parseSessionLength('sans pause', null, DEFAULT_DAY)).toMatchObject({ failure: { code: 'duration-unreadable' } });
    expect(parseSessionLength('1h', null, DEFAULT_DAY)).toEqual({ ok: true, value: 60 });
  });
});

const NOTED = { status: 'done', envelopeId: null, phaseId: null, personId: null, note: '', justification: '' } as const;

describe('what is usual around a session', () => {
  const context = testContext();
  const started = startedDocument({}, context);
  const travel = kindId(started, 'travel');
  const first = firstId(started.accompaniment.sessions);
  const session = (days: number): Command => ({
    name: 'session.create',
    args: {
      title: 'Suite',
      date: addDays(SESSION.date, days),
      startsAt: null,
      endsAt: null,
      mode: 'onsite',
      place: '',
      phaseId: null,
      status: 'held',
    },
  });
  const time = (sessionId: string, length: number): Command => ({
    name: 'session.time',
    args: { sessionId, times: [{ kindId: travel, minutes: minutes(length), envelopeId: null, justification: '' }] },
  });
  const withSessions = documentAfter([session(7), session(14)], started, context);
  const [, second = '', third = ''] = Object.values(withSessions.accompaniment.sessions)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ id }) => id);
  const usual = (of: string, ...commands: readonly Command[]) => {
    const { accompaniment } = documentAfter(commands, withSessions, context);
    const at = accompaniment.sessions[of];
    return at === undefined ? undefined : usualLength(accompaniment, at, travel);
  };

  it('F8 is nothing before the first time', () => {
    expect(usual(second)).toBeNull();
    expect(usual(first, time(second, 60))).toBeNull();
    expect(usual(second, time(second, 60))).toBeNull();
  });

  it('F8 is what the latest earlier session had in all, at most a day', () => {
    expect(usual(third, time(first, 60))).toBe(60);
    expect(usual(third, time(second, 45), time(first, 60))).toBe(45);
    expect(usual(third, time(second, 45), time(second, 30), time(first, 60))).toBe(75);
    const onDayBefore = { ...NOTED, date: SESSION.date, minutes: 30, kindId: travel, sessionId: second };
    expect(usual(third, time(second, 1440), { name: 'record.create', args: { table: 'timeEntries', fields: onDayBefore } })).toBe(1440);
  });
});
