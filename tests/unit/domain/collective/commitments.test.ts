// C5: commitments are what people refer to when they remember differently, so that what they rest on stays.
import type { FieldValues } from '@domain/commands/command.ts';
import { lateOn } from '@domain/overview/late.ts';
import { addDays } from '@domain/time/calendar.ts';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument, tried } from '../../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const personId = firstId(started.accompaniment.people);
const create = (table: 'commitments' | 'decisions', fields: FieldValues) => ({ name: 'record.create', args: { table, fields } }) as const;
const commitment = (fields: FieldValues = {}) => create('commitments', { what: 'Relire la charte', askedOn: TODAY, ...fields });
const removal = (table: 'people' | 'decisions', id: string) => ({ name: 'record.remove', args: { table, id } }) as const;

describe('a commitment', () => {
  it('C5 keeps the person who made it: who has one is not removed', () => {
    const document = documentAfter([commitment({ personId })], started, context);

    expect(tried(document, removal('people', personId), context)).toMatchObject({ failure: { code: 'reference-held', by: 'commitments' } });
  });

  it('C5 outlives the decision that it was for', () => {
    const decided = documentAfter(
      [create('decisions', { title: 'Une charte', sessionId: firstId(started.accompaniment.sessions) })],
      started,
      context,
    );
    const decisionId = firstId(decided.accompaniment.decisions);
    const { accompaniment } = documentAfter([commitment({ decisionId }), removal('decisions', decisionId)], decided, context);

    expect(Object.values(accompaniment.commitments)).toMatchObject([{ what: 'Relire la charte', decisionId: null, state: 'asked' }]);
  });

  it.each(['dueOn', 'acceptedOn', 'settledOn'])('C5 has no %s before the day on which it was asked for', (field) => {
    const early = tried(started, commitment({ [field]: addDays(TODAY, -1) }), context);

    expect(early).toMatchObject({ failure: { code: 'period-reversed', table: 'commitments' } });
    expect(tried(started, commitment({ [field]: TODAY }), context)).toMatchObject({ ok: true });
  });

  it('C5 may have the name of another one', () => {
    const { accompaniment } = documentAfter([commitment(), commitment()], started, context);

    expect(Object.values(accompaniment.commitments).map(({ what }) => what)).toEqual(['Relire la charte', 'Relire la charte']);
  });

  it('C5 is late from the day after its term on, until it is kept or changed; unanswered it says so', () => {
    const states = ['asked', 'accepted', 'kept', 'changed', 'dropped'];
    const commands = states.map((state) => commitment({ what: state, state, dueOn: TODAY }));
    const { accompaniment } = documentAfter(commands, started, context);
    const lateAfter = (days: number) => lateOn(accompaniment, addDays(TODAY, days)).filter(({ table }) => table === 'commitments');

    expect(lateAfter(0)).toEqual([]);
    expect(lateAfter(1).map(({ title, reason, days }) => [title, reason, days])).toEqual([
      ['asked', 'unanswered', 1],
      ['accepted', 'due', 1],
    ]);
  });
});
