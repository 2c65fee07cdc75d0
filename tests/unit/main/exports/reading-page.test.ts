// A17: the page beside an export holds everything that may be shared, leads where it says, and is nothing but text whatever the file says.
import { rowsOf, type Accompaniment } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { plainField } from '@domain/tables/field.ts';
import { fieldEntries } from '@domain/tables/tables.ts';
import { calendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingPageOf } from '../../../../main/exports/reading-page.ts';
import { SHAREABLE } from '../../../../main/exports/shareable.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { readProjectFile } from '../../../../main/files/read-project-file.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';
const ON = calendarDate('2026-04-14');

async function example() {
  return expectOk(await readProjectFile(realFileSystem, EXAMPLE)).document;
}

function pageOf(accompaniment: Accompaniment, more: Partial<Parameters<typeof readingPageOf>[0]> = {}): string {
  return readingPageOf({ accompaniment, locale: 'fr', on: ON, form: 'json', ...more });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** What a reader sees. */
function textOf(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
function tagsOf(html: string): readonly string[] {
  return html.match(/<[!/]?[a-z][^>]*>/gi) ?? [];
}
function titled(accompaniment: Accompaniment, title: string): Accompaniment {
  const [mission] = Object.values(accompaniment.mission);
  if (mission === undefined) throw new Error('an example without a mission');
  return { ...accompaniment, mission: { single: { ...mission, title, need: title } } };
}

describe('readingPageOf', () => {
  it.each(['fr', 'en'] as const)('A17 holds every text, date and name of every shareable record (%s)', async (locale) => {
    const document = await example();
    const text = textOf(pageOf(document.accompaniment, { locale }));

    for (const table of SHAREABLE) {
      for (const record of Object.values(rowsOf(document, table))) {
        for (const [field, declared] of fieldEntries(table)) {
          const value = record[field];
          if (plainField(declared).kind === 'text' && field !== 'methodKey' && value !== null) expect(text, `${table}.${field}`).toContain(value);
        }
      }
    }
    expect(text).toContain(locale === 'fr' ? '14 avril 2026' : '14 April 2026');
  });

  it('A17 writes dates, durations, choices and people as a reader does', async () => {
    const { accompaniment } = await example();
    const text = textOf(pageOf(accompaniment));
    const [entry] = Object.values(accompaniment.timeEntries);
    const [session] = Object.values(accompaniment.sessions);

    expect(entry?.minutes).toBeGreaterThan(0);
    expect(text).toMatch(/\d+\s?h/);
    expect(session?.mode).toBeDefined();
    expect(text).toContain('Sur place');
    expect(text).not.toContain('onsite');
  });

  it('A17 leads from a record to those that it names, and nowhere else', async () => {
    const { accompaniment } = await example();
    const html = pageOf(accompaniment);
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');

    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((href) => !href.startsWith('#') || !anchors.has(href.slice(1)))).toEqual([]);
  });

  it('A17 needs no script and no network, and says how the files are built', async () => {
    const { accompaniment } = await example();
    const html = pageOf(accompaniment);
    const text = textOf(html);

    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
    expect(html).not.toMatch(/<script|\bsrc=|url\(|https?:|@import|\bon\w+=/i);
    for (const table of SHAREABLE) for (const [field, declared] of fieldEntries(table)) if (!['order', 'stamp', 'fingerprint'].includes(plainField(declared).kind) && field !== 'methodKey') expect(html).toContain(`<code>${field}</code>`);
    expect(text).toContain('SHA-256');
    expect(text).toContain('Le fichier JSON de l’export');
    expect(textOf(pageOf(accompaniment, { form: 'csv' }))).toContain('Chaque fichier CSV de l’export');
  });

  it('A17 names what is empty instead of leaving it out in silence', async () => {
    const { accompaniment } = await example();
    const text = textOf(pageOf({ ...accompaniment, timeEntries: {}, tools: {} }));

    expect(text).toMatch(/Rien n’est noté dans\u202f: [^.]*Temps passés/);
    expect(text).toMatch(/Rien n’est noté dans\u202f: [^.]*Outils transmis/);
    expect(textOf(pageOf(titled(accompaniment, '')))).toContain('Accompagnement sans titre');
  });

  it('A17 keeps the order of the accompanist, else that of the dates', async () => {
    const { accompaniment } = await example();
    const html = pageOf(accompaniment);
    const placeOf = (id: string) => html.indexOf(`id="${id}"`);
    const phases = Object.values(accompaniment.phases).toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ id }) => placeOf(`phases-${id}`));
    const steps = [...html.matchAll(/ id="steps-([^"]+)"/g)].map(([, id]) => accompaniment.steps[id ?? '']?.phaseId ?? '');
    const sessions = Object.values(accompaniment.sessions).toSorted((a, b) => (a.date < b.date ? -1 : 1));

    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
    expect(phases.every((place) => place > 0)).toBe(true);
    expect(steps.filter((phase, index) => phase !== steps[index - 1]), 'the steps of a phase stand together').toHaveLength(new Set(steps).size);
    expect(placeOf(`sessions-${sessions[0]?.id ?? ''}`)).toBeLessThan(placeOf(`sessions-${sessions.at(-1)?.id ?? ''}`));
  });

  it('A17 is nothing but text whatever a title says', async () => {
    const { accompaniment } = await example();
    const expected = tagsOf(pageOf(titled(accompaniment, 'Titre')));
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom('<script>alert(1)</script>', '</title><img src=x onerror=1>', '"><a href="http://x">', "'-->", '&lt;b&gt;')), (wild) => {
        const html = pageOf(titled(accompaniment, `x${wild}`));

        expect(tagsOf(html)).toEqual(expected);
        // eslint-disable-next-line no-control-regex -- these are what must not be there
        expect(html).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/);
      }),
    );
  });
});
