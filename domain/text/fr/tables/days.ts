// French words of the funded days: what their records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';

export const envelopes = {
  one: 'enveloppe',
  many: 'Enveloppes de jours',
  fields: {
    funder: 'Financeur',
    contract: 'Convention',
    grantedMinutes: 'Temps accordé',
    minutesPerDay: 'Minutes par jour',
    startsOn: 'Début prévu',
    endsOn: 'Fin prévue',
    openingMinutes: 'Déjà consommé',
    dayRateCents: 'Prix du jour, en centimes',
    overrun: 'Dépassement',
    note: 'Note',
  },
  choices: {
    overrun: { warn: 'prévenir', justify: 'demander une justification', refuse: 'refuser la saisie' },
  },
} satisfies TableTexts<'envelopes'>;

export const amendments = {
  one: 'avenant',
  many: 'Avenants',
  fields: {
    envelopeId: 'Enveloppe',
    on: 'Date',
    minutes: 'Temps ajouté ou retiré',
    reason: 'Objet',
    enteredAt: 'Saisi le',
  },
  choices: {},
} satisfies TableTexts<'amendments'>;

export const allocations = {
  one: 'part d’enveloppe',
  many: 'Répartition des jours',
  fields: {
    envelopeId: 'Enveloppe',
    phaseId: 'Phase',
    kindId: 'Nature',
    minutes: 'Part',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'allocations'>;

export const kinds = {
  one: 'nature d’intervention',
  many: 'Natures d’intervention',
  fields: {
    order: 'Rang',
    title: 'Intitulé',
    code: 'Sorte',
    isEligible: 'Éligible',
  },
  choices: {
    code: {
      face: 'Face à face',
      preparation: 'Préparation',
      writing: 'Rédaction',
      travel: 'Déplacement',
      coordination: 'Coordination',
      other: 'Autre',
    },
  },
} satisfies TableTexts<'kinds'>;

export const timeEntries = {
  one: 'temps passé',
  many: 'Temps passé',
  fields: {
    date: 'Date',
    minutes: 'Durée',
    kindId: 'Nature',
    status: 'État',
    envelopeId: 'Enveloppe',
    phaseId: 'Phase',
    sessionId: 'Séance',
    personId: 'Personne',
    note: 'Commentaire',
    justification: 'Justification',
    enteredAt: 'Saisi le',
  },
  choices: {
    status: { done: 'fait', planned: 'prévu' },
  },
} satisfies TableTexts<'timeEntries'>;
