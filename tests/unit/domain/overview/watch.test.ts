// Home: which accompaniments need attention, and what it shows of each without opening it.
import { isUnder } from '@domain/overview/watch.ts';
import { summaryOf } from '@domain/summary.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { documentAfter, firstId, kindId, SESSION, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const phases = Object.values(started.accompaniment.phases).toSorted((a, b) => (a.order < b.order ? -1 : 1));
const first = phases[0]?.id ?? '';
const undated = phases.map(
  ({ id }) => ({ name: 'record.update', args: { table: 'phases', id, fields: { startsOn: null, endsOn: null } } }) as const,
);
const running = { name: 'record.update', args: { table: 'phases', id: first, fields: { status: 'running' } } } as const;
const calm = documentAfter(undated, started, context);
const after = (...commands: Parameters<typeof documentAfter>[0]) => documentAfter(commands, calm, context).accompaniment;
const entry = (date: string, status: 'done' | 'planned') =>
  ({
    name: 'record.create',
    args: {
      table: 'timeEntries',
      fields: { date, minutes: 1400, kindId: kindId(calm, 'face'), status, envelopeId: firstId(calm.accompaniment.envelopes) },
    },
  }) as const;
const day = (text: string) => calendarDate(text);

describe('an accompaniment to watch', () => {
  it('I1 is one over budget, one whose days will be missing, one with something late', () => {
    const over = summaryOf(after(entry('2026-04-03', 'done'), entry('2026-04-04', 'done')), day('2026-04-10'));
    const missing = summaryOf(after(entry('2026-04-03', 'planned'), entry('2026-04-04', 'planned')), day('2026-04-10'));
    const late = summaryOf(
      after({ name: 'record.create', args: { table: 'actions', fields: { title: 'Appeler', dueOn: '2026-04-08' } } }),
      day('2026-04-10'),
    );

    expect([over.forecast.state, missing.forecast.state, late.late]).toEqual([
      'over',
      'missing',
      { count: 1, longest: { table: 'actions', reason: 'due', title: 'Appeler', days: 2 } },
    ]);
    expect([over, missing, late, summaryOf(after(), day('2026-04-10'))].map((summary) => isUnder('watch', summary))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('I1 F4 is one with time to be confirmed: done on a day to come, or planned for a day that has passed', () => {
    const later = summaryOf(after(entry('2026-04-11', 'done')), day('2026-04-10'));
    const passed = summaryOf(after(entry('2026-04-09', 'planned'), entry('2026-04-10', 'planned')), day('2026-04-10'));
    const sure = summaryOf(after(entry('2026-04-10', 'done'), entry('2026-04-11', 'planned')), day('2026-04-10'));

    expect([later, passed, sure].map(({ toConfirm }) => toConfirm)).toEqual([1, 1, 0]);
    expect([later, passed].map((summary) => isUnder('watch', summary))).toEqual([true, true]);
  });

  it('I1 is no more one once closed, but for its follow-ups', () => {
    const closing = { name: 'record.update', args: { table: 'mission', id: 'single', fields: { closedOn: '2026-04-09' } } } as const;
    const closed = summaryOf(
      after(
        entry('2026-04-03', 'done'),
        entry('2026-04-04', 'done'),
        { name: 'record.create', args: { table: 'actions', fields: { title: 'Appeler', dueOn: '2026-04-08' } } },
        closing,
      ),
      day('2026-04-10'),
    );
    const followed = summaryOf(
      after(closing, { name: 'record.create', args: { table: 'followUps', fields: { dueOn: '2026-04-09', note: 'Six mois' } } }),
      day('2026-04-10'),
    );

    expect([isUnder('watch', closed), isUnder('closed', closed), isUnder('watch', followed)]).toEqual([false, true, true]);
  });
});

describe('a stalled accompaniment', () => {
  it('I1 is running, without a session for 45 days and without one planned', () => {
    const accompaniment = after(running);

    expect(['2026-05-16', '2026-05-17'].map((today) => isUnder('stalled', summaryOf(accompaniment, day(today))))).toEqual([false, true]);
    expect(summaryOf(accompaniment, day('2026-05-17')).quietDays).toBe(45);
    expect(isUnder('stalled', summaryOf(after(), day('2026-06-30')))).toBe(false);
    expect(
      isUnder(
        'stalled',
        summaryOf(
          after(running, { name: 'session.create', args: { ...SESSION, date: day('2026-07-01'), status: 'planned' } }),
          day('2026-06-30'),
        ),
      ),
    ).toBe(false);
  });
});

it('I1 tells the next sessions, the nearest first, five at most', () => {
  const planned = ['08', '03', '05', '04', '07', '06'].map(
    (on) => ({ name: 'session.create', args: { ...SESSION, title: `Le ${on}`, date: day(`2026-05-${on}`), status: 'planned' } }) as const,
  );

  expect(summaryOf(after(...planned), day('2026-05-04')).upcoming.map(({ title }) => title)).toEqual([
    'Le 04',
    'Le 05',
    'Le 06',
    'Le 07',
    'Le 08',
  ]);
});
