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
      leadership: 'Portage de la démarche',
      animation: 'Animation',
      coordination: 'Coordination',
      time: 'Gestion du temps en séance',
      notes: 'Prise de notes',
      other: 'Autre fonction',
    },
  },
  register: {
    about:
      'Qui porte la démarche, l’anime ou la coordonne, qui veille au temps, qui prend les notes, et jusqu’à quand. Une fonction tenue à tour de rôle a une ligne par personne (source\u202f: France Active, guide «\u202fAssociation et coopération\u202f»).',
    emptyTitle: 'Aucune fonction',
    add: 'Noter une fonction',
    keep: 'Enregistrer',
    remove: 'Supprimer la fonction',
    removed: (title: string) => `Fonction supprimée\u202f: ${title}`,
    moreOf: (title: string) => `Autres actions, fonction ${title}`,
  },
} satisfies TableTexts<'functions'> & { readonly register: RegisterWords };
