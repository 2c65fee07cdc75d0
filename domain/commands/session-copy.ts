// A session like another: what was prepared for it is prepared again, and nothing of what happened in it.
import type { Change, Document } from '../document.ts';
import { inOrder } from '../ordering.ts';
import { ok, refuse, type Result } from '../result.ts';
import { phaseAfter } from '../session/proposals.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

/**
 * Copies title, times, mode, place, link, purpose, agenda, and who is expected; the phase is that of the new day.
 * @returns the changes, the new session first; record-missing if there is no such session
 */
export function copySession(document: Document, args: Commands['session.copy'], context: CommandContext): Result<readonly Change[]> {
  const { sessions, agendaItems, attendances } = document.accompaniment;
  const from = sessions[args.sessionId];
  if (from === undefined) return refuse({ code: 'record-missing', table: 'sessions', id: args.sessionId });
  const { title, startsAt, endsAt, mode, place, link, purpose } = from;
  const phaseId = phaseAfter(document.accompaniment, from, args.date);
  const fields = { title, date: args.date, startsAt, endsAt, mode, place, link, phaseId, purpose, status: 'planned' };
  const session = newRecord(document, 'sessions', fields, context);
  const items = inOrder(Object.values(agendaItems).filter(({ sessionId }) => sessionId === from.id));
  const expected = new Set(Object.values(attendances).flatMap(({ sessionId, personId }) => (sessionId === from.id ? [personId] : [])));
  return ok([
    creation('sessions', session),
    ...items.map((item) =>
      creation(
        'agendaItems',
        newRecord(document, 'agendaItems', { sessionId: session.id, order: item.order, title: item.title, minutes: item.minutes }, context),
      ),
    ),
    ...[...expected].map((personId) =>
      creation('attendances', newRecord(document, 'attendances', { sessionId: session.id, personId }, context)),
    ),
  ]);
}
