// The commands of a session: log it, add what came out of it, record its time.
import type { Change, Document } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';
import { by, lastFirst } from '../ordering.ts';

/** Creates a session where those expected at the latest one before it are expected again: nothing is typed twice. */
export function createSession(document: Document, args: Commands['session.create'], context: CommandContext): Result<readonly Change[]> {
  const session = newRecord(document, 'sessions', args, context);
  const expected = expectedAt(document, args.date);
  const attendances = expected.map((personId) =>
    creation('attendances', newRecord(document, 'attendances', { sessionId: session.id, personId }, context)),
  );
  return ok([creation('sessions', session), ...attendances]);
}

/** Adds decisions or actions in their order. */
export function addOutcomes(
  document: Document,
  { sessionId, table, lines }: Commands['session.outcomes'],
  context: CommandContext,
): Result<readonly Change[]> {
  if (document.accompaniment.sessions[sessionId] === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: sessionId });
  let last: string | null = null;
  const changes: Change[] = [];
  for (const { title, ...who } of lines) {
    const fields = { sessionId, title, ...(table === 'actions' ? who : {}) };
    // The first finds its place by itself; the others follow it.
    const record = newRecord(document, table, last === null ? fields : { ...fields, order: context.orderBetween(last, null) }, context);
    last = String(record['order']);
    changes.push(creation(table, record));
  }
  return ok(changes);
}

/** Records times of a session, one entry each, on its date and phase. */
export function logSessionTime(
  document: Document,
  { sessionId, times }: Commands['session.time'],
  context: CommandContext,
): Result<readonly Change[]> {
  const session = document.accompaniment.sessions[sessionId];
  if (session === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: sessionId });
  const { date, phaseId, title: note } = session;
  return ok(
    times.map((time) => creation('timeEntries', newRecord(document, 'timeEntries', { date, phaseId, note, sessionId, ...time }, context))),
  );
}

function expectedAt(document: Document, date: string): readonly string[] {
  const earlier = Object.values(document.accompaniment.sessions).filter(
    (session) => session.date <= date && session.status !== 'cancelled',
  );
  const withPeople = earlier.filter((session) => attendancesOf(document, session.id).length > 0);
  const latest = withPeople.toSorted(
    lastFirst(
      by(
        ({ date }) => date,
        ({ id }) => id,
      ),
    ),
  )[0];
  return latest === undefined ? [] : [...new Set(attendancesOf(document, latest.id).map((attendance) => attendance.personId))];
}

function attendancesOf(document: Document, sessionId: string) {
  return Object.values(document.accompaniment.attendances).filter((attendance) => attendance.sessionId === sessionId);
}
