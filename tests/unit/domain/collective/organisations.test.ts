// Structures: duplicate names, sizes as people write them, the size at which coordination is needed, joining in one step.
import { expect, it } from 'vitest';
import { COORDINATION_FROM, participantCount } from '@domain/collective/coordination.ts';
import { namesakes } from '@domain/collective/namesakes.ts';
import { readStaff, writeStaff } from '@domain/collective/staff.ts';
import { calendarDate } from '@domain/units.ts';
import { documentAfter, startedDocument, tried } from '../../../support/documents.ts';
import { testContext } from '../../../support/context.ts';

it('finds structures of one name without regard to case, accents and spaces', () => {
  const found = namesakes([
    { id: 'a', name: 'La Bouclé ' },
    { id: 'b', name: 'la  boucle' },
    { id: 'c', name: 'Relais' },
  ]);

  expect([...found]).toEqual(['a', 'b']);
});

it.each([
  ['14', 'jobs', 14],
  ['2\u202f000', 'jobs', 2000],
  ['', 'jobs', null],
  ['11,2', 'jobs', undefined],
  ['-3', 'jobs', undefined],
  ['11,2', 'fteHundredths', 1120],
  ['19.55', 'fteHundredths', 1955],
  ['1,', 'fteHundredths', 100],
  ['quatorze', 'fteHundredths', undefined],
  ['9999999', 'jobs', undefined],
] as const)('reads “%s” as %s: %s', (typed, figure, value) => {
  expect(readStaff(typed, figure)).toBe(value);
});

it('reads again what it writes', () => {
  for (const locale of ['fr', 'en'] as const)
    for (const value of [0, 5, 1234, 99_950])
      expect(readStaff(writeStaff(value, 'fteHundredths', locale).replace(/,(?=\d{3})/u, ''), 'fteHundredths')).toBe(value);
});

it('counts as participants those of the core and the active partners', () => {
  expect(participantCount(['core', 'partners', 'network', 'left', null])).toBe(2);
});

/** @source France Active guide, circles: about ten participants is the threshold at which a coordination function appears */
it('asks for coordination around ten participants', () => {
  expect(Math.abs(COORDINATION_FROM - 10)).toBeLessThanOrEqual(1);
});

it('brings a structure in with its first circle, as one step of one date', () => {
  const before = startedDocument();
  const on = calendarDate('2026-04-02');
  const document = documentAfter(
    [{ name: 'organisation.add', args: { name: ' La Boucle ', legalForm: '', territory: 'Moissy', arrivedOn: on, circle: 'network' } }],
    before,
  );

  const added = Object.values(document.accompaniment.organisations).filter(
    ({ id }) => before.accompaniment.organisations[id] === undefined,
  );
  expect(added).toMatchObject([{ name: 'La Boucle', territory: 'Moissy', arrivedOn: on }]);
  expect(Object.values(document.accompaniment.circleMoves).filter(({ organisationId }) => organisationId === added[0]?.id)).toMatchObject([
    { on, circle: 'network' },
  ]);
});

it('refuses a structure without a name', () => {
  const result = tried(
    startedDocument(),
    { name: 'organisation.add', args: { name: '  ', legalForm: '', territory: '', arrivedOn: calendarDate('2026-04-02'), circle: 'core' } },
    testContext(),
  );

  expect(result).toMatchObject({ ok: false, failure: { code: 'record-invalid', field: 'name' } });
});
