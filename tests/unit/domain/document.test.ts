// A6: any changes followed by their reversal leave the document as it was.
import { applyChanges, type Change, type Document, invertChanges, rowsOf } from '@domain/document.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startedDocument } from '../../support/documents.ts';

const BEGUN = startedDocument();
const IDS = [...Object.keys(BEGUN.accompaniment.sessions), 'session-02'];

/** Consecutive changes to a few records, so that the same one is changed several times. */
const anyChanges = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.option(fc.constantFrom('Un', 'Deux', 'Trois'))), { maxLength: 6 })
  .map((wishes) => {
    const known = new Map<string, AnyRecord | null>(Object.entries(BEGUN.accompaniment.sessions));
    const [model] = Object.values(BEGUN.accompaniment.sessions);
    return wishes.map(([id, title]): Change => {
      const before = known.get(id) ?? null;
      const after = title === null || model === undefined ? null : { ...model, id, title };
      known.set(id, after);
      return { table: 'sessions', id, before, after };
    });
  });

const sessionsOf = (document: Document) => ({ ...rowsOf(document, 'sessions') });

describe('changes and what leads back from them', () => {
  it('A6 leave the document as it was, also where one record was changed several times', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const there = applyChanges(BEGUN, changes);

        expect(sessionsOf(applyChanges(there, invertChanges(changes)))).toEqual(sessionsOf(BEGUN));
        expect(invertChanges(invertChanges(changes))).toEqual(changes);
      }),
    );
  });

  it('A6 are judged in the reverse of their order: each finds the record as the one before has left it', () => {
    const [id = ''] = IDS;
    const [none, one, two] = [null, { id, title: 'Un' }, { id, title: 'Deux' }] as unknown as (AnyRecord | null)[];
    const changes = [
      { table: 'sessions', id, before: none, after: one },
      { table: 'sessions', id, before: one, after: two },
    ] as unknown as readonly Change[];

    expect(invertChanges(changes).map(({ before, after }) => [before, after])).toEqual([
      [two, one],
      [one, none],
    ]);
  });
});
