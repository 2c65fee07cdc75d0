// E8 H3: a document is given only to people who may read what is in it.
import { beyondReaders, tooWide, usualReaders } from '@domain/levels/giving.ts';
import { LEVELS } from '@domain/levels/level.ts';
import { recipientGroups, readersOn } from '@domain/levels/readers.ts';
import { peopleNamedIn } from '@domain/levels/named-people.ts';
import type { Accompaniment } from '@domain/document.ts';
import { addDays } from '@domain/time/calendar.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { TODAY } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { levelledDocument } from '../../../support/levelled.ts';
import { recordFor } from '../../../support/loose-pieces.ts';

const person = (id: string, name: string, organisationId: string | null, role = 'unknown') =>
  recordFor('people', id, { name, organisationId, role }) as Accompaniment['people'][string];
const move = (id: string, organisationId: string, circle: string, on = addDays(TODAY, -30)) =>
  recordFor('circleMoves', id, { organisationId, circle, on }) as Accompaniment['circleMoves'][string];
const byId = <R extends { readonly id: string }>(...rows: readonly R[]) => Object.fromEntries(rows.map((row) => [row.id, row]));

let accompaniment: Accompaniment;

beforeEach(() => {
  const organisations = ['core', 'partners', 'network', 'left', 'guest'].map(
    (circle) => recordFor('organisations', `org-${circle}`, { name: circle }) as Accompaniment['organisations'][string],
  );
  accompaniment = {
    ...startedDocument().accompaniment,
    organisations: byId(...organisations),
    circleMoves: byId(
      move('m1', 'org-core', 'core'),
      move('m2', 'org-partners', 'partners'),
      move('m3', 'org-network', 'network'),
      move('m4', 'org-left', 'core'),
      move('m5', 'org-left', 'left', addDays(TODAY, -1)),
    ),
    people: byId(
      person('per-core', 'Nadia', 'org-core'),
      person('per-partners', 'Louis', 'org-partners'),
      person('per-network', 'Awa', 'org-network'),
      person('per-left', 'Paul', 'org-left'),
      person('per-guest', 'Rose', 'org-guest'),
      person('per-alone', 'Yann', null),
      person('per-officer', 'Inès', null, 'officer'),
      person('per-accompanist', 'Sonia', null, 'accompanist'),
    ),
    attendances: {},
  };
});

const readersOf = (level: (typeof LEVELS)[number], on = TODAY) => {
  const mayRead = readersOn(accompaniment, on);
  return Object.values(accompaniment.people)
    .filter((one) => mayRead(one, level))
    .map(({ name }) => name)
    .toSorted();
};

describe('the readers of a level', () => {
  it('E8 are the structures of its circle on that day, whoever follows the mission, and always the accompanists', () => {
    expect(readersOf('accompanist')).toEqual(['Sonia']);
    expect(readersOf('core')).toEqual(['Nadia', 'Sonia']);
    expect(readersOf('collective')).toEqual(['Awa', 'Inès', 'Louis', 'Nadia', 'Sonia']);
    expect(readersOf('public')).toHaveLength(8);
  });

  it('E8 were others before a structure left', () => {
    expect(readersOf('core', addDays(TODAY, -2))).toEqual(['Nadia', 'Paul', 'Sonia']);
  });

  it('H3 are offered as groups, none without anybody', () => {
    expect(recipientGroups(accompaniment, { sessionId: null, on: TODAY })).toEqual([
      { group: 'collective', personIds: ['per-core', 'per-partners', 'per-network'] },
      { group: 'core', personIds: ['per-core'] },
      { group: 'officers', personIds: ['per-officer'] },
    ]);
  });
});

describe('giving', () => {
  const to = (level: (typeof LEVELS)[number], personIds: readonly string[], others = '') =>
    beyondReaders(accompaniment, { level, personIds, others }, TODAY);

  it('H3 E8 is refused for whoever may not read it, by name', () => {
    expect(to('core', ['per-core', 'per-network', 'per-guest'])).toEqual({
      code: 'recipients-beyond',
      level: 'core',
      names: 'Awa, Rose',
      areAll: false,
    });
    expect(to('core', ['per-core', 'per-accompanist'])).toBeNull();
    expect(to('public', Object.keys(accompaniment.people))).toBeNull();
  });

  it('H3 E8 says so when nobody among its recipients may', () => {
    expect(to('accompanist', ['per-core'])).toMatchObject({ areAll: true });
    expect(to('accompanist', ['per-core'], 'Mairie')).toMatchObject({ areAll: false });
    expect(to('accompanist', [])).toBeNull();
  });

  it('H3 is refused for somebody who is not in the file', () => {
    expect(to('public', ['per-core', 'nobody'])).toEqual({ code: 'record-missing', table: 'people', id: 'nobody' });
  });

  it.each([
    ['their full name', 'Mairie, rose martin (adjointe)', 'Rose Martin'],
    ['their full name without its accents and hyphens', 'Mme JEANNE-ROSE LEVEQUE', 'Jeanne Rose Lévêque'],
    ['a first name, which may be somebody else’s', 'Rose, de la mairie', null],
    ['a longer name, which is somebody else’s', 'Rose Martineau', null],
  ])('H3 E8 is refused for others who are written by %s', (_, others, beyond) => {
    const guest = person('per-guest', beyond ?? 'Rose Martin', 'org-guest');
    accompaniment = { ...accompaniment, people: { ...accompaniment.people, 'per-guest': guest } };

    expect(to('core', ['per-core'], others)).toEqual(
      beyond === null ? null : { code: 'recipients-beyond', level: 'core', names: beyond, areAll: false },
    );
    expect(to('public', ['per-core'], others)).toBeNull();
  });
});

describe('a document about a session', () => {
  const own = levelledDocument().accompaniment;

  it('E8 is for the readers of that session, and for no more', () => {
    const request = { kind: 'session', sessionId: 'sessions-core' } as const;

    expect(usualReaders(own, request)).toBe('core');
    expect(tooWide(own, request, 'collective')).toEqual({ code: 'level-too-wide', asked: 'collective', needed: 'core' });
    expect([tooWide(own, request, 'core'), tooWide(own, request, 'accompanist')]).toEqual([null, null]);
  });

  it('E8 of all days is for those agreed on, and can be for any', () => {
    const request = { kind: 'days', from: null, to: null } as const;

    expect(usualReaders(own, request)).toBe('collective');
    expect(LEVELS.map((level) => tooWide(own, request, level))).toEqual([null, null, null, null]);
    expect(usualReaders(own, { kind: 'session', sessionId: 'gone' })).toBe('collective');
  });
});

it('H3 tells who is named in what leaves, wherever that is', () => {
  expect(peopleNamedIn({ a: [{ who: 'Paul, Louis' }, null, 3], b: 'Nadia' }, accompaniment)).toEqual(['Louis', 'Nadia', 'Paul']);
});
