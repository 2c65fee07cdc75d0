// What a field of each kind takes, and what makes a record whole: the one check of everything that is read or written.
import { blankFields } from '@domain/tables/blank.ts';
import * as fields from '@domain/tables/field.ts';
import { isMadeByMain, optional, plainField, text } from '@domain/tables/field.ts';
import { isWellFormed } from '@domain/tables/forms.ts';
import { isOneLine } from '@domain/writing/clean.ts';
import { checkOf, isSoundRecord, wrongField } from '@domain/tables/sound-record.ts';
import { fieldEntries } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';

describe('a field', () => {
  const takes = (field: fields.Field, ...values: readonly unknown[]) => values.map((value) => checkOf(field)(value));
  const yes = (count: number) => Array.from({ length: count }, () => true);
  const no = (count: number) => Array.from({ length: count }, () => false);

  it('A1 of text takes what is short enough, on one line, and not blank where it must be given', () => {
    expect(takes(fields.text(3), '', 'abc', ' ')).toEqual(yes(3));
    expect(takes(fields.text(3), 'abcd', 'a\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\0', '\ud800', 7, null)).toEqual(no(9));
    expect(takes(fields.text(), 'x'.repeat(300), 'x'.repeat(301))).toEqual([true, false]);
    expect(takes(fields.name(3), 'abc', '', '  ', 'abcd')).toEqual([true, false, false, false]);
    expect(takes(fields.name(), 'x'.repeat(300), 'x'.repeat(301))).toEqual([true, false]);
    expect(takes(fields.prose(), 'a\nb', '', '👩🏽‍🔧', 'a\0')).toEqual([true, true, true, false]);
    expect(takes(fields.key(3), 'abc', '', 'abcd', 'a\nb', 7)).toEqual([true, true, false, false, false]);
  });

  it('A1 of a choice, a date, a time or a moment takes what there is', () => {
    expect(takes(fields.choice('a', 'b'), 'a', 'b', 'c', '', 1)).toEqual([true, true, false, false, false]);
    expect(takes(fields.date(), '2026-04-14', '2026-02-30', '2026-4-1', 20_260_414, null)).toEqual([true, ...no(4)]);
    expect(takes(fields.clock(), '09:30', '24:00', '9:30', 930, null)).toEqual([true, ...no(4)]);
    expect(takes(fields.stamp(), '2026-04-14T08:00:00Z', '2026-04-14', 1, null)).toEqual([true, ...no(3)]);
    expect(takes(fields.flag(), true, false, 'true', 1, null)).toEqual([true, true, ...no(3)]);
  });

  it('A1 of a number takes whole ones within its bounds', () => {
    for (const field of [fields.whole(2, 5), fields.minutesBetween(2, 5)]) {
      expect(takes(field, 2, 3, 5)).toEqual(yes(3));
      expect(takes(field, 1, 6, 2.5, '3', Number.NaN, null)).toEqual(no(6));
    }
  });

  it('A1 of a place, a reference, a seal or a fingerprint takes its written form', () => {
    expect(takes(fields.order(), 'a0', 'Z', `a${'0'.repeat(255)}`)).toEqual(yes(3));
    expect(takes(fields.order(), '', '0a', 'a-', 'a0 ', ' a0', `a${'0'.repeat(256)}`, 7)).toEqual(no(7));
    const reference = fields.reference('sessions', 'forget');
    expect(takes(reference, 'abc', '0-a', 'constructors', 'x'.repeat(64))).toEqual(yes(4));
    expect(takes(reference, 'ab', '-abc', 'ABC', 'a_b', 'constructor', 'x'.repeat(65), 'abc ', ' abc', 7, null)).toEqual(no(10));
    expect(takes(fields.fingerprint(), '0f'.repeat(32))).toEqual([true]);
    expect(takes(fields.fingerprint(), '0f'.repeat(31), '0F'.repeat(32), `${'0f'.repeat(32)}0`, `x${'0f'.repeat(32)}`, 7)).toEqual(no(5));
    const sealed = 'A/+z'.repeat(4);
    expect(takes(fields.box(), `s.${sealed}`, `i.${sealed}=`, `j.${sealed}==`)).toEqual(yes(3));
    expect(takes(fields.box(), `x.${sealed}`, sealed, `s${sealed}`, `s.${sealed}===`, 's.AAAA', `s.${sealed}-`, `xs.${sealed}`, 7)).toEqual(
      no(8),
    );
  });

  it('A1 that is optional takes nothing too, and is of the kind that it is', () => {
    expect(takes(optional(text(3)), null, 'abc', 'abcd', undefined)).toEqual([true, true, false, false]);
    expect([plainField(optional(text(3))), plainField(text(3))]).toEqual([text(3), text(3)]);
  });

  it('E1 is made by main alone if nobody types it', () => {
    const made = [fields.stamp(), fields.order(), fields.box(), fields.fingerprint(), fields.key(3), optional(fields.stamp())];
    const typed = [
      text(),
      fields.choice('a'),
      fields.date(),
      fields.clock(),
      fields.flag(),
      fields.whole(0, 1),
      fields.reference('a', 'forget'),
    ];

    expect([made.map(isMadeByMain), typed.map(isMadeByMain)]).toEqual([yes(made.length), no(typed.length)]);
  });

  it('A1 begins empty where it can', () => {
    expect(blankFields('timeEntries')).toEqual({
      minutes: 1,
      status: 'done',
      envelopeId: null,
      phaseId: null,
      sessionId: null,
      personId: null,
      note: '',
      justification: '',
    });
    expect(blankFields('mission')).toMatchObject({
      title: '',
      scheme: 'dla',
      startsOn: null,
      isExample: false,
      sessionsBefore: 0,
      need: '',
    });
    expect(blankFields('steps')['methodKey']).toBe('');
  });

  it('A1 text that no program would lose has neither a NUL nor half a sign, and one line no break', () => {
    expect(['a', '', '👩', '\ud83d\udc69'].map(isWellFormed)).toEqual(yes(4));
    expect(['a\0b', '\ud83d', '\udc69', 'a\ud83db'].map(isWellFormed)).toEqual(no(4));
    expect(['a b', 'a\tb', 'a\nb', 'a\rb', 'a\u2028b', 'a\u2029b'].map(isOneLine)).toEqual([true, true, ...no(4)]);
  });
});

describe('a record', () => {
  const note = { id: 'note-1', title: 'Un' };
  const full = { ...blankFields('criteria'), phaseId: 'phase-1', order: 'a0', ...note };

  it('A1 is none that is no object, has another id, a field too many or one too few', () => {
    const { title: _, ...without } = full;

    expect(isSoundRecord('criteria', 'note-1', full)).toBe(true);
    expect([null, undefined, 'text', 7, [], [full]].map((record) => isSoundRecord('criteria', 'note-1', record))).toEqual(
      Array.from({ length: 6 }, () => false),
    );
    expect([
      isSoundRecord('criteria', 'note-2', full),
      isSoundRecord('criteria', 'N', { ...full, id: 'N' }),
      isSoundRecord('criteria', 'note-1', { ...full, more: 1 }),
      isSoundRecord('criteria', 'note-1', without),
      isSoundRecord('criteria', 'note-1', { ...without, more: 1 }),
    ]).toEqual([false, false, false, false, false]);
  });

  it('A1 says which of its fields is wrong', () => {
    const { title: _, ...without } = full;

    expect([
      wrongField('criteria', 'note-1', full),
      wrongField('criteria', 'note-1', { ...full, title: 7 }),
      wrongField('criteria', 'note-1', without),
      wrongField('criteria', 'note-2', full),
      wrongField('criteria', 'note-1', { ...full, more: 1 }),
    ]).toEqual([null, 'title', 'title', 'id', 'id']);
    expect(fieldEntries('criteria').map(([name]) => name)).toContain('title');
  });
});
