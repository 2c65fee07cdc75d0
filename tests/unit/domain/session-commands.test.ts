// Who is at a session, on which half-days, with what time; and who is expected.
import type { Command, Commands } from '@domain/commands/command.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { halfDaysOf } from '@domain/session/half-days.ts';
import type { Document } from '@domain/document.ts';
import { inOrder } from '@domain/ordering.ts';
import { addDays } from '@domain/time/calendar.ts';
import { clockTime, minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../support/context.ts';
import { documentAfter, firstId, kindId, SESSION, startedDocument } from '../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const sessionId = firstId(started.accompaniment.sessions);
const phaseId = firstId(started.accompaniment.phases);
const person = Object.values(started.accompaniment.people)[0];

/** What a command refuses, or `fine`. */
const refusal = (document: Document, command: Command): unknown => {
  const planned = planCommand(document, command, context);
  return planned.ok ? 'fine' : planned.failure;
};
const create = (table: Commands['record.create']['table'], fields: Commands['record.create']['fields']): Command => ({
  name: 'record.create',
  args: { table, fields },
});
const newOnes = <R extends { readonly id: string }>(
  after: Readonly<Record<string, R>>,
  before: Readonly<Record<string, R>>,
): readonly R[] => Object.values(after).filter(({ id }) => before[id] === undefined);

describe('a session', () => {
  const of = (from: string, to: string) => halfDaysOf(clockTime(from), clockTime(to));

  it('D6 is of the morning up to one o’clock and of the afternoon from noon on, to the minute', () => {
    expect(of('11:59', '13:00')).toEqual({ morning: true, afternoon: false });
    expect(of('11:59', '13:01')).toEqual({ morning: true, afternoon: true });
    expect(of('12:00', '12:30')).toEqual({ morning: false, afternoon: true });
    expect(of('12:00', '13:01')).toEqual({ morning: false, afternoon: true });
    expect(halfDaysOf(clockTime('14:00'), null)).toEqual({ morning: false, afternoon: true });
    expect(halfDaysOf(null, clockTime('12:00'))).toEqual({ morning: true, afternoon: false });
  });

  type Joining = Commands['session.participants']['people'][number];
  const SOMEBODY: Joining = { personId: null, personName: '', organisationId: null, organisationName: '' };
  const participant = (...people: readonly Partial<Joining>[]): Command => ({
    name: 'session.participants',
    args: { sessionId, people: people.map((fields) => ({ ...SOMEBODY, ...fields })) },
  });

  it('D6 expects whoever joins it while it is planned', () => {
    const planned = documentAfter(
      [
        { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { status: 'planned' } } },
        participant({ personName: 'Paul' }),
      ],
      started,
      context,
    );

    expect(Object.values(planned.accompaniment.attendances).filter((one) => one.sessionId === sessionId)).toContainEqual(
      expect.objectContaining({ morning: 'none', afternoon: 'none' }),
    );
  });

  it('D6 counts whoever joins it on its own half-days', () => {
    const morning = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { startsAt: '09:00', endsAt: '12:00' } } }],
      started,
      context,
    );
    const afternoon = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { startsAt: '14:00', endsAt: '17:00' } } }],
      started,
      context,
    );
    const presence = (document: Document) =>
      Object.values(documentAfter([participant({ personId: person?.id ?? '' })], document, context).accompaniment.attendances).map(
        (attendance) => [attendance.personId, attendance.morning, attendance.afternoon],
      );

    expect(presence(started)).toEqual([[person?.id, 'present', 'present']]);
    expect(presence(morning)).toEqual([[person?.id, 'present', 'none']]);
    expect(presence(afternoon)).toEqual([[person?.id, 'none', 'present']]);
  });

  it('D1 takes several actions at once, in their order, after those that it has; decisions take the text alone', () => {
    const line = (title: string) => ({ title, personId: person?.id ?? null, organisationId: null, dueOn: addDays(SESSION.date, 7) });
    const lines = (table: 'actions' | 'decisions', ...titles: readonly string[]): Command => ({
      name: 'session.outcomes',
      args: { sessionId, table, lines: titles.map(line) },
    });
    const before = documentAfter([create('actions', { sessionId, title: 'Zéro' })], started, context);
    const after = documentAfter([lines('actions', 'Un', 'Deux', 'Trois'), lines('decisions', 'Oui', 'Non')], before, context);
    const { actions, decisions } = after.accompaniment;

    expect(inOrder(Object.values(actions)).map(({ title }) => title)).toEqual(['Zéro', 'Un', 'Deux', 'Trois']);
    expect(inOrder(Object.values(actions)).at(-1)).toMatchObject({ sessionId, personId: person?.id, status: 'open' });
    expect(inOrder(Object.values(decisions)).map(({ title }) => title)).toEqual(['Oui', 'Non']);
    expect(new Set(Object.values(decisions).map(({ number }) => number)).size).toBe(2);
    expect(refusal(started, { name: 'session.outcomes', args: { sessionId: 'gone', table: 'actions', lines: [line('Un')] } })).toEqual({
      code: 'record-missing',
      table: 'sessions',
      id: 'gone',
    });
  });

  it('D1 is joined by somebody new, from a structure that is known, new, or none', () => {
    const known = firstId(started.accompaniment.organisations);
    const joined = (fields: Partial<Joining>) => {
      const { accompaniment } = documentAfter([participant({ personName: ' Paul Roy ', ...fields })], started, context);
      const [paul] = newOnes(accompaniment.people, started.accompaniment.people);
      const organisation = accompaniment.organisations[paul?.organisationId ?? '']?.name ?? null;
      return [paul?.name, organisation, newOnes(accompaniment.organisations, started.accompaniment.organisations).length];
    };

    expect(joined({})).toEqual(['Paul Roy', null, 0]);
    expect(joined({ organisationName: '  ' })).toEqual(['Paul Roy', null, 0]);
    expect(joined({ organisationName: ' Mairie ' })).toEqual(['Paul Roy', 'Mairie', 1]);
    expect(joined({ organisationId: known, organisationName: 'Mairie' })).toEqual(['Paul Roy', 'Relais du Val', 0]);
  });

  it('D1 is joined by several at once: a new structure is created once, and whoever is there stays there once', () => {
    const known = person?.id ?? '';
    const { accompaniment } = documentAfter(
      [
        participant({ personId: known }),
        participant(
          { personId: known },
          { personName: 'Paul Roy', organisationName: 'Mairie' },
          { personName: 'Inès Petit', organisationName: ' MAIRIE ' },
          { personId: known },
        ),
      ],
      started,
      context,
    );
    const attending = Object.values(accompaniment.attendances).map(({ personId }) => accompaniment.people[personId]?.name);

    expect(new Set(attending)).toEqual(new Set([person?.name, 'Paul Roy', 'Inès Petit']));
    expect(attending).toHaveLength(3);
    expect(newOnes(accompaniment.organisations, started.accompaniment.organisations).map(({ name }) => name)).toEqual(['Mairie']);
    expect(new Set(newOnes(accompaniment.people, started.accompaniment.people).map(({ organisationId }) => organisationId)).size).toBe(1);
  });

  it('D6 marks whoever is still expected as present on its half-days, in one step, and nobody else', () => {
    const attending = (name: string, fields: Readonly<Record<string, string>> = {}): readonly Command[] => {
      const id = Object.values(others.accompaniment.people).find((one) => one.name === name)?.id ?? '';
      return [create('attendances', { sessionId, personId: id, ...fields })];
    };
    const times: Command = {
      name: 'record.update',
      args: { table: 'sessions', id: sessionId, fields: { startsAt: '09:00', endsAt: '12:00' } },
    };
    const others = documentAfter(
      [create('people', { name: 'Paul Roy' }), create('people', { name: 'Inès Petit' }), times],
      started,
      context,
    );
    const before = documentAfter([...attending('Paul Roy'), ...attending('Inès Petit', { morning: 'excused' })], others, context);
    const planned = planCommand(before, { name: 'session.present', args: { sessionId } }, context);

    expect(planned.ok && planned.value.changes.map(({ after }) => [after?.['morning'], after?.['afternoon']])).toEqual([
      ['present', 'none'],
    ]);
    expect(refusal(before, { name: 'session.present', args: { sessionId: 'gone' } })).toMatchObject({ code: 'record-missing' });
  });

  it('C1 gives a structure to somebody known who had none, and leaves to others the one that they have', () => {
    const alone = documentAfter([participant({ personName: 'Paul Roy' })], started, context);
    const paul = Object.values(alone.accompaniment.people).find(({ name }) => name === 'Paul Roy')?.id ?? '';
    const next = documentAfter([create('sessions', { ...SESSION, title: 'Après' })], alone, context);
    const after = Object.values(next.accompaniment.sessions).find(({ title }) => title === 'Après')?.id ?? '';
    const named = (organisationName: string): Command => ({
      name: 'session.participants',
      args: { sessionId: after, people: [{ ...SOMEBODY, personId: paul, organisationName }] },
    });
    const homeOf = ({ accompaniment }: Document) => accompaniment.organisations[accompaniment.people[paul]?.organisationId ?? '']?.name;
    const housed = documentAfter([named('Mairie')], next, context);

    expect(homeOf(housed)).toBe('Mairie');
    expect(homeOf(documentAfter([named('Autre')], housed, context))).toBe('Mairie');
  });

  it('D1 is joined by nobody without a name, and neither joined nor timed where it is not there', () => {
    const missing = { code: 'record-missing', table: 'sessions', id: 'gone' };
    const time = { kindId: kindId(started, 'face'), minutes: minutes(60), envelopeId: null, justification: '' };

    expect(refusal(started, participant({ personName: '  ' }))).toEqual({ code: 'record-invalid', table: 'people', field: 'name' });
    expect(
      refusal(started, { name: 'session.participants', args: { sessionId: 'gone', people: [{ ...SOMEBODY, personName: 'Paul' }] } }),
    ).toEqual(missing);
    expect(refusal(started, { name: 'session.time', args: { sessionId: 'gone', times: [time] } })).toEqual(missing);
  });

  it('F8 gives its time its phase, its title and the reason given', () => {
    const inPhase = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { phaseId } } }],
      started,
      context,
    );
    const envelopeId = firstId(started.accompaniment.envelopes);
    const writing = { kindId: kindId(started, 'writing'), minutes: minutes(105), envelopeId, justification: 'relecture' };
    const travel = { kindId: kindId(started, 'travel'), minutes: minutes(60), envelopeId: null, justification: '' };
    const add: Command = { name: 'session.time', args: { sessionId, times: [writing, travel] } };

    expect(Object.values(documentAfter([add], inPhase, context).accompaniment.timeEntries)).toMatchObject(
      [writing, travel].map((time) => ({ ...time, sessionId, date: SESSION.date, phaseId, note: SESSION.title })),
    );
  });

  it('D1 expects whoever was at the latest session before it that was held with somebody', () => {
    const at = (days: number) => addDays(SESSION.date, days);
    const session = (title: string, days: number, status: 'planned' | 'held' | 'cancelled' = 'held'): Command =>
      create('sessions', { title, date: at(days), mode: 'onsite', status });
    let document = documentAfter(
      [session('Première', -2), session('Annulée', 2, 'cancelled'), session('Vide', 3), session('Tard', 9), session('Jour', 4)],
      started,
      context,
    );
    const idOf = (title: string) => Object.values(document.accompaniment.sessions).find((one) => one.title === title)?.id ?? '';
    const people = ['Ali', 'Béa', 'Cléo', 'Dan', 'Eva'];
    document = documentAfter(
      people.map((name) => create('people', { name, role: 'officer' })),
      document,
      context,
    );
    const personOf = (name: string) => Object.values(document.accompaniment.people).find((one) => one.name === name)?.id ?? '';
    const came = (title: string, name: string): Command => create('attendances', { sessionId: idOf(title), personId: personOf(name) });
    document = documentAfter(
      [came('Première', 'Ali'), came('Annulée', 'Béa'), came('Tard', 'Cléo'), came('Jour', 'Dan'), came('Jour', 'Eva')],
      document,
      context,
    );
    const expected = (days: number) => {
      const after = documentAfter([{ name: 'session.create', args: { ...SESSION, date: at(days) } }], document, context).accompaniment;
      return newOnes(after.attendances, document.accompaniment.attendances)
        .map((attendance) => after.people[attendance.personId]?.name ?? '')
        .toSorted();
    };

    expect([expected(-3), expected(-2), expected(3), expected(4), expected(8), expected(9)]).toEqual([
      [],
      ['Ali'],
      ['Ali'],
      ['Dan', 'Eva'],
      ['Dan', 'Eva'],
      ['Cléo'],
    ]);
  });
});
