// French names of what was done, for undo, redo and the history.
import type { StepLabel } from '../../commands/step.ts';
import { isTableName } from '../../tables/tables.ts';
import { tables } from './tables.ts';

/** @returns a step in a few words (`temps passé « Compte rendu »`). */
export function stepName(label: StepLabel): string {
  const named = label.title === '' ? '' : ` «\u202f${label.title}\u202f»`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && isTableName(label.table) ? tables[label.table].one : 'élément';
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
  'session.copy': 'copie de la séance',
  'session.participant': 'ajout à la séance',
  'session.outcomes': 'décisions et actions collées',
  'session.time': 'temps de la séance',
  'organisation.add': 'nouvelle structure',
  'envelope.allocate': 'répartition des jours',
  'gate.pass': 'validation du jalon',
  'gate.reopen': 'réouverture du jalon',
  'file.reseal': 'protection du fichier',
  'backup.restore': 'rétablissement d’une copie',
};
