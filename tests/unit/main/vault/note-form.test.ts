// E1: what comes out of a box is exactly a note, or refused.
import { LONGEST_PRIVATE_NOTE, NO_LINKS } from '@domain/tables/private.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../../main/vault/sealed-forms.ts';

const LINKS = { sessionId: 'session-1', organisationId: 'structure-1', personId: null, conflictId: 'conflict-1' };
const NOTE = { date: '2026-04-14', ...LINKS, text: 'Une tension.', writtenAt: '2026-04-14T12:00:00.000Z', dropped: true };
const readNote = (bytes: Uint8Array) => readContent('privateNotes', bytes);
const read = (data: unknown) => readNote(Buffer.from(JSON.stringify(data)));

describe('the form of a note', () => {
  it('E1 reads what Tierce writes, with the spaces that hide its length, and the notes of before that had neither moment nor mark', () => {
    expect(readNote(Buffer.from(`${JSON.stringify(NOTE)}   `))).toEqual(NOTE);
    expect(read({ date: '2026-04-14', sessionId: null, text: '' })).toEqual({ date: '2026-04-14', ...NO_LINKS, text: '' });
    expect(read({ ...NOTE, text: 'x'.repeat(LONGEST_PRIVATE_NOTE) })?.text).toHaveLength(LONGEST_PRIVATE_NOTE);
  });

  it.each([
    ['no object', null],
    ['a list', [NOTE]],
    ['a number', 4],
    ['a text', 'note'],
    ['no date', { ...NOTE, date: undefined }],
    ['no such day', { ...NOTE, date: '2026-02-30' }],
    ['a date that is none', { ...NOTE, date: 20_260_414 }],
    ['no session', { ...NOTE, sessionId: undefined }],
    ['a session that is no id', { ...NOTE, sessionId: '../../etc' }],
    ['a session in a list', { ...NOTE, sessionId: ['session-1'] }],
    ['a session that is an object', { ...NOTE, sessionId: {} }],
    ['a structure that is no id', { ...NOTE, organisationId: '../../etc' }],
    ['a person that is a list', { ...NOTE, personId: ['person-1'] }],
    ['a tension that is a number', { ...NOTE, conflictId: 4 }],
    ['no text', { ...NOTE, text: undefined }],
    ['a text that is a list', { ...NOTE, text: ['a'] }],
    ['a text that is too long', { ...NOTE, text: 'x'.repeat(LONGEST_PRIVATE_NOTE + 1) }],
    ['half a sign', { ...NOTE, text: '\ud800' }],
    ['a NUL', { ...NOTE, text: 'a\0b' }],
    ['a moment that is none', { ...NOTE, writtenAt: 'hier' }],
    ['a moment that is null', { ...NOTE, writtenAt: null }],
    ['a mark that is false', { ...NOTE, dropped: false }],
    ['a mark that is a text', { ...NOTE, dropped: 'true' }],
    ['a field too many', { ...NOTE, color: 'red' }],
  ])('E1 takes no note with %s', (_, data) => {
    expect(read(data)).toBeNull();
  });

  it('E1 takes bytes that are no UTF-8, no JSON, or nothing at all for no note', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('{"date":'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(JSON.stringify(NOTE), 'utf16le'),
      Buffer.from(JSON.stringify({ ...NOTE, text: 'caf\u00e9' }), 'latin1'),
    ])
      expect(readNote(bytes)).toBeNull();
  });

  it('E1 never throws, and reads nothing but the fields of a note', () => {
    const parts = fc.record(
      {
        date: fc.oneof(fc.constant('2026-04-14'), fc.jsonValue()),
        sessionId: fc.oneof(fc.constant(null), fc.jsonValue()),
        organisationId: fc.oneof(fc.constant('structure-1'), fc.jsonValue()),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        writtenAt: fc.jsonValue(),
        dropped: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), parts), (data) => {
        const note = read(data);
        if (note !== null) expect({ ...NO_LINKS, ...(JSON.parse(JSON.stringify(data)) as object) }).toEqual(note);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readNote(bytes) === null));
  });
});
