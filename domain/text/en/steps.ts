// English names of what was done, for undo, redo and the history.
import type { StepLabel } from '../../commands/step.ts';
import { isTableName } from '../../tables/tables.ts';
import { tables } from './tables.ts';

/** @returns a step in a few words (`time spent “Report”`). */
export function stepName(label: StepLabel): string {
  const named = label.title === '' ? '' : ` “${label.title}”`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && isTableName(label.table) ? tables[label.table].one : 'item';
  const verb = VERBS[label.command] ?? 'change';
  return `${verb}, ${thing}${named}`;
}

const VERBS: Readonly<Record<string, string>> = {
  'record.create': 'addition',
  'record.update': 'change',
  'record.remove': 'removal',
  'record.move': 'move',
};

const ACTS: Readonly<Record<string, string>> = {
  'accompaniment.start': 'creation of the accompaniment',
  'session.create': 'new session',
  'session.copy': 'copy of the session',
  'session.participant': 'participant',
  'session.outcomes': 'pasted decisions and actions',
  'session.time': 'time of a session',
  'organisation.add': 'new organisation',
  'envelope.allocate': 'sharing out of the days',
  'gate.pass': 'passing of the gate',
  'gate.reopen': 'reopening of the gate',
  'file.reseal': 'protection of the file',
  'backup.restore': 'restoring of a backup',
};
