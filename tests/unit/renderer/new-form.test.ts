// The form of a new accompaniment: what is typed becomes a draft, or a message at its field.
import { expect, it } from 'vitest';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { calendarDate } from '@domain/units.ts';
import { draftOf, grantOf, type NewForm, problemsOf, stepOf, structuresIn } from '../../../renderer/screens/new/new-form.ts';

const FORM: NewForm = {
  scheme: 'coorace',
  title: ' Offre commune ',
  territory: '',
  startsOn: null,
  endsOn: null,
  commissioner: '',
  officer: '',
  need: '',
  expectedResults: '',
  organisations: [],
  structure: '',
  funder: 'DLA 77',
  contract: '',
  days: '',
  dayLength: '7 h 00',
  overrun: 'warn',
  isUnderWay: false,
  sessionsBefore: '',
  opening: '',
};
const texts = catalogueOf('fr');

it('asks for nothing but the scheme', () => {
  expect(problemsOf(FORM, texts)).toEqual({});
  expect(draftOf(FORM, '')).toMatchObject({ scheme: 'coorace', title: 'Offre commune', envelope: null, sessionsBefore: 0 });
});

it('B1 F1 the funder is the commissioner until somebody writes another, or none', () => {
  const funderFor = (funder: string | null, commissioner = 'Coorace ') =>
    draftOf({ ...FORM, days: '6', commissioner, funder }, texts.start.unnamedFunder).envelope?.funder;

  expect([funderFor(null), funderFor('DLA 77'), funderFor('')]).toEqual(['Coorace', 'DLA 77', '']);
  expect([funderFor(null, ' '), funderFor('', '')]).toEqual(['Financeur à préciser', 'Financeur à préciser']);
});

it('turns days into whole minutes of the contract', () => {
  const form = { ...FORM, days: '7,5', dayLength: '7h30' };

  expect(grantOf(form)).toEqual({ grantedMinutes: 3375, minutesPerDay: 450 });
  expect(draftOf(form, '').envelope).toMatchObject({ funder: 'DLA 77', grantedMinutes: 3375, openingMinutes: 0 });
});

it('tells an end before its start, and dates too far apart', () => {
  const reversed = { ...FORM, startsOn: calendarDate('2026-07-10'), endsOn: calendarDate('2026-02-05') };
  const endless = { ...FORM, startsOn: calendarDate('2020-01-01'), endsOn: calendarDate('2026-02-05') };

  expect(problemsOf(reversed, texts).endsOn).toBe(texts.start.endBeforeStart);
  expect(problemsOf(endless, texts).endsOn).toBe(texts.start.tooLong);
});

it.each([
  [{ days: 'six' }, 'days'],
  [{ days: '501' }, 'days'],
  [{ dayLength: '30' }, 'dayLength'],
  [{ isUnderWay: true, sessionsBefore: '-1' }, 'sessionsBefore'],
  [{ isUnderWay: true, days: '2', opening: '3' }, 'opening'],
] as const)('tells what is wrong in %j at its field', (part, field) => {
  expect(Object.keys(problemsOf({ ...FORM, ...part }, texts))).toEqual([field]);
  expect(stepOf(field)).toBe('days');
});

it('forgets what was done before when the mission is not under way', () => {
  const form = { ...FORM, days: '6', sessionsBefore: '3', opening: '2' };

  expect(draftOf(form, '')).toMatchObject({ sessionsBefore: 0, envelope: { openingMinutes: 0 } });
});

it('takes a pasted list apart, without bullets, blanks and doubles', () => {
  const known = [{ key: 'a', name: 'La Boucle', legalForm: '', circle: 'core' as const }];

  const listed = structuresIn('• Relais Emploi\r\n\n- Chantiers du Val\n•\tVélo & Cie\nLa Boucle\nRelais Emploi', known);
  expect(listed.map(({ name }) => name)).toEqual(['Relais Emploi', 'Chantiers du Val', 'Vélo & Cie']);
});

it('D1 takes a row of a spreadsheet for one structure, with its legal form in the second column', () => {
  expect(structuresIn('Relais Emploi\tSCIC\t12\r\nLa Boucle\t\t3\r\n', [])).toEqual([
    { name: 'Relais Emploi', legalForm: 'SCIC', circle: 'core' },
    { name: 'La Boucle', legalForm: '', circle: 'core' },
  ]);
});

it('A2 takes the structure still in its field for one more, unless it is there already', () => {
  const organisations = [{ key: 'a', name: 'La Boucle', legalForm: 'SCIC', circle: 'partners' as const }];

  expect(draftOf({ ...FORM, organisations, structure: ' Relais Emploi ' }, '').organisations).toEqual([
    { name: 'La Boucle', legalForm: 'SCIC', circle: 'partners' },
    { name: 'Relais Emploi', legalForm: '', circle: 'core' },
  ]);
  expect(draftOf({ ...FORM, organisations, structure: 'La Boucle' }, '').organisations).toHaveLength(1);
});

it('D1 reads every list of Word, and takes ten thousand lines without delay and no more structures than an accompaniment may have', () => {
  expect(structuresIn('o\tLe Fournil\n▪\tLa Remise\n1.\tLa Boucle', []).map(({ name }) => name)).toEqual([
    'Le Fournil',
    'La Remise',
    'La Boucle',
  ]);
  expect(structuresIn(Array.from({ length: 10_000 }, (_, line) => `s${line}`).join('\n'), [])).toHaveLength(500);
});
