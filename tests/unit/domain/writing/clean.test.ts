// A2 D-1 E-24: what comes in holds nothing that no file, page or table can hold, and no word of it is lost.
import { cleanCommand } from '@domain/commands/clean-command.ts';
import type { Command } from '@domain/commands/command.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { editableTables } from '@domain/schema/commands.ts';
import { fieldEntries } from '@domain/tables/tables.ts';
import { plainField } from '@domain/tables/field.ts';
import { cleanLine, cleanText, heldText, isOneLine, onOneLine } from '@domain/writing/clean.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { DRAFT, SESSION, startedDocument } from '../../../support/documents.ts';

const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('\r', '\n', '\ud800', '\ufffe', 'e\u0301')),
  )
  .map((parts) => parts.join(''));

describe('what comes in', () => {
  it.each([
    ['controls', 'a\0b\u0007c\u001bd\u007fe\u0085f\u009fg', 'abcde\nfg'],
    ['no characters', 'a\ufffeb\uffffc\ufdd0d\u{1fffe}e', 'abcde'],
    ['halves of pairs', 'a\ud800b\udc00c', 'abc'],
    ['ends of lines', 'a\r\nb\rc\vd\fe\u2028f\u2029g', 'a\nb\nc\nd\ne\nf\ng'],
    ['letters of two characters', 'e\u0301te\u0301 x\u0302', 'été x̂'],
    ['what stays', '\tun\n« été » 👩🏽‍🔧 كتاب', '\tun\n« été » 👩🏽‍🔧 كتاب'],
  ])('A2 is clean of %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('A2 is clean whatever it is, and stays as it is once clean', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(heldText(clean)).toBe(clean);
        expect(clean).toBe(clean.normalize('NFC'));
        // eslint-disable-next-line no-control-regex -- control characters are what must not be there
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });

  it('A2 stands on one line where one line is asked for', () => {
    expect([onOneLine('a \r\n  b\u2028c\u000bd'), cleanLine('e\u0301\n\ne')]).toEqual(['a b c d', 'é e']);
    fc.assert(fc.property(anyText, (text) => !/[\n\r\u2028\u2029\v\f\u0085]/.test(onOneLine(text)) && isOneLine(onOneLine(text))));
  });

  it('A2 D-1 is cleaned with the command, whatever the window sends', () => {
    const planned = planCommand(
      startedDocument(),
      {
        name: 'record.create',
        args: { table: 'organisations', fields: { name: 'Coope\u0301rative\u000bdu\ufffe Nord\u0007', sector: 'so\u0301cial' } },
      },
      testContext(),
    );

    expect(planned.ok && planned.value.changes[0]?.after).toMatchObject({ name: 'Coopérative du Nord', sector: 'sócial' });
    expect(planned.ok && planned.value.label.title).toBe('Coopérative du Nord');
  });

  const ENDS = ['\r\n', '\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
  const tables = [...editableTables('free'), ...editableTables('single'), ...editableTables('attached')];
  const fields = tables.flatMap((table) =>
    fieldEntries(table).flatMap(([name, field]) => {
      const declared = plainField(field);
      return declared.kind === 'text' ? [{ table, name, isProse: declared.prose }] : [];
    }),
  );

  it.each(ENDS.map((end) => ({ end })))('A2 D-1 ends a line with $end where running text is declared, and nowhere else', ({ end }) => {
    const told = fields.map(({ table, name }) => {
      const { args } = cleanCommand({ name: 'record.update', args: { table, id: 'record-1', fields: { [name]: `un${end}deux` } } });
      return 'fields' in args && args.fields[name];
    });

    expect(told).toEqual(fields.map(({ isProse }) => (isProse ? 'un\ndeux' : 'un deux')));
    expect(new Set(told).size).toBe(2);
  });

  it.each<[Command['name'], Command, unknown]>([
    [
      'accompaniment.start',
      {
        name: 'accompaniment.start',
        args: {
          draft: {
            ...DRAFT,
            title: 'a\vb',
            officer: 'a\vb',
            need: 'a\vb',
            expectedResults: 'a\fb',
            organisations: [{ name: 'a\vb', legalForm: 'a\u0085b', circle: 'core' }],
          },
        },
      },
      {
        draft: {
          title: 'a b',
          officer: 'a b',
          need: 'a\nb',
          expectedResults: 'a\nb',
          organisations: [{ name: 'a b', legalForm: 'a b' }],
          scheme: DRAFT.scheme,
          envelope: DRAFT.envelope,
        },
      },
    ],
    ['session.create', { name: 'session.create', args: { ...SESSION, title: 'a\vb', place: 'a\fb' } }, { title: 'a b', place: 'a b' }],
    [
      'session.participants',
      {
        name: 'session.participants',
        args: { sessionId: 'session-1', people: [{ personId: null, personName: 'a\vb', organisationId: null, organisationName: 'a\nb' }] },
      },
      { people: [{ personName: 'a b', organisationName: 'a b', personId: null }] },
    ],
  ])('A2 D-1 the texts of %s stand on one line, but for running texts', (_, command, cleaned) => {
    expect(cleanCommand(command).args).toMatchObject(cleaned as object);
  });
});
