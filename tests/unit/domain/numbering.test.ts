// Numbers that are given once: those of sessions and decisions.
import type { Command } from '@domain/commands/command.ts';
import { applyChanges, type Document, emptyDocument, invertChanges } from '@domain/document.ts';
import { decisionNumbers, sessionNumber, sessionNumbers, withNumbers } from '@domain/numbering.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../support/context.ts';
import { documentAfter, firstId, SESSION, startedDocument, tried } from '../../support/documents.ts';

const held = (date: string): Command => ({ name: 'session.create', args: { ...SESSION, date: calendarDate(date) } });
const removed = (table: 'sessions' | 'decisions', id: string): Command => ({ name: 'record.remove', args: { table, id } });
const decided = (sessionId: string, title = 'Signer'): Command => ({
  name: 'record.create',
  args: { table: 'decisions', fields: { sessionId, title } },
});
const statusOf = (id: string, status: string): Command => ({
  name: 'record.update',
  args: { table: 'sessions', id, fields: { status } },
});

function started(sessionsBefore = 0) {
  const context = testContext();
  const after = (document: Document, ...commands: readonly Command[]): Document => documentAfter(commands, document, context);
  return { context, after, document: startedDocument({ sessionsBefore }, context) };
}

/** The same document as a version before 8 wrote it. */
function unnumbered(document: Document): Document {
  const { sessions, decisions } = document.accompaniment;
  const changes = [
    ...Object.values(sessions).map((row) => ({ table: 'sessions' as const, id: row.id, before: row, after: { ...row, number: '' } })),
    ...Object.values(decisions).map((row) => ({ table: 'decisions' as const, id: row.id, before: row, after: { ...row, number: '' } })),
  ];
  return applyChanges(document, changes);
}

const byDate = ({ accompaniment }: Document): Readonly<Record<string, number>> => {
  const numbers = sessionNumbers(accompaniment);
  return Object.fromEntries(Object.values(accompaniment.sessions).map(({ id, date }) => [date, numbers.get(id) ?? 0]));
};
const idOn = ({ accompaniment }: Document, date: string): string =>
  Object.values(accompaniment.sessions).find((session) => session.date === date)?.id ?? '';

describe('the number of a session', () => {
  it('D1 is the next one, counting on from those held before, whatever its date', () => {
    const { after, document } = started(3);

    expect(byDate(after(document, held('2026-03-01'), held('2026-05-01')))).toEqual({
      [SESSION.date]: 4,
      '2026-03-01': 5,
      '2026-05-01': 6,
    });
  });

  it('D1 is not given again when its session is removed, and comes back with it', () => {
    const { context, after, document } = started();
    const two = after(document, held('2026-05-01'));
    const gone = expectOk(tried(two, removed('sessions', idOn(two, '2026-05-01')), context));

    expect(byDate(after(gone.document, held('2026-06-01')))).toEqual({ [SESSION.date]: 1, '2026-06-01': 3 });
    expect(byDate(applyChanges(gone.document, invertChanges(gone.changes)))).toEqual(byDate(two));
  });

  it('D1 of a cancelled one is told nowhere, and is the same when it is held after all', () => {
    const { after, document } = started();
    const two = after(document, held('2026-05-01'));
    const id = idOn(two, '2026-05-01');
    const cancelled = after(two, statusOf(id, 'cancelled'));

    expect(sessionNumber(cancelled.accompaniment, id)).toBe(0);
    expect(sessionNumber(after(cancelled, statusOf(id, 'held')).accompaniment, id)).toBe(2);
  });

  it('D1 A7 in an older file is the rank by date, and stays from the first change of a session on', () => {
    const { context, after, document } = started();
    const three = after(document, held('2026-03-01'), held('2026-05-01'));
    const older = unnumbered(after(three, statusOf(idOn(three, '2026-03-01'), 'cancelled')));
    const earlier = expectOk(tried(older, held('2026-02-10'), context));

    expect(byDate(older)).toEqual({ '2026-03-01': 0, [SESSION.date]: 1, '2026-05-01': 2 });
    expect(byDate(earlier.document)).toEqual({ '2026-03-01': 0, [SESSION.date]: 1, '2026-05-01': 2, '2026-02-10': 3 });
    expect(earlier.changes[0]).toMatchObject({ table: 'sessions', before: null });
    expect(byDate(after(earlier.document, statusOf(idOn(older, '2026-03-01'), 'held')))['2026-03-01']).toBe(4);
    expect(byDate(applyChanges(earlier.document, invertChanges(earlier.changes)))).toEqual(byDate(older));
  });

  it('D1 of the last one of an older file is not given again when that one is removed first of all', () => {
    const { after, document } = started();
    const older = unnumbered(after(document, held('2026-05-01')));

    expect(byDate(after(older, removed('sessions', idOn(older, '2026-05-01')), held('2026-06-01')))).toEqual({
      [SESSION.date]: 1,
      '2026-06-01': 3,
    });
  });
});

describe('the number of a decision', () => {
  it('D1 counts within the year of its session, and stays when the session moves', () => {
    const { after, document } = started();
    const session = firstId(document.accompaniment.sessions);
    const two = after(document, decided(session, 'Une'), decided(session, 'Deux'), held('2027-01-10'));
    const three = after(two, decided(idOn(two, '2027-01-10'), 'Trois'));
    const moved = after(three, { name: 'record.update', args: { table: 'sessions', id: session, fields: { date: '2025-12-30' } } });
    const told = Object.values(moved.accompaniment.decisions).map(({ title, number }) => `${title} ${number}`);

    expect(told.toSorted()).toEqual(['Deux 2026-02', 'Trois 2027-01', 'Une 2026-01']);
  });

  it('D1 is not given again when it goes with its session', () => {
    const { after, document } = started();
    const two = after(document, held('2026-05-01'));
    const gone = after(two, decided(idOn(two, '2026-05-01')), removed('sessions', idOn(two, '2026-05-01')));
    const next = after(gone, decided(firstId(document.accompaniment.sessions)));

    expect([...decisionNumbers(next.accompaniment).values()]).toEqual(['2026-02']);
    expect(next.accompaniment.mission['single']?.numbersGiven).toBe('decisions-2026:1 sessions:2');
  });
});

describe('whatever is done', () => {
  type Act = { readonly kind: 'hold' | 'decide' | 'cancel' | 'again' | 'remove' | 'forget'; readonly on: number };
  const act: fc.Arbitrary<Act> = fc.record({
    kind: fc.constantFrom('hold', 'decide', 'cancel', 'again', 'remove', 'forget'),
    on: fc.nat({ max: 20 }),
  });
  const nth = (rows: Readonly<Record<string, unknown>>, on: number): string | undefined => Object.keys(rows)[on % Object.keys(rows).length];

  function commandOf({ kind, on }: Act, { accompaniment }: Document): Command | null {
    const session = nth(accompaniment.sessions, on);
    const decision = nth(accompaniment.decisions, on);
    if (kind === 'hold') return held(`202${6 + (on % 2)}-0${1 + (on % 9)}-10`);
    if (kind === 'forget') return decision === undefined ? null : removed('decisions', decision);
    if (session === undefined) return null;
    if (kind === 'decide') return decided(session);
    return kind === 'remove' ? removed('sessions', session) : statusOf(session, kind === 'cancel' ? 'cancelled' : 'held');
  }

  it('D1 no number is given twice, none changes, and undoing all of it brings everything back', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.boolean(), (acts, isOlder) => {
        const { context, document } = started();
        const first = isOlder ? unnumbered(document) : document;
        const owners = new Map<string, string>();
        const undo: (typeof first)[] = [];
        let now = first;
        for (const one of acts) {
          const command = commandOf(one, now);
          const done = command === null ? null : tried(now, command, context);
          if (done === null || !done.ok) continue;
          expect(applyChanges(done.value.document, invertChanges(done.value.changes))).toEqual(now);
          undo.push(now);
          now = done.value.document;
          for (const table of ['sessions', 'decisions'] as const)
            for (const { id, number } of Object.values(now.accompaniment[table])) {
              if (number === '') continue;
              const key = `${table} ${number}`;
              expect(owners.get(key) ?? id).toBe(id);
              owners.set(key, id);
            }
        }
      }),
    );
  });

  it('D1 changes of other tables are left alone', () => {
    const change = { table: 'kinds' as const, id: 'kin-1', before: null, after: { id: 'kin-1' } };

    expect(withNumbers(emptyDocument('accompaniment'), [change])).toEqual([change]);
  });
});
