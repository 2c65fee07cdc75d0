// H2, C5: a register that declares its columns has a sheet of its own in the workbook, in the words of the screens.
import { registerSheets } from '@domain/report/register-sheets.ts';
import { workbook } from '@domain/report/workbook.ts';
import { declarationOf, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, SESSION, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const WHOLE = { from: null, to: null };
const registers = tableNames().filter((table) => (declarationOf(table).columns ?? []).length > 0);

function sheetsOf(document: ReturnType<typeof startedDocument>, locale: (typeof LOCALES)[number] = 'fr') {
  return registerSheets({ accompaniment: document.accompaniment, period: WHOLE, on: TODAY, locale });
}

describe('the sheets of registers', () => {
  it.each(LOCALES)('H2 stand in the workbook in %s, each with the names of its fields', (locale) => {
    const { tables } = catalogueOf(locale);
    const document = startedDocument({}, context);
    const names = workbook({ accompaniment: document.accompaniment, period: WHOLE, on: TODAY, locale }).sheets.map(({ name }) => name);

    for (const [index, table] of registers.entries()) {
      const fields: Readonly<Record<string, string>> = tables[table].fields;
      expect(sheetsOf(document, locale)[index]?.columns.map(({ head }) => head)).toEqual(
        (declarationOf(table).columns ?? []).map((field) => fields[field]),
      );
    }
    expect(names.slice(-registers.length)).toEqual(sheetsOf(document, locale).map(({ name }) => name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]); // what spreadsheets refuse
  });

  it('H2 of the action plan says who, by when, where it stands and which session, by session and in its order', () => {
    const started = startedDocument({}, context);
    const sessions = documentAfter(
      [
        { name: 'session.create', args: { ...SESSION, title: 'Deuxième', date: TODAY, startsAt: null, endsAt: null } },
        { name: 'record.create', args: { table: 'actions', fields: { title: 'Sans séance' } } },
      ],
      started,
      context,
    );
    const sessionId = Object.values(sessions.accompaniment.sessions).find(({ title }) => title === 'Deuxième')?.id ?? '';
    const [person] = Object.values(sessions.accompaniment.people);
    const document = documentAfter(
      ['Une', 'Deux'].map(
        (title) =>
          ({
            name: 'record.create',
            args: { table: 'actions', fields: { title, sessionId, personId: person?.id ?? null, dueOn: '2026-04-10' } },
          }) as const,
      ),
      sessions,
      context,
    );
    const sheet = sheetsOf(document).find(({ name }) => name === 'Actions');

    expect(sheet?.rows).toEqual([
      ['Une', person?.name, '', { date: '2026-04-10' }, 'à faire', null, 'Deuxième'],
      ['Deux', person?.name, '', { date: '2026-04-10' }, 'à faire', null, 'Deuxième'],
      ['Sans séance', '', '', null, 'à faire', null, ''],
    ]);
    expect(sheet?.columns.map(({ format }) => format)).toEqual(['text', 'text', 'text', 'date', 'text', 'date', 'text']);
    expect(sheet?.total).toBeNull();
  });
});
