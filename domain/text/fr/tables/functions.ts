// French words of the functions.
import type { RegisterWords, TableTexts } from '../../table-texts.ts';

export const functions = {
  one: 'fonction',
  many: 'Fonctions',
  fields: {
    duty: 'Fonction',
    title: 'Intitulé',
    personId: 'Qui',
    organisationId: 'Structure',
    isInTurns: 'À tour de rôle',
    startsOn: 'Depuis le',
    endsOn: 'Jusqu’au',
    note: 'Note',
  },
  choices: {
    duty: {
      leadership: 'portage',
      animation: 'animation',
      coordination: 'coordination',
      time: 'gestion du temps',
      notes: 'prise de notes',
      other: 'autre fonction',
    },
  },
  register: {
    about:
      'Qui porte, anime ou coordonne, qui tient le temps et les notes, et jusqu’à quand. Une fonction tournante a une ligne par personne (source\u202f: France Active, «\u202fAssociation et coopération\u202f»).',
    emptyTitle: 'Aucune fonction confiée',
    add: 'Confier une fonction',
    keep: 'Garder la fonction',
    remove: 'Retirer la fonction',
    removed: (title: string) => `Fonction retirée\u202f: ${title}`,
    moreOf: (title: string) => `Autres actions, fonction ${title}`,
  },
} satisfies TableTexts<'functions'> & { readonly register: RegisterWords };
