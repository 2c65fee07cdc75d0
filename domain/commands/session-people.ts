// The command that adds people to a session: those who are known, and new ones with their structures.
import { type Change, type Document } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { RecordOf } from '../tables/tables.ts';
import { labelKey } from '../writing/label-key.ts';
import { presenceOf } from '../collective/presence.ts';
import { markedThroughout } from '../session/half-days.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

type Joining = Commands['session.participants']['people'][number];

/**
 * Whoever is at the session already is not added again. Somebody known who had no structure gets the one that is named; one that is named
 * twice is created once. All count as present on the half-days of the session, and as expected while it has not taken place.
 * @returns the changes; refused as record-missing or record-invalid
 */
export function addParticipants(
  document: Document,
  { sessionId, people }: Commands['session.participants'],
  context: CommandContext,
): Result<readonly Change[]> {
  const session = document.accompaniment.sessions[sessionId];
  if (session === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: sessionId });
  const there = new Set(
    Object.values(document.accompaniment.attendances)
      .filter((attendance) => attendance.sessionId === sessionId)
      .map(({ personId }) => personId),
  );
  const structures = newStructures(document, context);
  const changes: Change[] = [];
  for (const one of people) {
    if (one.personId !== null && there.has(one.personId)) continue;
    const joined = joining(document, one, structures, context);
    if (!joined.ok) return joined;
    there.add(joined.value.personId);
    changes.push(...joined.value.changes, attendance(document, session, joined.value.personId, context));
  }
  return ok(changes);
}

/** Marks whoever is still expected as present. */
export function markPresent(document: Document, { sessionId }: Commands['session.present']): Result<readonly Change[]> {
  const session = document.accompaniment.sessions[sessionId];
  if (session === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: sessionId });
  const expected = Object.values(document.accompaniment.attendances).filter(
    (one) => one.sessionId === sessionId && presenceOf(one) === 'expected',
  );
  return ok(
    expected.map((before) => ({
      table: 'attendances',
      id: before.id,
      before,
      after: { ...before, ...markedThroughout(session, 'present') },
    })),
  );
}

type Joined = { readonly personId: string; readonly changes: readonly Change[] };
type Structures = (one: Joining) => { readonly id: string | null; readonly changes: readonly Change[] };

function joining(document: Document, one: Joining, structures: Structures, context: CommandContext): Result<Joined> {
  if (one.personId === null) {
    const name = one.personName.trim();
    if (name === '') return refuse({ code: 'record-invalid', table: 'people', field: 'name' });
    const { id, changes } = structures(one);
    const person = newRecord(document, 'people', { name, organisationId: id, function: one.personFunction?.trim() ?? '' }, context);
    return ok({ personId: person.id, changes: [creation('people', person), ...changes] });
  }
  const before = document.accompaniment.people[one.personId];
  if (before === undefined) return refuse({ code: 'record-missing', table: 'people', id: one.personId });
  const { id, changes } = before.organisationId === null ? structures(one) : NO_STRUCTURE;
  if (id === null) return ok({ personId: before.id, changes: [] });
  const after = { ...before, organisationId: id };
  return ok({ personId: before.id, changes: [{ table: 'people', id: before.id, before, after }, ...changes] });
}

const NO_STRUCTURE = { id: null, changes: [] } as const;

/** @returns the structure of whoever is added: known, created with its first mention, or none */
function newStructures(document: Document, context: CommandContext): Structures {
  const created = new Map<string, string>();
  return ({ organisationId, organisationName }) => {
    const name = organisationName.trim();
    if (organisationId !== null || name === '') return { id: organisationId, changes: [] };
    const known = created.get(labelKey(name));
    if (known !== undefined) return { id: known, changes: [] };
    const organisation = newRecord(document, 'organisations', { name }, context);
    created.set(labelKey(name), organisation.id);
    return { id: organisation.id, changes: [creation('organisations', organisation)] };
  };
}

function attendance(document: Document, session: RecordOf<'sessions'>, personId: string, context: CommandContext): Change {
  const fields = { sessionId: session.id, personId, ...markedThroughout(session, session.status === 'planned' ? 'none' : 'present') };
  return creation('attendances', newRecord(document, 'attendances', fields, context));
}
