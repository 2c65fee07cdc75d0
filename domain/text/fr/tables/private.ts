// French words of what never leaves the hands of the accompanist: the desk, the notebook and the personal file.
import type { TableTexts } from '../../table-texts.ts';
import { mission } from './mission.ts';

export const speakingTimes = {
  one: 'temps de parole',
  many: 'Temps de parole',
  fields: {
    sessionId: 'Séance',
    organisationId: 'Structure',
    minutes: 'Durée',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'speakingTimes'>;

export const trustMarks = {
  one: 'repère de confiance',
  many: 'Repères de confiance',
  fields: {
    organisationId: 'Structure',
    on: 'Date',
    level: 'Confiance, de 1 à 5',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'trustMarks'>;

export const privateNotes = {
  one: 'note confidentielle',
  many: 'Notes confidentielles',
  fields: {
    box: 'Contenu chiffré',
  },
  choices: {},
} satisfies TableTexts<'privateNotes'>;

export const privateConflicts = {
  one: 'tension confidentielle',
  many: 'Tensions confidentielles',
  fields: {
    box: 'Contenu chiffré',
  },
  choices: {},
} satisfies TableTexts<'privateConflicts'>;

export const profile = {
  one: 'profil',
  many: 'Profil',
  fields: {
    name: 'Nom',
    function: 'Fonction',
    organisation: 'Structure',
    letterhead: 'Coordonnées en tête',
    logo: 'Logo',
    email: 'Courriel',
    minutesPerDay: 'Minutes par jour',
    scheme: 'Dispositif',
  },
  choices: {
    scheme: mission.choices.scheme,
  },
} satisfies TableTexts<'profile'>;
