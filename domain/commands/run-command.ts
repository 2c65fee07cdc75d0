// Runs a command on a document: plans its changes, or says why not. The guards judge them.
import { type Change, type Document, recordOf } from '../document.ts';
import { ok, type Result } from '../result.ts';
import { withNumbers } from '../numbering.ts';
import { type AnyRecord, declarationOf, ownTitle, type RecordOf, tableBehind, type TableName } from '../tables/tables.ts';
import { startAccompaniment } from './accompaniment-commands.ts';
import { cleanCommand } from './clean-command.ts';
import type { Command, CommandName, Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { allocateEnvelope } from './envelope-commands.ts';
import { passGate, reopenGate } from './gate-commands.ts';
import { addOrganisation } from './organisation-commands.ts';
import { withKickOff } from './kick-off.ts';
import { createRecord, moveRecord, removeRecord, updateRecord } from './record-commands.ts';
import { copySession } from './session-copy.ts';
import { addOutcomes, createSession, logSessionTime } from './session-commands.ts';
import { addParticipants, markPresent } from './session-people.ts';
import { shortTitle, type StepLabel, type TimeTold } from './step.ts';

/** A plan of changes; the label is derived from the first of them. */
export type Plan<A> = (document: Document, args: A, context: CommandContext) => Result<readonly Change[]>;
export type Planned = { readonly changes: readonly Change[]; readonly label: StepLabel; readonly isAct: boolean };

const PLANS: { readonly [N in CommandName]: Plan<Commands[N]> } = {
  'record.create': createRecord,
  'record.update': updateRecord,
  'record.remove': removeRecord,
  'record.move': moveRecord,
  'accompaniment.start': startAccompaniment,
  'session.create': createSession,
  'session.copy': copySession,
  'session.participants': addParticipants,
  'session.present': markPresent,
  'session.outcomes': addOutcomes,
  'session.time': logSessionTime,
  'organisation.add': addOrganisation,
  'envelope.allocate': allocateEnvelope,
  'gate.pass': passGate,
  'gate.reopen': reopenGate,
};

/** Acts are not undone but answered by a contrary act. @source promises.md A6 */
const ACTS: readonly CommandName[] = ['gate.pass', 'gate.reopen'];

/**
 * @returns the changes that the command asks for; none if it would change nothing
 * @throws never; refusals are record-missing, table-closed, singleton, gate-*, already-started, reference-held
 */
export function planCommand(document: Document, command: Command, context: CommandContext): Result<Planned> {
  const clean = cleanCommand(command);
  const changes = planOf(document, clean, context);
  if (!changes.ok) return changes;
  const numbered = withNumbers(document, withKickOff(document, changes.value, context.today));
  return ok({ changes: numbered, label: labelOf(document, clean, numbered), isAct: ACTS.includes(command.name) });
}

function planOf<N extends CommandName>(
  document: Document,
  command: { readonly name: N; readonly args: Commands[N] },
  context: CommandContext,
): Result<readonly Change[]> {
  const plan = PLANS[command.name];
  return plan(document, command.args, context);
}

function labelOf(document: Document, command: Command, changes: readonly Change[]): StepLabel {
  const main = changes[0];
  if (main === undefined) return { command: command.name, table: null, title: '' };
  const record = main.after ?? main.before;
  if (record === null) return { command: command.name, table: main.table, title: '' };
  const label = { command: command.name, table: main.table, title: titleOf(document, main.table, record) };
  return main.table === 'timeEntries' ? { ...label, time: timeTold(document, record as RecordOf<'timeEntries'>) } : label;
}

function timeTold({ accompaniment }: Document, { minutes, envelopeId, date }: RecordOf<'timeEntries'>): TimeTold {
  return { minutes, minutesPerDay: accompaniment.envelopes[envelopeId ?? '']?.minutesPerDay ?? null, date };
}

/** What a step of a record without a name is called by: the record with which it is shown. */
function titleOf(document: Document, table: TableName, record: AnyRecord): string {
  const own = ownTitle(table, record);
  if (own !== '') return shortTitle(own);
  const { place } = declarationOf(table);
  const above = 'under' in place ? tableBehind(table, place.under) : null;
  const owner = above === null || !('under' in place) ? null : recordOf(document, above, String(record[place.under]));
  return above === null || owner === null ? '' : shortTitle(ownTitle(above, owner));
}
