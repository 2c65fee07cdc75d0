// English words of every table: what its records, its fields and their values are called.
import type { TableName } from '../../tables/tables.ts';
import type { TableTexts } from '../table-texts.ts';
import { attachments } from './tables/attachments.ts';
import { circleMoves, mandates, organisations, people, portrait } from './tables/collective.ts';
import { commitments } from './tables/commitments.ts';
import { documents, recipients } from './tables/documents.ts';
import { functions } from './tables/functions.ts';
import { logos } from './tables/logos.ts';
import { allocations, amendments, envelopes, kinds, timeEntries } from './tables/days.ts';
import { criteria, deliverables, followUps, gates, mission, phases, steps, tools } from './tables/mission.ts';
import { privateConflicts, privateNotes, profile, speakingTimes, trustMarks } from './tables/private.ts';
import { actions, agendaItems, attendances, decisions, disagreements, positions, sessions } from './tables/sessions.ts';

export const tables = {
  mission,
  phases,
  steps,
  criteria,
  deliverables,
  gates,
  tools,
  followUps,
  organisations,
  people,
  circleMoves,
  mandates,
  portrait,
  sessions,
  agendaItems,
  attendances,
  decisions,
  actions,
  commitments,
  functions,
  disagreements,
  positions,
  envelopes,
  amendments,
  allocations,
  kinds,
  timeEntries,
  attachments,
  logos,
  documents,
  recipients,
  speakingTimes,
  trustMarks,
  privateNotes,
  privateConflicts,
  profile,
} satisfies { readonly [T in TableName]: TableTexts<T> };
