// French names of what was done, for undo, redo and the history.
import type { StepLabel, TimeTold } from '../../commands/step.ts';
import { formatDate } from '../../format/dates.ts';
import { formatDays, formatHours } from '../../format/durations.ts';
import { isTableName } from '../../tables/tables.ts';
import { minutes } from '../../units.ts';
import { tables } from './tables.ts';

/** @returns a step in a few words (`modification, phase « Diagnostic »`; `ajout, temps passé 0,25 j du 19 mai`). */
export function stepName(label: StepLabel): string {
  const quoted = label.title === '' ? '' : ` «\u202f${label.title}\u202f»`;
  const named = label.time === undefined ? quoted : ` ${timeTold(label.time)}`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && isTableName(label.table) ? tables[label.table].one : 'élément';
  const verb = VERBS[label.command] ?? 'modification';
  return `${verb}, ${thing}${named}`;
}

function timeTold({ minutes: length, minutesPerDay, date }: TimeTold): string {
  const told = minutesPerDay === null ? formatHours(minutes(length), 'fr') : formatDays(length / minutesPerDay, 'fr');
  return `${told} du ${formatDate(date, 'plain', 'fr')}`;
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
  'session.participants': 'ajout à la séance',
  'session.participant': 'ajout à la séance', // in files of earlier versions
  'session.present': 'toutes et tous présents',
  'session.outcomes': 'décisions et actions collées',
  'session.time': 'temps de la séance',
  'organisation.add': 'nouvelle structure',
  'envelope.allocate': 'répartition des jours',
  'gate.pass': 'validation du jalon',
  'gate.reopen': 'réouverture du jalon',
  'file.reseal': 'protection du fichier',
  'backup.restore': 'rétablissement d’une copie',
};
