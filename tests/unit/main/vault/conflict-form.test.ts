// E1: what comes out of a box of the tensions is exactly a tension, or refused.
import { LONGEST_CONFLICT_NAME } from '@domain/tables/private.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent, SEALED_FORMS, SEALED_TABLES } from '../../../../main/vault/sealed-forms.ts';

const CONFLICT = { name: 'Qui signe ?', openedOn: '2026-03-02', settledOn: '2026-04-14' };
const read = (data: unknown) => readContent('privateConflicts', Buffer.from(JSON.stringify(data)));

describe('the form of a tension', () => {
  it('E1 reads what Tierce writes', () => {
    const marks = { writtenAt: '2026-04-14T12:00:00.000Z', dropped: true };

    expect([read(CONFLICT), read({ ...CONFLICT, settledOn: null, ...marks })]).toEqual([
      CONFLICT,
      { ...CONFLICT, settledOn: null, ...marks },
    ]);
    expect(read({ ...CONFLICT, name: 'x'.repeat(LONGEST_CONFLICT_NAME) })?.name).toHaveLength(LONGEST_CONFLICT_NAME);
  });

  it.each([
    ['no object', null],
    ['no name', { ...CONFLICT, name: undefined }],
    ['an empty name', { ...CONFLICT, name: '' }],
    ['a name of spaces', { ...CONFLICT, name: ' \u00a0' }],
    ['a name that is too long', { ...CONFLICT, name: 'x'.repeat(LONGEST_CONFLICT_NAME + 1) }],
    ['half a sign', { ...CONFLICT, name: '\udc00' }],
    ['no beginning', { ...CONFLICT, openedOn: null }],
    ['no such day', { ...CONFLICT, openedOn: '2026-02-30' }],
    ['an end that is none', { ...CONFLICT, settledOn: 'bientôt' }],
    ['no word about its end', { ...CONFLICT, settledOn: undefined }],
    ['the fields of a note', { ...CONFLICT, text: 'x' }],
    ['a mark that is false', { ...CONFLICT, dropped: false }],
  ])('E1 takes no tension with %s', (_, data) => {
    expect(read(data)).toBeNull();
  });

  it('E1 never throws on anything that may be in a box, in any table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEALED_TABLES), fc.jsonValue(), (table, data) => {
        readContent(table, Buffer.from(JSON.stringify(data)));
      }),
    );
    fc.assert(fc.property(fc.constantFrom(...SEALED_TABLES), fc.uint8Array(), (table, bytes) => readContent(table, bytes) === null));
    expect(SEALED_TABLES).toEqual(Object.keys(SEALED_FORMS));
  });
});
