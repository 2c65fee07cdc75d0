// D1: who is of the collective on a day, when all of them are added to a session at once.
import { membersOn } from '@domain/collective/members.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const structureId = (name: string): string =>
  Object.values(begun.accompaniment.organisations).find((organisation) => organisation.name === name)?.id ?? '';
const [relais, boucle] = [structureId('Relais du Val'), structureId('La Boucle')];
const person = (name: string, organisationId: string | null, role = 'unknown') =>
  ({ name: 'record.create', args: { table: 'people', fields: { name, organisationId, role } } }) as const;
const { accompaniment } = documentAfter(
  [
    person('Zoé Petit', relais),
    person('Élise Morel', boucle),
    person('Alain Roy', null),
    person('Claire Vidal', null, 'officer'),
    {
      name: 'record.create',
      args: { table: 'circleMoves', fields: { organisationId: boucle, on: '2026-05-01', circle: 'left', reason: '' } },
    },
  ],
  begun,
  context,
);
const namesOn = (date: string) => membersOn(accompaniment, calendarDate(date)).map(({ name }) => name);

describe('the people of the collective', () => {
  it('D1 are those of its structures and of none, by name, without the accompanist and the officer', () => {
    expect(namesOn('2026-04-30')).toEqual(['Alain Roy', 'Élise Morel', 'Zoé Petit']);
  });

  it('D1 are not those of a structure that has left', () => {
    expect(namesOn('2026-05-01')).toEqual(['Alain Roy', 'Zoé Petit']);
  });
});
