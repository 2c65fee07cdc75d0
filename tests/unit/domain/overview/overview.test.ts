// The overview: what is late and why, what comes next, where the phases stand in time.
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { forecastOf } from '@domain/overview/forecast.ts';
import { lateOn, nextSession, openActions } from '@domain/overview/late.ts';
import { toDoOn } from '@domain/overview/to-do.ts';
import { timelineOf } from '@domain/overview/timeline.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate } from '../../../support/arbitraries.ts';
import { testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, firstId, kindId, SESSION, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const phaseIds = Object.values(started.accompaniment.phases)
  .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  .map((phase) => phase.id);
const day = calendarDate('2026-06-15');

const after = (...commands: Parameters<typeof documentAfter>[0]) => documentAfter(commands, started, context).accompaniment;
const updatePhase = (id: string, fields: Readonly<Record<string, string | null>>) =>
  ({ name: 'record.update', args: { table: 'phases', id, fields } }) as const;

describe('what is late', () => {
  it('tells a phase that should have begun from one that should have ended', () => {
    const late = lateOn(
      after(
        updatePhase(phaseIds[0] ?? '', { status: 'running', startsOn: '2026-02-01', endsOn: '2026-03-01' }),
        updatePhase(phaseIds[1] ?? '', { status: 'planned', startsOn: '2026-06-01', endsOn: '2026-08-01' }),
      ),
      day,
    );

    expect(
      late.filter(({ record: { id } }) => id === phaseIds[0] || id === phaseIds[1]).map(({ table, reason, days }) => [table, reason, days]),
    ).toEqual([
      ['phases', 'end', 106],
      ['phases', 'start', 14],
    ]);
  });

  it('counts actions, deliverables, sessions and follow-ups whose day has passed, and nothing that is done', () => {
    const accompaniment = after(
      { name: 'record.create', args: { table: 'actions', fields: { title: 'Appeler', dueOn: '2026-06-10' } } },
      { name: 'record.create', args: { table: 'actions', fields: { title: 'Faite', dueOn: '2026-06-10', status: 'done' } } },
      {
        name: 'record.create',
        args: { table: 'deliverables', fields: { phaseId: phaseIds[0] ?? '', title: 'Note', dueOn: '2026-06-12' } },
      },
      { name: 'session.create', args: { ...SESSION, title: 'Oubliée', date: calendarDate('2026-06-14'), status: 'planned' } },
      { name: 'record.create', args: { table: 'followUps', fields: { dueOn: '2026-06-01', note: 'Six mois' } } },
    );
    const kinds = lateOn(accompaniment, day)
      .filter(({ table }) => table !== 'phases')
      .map(({ table, reason }) => [table, reason]);

    expect(kinds).toEqual([
      ['followUps', 'due'],
      ['actions', 'due'],
      ['deliverables', 'due'],
      ['sessions', 'unsaid'],
    ]);
  });

  it('is never late on the day itself, nor without a date', () => {
    const accompaniment = after(
      { name: 'record.create', args: { table: 'actions', fields: { title: 'Aujourd’hui', dueOn: day } } },
      { name: 'record.create', args: { table: 'actions', fields: { title: 'Sans date' } } },
    );

    expect(lateOn(accompaniment, day).filter(({ table }) => table === 'actions')).toEqual([]);
  });
});

it('finds the next session planned, and the open actions with the most urgent first', () => {
  const accompaniment = after(
    { name: 'session.create', args: { ...SESSION, title: 'Loin', date: calendarDate('2026-09-01'), status: 'planned' } },
    { name: 'session.create', args: { ...SESSION, title: 'Près', date: calendarDate('2026-07-01'), status: 'planned' } },
    ...['2026-08-01', null, '2026-07-01'].map(
      (dueOn, index) => ({ name: 'record.create', args: { table: 'actions', fields: { title: `A${index}`, dueOn } } }) as const,
    ),
  );

  expect(nextSession(accompaniment, day)?.title).toBe('Près');
  expect(openActions(accompaniment).map((action) => action.title)).toEqual(['A2', 'A0', 'A1']);
});

it('B2 tells what is late and what is open once each, the most overdue first, and what is due within a fortnight', () => {
  const dues = { overdue: '2026-06-14', today: '2026-06-15', fortnight: '2026-06-29', later: '2026-06-30', never: null };
  const accompaniment = after(
    ...Object.entries(dues).map(
      ([title, dueOn]) => ({ name: 'record.create', args: { table: 'actions', fields: { title, dueOn } } }) as const,
    ),
    { name: 'record.create', args: { table: 'followUps', fields: { dueOn: '2026-06-01', note: 'Six mois' } } },
  );
  const told = toDoOn(accompaniment, day).map((one) => (one.late === null ? [one.action.title, one.isSoon] : [one.late.title, 'late']));

  expect(told.filter(([title]) => title === 'Six mois' || String(title) in dues)).toEqual([
    ['Six mois', 'late'],
    ['overdue', 'late'],
    ['today', true],
    ['fortnight', true],
    ['later', false],
    ['never', false],
  ]);
});

describe('the timeline', () => {
  it('B2 puts every phase within the scale, whatever the dates, and lets them overlap', () => {
    const dated = fc.record({
      startsOn: fc.option(anyDate, { nil: null }),
      length: fc.integer({ min: 0, max: 200 }),
      status: fc.constantFrom('planned', 'running', 'done', 'skipped'),
    });
    fc.assert(
      fc.property(fc.array(dated, { minLength: phaseIds.length, maxLength: phaseIds.length }), anyDate, (rows, today) => {
        const changes = rows.map((row, index) =>
          updatePhase(phaseIds[index] ?? '', { startsOn: row.startsOn, endsOn: null, startedOn: row.startsOn, status: row.status }),
        );
        const timeline = timelineOf(after(...changes), today);
        const places =
          timeline?.rows.flatMap((row) => [row.planned, row.real]).flatMap((span) => (span === null ? [] : [span.from, span.to])) ?? [];

        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        expect(timeline?.rows.every(({ real }) => real === null || real.from <= real.to)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('B2 leaves a phase without dates off the scale, and says nothing when nothing has a date', () => {
    const one = timelineOf(after(updatePhase(phaseIds[0] ?? '', { startsOn: null, endsOn: null })), day);
    const none = {
      ...started.accompaniment,
      mission: {},
      phases: Object.fromEntries(
        Object.entries(started.accompaniment.phases).map(([id, phase]) => [id, { ...phase, startsOn: null, endsOn: null }]),
      ),
    };

    expect(one?.rows[0]?.planned).toBeNull();
    expect(timelineOf(none, day)).toBeNull();
  });

  it('marks the months and the day', () => {
    const timeline = timelineOf(started.accompaniment, day);

    expect(timeline?.months.map(({ on }) => on)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01']);
    expect(timeline?.today).toBeCloseTo(133 / 159, 2);
    expect(timelineOf(started.accompaniment, calendarDate('2027-01-01'))?.today).toBeNull();
  });
});

it('F7 says what will be missing when what is planned needs more than what is left', () => {
  let days = 0;
  const entry = (minutes: number, status: 'done' | 'planned') =>
    ({
      name: 'record.create',
      args: {
        table: 'timeEntries',
        fields: {
          date: addDays(TODAY, (days -= 1)),
          minutes,
          status,
          kindId: kindId(started, 'face'),
          envelopeId: firstId(started.accompaniment.envelopes),
        },
      },
    }) as const;
  const forecast = (...commands: readonly ReturnType<typeof entry>[]) => forecastOf(ledgerOf(after(...commands), TODAY));
  const many = Array.from({ length: 5 }, () => entry(420, 'done'));

  expect(forecast()).toEqual({ state: 'enough' });
  expect(forecast(...many, entry(420, 'planned'), entry(210, 'planned'))).toEqual({ state: 'missing', days: 0.5 });
  expect(forecast(...many, entry(420, 'done'), entry(105, 'done'))).toEqual({ state: 'over', days: 0.25 });
  expect(forecastOf(ledgerOf(startedDocument({ envelope: null }).accompaniment, TODAY))).toEqual({ state: 'none' });
});
