// C7: functions have holders, alone or in turns, from when to when; who held one stays.
import type { FieldValues } from '@domain/commands/command.ts';
import { isCoordinated } from '@domain/collective/coordination.ts';
import { registerSheets } from '@domain/report/register-sheets.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { titleOf } from '@domain/text/record-words.ts';
import { addDays } from '@domain/time/calendar.ts';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument, tried } from '../../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const personId = firstId(started.accompaniment.people);
const held = (fields: FieldValues = {}) =>
  ({ name: 'record.create', args: { table: 'functions', fields: { duty: 'animation', personId, startsOn: TODAY, ...fields } } }) as const;

describe('a function', () => {
  it('C7 keeps the person who holds it: who has one is not removed', () => {
    const document = documentAfter([held()], started, context);
    const removal = { name: 'record.remove', args: { table: 'people', id: personId } } as const;

    expect(tried(document, removal, context)).toMatchObject({ failure: { code: 'reference-held', by: 'functions' } });
  });

  it('C7 does not end before it begins, and may end on its first day', () => {
    const ending = (days: number) => tried(started, held({ endsOn: addDays(TODAY, days) }), context);

    expect(ending(-1)).toMatchObject({ failure: { code: 'period-reversed', table: 'functions' } });
    expect(ending(0)).toMatchObject({ ok: true });
  });

  it('C7 is called by its own name, else by its kind', () => {
    const { functions } = documentAfter([held(), held({ title: 'Anime le comité' })], started, context).accompaniment;
    const texts = catalogueOf('fr');

    expect(Object.values(functions).map((one) => titleOf('functions', one, texts))).toEqual(['Animation', 'Anime le comité']);
  });

  it('C6 C7 coordinates the collective from its first day to its last, if somebody holds it', () => {
    const on = (fields: FieldValues, days: number): boolean => {
      const { functions } = documentAfter(
        [held({ duty: 'coordination', endsOn: addDays(TODAY, 2), ...fields })],
        started,
        context,
      ).accompaniment;
      return isCoordinated(functions, addDays(TODAY, days));
    };

    expect([-1, 0, 2, 3].map((days) => on({}, days))).toEqual([false, true, true, false]);
    expect([on({ endsOn: null }, 400), on({ personId: null }, 0), on({ duty: 'animation' }, 0)]).toEqual([true, false, false]);
  });

  it('C7 H2 has several holders in turns, each a row of the workbook', () => {
    const { accompaniment } = documentAfter([held({ isInTurns: true }), held({ isInTurns: true })], started, context);
    const sheet = registerSheets({ accompaniment, on: TODAY, locale: 'fr', period: { from: null, to: null } }).find(
      ({ name }) => name === 'Fonctions',
    );

    expect(sheet?.rows).toHaveLength(2);
    expect(sheet?.columns.map(({ head }) => head)).toContain('À tour de rôle');
  });
});
