// English names of what was done, for undo, redo and the history.
import type { StepLabel, TimeTold } from '../../commands/step.ts';
import { formatDate } from '../../format/dates.ts';
import { formatDays, formatHours } from '../../format/durations.ts';
import { isTableName } from '../../tables/tables.ts';
import { minutes } from '../../units.ts';
import { tables } from './tables.ts';

/** @returns a step in a few words (`change, phase “Diagnostic”`; `addition, time spent 0.25 d of 19 May`). */
export function stepName(label: StepLabel): string {
  const quoted = label.title === '' ? '' : ` “${label.title}”`;
  const named = label.time === undefined ? quoted : ` ${timeTold(label.time)}`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && isTableName(label.table) ? tables[label.table].one : 'item';
  const verb = VERBS[label.command] ?? 'change';
  return `${verb}, ${thing}${named}`;
}

function timeTold({ minutes: length, minutesPerDay, date }: TimeTold): string {
  const told = minutesPerDay === null ? formatHours(minutes(length), 'en') : formatDays(length / minutesPerDay, 'en');
  return `${told} of ${formatDate(date, 'plain', 'en')}`;
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
  'session.participants': 'participants',
  'session.participant': 'participant', // in files of earlier versions
  'session.present': 'everybody present',
  'session.outcomes': 'pasted decisions and actions',
  'session.time': 'time of a session',
  'organisation.add': 'new organisation',
  'envelope.allocate': 'sharing out of the days',
  'gate.pass': 'passing of the gate',
  'gate.reopen': 'reopening of the gate',
  'file.reseal': 'protection of the file',
  'backup.restore': 'restoring of a backup',
};
