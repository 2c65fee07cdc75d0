// D1: who and when are read in the line of an action; everything else of it stays as it was typed.
import { emptyDocument } from '@domain/document.ts';
import { mentionOf, ownersBeginning, ownersIn } from '@domain/session/owners.ts';
import { type ActionLine, readActionLine } from '@domain/session/read-action-line.ts';
import type { Locale } from '@domain/text/locale.ts';
import { calendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecord } from '@domain/commands/record-commands.ts';
import { testContext } from '../../../support/context.ts';

/** A Thursday. */
const TODAY = calendarDate('2026-04-02');
const OWNERS = ownersIn(collective(), TODAY);

function collective() {
  const document = emptyDocument('accompaniment');
  const context = testContext();
  const organisation = (id: string, name: string, shortName = '') => ({
    ...newRecord(document, 'organisations', { name, shortName }, context),
    id,
  });
  const person = (id: string, name: string, organisationId: string | null) => ({
    ...newRecord(document, 'people', { name, organisationId }, context),
    id,
  });
  const rows = <R extends { readonly id: string }>(all: readonly R[]): Readonly<Record<string, R>> =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  const left = { ...newRecord(document, 'circleMoves', { organisationId: 'loin', on: '2026-03-01', circle: 'left' }, context), id: 'move' };
  return {
    organisations: rows([
      organisation('relais', 'Relais du Val'),
      organisation('ge', 'Groupement d’employeurs 77', 'GE 77'),
      organisation('loin', 'La Lointaine'),
    ]),
    people: rows([
      person('mehdi', 'Mehdi Traoré', 'relais'),
      person('marie-d', 'Marie Dupont', 'relais'),
      person('marie-l', 'Marie Leroy', 'ge'),
      person('jc', 'Jean-Claude Roy', 'ge'),
      person('eloise', 'Éloïse Petit', null),
      person('martin-1', 'Jean Martin', 'relais'),
      person('martin-2', 'Jean Martin', 'ge'),
      person('partie', 'Paula Loin', 'loin'),
    ]),
    circleMoves: rows([left]),
  } as unknown as Parameters<typeof ownersIn>[0]; // records as the commands make them, with ids that can be read
}

function read(typed: string, locale: Locale = 'fr'): ActionLine {
  return readActionLine(typed, { owners: OWNERS, today: TODAY, locale });
}

function short(typed: string, locale: Locale = 'fr'): readonly [string, string | null, string | null] {
  const { title, owner, dueOn } = read(typed, locale);
  return [title, owner?.id ?? null, dueOn];
}

describe('who and when in the line of an action', () => {
  it.each([
    ['Envoyer la grille @Mehdi 16/04', 'Envoyer la grille', 'mehdi', '2026-04-16'],
    ['Envoyer la grille 16/04 @Mehdi', 'Envoyer la grille', 'mehdi', '2026-04-16'],
    ['@Mehdi 16/04 Envoyer la grille', 'Envoyer la grille', 'mehdi', '2026-04-16'],
    ['@Mehdi : envoyer la grille, pour le 16/04', 'envoyer la grille', 'mehdi', '2026-04-16'],
    ['@mehdi traore envoyer  la grille', 'envoyer  la grille', 'mehdi', null],
    ['Envoyer la grille @TRAORÉ avant vendredi', 'Envoyer la grille', 'mehdi', '2026-04-03'],
    ['Appeler @eloise +7', 'Appeler', 'eloise', '2026-04-09'],
    ['Relire @Jean-Claude, au plus tard le vendredi 17 avril 2026.', 'Relire', 'jc', '2026-04-17'],
    ['Relire @jean claude', 'Relire', 'jc', null],
    ['Chiffrer le transport @Relais du Val d’ici le 30/04', 'Chiffrer le transport', 'relais', '2026-04-30'],
    ['Chiffrer le transport @relais', 'Chiffrer le transport', 'relais', null],
    ['Chiffrer @ge 77 dans 2 semaines', 'Chiffrer', 'ge', '2026-04-16'],
    ['Convoquer @Jean Martin, GE 77 24/04', 'Convoquer', 'martin-2', '2026-04-24'],
    ['Convoquer le groupe vendredi prochain', 'Convoquer le groupe', null, '2026-04-03'],
    ['Convoquer le groupe demain', 'Convoquer le groupe', null, '2026-04-03'],
    ['Convoquer le groupe avant le 16', 'Convoquer le groupe', null, '2026-04-16'],
    ['Convoquer le groupe 1er juin', 'Convoquer le groupe', null, '2026-06-01'],
    ['Convoquer le groupe 2026-06-01', 'Convoquer le groupe', null, '2026-06-01'],
  ])('reads “%s”', (typed, title, owner, dueOn) => {
    expect(short(typed)).toEqual([title, owner, dueOn]);
  });

  it.each([
    ['Send the grid @Mehdi by Friday', 'Send the grid', 'mehdi', '2026-04-03'],
    ['Send the grid by April 16', 'Send the grid', null, '2026-04-16'],
    ['Send the grid on 16 April', 'Send the grid', null, '2026-04-16'],
    ['Send the minutes of 16/04', 'Send the minutes of 16/04', null, null],
  ])('reads “%s” in English', (typed, title, owner, dueOn) => {
    expect(short(typed, 'en')).toEqual([title, owner, dueOn]);
  });

  it.each([
    'Envoyer le compte rendu du 16/04',
    'Envoyer le compte rendu du vendredi 16 avril',
    'Se voir entre le 10/04 et le 16/04',
    'Relire l’annexe 2',
    'Relire la version 1.2',
    'Relire le 2',
    'Remplir les 3/4',
    'Louer une salle 1/2',
    'Ouvrir le lundi',
    'Aller à la mer',
    'Préparer le jeu',
    'Reprendre ce qui a été dit hier',
    'Penser les métiers de demain',
    'Payer la facture 010626',
    'Bilan 2025',
    'Budget mars 26',
    'Écrire à mehdi@relais.example',
    'Voir @ 16 h',
  ])('leaves “%s” alone', (typed) => {
    expect(short(typed)).toEqual([typed, null, null]);
  });

  it('leaves in the text a name that nobody has, and says it', () => {
    expect(read('Envoyer la grille @Mehdy 16/04')).toMatchObject({
      title: 'Envoyer la grille @Mehdy',
      owner: null,
      dueOn: '2026-04-16',
      namesLeft: [{ why: 'unknown', name: 'Mehdy' }],
    });
    expect(read('Voir cela avec @Mehdi Curie demain')).toMatchObject({ owner: null, namesLeft: [{ why: 'unknown', name: 'Mehdi Curie' }] });
  });

  it('leaves in the text a name that several have, and says whose it is', () => {
    const { title, owner, namesLeft } = read('Envoyer la grille @Marie');

    expect([title, owner]).toEqual(['Envoyer la grille @Marie', null]);
    expect(namesLeft).toMatchObject([{ why: 'ambiguous', name: 'Marie', among: [{ id: 'marie-d' }, { id: 'marie-l' }] }]);
    expect(read('Convoquer @Jean Martin').namesLeft).toMatchObject([{ why: 'ambiguous' }]);
  });

  it('takes the first of two who are named, and leaves the other in the text', () => {
    expect(read('Envoyer la grille @Mehdi @Éloïse')).toMatchObject({
      title: 'Envoyer la grille @Éloïse',
      owner: { id: 'mehdi' },
      namesLeft: [{ why: 'second', name: 'Éloïse' }],
    });
  });

  it('says that a day does not exist, and leaves it in the text', () => {
    expect(read('Envoyer la grille @Mehdi 31/04')).toMatchObject({
      title: 'Envoyer la grille 31/04',
      dueOn: null,
      noDay: { code: 'date-impossible' },
    });
    expect(read('Envoyer la grille vendredi 16/04/2026')).toMatchObject({ dueOn: null, noDay: { code: 'date-other-weekday' } });
  });

  it('takes somebody whose structure has left, and says so', () => {
    expect(read('Rendre les clés @Paula').owner).toMatchObject({ id: 'partie', hasLeft: true });
    expect(read('Rendre les clés @Mehdi').owner).toMatchObject({ hasLeft: false });
  });

  it('keeps the text where nothing but who and when was typed', () => {
    expect(short('@Mehdi 16/04')).toEqual(['@Mehdi 16/04', 'mehdi', '2026-04-16']);
  });

  it('D1 a weekday without a date is the next one after the session, never its own day', () => {
    const on = (typed: string): string | null =>
      readActionLine(typed, { owners: OWNERS, today: calendarDate('2026-03-23'), locale: 'fr' }).dueOn; // a Monday
    expect(on('Relire la charte vendredi')).toBe('2026-03-27');
    expect(on('Relire la charte lundi')).toBe('2026-03-30');
    expect(on('Relire la charte demain')).toBe('2026-03-24');
    expect(on('Relire la charte dans 2 semaines')).toBe('2026-04-06');
  });

  it.each([
    ['Relire la charte fin juin', '2026-06-30'],
    ['Relire la charte pour fin juin', '2026-06-30'],
    ['Relire la charte, d’ici la fin juin', '2026-06-30'],
    ['Relire la charte mi-mai', '2026-05-15'],
    ['Relire la charte fin février 2027', '2027-02-28'],
    ['Relire la charte fin de mois', '2026-04-30'],
    ['Relire la charte avant la fin du mois', '2026-04-30'],
  ])('D1 reads the part of a month in “%s”', (typed, dueOn) => {
    expect(short(typed)).toEqual(['Relire la charte', null, dueOn]);
  });

  it.each([
    'Préparer le bilan de fin juin',
    'Fêter la fin mai',
    'Organiser la fin du mois',
    'Lire le mot fin',
    'Relire fin prêt',
    'Finir mi temps',
  ])('D1 leaves “%s” alone, where the part of a month is a part of the text', (typed) => {
    expect(short(typed)).toEqual([typed, null, null]);
  });

  it('reads a year that is left out near the session', () => {
    const near = calendarDate('2025-02-10');

    expect(readActionLine('Relire 16/04', { owners: OWNERS, today: TODAY, locale: 'fr', near }).dueOn).toBe('2025-04-16');
  });

  it('never changes a text without `@` and without a day at its end', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, (typed) => {
        fc.pre(!typed.includes('@') && read(typed).dueOn === null);
        expect(read(typed)).toEqual({ title: typed, owner: null, dueOn: null, namesLeft: [], noDay: read(typed).noDay });
      }),
    );
    const plain = fc.array(fc.constantFrom('Envoyer', 'la', 'grille', 'de', 'coûts', 'le', '2', '15', 'version', '1.2', 'mer'), {
      maxLength: 10,
    });
    fc.assert(fc.property(plain, (all) => short(all.join(' '))[0] === all.join(' ')));
  });

  it('loses no word: each is in the title, or was who or when', () => {
    const pieces = fc.array(fc.constantFrom('Envoyer', '@Mehdi', '@Marie', '@Nul', 'demain', '16/04', 'du', ':', '31/02'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (all) => {
        const line = read(all.join(' '));
        const lost = all.filter((word) => word !== ':' && !line.title.split(' ').includes(word));
        const explained = [...(line.owner === null ? [] : ['@Mehdi']), ...(line.dueOn === null ? [] : ['demain', '16/04'])];
        expect(lost.filter((word) => !explained.includes(word))).toEqual([]);
      }),
    );
  });
});

describe('who is proposed after `@`', () => {
  it('is whoever has a word or a name that begins so, people first', () => {
    const named = (typed: string): readonly string[] => ownersBeginning(OWNERS, typed).map(({ name }) => name);

    expect(named('ma')).toEqual(['Jean Martin', 'Jean Martin', 'Marie Dupont', 'Marie Leroy']);
    expect(named('relais du v')).toEqual(['Relais du Val']);
    expect(named('ELO')).toEqual(['Éloïse Petit']);
    expect(named('')).toHaveLength(11);
    expect(named('nul')).toEqual([]);
  });

  it('is written so that it is read again', () => {
    for (const owner of OWNERS.all) expect(read(`Faire @${mentionOf(OWNERS, owner)} demain`).owner?.id).toBe(owner.id);
  });
});
