// French words of what happens in a session: what its records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const sessions = {
  one: 'séance',
  many: 'Séances',
  fields: {
    date: 'Date',
    startsAt: 'Début',
    endsAt: 'Fin',
    mode: 'Modalité',
    place: 'Lieu',
    link: 'Lien',
    phaseId: 'Phase',
    status: 'État',
    title: 'Intitulé',
    purpose: 'Objet',
    account: 'Relevé',
    nextOn: 'Prochaine date',
    nextAt: 'Prochaine heure',
    givenTo: 'Remis à',
    remarksBy: 'Remarques avant le',
    enteredAt: 'Saisie le',
    number: 'Numéro',
    level: 'Qui peut lire',
  },
  choices: {
    mode: { onsite: 'Sur place', remote: 'À distance', hybrid: 'Sur place et à distance', phone: 'Par téléphone' },
    status: { planned: 'prévue', held: 'tenue', cancelled: 'annulée' },
    level: readers,
  },
  late: {
    unsaid: {
      why: (date: string) => `prévue le ${date}, pas encore notée comme tenue`,
      first: (title: string, days: string) =>
        `La séance «\u202f${title}\u202f» était prévue il y a ${days}\u202f: dites si elle a eu lieu.`,
    },
  },
} satisfies TableTexts<'sessions'>;

export const agendaItems = {
  one: 'point de l’ordre du jour',
  many: 'Points de l’ordre du jour',
  fields: {
    sessionId: 'Séance',
    order: 'Rang',
    title: 'Intitulé',
    minutes: 'Durée',
  },
  choices: {},
} satisfies TableTexts<'agendaItems'>;

const presence = { none: 'pas attendu·e', present: 'présent·e', excused: 'excusé·e', absent: 'absent·e' };

export const attendances = {
  one: 'présence',
  many: 'Présences',
  fields: {
    sessionId: 'Séance',
    personId: 'Personne',
    morning: 'Matin',
    afternoon: 'Après-midi',
    note: 'Note',
  },
  choices: {
    morning: presence,
    afternoon: presence,
  },
} satisfies TableTexts<'attendances'>;

export const decisions = {
  one: 'décision',
  many: 'Décisions',
  fields: {
    sessionId: 'Séance',
    order: 'Rang',
    title: 'Intitulé',
    adoption: 'Adoption',
    number: 'Numéro',
  },
  choices: {},
} satisfies TableTexts<'decisions'>;

export const actions = {
  one: 'action',
  many: 'Actions',
  fields: {
    sessionId: 'Séance',
    order: 'Rang',
    title: 'Intitulé',
    personId: 'Personne',
    organisationId: 'Structure',
    dueOn: 'Échéance',
    doneOn: 'Faite le',
    status: 'État',
  },
  choices: {
    status: { open: 'à faire', done: 'faite', dropped: 'abandonnée' },
  },
  late: {
    due: {
      why: (date: string) => `à faire pour le ${date}`,
      first: (title: string, days: string) => `«\u202f${title}\u202f» était à faire il y a ${days}\u202f: relancez, ou changez sa date.`,
    },
  },
} satisfies TableTexts<'actions'>;

export const disagreements = {
  one: 'désaccord',
  many: 'Désaccords',
  fields: {
    sessionId: 'Séance',
    order: 'Rang',
    title: 'Intitulé',
    agreed: 'Convenu',
    reviewOn: 'À revoir le',
    level: 'Qui peut lire',
  },
  choices: { level: readers },
} satisfies TableTexts<'disagreements'>;

export const positions = {
  one: 'position',
  many: 'Positions dans les désaccords',
  fields: {
    disagreementId: 'Désaccord',
    order: 'Rang',
    organisationId: 'Structure',
    statement: 'Position',
  },
  choices: {},
} satisfies TableTexts<'positions'>;
