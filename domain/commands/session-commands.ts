// The commands of a session: log it, add participants, record its time.
import { type Change, type Document, recordOf } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { AnyRecord } from '../tables/tables.ts';
import { type ClockTime } from '../units.ts';
import { minuteOfDay } from '../time/calendar.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';
import { by, lastFirst } from '../ordering.ts';

const NOON = 12 * 60;
const EARLY_AFTERNOON = 13 * 60;

/** Creates a session where those expected at the latest one before it are expected again: nothing is typed twice. */
export function createSession(document: Document, args: Commands['session.create'], context: CommandContext): Result<readonly Change[]> {
  const session = newRecord(document, 'sessions', args, context);
  const expected = expectedAt(document, args.date);
  const attendances = expected.map((personId) =>
    creation('attendances', newRecord(document, 'attendances', { sessionId: session.id, personId }, context)),
  );
  return ok([creation('sessions', session), ...attendances]);
}

/**
 * Adds a person to a session, and a new person or organisation to the collective. The person counts as present on the half-days of the
 * session.
 */
export function addParticipant(
  document: Document,
  args: Commands['session.participant'],
  context: CommandContext,
): Result<readonly Change[]> {
  const session = recordOf(document, 'sessions', args.sessionId);
  if (session === null) return refuse({ code: 'record-missing', table: 'sessions', id: args.sessionId });
  if (args.personId !== null) return ok([attendance(document, session, args.personId, context)]);
  if (args.personName.trim() === '') return refuse({ code: 'record-invalid', table: 'people', field: 'name' });
  const organisation =
    args.organisationId === null && args.organisationName.trim() !== ''
      ? newRecord(document, 'organisations', { name: args.organisationName.trim() }, context)
      : null;
  const person = newRecord(
    document,
    'people',
    { name: args.personName.trim(), organisationId: organisation?.id ?? args.organisationId },
    context,
  );
  return ok([
    creation('people', person),
    ...(organisation === null ? [] : [creation('organisations', organisation)]),
    attendance(document, session, person.id, context),
  ]);
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

/** Records the time of a session as one entry, on its date and phase. */
export function logSessionTime(document: Document, args: Commands['session.time'], context: CommandContext): Result<readonly Change[]> {
  const session = document.accompaniment.sessions[args.sessionId];
  if (session === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: args.sessionId });
  const { sessionId, kindId, minutes, envelopeId, justification } = args;
  const fields = {
    date: session.date,
    phaseId: session.phaseId,
    note: session.title,
    sessionId,
    kindId,
    minutes,
    envelopeId,
    justification,
  };
  return ok([creation('timeEntries', newRecord(document, 'timeEntries', fields, context))]);
}

/**
 * The half-days that a meeting touches: a meeting up to 13:00 is a morning, one from 12:00 an afternoon, a longer one both.
 * Without times, both.
 */
export function halfDaysOf(
  startsAt: ClockTime | null,
  endsAt: ClockTime | null,
): { readonly morning: boolean; readonly afternoon: boolean } {
  const from = startsAt === null ? 0 : minuteOfDay(startsAt);
  const to = endsAt === null ? 24 * 60 : minuteOfDay(endsAt);
  const morning = from < NOON;
  const afternoon = to > EARLY_AFTERNOON;
  return morning || afternoon ? { morning, afternoon } : { morning: false, afternoon: true };
}

function attendance(document: Document, session: AnyRecord, personId: string, context: CommandContext): Change {
  const { startsAt, endsAt } = document.accompaniment.sessions[session.id] ?? { startsAt: null, endsAt: null };
  const halves = halfDaysOf(startsAt, endsAt);
  const presence = (isIn: boolean): 'present' | 'none' => (isIn ? 'present' : 'none');
  const fields = { sessionId: session.id, personId, morning: presence(halves.morning), afternoon: presence(halves.afternoon) };
  return creation('attendances', newRecord(document, 'attendances', fields, context));
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
