// French words of the mission and its method: what their records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { levels, readers } from '../levels.ts';

export const mission = {
  one: 'cadre de la mission',
  many: 'Mission',
  fields: {
    title: 'Intitulé',
    scheme: 'Dispositif',
    territory: 'Territoire',
    startsOn: 'Début prévu',
    endsOn: 'Fin prévue',
    commissioner: 'Commanditaire',
    officerId: 'Référent·e',
    need: 'Besoin',
    order: 'Cahier des charges',
    expectedResults: 'Résultats attendus',
    kickOffOn: 'Cadrage à trois',
    isExample: 'Exemple',
    sessionsBefore: 'Séances tenues avant ce fichier',
    inheritedDiagnostic: 'Diagnostic repris',
    closedOn: 'Clôture',
    kickOffNote: 'Convenu au cadrage',
    reportGivenOn: 'Rapport remis',
    circulation: 'Diffusion du rapport',
    circulationAgreedOn: 'Diffusion convenue',
    evidenceCompleteOn: 'Justificatifs complets',
    evidenceUntil: 'Justificatifs à garder jusqu’au',
    disposalOn: 'Notes à effacer le',
    numbersGiven: 'Numéros donnés',
    letterhead: 'Coordonnées en tête',
    level: levels.agreed,
    handedOverBy: 'Remise par',
    handedOverOn: 'Remise le',
  },
  choices: {
    scheme: { dla: 'DLA', coorace: 'Coorace', blank: 'Sans méthode' },
    level: readers,
  },
} satisfies TableTexts<'mission'>;

export const phases = {
  one: 'phase',
  many: 'Phases',
  fields: {
    order: 'Rang',
    title: 'Intitulé',
    objective: 'Objectif',
    methodKey: 'Repère de méthode',
    startsOn: 'Début prévu',
    endsOn: 'Fin prévue',
    startedOn: 'Début réel',
    endedOn: 'Fin réelle',
    status: 'État',
    skipReason: 'Pourquoi elle est sautée',
    synthesis: 'Synthèse',
    means: 'Moyens',
  },
  choices: {
    status: { planned: 'à venir', running: 'en cours', done: 'terminée', skipped: 'sautée' },
  },
  late: {
    start: {
      why: (date: string) => `devait commencer le ${date}`,
      first: (title: string, days: string) =>
        `La phase «\u202f${title}\u202f» devait commencer il y a ${days}\u202f: commencez-la, ou changez ses dates.`,
    },
    end: {
      why: (date: string) => `devait finir le ${date}`,
      first: (title: string, days: string) =>
        `La phase «\u202f${title}\u202f» devait finir il y a ${days}\u202f: terminez-la, ou changez ses dates.`,
    },
  },
} satisfies TableTexts<'phases'>;

export const steps = {
  one: 'étape',
  many: 'Étapes',
  fields: {
    phaseId: 'Phase',
    order: 'Rang',
    title: 'Intitulé',
    methodKey: 'Repère de méthode',
    doneOn: 'Faite le',
    doneById: 'Faite par',
  },
  choices: {},
} satisfies TableTexts<'steps'>;

export const criteria = {
  one: 'critère de sortie',
  many: 'Critères de sortie',
  fields: {
    phaseId: 'Phase',
    order: 'Rang',
    title: 'Intitulé',
    metOn: 'Rempli le',
  },
  choices: {},
} satisfies TableTexts<'criteria'>;

export const deliverables = {
  one: 'production',
  many: 'Productions',
  fields: {
    phaseId: 'Phase',
    order: 'Rang',
    title: 'Intitulé',
    dueOn: 'Échéance',
    handedOverOn: 'Remise le',
  },
  choices: {},
  late: {
    due: {
      why: (date: string) => `à remettre le ${date}`,
      first: (title: string, days: string) =>
        `La production «\u202f${title}\u202f» était à remettre il y a ${days}\u202f: remettez-la, ou changez sa date.`,
    },
  },
} satisfies TableTexts<'deliverables'>;

export const gates = {
  one: 'jalon',
  many: 'Jalons',
  fields: {
    phaseId: 'Phase',
    act: 'Acte',
    on: 'Date',
    byId: 'Par',
    reason: 'Raison',
    enteredAt: 'Saisi le',
  },
  choices: {
    act: { passed: 'validé', reopened: 'rouvert' },
  },
} satisfies TableTexts<'gates'>;

export const tools = {
  one: 'outil transmis',
  many: 'Outils transmis',
  fields: {
    order: 'Rang',
    title: 'Intitulé',
    handedOverOn: 'Transmis le',
    holderId: 'Gardé par',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'tools'>;

export const followUps = {
  one: 'rendez-vous de suivi',
  many: 'Rendez-vous de suivi',
  fields: {
    dueOn: 'Échéance',
    doneOn: 'Tenu le',
    note: 'Note',
  },
  choices: {},
  late: {
    due: {
      why: (date: string) => `prévu le ${date}`,
      first: (title: string, days: string) =>
        `${title === '' ? 'Un rendez-vous de suivi' : `«\u202f${title}\u202f»`} était prévu il y a ${days}\u202f: prenez rendez-vous.`,
    },
  },
} satisfies TableTexts<'followUps'>;
