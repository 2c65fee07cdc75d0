// What a session is proposed to be: its phase by the day, its end by the sessions before it.
import { phaseAfter, phaseOn, usualEnd } from '@domain/session/proposals.ts';
import type { Document } from '@domain/document.ts';
import { inOrder } from '@domain/ordering.ts';
import { calendarDate, clockTime } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { documentAfter, firstId, SESSION, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const [first, second] = inOrder(Object.values(begun.accompaniment.phases));
const update = (document: Document, table: 'phases' | 'sessions', id: string, fields: Readonly<Record<string, string | null>>): Document =>
  documentAfter([{ name: 'record.update', args: { table, id, fields } }], document, context);
const dated = [
  [first?.id ?? '', { startsOn: '2026-02-02', endsOn: '2026-03-13', status: 'planned' }],
  [second?.id ?? '', { startsOn: '2026-03-10', endsOn: '2026-05-20', status: 'planned' }],
] as const;
const planned = dated.reduce((document, [id, fields]) => update(document, 'phases', id, fields), begun);

describe('the phase of a session', () => {
  it('D1 is the one whose dates hold the day, and the running one where two do', () => {
    const running = update(planned, 'phases', second?.id ?? '', { status: 'running' });

    expect(phaseOn(planned.accompaniment, calendarDate('2026-03-11'))).toBe(first?.id);
    expect(phaseOn(running.accompaniment, calendarDate('2026-03-11'))).toBe(second?.id);
    expect(phaseOn(running.accompaniment, calendarDate('2026-02-10'))).toBe(first?.id);
  });

  it('D1 is the running one on a day that no phase holds, never a skipped one, and none where there is none', () => {
    const running = update(planned, 'phases', second?.id ?? '', { status: 'running' });
    const skipped = update(planned, 'phases', first?.id ?? '', { status: 'skipped', skipReason: 'Déjà fait' });

    expect(phaseOn(running.accompaniment, calendarDate('2025-01-01'))).toBe(second?.id);
    expect(phaseOn(skipped.accompaniment, calendarDate('2026-02-10'))).toBeNull();
    expect(phaseOn(planned.accompaniment, calendarDate('2025-01-01'))).toBeNull();
  });
});

describe('the phase of a session made after another', () => {
  const session = { phaseId: first?.id ?? null };

  it('D1 is that of its own day, whether it is planned or duplicated', () => {
    const sessionId = firstId(planned.accompaniment.sessions);
    const inFirst = update(planned, 'sessions', sessionId, { phaseId: session.phaseId });
    const copied = documentAfter([{ name: 'session.copy', args: { sessionId, date: calendarDate('2026-04-14') } }], inFirst, context);
    const copy = Object.values(copied.accompaniment.sessions).find(({ date }) => date === '2026-04-14');

    expect(phaseAfter(planned.accompaniment, session, calendarDate('2026-04-14'))).toBe(second?.id);
    expect(copy?.phaseId).toBe(second?.id);
  });

  it('D1 stays that of the other where the day tells none', () => {
    expect(phaseAfter(planned.accompaniment, session, calendarDate('2025-01-01'))).toBe(first?.id);
  });
});

describe('the end of a session', () => {
  const held = (date: string, startsAt: string, endsAt: string | null) =>
    ({
      name: 'session.create',
      args: { ...SESSION, date: calendarDate(date), startsAt: clockTime(startsAt), endsAt: endsAt === null ? null : clockTime(endsAt) },
    }) as const;
  const { accompaniment } = documentAfter([held('2026-04-03', '09:00', '12:30'), held('2026-04-10', '14:00', null)], begun, context);
  const next = { id: 'new', date: calendarDate('2026-04-14') };

  it('D1 is as far from its start as at the latest session of which both are known', () => {
    expect(usualEnd(accompaniment, next, clockTime('09:30'))).toBe('13:00');
  });

  it('D1 is not proposed where no session before tells, nor beyond midnight', () => {
    expect(usualEnd(accompaniment, { ...next, date: calendarDate('2026-04-02') }, clockTime('09:30'))).toBeNull();
    expect(usualEnd(accompaniment, next, clockTime('20:30'))).toBeNull();
    expect(usualEnd(accompaniment, next, clockTime('20:29'))).toBe('23:59');
  });
});
