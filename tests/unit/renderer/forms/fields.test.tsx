// Fields as their declarations say: each kind with its control, its name, its choices, its longest length, and what bars the way.
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { choice, type Field as Declared, name, optional, plainField } from '@domain/tables/field.ts';
import { fieldEntries, type FieldValue, type RecordOf, type TableName, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES } from '@domain/text/locale.ts';
import type { TextsOfFields } from '@domain/text/table-texts.ts';
import { minutesPerDay } from '@domain/units.ts';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { describedField, fieldName, missingWords } from '../../../../renderer/forms/described-field.ts';
import { Field } from '../../../../renderer/forms/Field.tsx';
import { type FieldPath, type FilledPath, longestOf, fieldAt } from '../../../../renderer/forms/field-path.ts';
import { minutesIn, wholeIn } from '../../../../renderer/forms/figures.ts';
import { FormContext, type FormOfFields, type Trouble } from '../../../../renderer/forms/form-context.ts';
import { InlineField } from '../../../../renderer/forms/InlineField.tsx';
import { AnyField } from '../../../../renderer/forms/ValueField.tsx';
import { adopt } from '../../../../renderer/state/project.ts';
import { bringTexts } from '../../../../renderer/state/texts.ts';
import { openProject } from '../../../support/open-project.ts';

const texts = catalogueOf('fr');
const opened = openProject();

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  vi.stubGlobal('window', { history: { state: null, pushState: () => undefined } });
  adopt(opened);
  vi.unstubAllGlobals();
});

const shown = (node: ReactNode): string => renderToStaticMarkup(node).replaceAll('\u202f', ' ');
const alone = (of: FilledPath, value: FieldValue, looks: object = {}): string =>
  shown(createElement(AnyField, { of, value, onChange: () => undefined, ...looks }));

/** Every field that a user fills in, of the tables of an accompaniment. */
const filled: readonly FilledPath[] = tableNames().flatMap((table) =>
  fieldEntries(table)
    .filter(([, declared]) =>
      ['text', 'choice', 'date', 'clock', 'flag', 'reference', 'minutes', 'whole'].includes(plainField(declared).kind),
    )
    .map(([field]) => `${table}.${field}` as FilledPath),
);
const EMPTY: Readonly<Record<string, FieldValue>> = { text: '', flag: false };
const emptyOf = (declared: Declared): FieldValue => EMPTY[declared.kind] ?? null;

describe('a field', () => {
  it.each(filled)('%s is shown under its name, whatever its kind', (path) => {
    const { declared } = fieldAt(path);

    expect(alone(path, emptyOf(declared), { perDay: minutesPerDay(420) })).toContain(fieldName(path, texts).replaceAll('\u202f', ' '));
  });

  it('of one line takes no more than is declared, and says when it may be left empty', () => {
    expect(alone('mandates.limit', '2 000 €')).toMatch(/maxLength="300"/i);
    expect(alone('mandates.limit', '2 000 €')).toContain('value="2 000 €"');
    expect(alone('mandates.limit', '')).toContain(texts.shell.optional);
    expect(alone('people.name', '')).not.toContain(texts.shell.optional);
    expect(alone('mandates.limit', '')).not.toContain('<textarea');
    expect(longestOf('criteria.title')).toBe(1000);
  });

  it('of running text has room for several lines, and so has a tall one', () => {
    expect(alone('mission.need', 'a\nb')).toContain('<textarea');
    expect(alone('gates.reason', '', { isTall: true })).toContain('<textarea');
  });

  it('that chooses offers its values in the order of the declaration', () => {
    expect(describedField('sessions.mode', texts).choices).toEqual([
      { id: 'onsite', label: 'Sur place' },
      { id: 'remote', label: 'À distance' },
      { id: 'hybrid', label: 'Sur place et à distance' },
      { id: 'phone', label: 'Par téléphone' },
    ]);
    expect(alone('sessions.mode', 'remote')).toContain('À distance');
    expect(alone('mandates.state', 'consulted', { words: texts.collective.teamState })).toContain('consultée');
  });

  it('that points elsewhere offers the records of that table by their titles, or none where it may', () => {
    const [person] = Object.values(opened.document.accompaniment.people);

    expect(alone('mission.officerId', person?.id ?? '')).toContain(person?.name);
    expect(alone('mission.officerId', null)).toContain(texts.shell.nobody);
    expect(alone('commitments.decisionId', null)).toContain(texts.shell.none);
    expect(alone('people.organisationId', null, { none: 'Sans structure' })).toContain('Sans structure');
    expect(alone('circleMoves.organisationId', null)).not.toContain(texts.shell.none);
  });

  it('of a day can be emptied where it may hold nothing', () => {
    expect(alone('mandates.on', '2026-04-02')).toContain(texts.shell.clearDate);
    expect(alone('circleMoves.on', '2026-04-02')).not.toContain(texts.shell.clearDate);
    expect(alone('steps.doneOn', '2026-04-02', { isClearable: false })).not.toContain(texts.shell.clearDate);
  });

  it('of yes or no is a box to tick', () => {
    expect(alone('kinds.isEligible', true)).toMatch(/type="checkbox"[^>]*checked/);
  });

  it('is called as the screen says where it says it more precisely', () => {
    const named = alone('mandates.state', 'todo', { label: 'Où cela en est' });

    expect(named).toContain('Où cela en est');
    expect(named).not.toContain(texts.tables.mandates.fields.state);
  });
});

describe('figures', () => {
  const ofMinutes = (path: FieldPath) => plainField(fieldAt(path).declared) as Parameters<typeof minutesIn>[1];
  const jobs = plainField(fieldAt('organisations.jobs').declared) as Parameters<typeof wholeIn>[1];

  it('are days, or less than none where the declaration has room for it', () => {
    expect(minutesIn('1,5', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBe(630);
    expect(minutesIn('−2', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBe(-840);
    expect(minutesIn('10 h 30', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBe(630);
    expect(minutesIn('−3h30', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBe(-210);
    expect(minutesIn('4000 h', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBeNaN();
    expect(minutesIn('-2', ofMinutes('envelopes.grantedMinutes'), minutesPerDay(420))).toBeNaN();
    expect(minutesIn('beaucoup', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBeNaN();
    expect(minutesIn('501', ofMinutes('amendments.minutes'), minutesPerDay(420))).toBeNaN();
  });

  it('are whole numbers within their bounds', () => {
    expect([wholeIn(' 14 ', jobs), wholeIn('1000000', jobs)]).toEqual([14, 1_000_000]);
    expect([wholeIn('1000001', jobs), wholeIn('1,5', jobs), wholeIn('-1', jobs)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('a form', () => {
  const NONE: Trouble = { isMissing: false, said: null };
  const around = (table: TableName, trouble: Trouble): FormOfFields => ({
    table,
    valueOf: () => null,
    change: () => undefined,
    troubleOf: () => trouble,
    show: () => () => undefined,
  });
  const inForm = (table: TableName, trouble: Trouble, field: ReactNode): string =>
    shown(<FormContext value={around(table, trouble)}>{field}</FormContext>);

  it('says at a field that it must be filled in, by its kind or as the screen says', () => {
    const missing = { isMissing: true, said: null };

    expect(inForm('circleMoves', missing, <Field of="circleMoves.on" />)).toContain(texts.shell.missing.date);
    expect(inForm('circleMoves', missing, <Field of="circleMoves.on" missing="Quel jour ?" />)).toContain('Quel jour ?');
    expect(inForm('people', NONE, <Field of="people.name" />)).not.toContain(texts.shell.missing.text);
  });

  it('says at a field what was refused, before anything else', () => {
    const refused = inForm('people', { isMissing: true, said: 'Refusé.' }, <Field of="people.name" />);

    expect(refused).toContain('Refusé.');
    expect(refused).not.toContain(texts.shell.missing.text);
  });

  it('has no field of another table', () => {
    expect(() => inForm('people', NONE, <Field of="mandates.limit" />)).toThrow(/mandates/);
    expect(() => shown(<Field of="mandates.limit" />)).toThrow(/no form/);
  });

  it.each(LOCALES)('has words in %s for whatever may be missing', (locale) => {
    const catalogue = catalogueOf(locale);

    expect(filled.map((path) => missingWords(describedField(path, catalogue).plain, catalogue)).filter((said) => said === '')).toEqual([]);
  });
});

describe('a field of a page', () => {
  it('reads as text that opens where one clicks, with the length of its declaration', () => {
    const { accompaniment } = opened.document;
    const [phase] = Object.values(accompaniment.phases) as readonly RecordOf<'phases'>[];
    if (phase === undefined) throw new Error('The example has a phase.');
    const title = shown(<InlineField of="phases.title" record={phase} look="subtitle" />);

    expect(title).toContain('inline-text-subtitle');
    expect(title).toMatch(/maxLength="300"/i);
    expect(title).toContain(texts.tables.phases.fields.title);
    expect(shown(<InlineField of="phases.status" record={phase} isInline />)).toContain(texts.tables.phases.choices.status[phase.status]);
  });
});

describe('what does not compile', () => {
  it('is a field that is not declared, or that nobody fills in', () => {
    const paths: readonly FilledPath[] = [
      // @ts-expect-error -- no such field
      'mandates.colour',
      // @ts-expect-error -- no such table
      'wishes.what',
      // @ts-expect-error -- main alone writes it
      'phases.order',
      'mission.order',
    ];

    expect(paths).toHaveLength(4);
  });

  it('is what a field of that kind has no use for', () => {
    const fields = () => [
      // @ts-expect-error -- a date has no words
      <Field key="1" of="mandates.on" words={{}} />,
      // @ts-expect-error -- a value without its words
      <Field key="2" of="sessions.mode" words={{ onsite: 'ici' }} />,
      // @ts-expect-error -- days of how many minutes
      <Field key="3" of="amendments.minutes" />,
      // @ts-expect-error -- a figure is typed as a text of its own
      <InlineField key="4" of="organisations.jobs" record={{ id: 'o1', jobs: 3 }} />,
      // @ts-expect-error -- a length is that of a text
      longestOf('mandates.on'),
    ];

    expect(fields).toBeTypeOf('function');
  });

  it('is a choice without words', () => {
    const declared = { title: name(), way: optional(choice('by-foot', 'by-train')) };
    const words = { one: 'trip', many: 'Trips', fields: { title: 'Title', way: 'Way' } };

    expect([
      { ...words, choices: { way: { 'by-foot': 'by foot', 'by-train': 'by train' } } } satisfies TextsOfFields<typeof declared>,
      // @ts-expect-error -- by train has no word
      { ...words, choices: { way: { 'by-foot': 'by foot' } } } satisfies TextsOfFields<typeof declared>,
    ]).toHaveLength(2);
  });
});
