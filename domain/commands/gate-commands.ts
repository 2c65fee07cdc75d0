// The acts at the end of a phase: passing its gate, reopening it. Both leave a permanent record.
import { type Change, type Document, recordOf } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

/** Records that a phase has reached its end. It blocks nothing. Refused as gate-already-passed. */
export function passGate(document: Document, args: Commands['gate.pass'], context: CommandContext): Result<readonly Change[]> {
  if (isPassed(document, args.phaseId)) return refuse({ code: 'gate-already-passed' });
  return gateAct(document, 'passed', args, context);
}

/** Records that work on a phase starts again, and why. Refused as gate-not-passed or reason-missing. */
export function reopenGate(document: Document, args: Commands['gate.reopen'], context: CommandContext): Result<readonly Change[]> {
  if (!isPassed(document, args.phaseId)) return refuse({ code: 'gate-not-passed' });
  if (args.reason.trim() === '') return refuse({ code: 'reason-missing' });
  return gateAct(document, 'reopened', args, context);
}

function isPassed(document: Document, phaseId: string): boolean {
  const acts = Object.values(document.accompaniment.gates).filter((gate) => gate.phaseId === phaseId);
  return acts.filter((gate) => gate.act === 'passed').length > acts.filter((gate) => gate.act === 'reopened').length;
}

function gateAct(
  document: Document,
  act: 'passed' | 'reopened',
  args: Commands['gate.pass'],
  context: CommandContext,
): Result<readonly Change[]> {
  const phase = recordOf(document, 'phases', args.phaseId);
  if (phase === null) return refuse({ code: 'record-missing', table: 'phases', id: args.phaseId });
  const gate = newRecord(document, 'gates', { phaseId: phase.id, act, on: args.on, byId: args.byId, reason: args.reason }, context);
  const after = { ...phase, status: act === 'passed' ? 'done' : 'running', endedOn: act === 'passed' ? args.on : null };
  return ok([creation('gates', gate), { table: 'phases', id: phase.id, before: phase, after }]);
}
