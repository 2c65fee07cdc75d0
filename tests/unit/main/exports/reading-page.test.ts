// A17: the page beside an export holds everything that may be shared, its links work, and it is plain text whatever the file says.
import { type Accompaniment, applyChanges, type Change, emptyDocument, rowsOf } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { plainField } from '@domain/tables/field.ts';
import { fieldEntries } from '@domain/tables/tables.ts';
import { calendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingPageOf } from '../../../../main/exports/reading-page.ts';
import { SHAREABLE } from '../../../../main/exports/shareable.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { readProjectFile } from '../../../../main/files/read-project-file.ts';
import { forReaders } from '@domain/levels/for-readers.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';
const ON = calendarDate('2026-04-14');

async function example() {
  return expectOk(await readProjectFile(realFileSystem, EXAMPLE)).document;
}

function pageOf(accompaniment: Accompaniment, more: Partial<Parameters<typeof readingPageOf>[0]> = {}): string {
  return readingPageOf({ accompaniment: forReaders(accompaniment, 'accompanist'), locale: 'fr', on: ON, form: 'json', ...more });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** What a reader sees. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
function tagsOf(html: string): readonly string[] {
  return html.match(/<[!/]?[a-z][^>]*>/gi) ?? [];
}
function titled(accompaniment: Accompaniment, title: string): Accompaniment {
  const [mission] = Object.values(accompaniment.mission);
  if (mission === undefined) throw new Error('an example without a mission');
  return { ...accompaniment, mission: { single: { ...mission, title, need: title } } };
}

/** A mission with the few records that show how each kind of table is described. */
function smallAccompaniment(): Accompaniment {
  const added = (table: Change['table'], id: string, fields: object): Change => ({
    table,
    id,
    before: null,
    after: { ...blankFields(table), ...fields, id },
  });
  return applyChanges(emptyDocument('accompaniment'), [
    added('mission', 'single', { title: ' Offre\n commune ', scheme: 'dla', startsOn: '2026-02-02' }),
    added('phases', 'p-2', { order: 'a2', title: 'Diagnostic', status: 'planned' }),
    added('phases', 'p-1', { order: 'a1', title: 'Besoins', objective: 'Comprendre.\nÉcouter.', status: 'running' }),
    added('phases', 'p-3', { order: 'a3', title: '', status: 'planned' }),
    added('steps', 'e-1', { phaseId: 'p-2', order: 'a0', title: 'Chiffrer' }),
    added('steps', 'e-2', { phaseId: 'p-1', order: 'a2', title: 'Restituer' }),
    added('steps', 'e-3', { phaseId: 'p-1', order: 'a1', title: 'Rencontrer', doneOn: '2026-02-10' }),
    added('kinds', 'k-2', { code: 'face', title: 'Face à face' }),
    added('kinds', 'k-1', { code: 'other', title: 'École' }),
    added('timeEntries', 't-2', { date: '2026-03-02', minutes: 90, kindId: 'k-2', note: 'a' }),
    added('timeEntries', 't-1', { date: '2026-02-03', minutes: 420, kindId: 'k-2', note: 'b' }),
    added('timeEntries', 't-3', { date: '2026-02-03', minutes: 15, kindId: 'gone', note: 'a' }),
  ]).accompaniment;
}

describe('readingPageOf', () => {
  it('A17 tells every record once: those with running text one by one, the others in columns, each in its place', () => {
    const html = pageOf(smallAccompaniment());

    expect(html.slice(0, html.indexOf('<style>'))).toMatchInlineSnapshot(`
      "<!doctype html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Offre commune</title>
      "
    `);
    expect(html.slice(html.indexOf('<body>'), html.indexOf('<section id="how">'))).toMatchInlineSnapshot(`
      "<body>
      <header><h1>Offre commune</h1>
      <p>Tout ce qui peut se partager de cet accompagnement, tel qu’il était le 14 avril 2026. Cette page se lit et s’imprime avec n’importe quel navigateur, sans Tierce et sans connexion.</p>
      <p>N’y figurent ni les repères personnels de l’accompagnateur·rice, ni son carnet confidentiel, ni le contenu des pièces jointes, ni l’historique des changements.</p></header>
      <nav id="contents"><h2>Sommaire</h2><ul><li><a href="#t-mission">Mission</a> <span class="quiet">1 élément</span></li><li><a href="#t-phases">Phases</a> <span class="quiet">3 éléments</span></li><li><a href="#t-steps">Étapes</a> <span class="quiet">3 éléments</span></li><li><a href="#t-kinds">Natures d’intervention</a> <span class="quiet">2 éléments</span></li><li><a href="#t-timeEntries">Temps passé</a> <span class="quiet">3 éléments</span></li><li><a href="#how">Comment les fichiers sont faits</a></li></ul>
      <p class="quiet">Rien n’est noté dans : Critères de sortie, Productions, Jalons, Outils transmis, Rendez-vous de suivi, Structures, Personnes, Mouvements entre les cercles, Mandats, Portrait du collectif, Séances, Points de l’ordre du jour, Présences, Décisions, Actions, Engagements, Fonctions, Désaccords, Positions dans les désaccords, Enveloppes de jours, Avenants, Répartition des jours, Pièces jointes, Logos, Documents remis, Destinataires.</p></nav>
      <main>
      <section id="t-mission"><h2>Mission</h2>
      <article id="mission-single"><h3> Offre
       commune </h3><dl><dt>Dispositif</dt><dd>DLA</dd><dt>Début prévu</dt><dd>2 février 2026</dd><dt>Exemple</dt><dd>non</dd><dt>Séances tenues avant ce fichier</dt><dd>0</dd><dt>Niveau convenu avec le collectif</dt><dd>l’accompagnement seulement</dd></dl></article>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      <section id="t-phases"><h2>Phases</h2>
      <article id="phases-p-1"><h3>Besoins</h3><dl><dt>Objectif</dt><dd>Comprendre.
      Écouter.</dd><dt>État</dt><dd>en cours</dd></dl></article>
      <article id="phases-p-2"><h3>Diagnostic</h3><dl><dt>État</dt><dd>à venir</dd></dl></article>
      <article id="phases-p-3"><dl><dt>État</dt><dd>à venir</dd></dl></article>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      <section id="t-steps"><h2>Étapes</h2>
      <div class="wide"><table><thead><tr><th scope="col">Phase</th><th scope="col">Intitulé</th><th scope="col">Faite le</th></tr></thead><tbody>
      <tr id="steps-e-3"><td><a href="#phases-p-1">Besoins</a></td><td>Rencontrer</td><td>10 février 2026</td></tr>
      <tr id="steps-e-2"><td><a href="#phases-p-1">Besoins</a></td><td>Restituer</td><td></td></tr>
      <tr id="steps-e-1"><td><a href="#phases-p-2">Diagnostic</a></td><td>Chiffrer</td><td></td></tr>
      </tbody></table></div>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      <section id="t-kinds"><h2>Natures d’intervention</h2>
      <div class="wide"><table><thead><tr><th scope="col">Intitulé</th><th scope="col">Sorte</th><th scope="col">Éligible</th></tr></thead><tbody>
      <tr id="kinds-k-1"><td>École</td><td>Autre</td><td>non</td></tr>
      <tr id="kinds-k-2"><td>Face à face</td><td>Face à face</td><td>non</td></tr>
      </tbody></table></div>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      <section id="t-timeEntries"><h2>Temps passé</h2>
      <div class="wide"><table><thead><tr><th scope="col">Date</th><th scope="col">Durée</th><th scope="col">Nature</th><th scope="col">État</th><th scope="col">Commentaire</th></tr></thead><tbody>
      <tr id="timeEntries-t-3"><td>3 février 2026</td><td>15 min</td><td>…</td><td>fait</td><td>a</td></tr>
      <tr id="timeEntries-t-1"><td>3 février 2026</td><td>7 h</td><td><a href="#kinds-k-2">Face à face</a></td><td>fait</td><td>b</td></tr>
      <tr id="timeEntries-t-2"><td>2 mars 2026</td><td>1 h 30</td><td><a href="#kinds-k-2">Face à face</a></td><td>fait</td><td>a</td></tr>
      </tbody></table></div>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      "
    `);
    expect(html.slice(html.indexOf('<section id="how">')).replace(/\n(<tr><td>.*\n?)+/g, '\n…\n')).toMatchInlineSnapshot(`
      "<section id="how"><h2>Comment les fichiers sont faits</h2>
      <p>Le fichier JSON de l’export contient les mêmes données pour un autre logiciel : un objet « accompaniment », et dans celui-ci un objet par table, où chaque élément est rangé sous son identifiant.</p>
      <p>Le fichier .tierce est lui aussi un texte en UTF-8 au format JSON, un élément par ligne, qu’un éditeur de texte ouvre. Il contient en plus les repères personnels, le carnet (toujours chiffré), l’historique, les pièces jointes en Base64 et, à la dernière ligne, une empreinte SHA-256 de tout ce qui précède. S’il est protégé par une phrase de passe, son contenu est chiffré (AES-256-GCM) et ne se lit qu’avec elle.</p>
      <p>Dans les deux, les dates s’écrivent AAAA-MM-JJ, l’heure en heures et minutes (14:30), les durées en minutes entières, les sommes en centimes. Un champ qui finit par « Id » donne l’identifiant d’un élément d’une autre table.</p>
      <details><summary>Noms des tables et de leurs champs dans ces fichiers</summary><table><thead><tr><th scope="col">Champ</th><th scope="col">Signification</th></tr></thead><tbody>
      <tr><th scope="rowgroup" colspan="2"><code>mission</code> Mission</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>phases</code> Phases</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>steps</code> Étapes</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>criteria</code> Critères de sortie</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>deliverables</code> Productions</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>gates</code> Jalons</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>tools</code> Outils transmis</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>followUps</code> Rendez-vous de suivi</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>organisations</code> Structures</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>people</code> Personnes</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>circleMoves</code> Mouvements entre les cercles</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>mandates</code> Mandats</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>portrait</code> Portrait du collectif</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>sessions</code> Séances</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>agendaItems</code> Points de l’ordre du jour</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>attendances</code> Présences</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>decisions</code> Décisions</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>actions</code> Actions</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>commitments</code> Engagements</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>functions</code> Fonctions</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>disagreements</code> Désaccords</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>positions</code> Positions dans les désaccords</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>envelopes</code> Enveloppes de jours</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>amendments</code> Avenants</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>allocations</code> Répartition des jours</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>kinds</code> Natures d’intervention</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>timeEntries</code> Temps passé</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>attachments</code> Pièces jointes</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>logos</code> Logos</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>documents</code> Documents remis</th></tr>
      …
      <tr><th scope="rowgroup" colspan="2"><code>recipients</code> Destinataires</th></tr>
      …
      </tbody></table></details>
      <p class="back"><a href="#contents">Retour au sommaire</a></p></section>
      </main>
      </body>
      </html>
      "
    `);
  });

  it.each(['fr', 'en'] as const)('A17 holds every text, date and name of every shareable record (%s)', async (locale) => {
    const document = await example();
    const text = textOf(pageOf(document.accompaniment, { locale }));

    for (const table of SHAREABLE) {
      for (const record of Object.values(rowsOf(document, table))) {
        for (const [field, declared] of fieldEntries(table)) {
          const value = record[field];
          if (plainField(declared).kind === 'text' && value !== null) expect(text, `${table}.${field}`).toContain(value);
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
    for (const table of SHAREABLE) for (const [field] of fieldEntries(table)) expect(html).toContain(`<tr><td><code>${field}</code></td>`);
    expect(text).toContain('SHA-256');
    expect(text).toContain('Le fichier JSON de l’export');
    expect(textOf(pageOf(accompaniment, { form: 'csv' }))).toContain('Chaque fichier CSV de l’export');
  });

  it('A17 names what is empty instead of leaving it out in silence', async () => {
    const { accompaniment } = await example();
    const text = textOf(pageOf({ ...accompaniment, timeEntries: {}, tools: {} }));

    expect(text).toMatch(/Rien n’est noté dans\u202f: [^.]*Temps passé/);
    expect(text).toMatch(/Rien n’est noté dans\u202f: [^.]*Outils transmis/);
    expect(textOf(pageOf(titled(accompaniment, '')))).toContain('Accompagnement sans titre');
    expect(textOf(pageOf(emptyDocument('accompaniment').accompaniment))).toContain('Accompagnement sans titre');
    expect(
      pageOf({
        ...accompaniment,
        ...Object.fromEntries(SHAREABLE.map((table) => [table, { 'x-1': { ...blankFields(table), id: 'x-1' } }])),
      }),
      'nothing is empty',
    ).not.toContain('Rien n’est noté');
  });

  it('A17 keeps the order of the accompanist, else that of the dates', async () => {
    const { accompaniment } = await example();
    const html = pageOf(accompaniment);
    const placeOf = (id: string) => html.indexOf(`id="${id}"`);
    const phases = Object.values(accompaniment.phases)
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ id }) => placeOf(`phases-${id}`));
    const steps = [...html.matchAll(/ id="steps-([^"]+)"/g)].map(([, id]) => accompaniment.steps[id ?? '']?.phaseId ?? '');
    const sessions = Object.values(accompaniment.sessions).toSorted((a, b) => (a.date < b.date ? -1 : 1));

    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
    expect(phases.every((place) => place > 0)).toBe(true);
    expect(
      steps.filter((phase, index) => phase !== steps[index - 1]),
      'the steps of a phase stand together',
    ).toHaveLength(new Set(steps).size);
    expect(placeOf(`sessions-${sessions[0]?.id ?? ''}`)).toBeLessThan(placeOf(`sessions-${sessions.at(-1)?.id ?? ''}`));
  });

  it('A17 is nothing but text whatever a title says', async () => {
    const { accompaniment } = await example();
    const expected = tagsOf(pageOf(titled(accompaniment, 'Titre')));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1, unit: 'binary' }),
          fc.constantFrom('<script>alert(1)</script>', '</title><img src=x onerror=1>', '"><a href="http://x">', "'-->", '&lt;b&gt;'),
        ),
        (wild) => {
          const html = pageOf(titled(accompaniment, `x${wild}`));

          expect(tagsOf(html)).toEqual(expected);
          // eslint-disable-next-line no-control-regex -- these are what must not be there
          expect(html).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/);
        },
      ),
    );
  });
});
