// H4: logos and contact details at the head of the documents: chosen, kept in the personal file and in the accompaniment, drawn.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '@contract/settings.ts';
import type { Accompaniment } from '@domain/document.ts';
import { daysStatement } from '@domain/report/days-statement.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { expectOk } from '@domain/result.ts';
import { onlyOf } from '@domain/tables/tables.ts';
import { calendarDate, minutesPerDay } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { letterhead } from '../../../main/documents/letterhead.ts';
import { renderPdf } from '../../../main/documents/render-pdf.ts';
import { testApplication, type TestApplication, RESOURCES } from '../../support/application.ts';
import { DRAFT, firstId, startedDocument } from '../../support/documents.ts';
import { chunk, png, TINY_PICTURE } from '../../support/pictures.ts';
import { hasProgram } from '../../support/programs.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const PROFILE: Profile = {
  name: 'Sonia Nadir',
  function: 'consultante',
  organisation: 'SCOP Passerelles',
  letterhead: '4 quai des Tanneurs, 77000 Melun',
  logo: TINY_PICTURE,
  email: '',
  minutesPerDay: minutesPerDay(420),
  scheme: 'dla',
};
const TODAY = calendarDate('2026-06-15');

async function opened(app: TestApplication) {
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  let count = 0;
  const view = async () => expectOk(await app.call('project.read', { documentId }));
  const add = async (of: 'firm' | 'funder', name: string, picture = TINY_PICTURE) =>
    app.call('logo.add', { documentId, commandId: `command-${(count += 1)}`, baseRevision: (await view()).revision, of, name, picture });
  const logos = async () => Object.values((await view()).document.accompaniment.logos);
  return { documentId, view, add, logos };
}

describe('choosing a logo', () => {
  it('H4 gives the file to the window, and says why it does not', async () => {
    const app = await testApplication();
    const folder = await temporaryFolder();
    const choose = async (name: string, bytes: Uint8Array) => {
      await writeFile(join(folder, name), bytes);
      app.answers.push(join(folder, name));
      return app.call('logo.choose', {});
    };
    const whole = png({ width: 3, height: 2 });

    expect(await choose('logo.png', whole)).toMatchObject({
      value: { name: 'logo.png', type: 'image/png', data: whole.toString('base64') },
    });
    expect(await choose('huge.png', Buffer.alloc(5_000_001))).toMatchObject({
      failure: { code: 'logo-too-large', name: 'huge.png', bytes: 5_000_001, maximum: 5_000_000 },
    });
    expect(await choose('logo.jpg', whole)).toMatchObject({ failure: { code: 'logo-other-type', found: 'PNG' } });
    app.answers.push(folder, join(folder, 'absent.png'), null);
    expect(await app.call('logo.choose', {})).toMatchObject({ failure: { code: 'logo-no-picture' } });
    expect(await app.call('logo.choose', {})).toMatchObject({ failure: { code: 'disk-gone', name: 'absent.png' } });
    expect(await app.call('logo.choose', {})).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('keeping a logo', () => {
  it('H4 A4 keeps it in the accompaniment with its name, and takes it back', async () => {
    const app = await testApplication();
    const { add, logos, documentId, view } = await opened(app);
    expectOk(await add('funder', 'Banque des Territoires'));
    expectOk(await add('firm', 'SCOP Passerelles'));
    expectOk(await app.call('project.save', { documentId }));

    const read = expectOk(await readProjectFile(realFileSystem, join(app.documents, 'Tierce', 'Offre commune.tierce')));
    expect(Object.values(read.document.accompaniment.logos)).toMatchObject([
      { of: 'funder', name: 'Banque des Territoires', picture: TINY_PICTURE },
      { of: 'firm', name: 'SCOP Passerelles', picture: TINY_PICTURE },
    ]);
    expectOk(await app.call('project.undo', { documentId, commandId: 'undo-0001', baseRevision: (await view()).revision }));
    expect(await logos()).toMatchObject([{ name: 'Banque des Territoires' }]);
  });

  it('H4 holds no more than fit at the head, and nothing that cannot be drawn', async () => {
    const app = await testApplication();
    const { add, logos } = await opened(app);
    const lying = png({ width: 1, height: 1, announced: { width: 2000, height: 2000 } }).toString('base64');
    const moving = png({ width: 1, height: 1, before: [chunk('acTL', Buffer.alloc(8))] }).toString('base64');

    for (const bad of ['', lying, moving])
      expect(await add('firm', 'Logo', bad)).toMatchObject({ failure: { code: 'logo-broken', name: 'Logo' } });
    for (const place of [1, 2, 3, 4, 5, 6]) expectOk(await add('funder', `Financeur ${place}`));
    expect(await add('firm', 'De trop')).toMatchObject({ failure: { code: 'logos-full', most: 6 } });
    expect(await logos()).toHaveLength(6);
  });

  it('H4 keeps that of the firm in the personal file, and an accompaniment that is begun has it with the contact details', async () => {
    const app = await testApplication();
    expectOk(await app.call('profile.save', { profile: PROFILE }));
    const { view } = await opened(app);
    const { accompaniment } = (await view()).document;

    expect(await readFile(join(app.documents, 'Tierce', 'Mon profil.tierce'), 'utf8')).toContain(TINY_PICTURE);
    expect(onlyOf(accompaniment.mission)?.letterhead).toBe(PROFILE.letterhead);
    expect(Object.values(accompaniment.logos)).toMatchObject([{ of: 'firm', name: 'SCOP Passerelles', picture: TINY_PICTURE }]);
  });

  it('H4 of a firm without a name is called by the person', async () => {
    const app = await testApplication();
    expectOk(await app.call('profile.save', { profile: { ...PROFILE, organisation: '' } }));
    const { logos } = await opened(app);

    expect(await logos()).toMatchObject([{ of: 'firm', name: 'Sonia Nadir' }]);
  });

  it('H4 a profile with a picture that cannot be drawn is refused, and the one before stays', async () => {
    const app = await testApplication();
    expectOk(await app.call('profile.save', { profile: PROFILE }));
    const bad = png({ width: 2, height: 2, announced: { width: 2, height: 1 } }).toString('base64');

    expect(await app.call('profile.save', { profile: { ...PROFILE, logo: bad } })).toMatchObject({
      failure: { code: 'record-invalid', table: 'profile', field: 'logo' },
    });
    expect(expectOk(await app.call('app.start', {})).profile).toEqual(PROFILE);
  });
});

/** The accompaniment of a draft with a session, and this at its head. */
function headed(contact: string, logos: readonly { readonly of: 'firm' | 'funder'; readonly picture: string }[], firm = ''): Accompaniment {
  const { accompaniment } = startedDocument();
  const [mission] = Object.values(accompaniment.mission);
  if (mission === undefined) throw new Error('A started document has a mission');
  const people = Object.fromEntries(
    Object.values(accompaniment.people).map((person) => [person.id, person.role === 'accompanist' ? { ...person, firm } : person]),
  );
  const rows = logos.map((logo, index) => [`logo-${index}`, { id: `logo-${index}`, name: 'Logo', order: `a${index}`, ...logo }] as const);
  return {
    ...accompaniment,
    people,
    mission: { [mission.id]: { ...mission, letterhead: contact } },
    logos: Object.fromEntries(rows),
  };
}

describe.skipIf(!hasProgram('pdfimages') || !hasProgram('pdftotext'))('the head of a document, read by poppler', () => {
  async function drawn(accompaniment: Accompaniment, draw: 'days' | 'session' | 'decisions') {
    const report = sessionReport(accompaniment, firstId(accompaniment.sessions));
    const setting = { locale: 'fr', today: TODAY } as const;
    if (report === null) throw new Error('The accompaniment has a session');
    const { bytes } = await renderPdf(
      draw === 'days'
        ? { draw, statement: daysStatement(accompaniment, { from: null, to: null }, TODAY), ...setting }
        : { draw, report, ...setting },
      RESOURCES,
    );
    const path = join(await temporaryFolder(), 'document.pdf');
    await writeFile(path, bytes);
    const rows = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).trim().split('\n').slice(2);
    const pictures = rows.map((row) => row.trim().split(/\s+/)).filter(([, , type]) => type === 'image');
    return { pages: pictures.map(([page]) => page), text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }) };
  }

  it.each(['days', 'session', 'decisions'] as const)(
    'H4 the %s document has firm, contact details and logos on its first page alone',
    async (draw) => {
      const logos = [
        { of: 'firm', picture: TINY_PICTURE },
        { of: 'funder', picture: png({ width: 3, height: 3 }).toString('base64') },
      ] as const;
      const { pages, text } = await drawn(headed('12 rue du Port, Lyon', logos, 'Cabinet Arche'), draw);

      expect(pages).toEqual(['1', '1']);
      expect(text.match(/12 rue du Port, Lyon/g)).toHaveLength(1);
      expect(text.slice(0, text.indexOf('12 rue du Port'))).toContain('Cabinet Arche');
    },
  );

  it('H4 a firm without a name has its details and its logo, and nothing looks empty', async () => {
    const { pages, text } = await drawn(headed('12 rue du Port, Lyon', [{ of: 'firm', picture: TINY_PICTURE }]), 'session');

    expect(pages).toEqual(['1']);
    expect(text).toContain('12 rue du Port, Lyon');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('H4 a picture that another program has put into the file, and that cannot be drawn, is left out', async () => {
    const lying = png({ width: 2, height: 2, announced: { width: 2000, height: 2000 } }).toString('base64');
    const { pages, text } = await drawn(headed('12 rue du Port, Lyon', [{ of: 'firm', picture: lying }]), 'session');

    expect(pages).toEqual([]);
    expect(text).toContain('12 rue du Port, Lyon');
  });

  it('H4 six logos and the longest details fit beside each other', async () => {
    const wide = png({ width: 300, height: 20 }).toString('base64');
    const logos = [0, 1, 2, 3, 4, 5].map((index) => ({ of: index === 0 ? ('firm' as const) : ('funder' as const), picture: wide }));
    const { pages, text } = await drawn(headed('lieu '.repeat(60).trim(), logos, 'Cabinet Arche'), 'decisions');

    expect(pages).toEqual(['1', '1', '1', '1', '1', '1']);
    expect(text.match(/lieu/g)).toHaveLength(60);
  });
});

it('H4 a document without contact details and logos has no head', () => {
  const accompaniment = headed('', [], 'Cabinet Arche');

  expect(sessionReport(accompaniment, firstId(accompaniment.sessions))?.letterhead).toBeNull();
  expect(letterhead(null)).toEqual([]);
});
