// French names of what was done, for undo, redo and the history.
import type { StepLabel } from '../../commands/step.ts';
import type { TableName } from '../../tables/tables.ts';

/** @returns a step in a few words (`temps passé « Compte rendu »`). */
export function stepName(label: StepLabel): string {
  const named = label.title === '' ? '' : ` «\u202f${label.title}\u202f»`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && Object.hasOwn(things, label.table) ? things[label.table as TableName] : 'élément'; // checked just before
  const verb = VERBS[label.command] ?? 'modification';
  return `${verb}, ${thing}${named}`;
}

const VERBS: Readonly<Record<string, string>> = {
  'record.create': 'ajout',
  'record.update': 'modification',
  'record.remove': 'suppression',
  'record.move': 'déplacement',
};

const ACTS: Readonly<Record<string, string>> = {
  'accompaniment.start': 'création de l’accompagnement',
  'session.create': 'nouvelle séance',
  'session.participant': 'participant',
  'session.time': 'temps de séance',
  'organisation.add': 'nouvelle structure',
  'envelope.allocate': 'répartition des jours',
  'gate.pass': 'passage du jalon',
  'gate.reopen': 'réouverture du jalon',
  'file.reseal': 'protection du fichier',
  'backup.restore': 'rétablissement d’une copie',
};

/** What the records of each table are called. */
export const things: Readonly<Record<TableName, string>> = {
  mission: 'cadre de la mission',
  phases: 'phase',
  steps: 'étape',
  criteria: 'critère',
  deliverables: 'production',
  gates: 'jalon',
  tools: 'outil transmis',
  followUps: 'rendez-vous de suivi',
  organisations: 'structure',
  people: 'personne',
  circleMoves: 'mouvement de cercle',
  mandates: 'mandat',
  portrait: 'portrait du collectif',
  sessions: 'séance',
  agendaItems: 'point de l’ordre du jour',
  attendances: 'présence',
  decisions: 'décision',
  actions: 'action',
  disagreements: 'désaccord',
  positions: 'position',
  envelopes: 'enveloppe',
  amendments: 'avenant',
  allocations: 'part d’enveloppe',
  kinds: 'nature d’intervention',
  timeEntries: 'temps passé',
  attachments: 'pièce jointe',
  speakingTimes: 'temps de parole',
  trustMarks: 'repère de confiance',
  privateNotes: 'note confidentielle',
  profile: 'profil',
};
