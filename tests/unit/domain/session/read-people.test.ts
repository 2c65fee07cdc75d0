// D1: who takes part, typed in a line or pasted as a list or a table, and what is asked about before it is taken.
import { planCommand } from '@domain/commands/run-command.ts';
import { newRecord } from '@domain/commands/record-commands.ts';
import { namedIn, namedInRows } from '@domain/session/named-people.ts';
import { isThere, peopleBook, type PersonChoice, readPeople } from '@domain/session/read-people.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const sessionId = firstId(begun.accompaniment.sessions);
const add = (table: 'organisations' | 'people', fields: Readonly<Record<string, string | null>>) => {
  const record = newRecord(begun, table, fields, context);
  return { table, id: record.id, before: null, after: record };
};
const made = {
  relais: add('organisations', { name: 'Relais du Val', shortName: 'RdV' }),
  regie: add('organisations', { name: 'Regie du Nord' }),
  twin: add('organisations', { name: 'La Boucle' }),
  otherTwin: add('organisations', { name: 'La Boucle' }),
};
const mehdi = add('people', { name: 'Mehdi Traoré', organisationId: made.relais.id });
const alone = add('people', { name: 'Paul Roy', organisationId: null });
const martin = add('people', { name: 'Jean Martin', organisationId: made.relais.id });
const otherMartin = add('people', { name: 'Jean Martin', organisationId: made.regie.id });

const accompaniment = {
  people: rows(mehdi, alone, martin, otherMartin),
  organisations: rows(...Object.values(made)),
  attendances: {},
} as unknown as Parameters<typeof peopleBook>[0]; // records as the commands make them
const book = peopleBook(accompaniment, sessionId);

function rows(...all: readonly { readonly id: string; readonly after: object }[]) {
  return Object.fromEntries(all.map(({ id, after }) => [id, after]));
}

const read = (...lines: readonly string[]) => readPeople(lines.map(namedIn), book);
const somebody = (fields: Partial<PersonChoice>): PersonChoice => ({
  personId: null,
  personName: '',
  organisationId: null,
  organisationName: '',
  ...fields,
});
const mehdiHimself = somebody({ personId: mehdi.id, personName: 'Mehdi Traoré' });

describe('who takes part', () => {
  it.each([
    ['Mehdi Traoré', 'Mehdi Traoré', ''],
    [' Paul Roy ,  GE 77 ', 'Paul Roy', 'GE 77'],
    ['Paul Roy; GE 77', 'Paul Roy', 'GE 77'],
    ['Paul Roy, Association Une, deux', 'Paul Roy', 'Association Une, deux'],
    [', GE 77', '', 'GE 77'],
    ['', '', ''],
  ])('D1 %j is a name and a structure', (line, name, structure) => {
    expect(namedIn(line)).toEqual({ name, structure });
  });

  it('D1 is somebody known, by the name as people write it, with the own structure, its short name, or none', () => {
    for (const line of ['Mehdi Traoré', 'mehdi traore', 'Mehdi Traoré, Relais du Val', 'Mehdi Traoré, RDV'])
      expect(read(line)).toMatchObject([{ choices: [mehdiHimself], doubt: null }]);
  });

  it('D1 is somebody new, of a structure that is known, new or none', () => {
    const choice = (line: string) => read(line).map(({ choices, doubt }) => ({ choices, doubt }));
    const inès = (fields: Partial<PersonChoice>) => [{ choices: [somebody({ personName: 'Inès Petit', ...fields })], doubt: null }];

    expect(choice('Inès Petit')).toEqual(inès({}));
    expect(choice('Inès Petit, relais du val')).toEqual(inès({ organisationId: made.relais.id }));
    expect(choice('Inès Petit, Mairie')).toEqual(inès({ organisationName: 'Mairie' }));
  });

  it('D1 asks about a structure that differs from a known one by an accent alone', () => {
    expect(read('Inès Petit, Régie du Nord')).toMatchObject([
      {
        choices: [
          somebody({ personName: 'Inès Petit', organisationId: made.regie.id }),
          somebody({ personName: 'Inès Petit', organisationName: 'Régie du Nord' }),
        ],
        doubt: 'alike',
      },
    ]);
    const [first, second] = read('Inès Petit, Maison Bleue', 'Paul Petit, Maison Bleué');
    expect(first).toMatchObject({ doubt: null });
    expect(second?.choices.map(({ organisationName }) => organisationName)).toEqual(['Maison Bleue', 'Maison Bleué']);
    expect(second?.doubt).toBe('alike');
  });

  it('D1 asks about somebody who is known in another structure', () => {
    expect(read('Mehdi Traoré, Mairie')).toMatchObject([
      { choices: [mehdiHimself, somebody({ personName: 'Mehdi Traoré', organisationName: 'Mairie' })], doubt: 'elsewhere' },
    ]);
  });

  it('D1 asks which of several is meant, people or structures; the structure tells people apart', () => {
    expect(read('Jean Martin')[0]).toMatchObject({ choices: [{ personId: martin.id }, { personId: otherMartin.id }], doubt: 'namesakes' });
    expect(read('Jean Martin, Relais du Val')[0]).toMatchObject({ choices: [{ personId: martin.id }], doubt: null });
    expect(read('Inès Petit, La Boucle')[0]).toMatchObject({
      choices: [{ organisationId: made.twin.id }, { organisationId: made.otherTwin.id }],
      doubt: 'namesakes',
    });
  });

  it('D1 takes somebody known without a structure for the one who is named with one', () => {
    expect(read('Paul Roy, Mairie')).toMatchObject([{ choices: [{ personId: alone.id, organisationName: 'Mairie' }], doubt: null }]);
    expect(read('Paul Roy')).toMatchObject([{ choices: [{ personId: alone.id, organisationName: '' }], doubt: null }]);
  });

  it('D1 reads a table without its headings, each row once, and rows of one cell as lines', () => {
    const table = [
      ['Nom', 'Structure'],
      ['Paul Roy', 'GE 77'],
      ['', ' '],
      ['Inès Petit, Mairie'],
      ['paul roy', 'ge 77'],
      ['Paul Roy', 'Mairie'],
    ];
    expect(namedInRows(table)).toEqual([
      { name: 'Paul Roy', structure: 'GE 77' },
      { name: 'Inès Petit', structure: 'Mairie' },
      { name: 'Paul Roy', structure: 'Mairie' },
    ]);
    expect(
      namedInRows([
        ['N°', 'Prénom', 'Nom', 'Structure', 'Courriel'],
        ['1', 'Paul', 'Roy', 'GE 77', 'paul@ge77.example'],
        ['2', 'Inès', 'Petit', '', ''],
        ['3', '', '', 'Mairie', ''],
      ]),
    ).toEqual([
      { name: 'Paul Roy', structure: 'GE 77' },
      { name: 'Inès Petit', structure: '' },
    ]);
    expect(namedInRows([['12'], ['13']])).toEqual([]);
    expect(namedInRows([['Structure']])).toEqual([{ name: 'Structure', structure: '' }]);
    expect(namedInRows([])).toEqual([]);
  });

  it.each([
    ['Mme Fatou DIARRA (Régie de quartier)', { name: 'Fatou DIARRA', structure: 'Régie de quartier' }],
    ['M. Paul Henri', { name: 'Paul Henri', structure: '' }],
    ['Dr. Paul Henri; GE 77', { name: 'Paul Henri', structure: 'GE 77' }],
    ['Monsieur', { name: 'Monsieur', structure: '' }],
    ['Maëlle Roy', { name: 'Maëlle Roy', structure: '' }],
    ['Paul Henri, directeur, Mission locale', { name: 'Paul Henri', structure: 'Mission locale', function: 'directeur' }],
    ['Paul Henri, Mission locale, Directeur adjoint', { name: 'Paul Henri', structure: 'Mission locale', function: 'Directeur adjoint' }],
    ['Paul Henri (chargé·e de mission), Mairie', { name: 'Paul Henri', structure: 'Mairie', function: 'chargé·e de mission' }],
    ['Paul Henri, vice-président', { name: 'Paul Henri', structure: '', function: 'vice-président' }],
    ['Paul Henri (Mairie, service social)', { name: 'Paul Henri', structure: 'Mairie, service social' }],
    ['(Mairie)', { name: '(Mairie)', structure: '' }],
  ])('D1 %j is read without how somebody is addressed, with brackets and a function understood', (line, named) => {
    expect(namedIn(line)).toEqual(named);
  });

  it('D1 a function in a table is one, under its heading or by its word, and no part of the name', () => {
    const paul = { name: 'Paul Henri', structure: 'Mairie', function: 'Cheffe de projet' };
    expect(namedInRows([['M. Paul Henri', 'Cheffe de projet', 'Mairie']])).toEqual([paul]);
    expect(
      namedInRows([
        ['Civilité', 'Prénom', 'Nom', 'Fonction', 'Structure'],
        ['M.', 'Paul', 'Henri', 'Cheffe de projet', 'Mairie'],
      ]),
    ).toEqual([paul]);
  });

  it('D1 keeps the function of somebody new', () => {
    const choices = read('Inès Petit, présidente, Mairie').map(({ choices: [first] }) => first);
    expect(choices).toEqual([somebody({ personName: 'Inès Petit', personFunction: 'présidente', organisationName: 'Mairie' })]);
    const { accompaniment: joined } = documentAfter(
      [{ name: 'session.participants', args: { sessionId, people: choices } }],
      begun,
      context,
    );
    expect(Object.values(joined.people).map(({ name, function: said }) => [name, said])).toContainEqual(['Inès Petit', 'présidente']);
  });

  it.each(['Mehdi Traore', 'MEHDI TRAORÉ', 'M. Mehdi Traoré (Relais du Val)'])('D1 %j is somebody known, without a doubt', (line) => {
    expect(read(line)).toMatchObject([{ choices: [mehdiHimself], doubt: null }]);
  });

  it.each(['Medhi Traoré', 'Mehdi Traor', 'Mehdi Traorée', 'Mehdy Traoré', 'TRAORÉ Mehdi', 'Medhi Traoré, Mairie'])(
    'D1 %j is nearly the name of somebody known, and asked about',
    (line) => {
      const [one] = read(line);
      expect(one).toMatchObject({ doubt: 'nearly' });
      expect(one?.choices.map(({ personId }) => personId)).toEqual([mehdi.id, null]);
    },
  );

  it.each([
    ['meh', [mehdi.id]],
    ['Traor', [mehdi.id]],
    ['meh, Relais du Val', [mehdi.id]],
    ['Jean', [martin.id, otherMartin.id]],
  ])('D1 %j begins known names, and never makes somebody new without a question', (line, ids) => {
    const [one] = read(line);
    expect(one?.doubt).not.toBeNull();
    expect(one?.choices.map(({ personId }) => personId)).toEqual([...ids, null]);
  });

  it('D1 neither another number, nor a beginning of another structure, nor a short name is a doubt', () => {
    const numbered = add('people', { name: 'Personne 12', organisationId: null });
    const short = add('people', { name: 'Léa', organisationId: null });
    const held = peopleBook({ ...accompaniment, people: rows(mehdi, numbered, short) as never }, sessionId); // records as the commands make them
    for (const line of ['Personne 1', 'Personne 13', 'Leo', 'meh, Mairie', 'Traorés Mehdi'])
      expect(readPeople([namedIn(line)], held)).toMatchObject([{ doubt: null, choices: [{ personId: null }] }]);
  });

  it('D1 asks about a structure that is a letter away from a known one', () => {
    expect(read('Inès Petit, Relai du Val')).toMatchObject([
      { doubt: 'alike', choices: [{ organisationId: made.relais.id }, { organisationName: 'Relai du Val' }] },
    ]);
  });

  it('D1 knows who is at the session already', () => {
    const { accompaniment: joined } = documentAfter(
      [{ name: 'session.participants', args: { sessionId, people: [somebody({ personName: 'Inès Petit' })] } }],
      begun,
      context,
    );
    const now = peopleBook(joined, sessionId);

    expect(readPeople([namedIn('Inès Petit'), namedIn('Nadia Brunel')], now).map(({ choices }) => isThere(now, choices[0]))).toEqual([
      true,
      false,
    ]);
    expect(isThere(peopleBook(joined, 'another'), somebody({ personId: firstId(joined.people) }))).toBe(false);
  });

  it('D1 every choice of whatever is read can be taken, and is in doubt only where there is a choice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 80 }), fc.constantFrom('', 'Relais du Val', 'relais du vàl', 'Mairie', 'mairié')), {
          minLength: 1,
          maxLength: 6,
        }),
        (cells) => {
          const named = namedInRows(cells);
          const reads = readPeople(named, peopleBook(begun.accompaniment, sessionId));
          const people = reads.map(({ choices }) => choices[0]);
          if (people.length === 0) return;
          const planned = planCommand(begun, { name: 'session.participants', args: { sessionId, people } }, context);

          expect(planned.ok).toBe(true);
          expect(reads.every(({ choices, doubt }) => (doubt === null) === (choices.length === 1))).toBe(true);
        },
      ),
    );
  });
});
