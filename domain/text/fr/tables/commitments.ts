// French words of the commitments.
import type { RegisterWords, TableTexts } from '../../table-texts.ts';

export const commitments = {
  one: 'engagement',
  many: 'Engagements',
  fields: {
    what: 'Quoi',
    personId: 'Qui',
    organisationId: 'Structure',
    decisionId: 'Décision',
    objective: 'Objectif',
    askedOn: 'Demandé le',
    acceptedOn: 'Accepté le',
    dueOn: 'Échéance',
    state: 'État',
    settledOn: 'Constaté le',
    settledById: 'Constaté par',
    note: 'Note',
  },
  choices: { state: { asked: 'demandé', accepted: 'accepté', kept: 'tenu', changed: 'changé', dropped: 'abandonné' } },
  late: {
    unanswered: {
      why: (date: string) => `demandé pour le ${date}, pas encore accepté`,
      first: (title: string, days: string) =>
        `«\u202f${title}\u202f» devait être tenu il y a ${days} et n’est pas encore accepté\u202f: demandez une réponse.`,
    },
    due: {
      why: (date: string) => `à tenir pour le ${date}`,
      first: (title: string, days: string) =>
        `«\u202f${title}\u202f» devait être tenu il y a ${days}\u202f: demandez où cela en est, et notez-le.`,
    },
  },
  register: {
    about:
      'Qui fait quoi, pour quand, et pour quelle décision. Demandé puis accepté, un engagement noté ici sert de référence quand les souvenirs divergent (source\u202f: Inser’Eco93, facteurs clés du succès).',
    emptyTitle: 'Aucun engagement',
    add: 'Noter un engagement',
    keep: 'Enregistrer',
    remove: 'Retirer l’engagement',
    removed: (title: string) => `Engagement retiré\u202f: ${title}`,
    moreOf: (title: string) => `Autres actions, engagement ${title}`,
  },
} satisfies TableTexts<'commitments'> & { readonly register: RegisterWords };
