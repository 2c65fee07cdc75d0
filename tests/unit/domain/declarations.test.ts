// A13, I3: a table must declare where its records are shown, their date and when they are late; an omission does not compile.
import { emptyDocument } from '@domain/document.ts';
import { lateOn, lateReasons, lateTables } from '@domain/overview/late.ts';
import { choice, date, name, optional, reference, text } from '@domain/tables/field.ts';
import { table } from '@domain/tables/table.ts';
import { declarationOf, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { lateWords } from '@domain/text/late-words.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { calendarDate } from '@domain/units.ts';
import { whereShown } from '@domain/where-shown.ts';
import { describe, expect, it } from 'vitest';
import { documentAfter, startedDocument } from '../../support/documents.ts';

const nothing = emptyDocument('accompaniment').accompaniment;

describe('where a record is shown', () => {
  it.each(tableNames())('I3 %s leads somewhere, also where all that it belongs to is gone', (of) => {
    const { place } = declarationOf(of);

    expect(whereShown(of, { id: 'one' }, nothing).on).toMatch(/^[a-z]+$/);
    expect('on' in place || place.under in declarationOf(of).fields).toBe(true);
  });

  it('I3 is the record itself, the one that it belongs to, or the screen as a whole', () => {
    expect([
      whereShown('sessions', { id: 'one' }, nothing),
      whereShown('steps', { id: 'one', phaseId: 'p1' }, nothing),
      whereShown('portrait', { id: 'single' }, nothing),
    ]).toEqual([
      { on: 'session', id: 'one' },
      { on: 'frame', id: 'p1' },
      { on: 'collective', id: null },
    ]);
  });

  it('I3 goes through what lies between, and to the overview where that is gone', () => {
    const disagreements = { d1: { id: 'd1', sessionId: 's1', order: 'a0', title: 'Loyer', agreed: '', reviewOn: null, level: null } };
    const position = { id: 'one', disagreementId: 'd1' };

    expect([
      whereShown('positions', position, { ...nothing, disagreements }),
      whereShown('positions', position, { ...nothing, disagreements: { d1: { ...disagreements.d1, sessionId: null } } }),
      whereShown('positions', position, nothing),
    ]).toEqual([
      { on: 'session', id: 's1' },
      { on: 'overview', id: null },
      { on: 'overview', id: null },
    ]);
  });

  it('I3 is said for what belongs to none yet', () => {
    expect([
      whereShown('people', { id: 'one', organisationId: null }, nothing),
      whereShown('actions', { id: 'one', sessionId: null }, nothing),
    ]).toEqual([
      { on: 'collective', id: '-' },
      { on: 'overview', id: null },
    ]);
  });
});

describe('when a record is late', () => {
  it.each(LOCALES)('A13 I5 has words in %s for each reason', (locale) => {
    const texts = catalogueOf(locale);
    for (const of of lateTables())
      for (const { as } of declarationOf(of).late) {
        const words = lateWords(texts, { table: of, reason: lateReasons().find((reason) => reason === as) ?? 'due' });
        expect(words.why('1er mai')).toContain('1er mai');
        expect(words.first('', '3 jours')).toContain('3 jours');
      }
  });

  it('A13 does not invent a reason that a table does not give', () => {
    expect(() => lateWords(catalogueOf('fr'), { table: 'actions', reason: 'start' })).toThrow(/actions.*start/);
  });

  it('B10 does not ask for what a skipped phase was to produce', () => {
    const today = calendarDate('2027-01-01');
    const started = startedDocument();
    const phaseId = Object.keys(started.accompaniment.phases)[0] ?? '';
    const due = documentAfter(
      [{ name: 'record.create', args: { table: 'deliverables', fields: { phaseId, title: 'Note', dueOn: '2026-06-12' } } }],
      started,
    );
    const skipped = documentAfter(
      [{ name: 'record.update', args: { table: 'phases', id: phaseId, fields: { status: 'skipped', skipReason: 'Déjà fait' } } }],
      due,
    );
    const late = ({ accompaniment }: typeof due) => lateOn(accompaniment, today).filter((one) => one.table === 'deliverables');

    expect(late(due)).toMatchObject([{ reason: 'due', title: 'Note', dueOn: '2026-06-12', days: 203 }]);
    expect(late(skipped)).toEqual([]);
  });
});

describe('what does not compile', () => {
  const fields = {
    title: name(),
    note: text(),
    on: optional(date()),
    state: choice('open', 'done'),
    sessionId: reference('sessions', 'forget'),
  };
  const common = { kind: 'accompaniment', class: 'accompaniment', edits: 'free', fields } as const;
  const whole = { ...common, title: 'title', day: 'on', place: { under: 'sessionId' }, late: [] } as const;

  it('A13 I3 is a table without its place, its late rules, its day or its name', () => {
    const { place: _, ...placeless } = whole;
    const { late: __, ...never } = whole;
    const { day: ___, ...dayless } = whole;
    const { title: ____, ...nameless } = whole;

    expect([
      table(whole),
      // @ts-expect-error -- where its records are shown
      table(placeless),
      // @ts-expect-error -- when they are late, or that they never are
      table(never),
      // @ts-expect-error -- their date
      table(dayless),
      // @ts-expect-error -- what names them
      table(nameless),
    ]).toHaveLength(5);
  });

  it('A13 I3 is a name of a field that is not there, or is of another kind', () => {
    expect([
      // @ts-expect-error -- no such field
      table({ ...whole, title: 'name' }),
      // @ts-expect-error -- a text is not a date
      table({ ...whole, day: 'note' }),
      // @ts-expect-error -- a text is not a reference
      table({ ...whole, place: { under: 'note' } }),
      // @ts-expect-error -- no such screen
      table({ ...whole, place: { on: 'nowhere' } }),
      // @ts-expect-error -- a text is not a due date
      table({ ...whole, late: [{ as: 'due', by: 'note', while: { state: 'open' } }] }),
      // @ts-expect-error -- no such field to compare
      table({ ...whole, late: [{ as: 'due', by: 'on', while: { status: 'open' } }] }),
      table({ ...whole, late: [{ as: 'due', by: 'on', while: { state: 'open' } }] }),
    ]).toHaveLength(7);
  });
});
