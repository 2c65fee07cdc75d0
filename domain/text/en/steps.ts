// English names of what was done, for undo, redo and the history.
import type { StepLabel } from '../../commands/step.ts';
import type { TableName } from '../../tables/tables.ts';
import type { Catalogue } from '../fr.ts';

/** @returns a step in a few words (`time spent “Report”`). */
export function stepName(label: StepLabel): string {
  const named = label.title === '' ? '' : ` “${label.title}”`;
  const act = ACTS[label.command];
  if (act !== undefined) return `${act}${named}`;
  const thing = label.table !== null && Object.hasOwn(things, label.table) ? things[label.table as TableName] : 'item'; // checked just before
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
  'session.participant': 'participant',
  'session.time': 'time of a session',
  'organisation.add': 'new organisation',
  'envelope.allocate': 'sharing out of the days',
  'gate.pass': 'passing of the gate',
  'gate.reopen': 'reopening of the gate',
  'file.reseal': 'protection of the file',
  'backup.restore': 'restoring of a backup',
};

/** What the records of each table are called. */
export const things: Catalogue['things'] = {
  mission: 'mission frame',
  phases: 'phase',
  steps: 'step',
  criteria: 'criterion',
  deliverables: 'deliverable',
  gates: 'gate',
  tools: 'tool handed over',
  followUps: 'follow-up',
  organisations: 'organisation',
  people: 'person',
  circleMoves: 'move between circles',
  mandates: 'mandate',
  portrait: 'portrait of the collective',
  sessions: 'session',
  agendaItems: 'agenda item',
  attendances: 'attendance',
  decisions: 'decision',
  actions: 'action',
  disagreements: 'disagreement',
  positions: 'position',
  envelopes: 'envelope',
  amendments: 'amendment',
  allocations: 'share of an envelope',
  kinds: 'kind of work',
  timeEntries: 'time spent',
  attachments: 'attachment',
  speakingTimes: 'speaking time',
  trustMarks: 'trust mark',
  privateNotes: 'confidential note',
  profile: 'profile',
};
