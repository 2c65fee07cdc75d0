// K3: the output of the command line, in words and as data, on small files: one language, one object, one exit code.
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '@domain/document.ts';
import { ok, refuse } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import type { CliWorld } from '../../../../main/cli/cli-world.ts';
import { runCli } from '../../../../main/cli/run-cli.ts';
import type { Renderer } from '../../../../main/documents/renderer.ts';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { readingHere } from '../../../../main/library/read-entry.ts';
import { countedIds } from '../../../support/context.ts';
import { documentAfter, SESSION, startedDocument } from '../../../support/documents.ts';
import { HEADER } from '../../../support/projects.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const NOTHING_DRAWN: Renderer = {
  render: () => Promise.resolve(ok({ bytes: Buffer.from('%PDF-'), pages: 1, missing: [], lines: [] })),
  stop: () => Promise.resolve(),
};

async function tierce(words: readonly string[], world: Partial<CliWorld> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(words, {
    files: realFileSystem,
    renderer: NOTHING_DRAWN,
    entryReader: readingHere(realFileSystem),
    today: calendarDate('2026-03-10'),
    locale: 'fr',
    newId: countedIds(),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    askPassphrase: () => Promise.resolve(null),
    ...world,
  });
  return { code, out: out.join('\n').replaceAll(/[\u00a0\u202f]/g, ' '), err: err.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ') };
}

async function fileWith(document: Document, name = 'mission.tierce', folder: string | null = null, fileId = 'file-0001'): Promise<string> {
  const place = folder ?? (await temporaryFolder());
  await writeFile(join(place, name), serialiseProject({ header: { ...HEADER, fileId, revision: 7 }, document }, null));
  return join(place, name);
}

describe('tierce check and ledger', () => {
  it('K3 says how many records a file has, and as of which revision', async () => {
    const file = await fileWith(startedDocument());
    const { out } = await tierce(['check', file]);
    const { ok: isOk, ...data } = JSON.parse((await tierce(['check', file, '--json'])).out) as Record<string, unknown>;

    expect(out).toMatch(/^mission\.tierce : fichier entier, \d+ éléments, révision 7\.$/);
    expect(isOk).toBe(true);
    expect(data).toEqual({
      file: 'mission.tierce',
      kind: 'accompaniment',
      records: Number(/(\d+) éléments/.exec(out)?.[1]),
      revision: 7,
      savedAt: HEADER.savedAt,
    });
    expect((await tierce(['check', file], { locale: 'en' })).out).not.toContain('fichier');
  });

  it('K3 tells the days line by line, and what lies outside every envelope', async () => {
    const { out } = await tierce(['ledger', await fileWith(startedDocument())]);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^Accordés : 6 j · 42 h/),
      expect.stringMatching(/^Faits : 0 j · 0/),
      expect.stringMatching(/^Prévus : 0 j · 0/),
      expect.stringMatching(/^Restent : 6 j · 42 h/),
      expect.stringMatching(/^Hors enveloppe : 0/),
    ]);
  });

  it('K3 says that a file has no envelope', async () => {
    const file = await fileWith(startedDocument({ envelope: null }));
    expect((await tierce(['ledger', file])).out.split('\n')).toEqual([
      'Aucune enveloppe de jours dans ce fichier.',
      expect.stringMatching(/^Hors enveloppe : 0/),
    ]);
    expect(JSON.parse((await tierce(['ledger', file, '--json'])).out)).toMatchObject({
      ok: true,
      on: '2026-03-10',
      granted: { days: 0, minutes: 0 },
      unfundedMinutes: 0,
    });
  });

  it('K3 tells a failure in words on the side of errors, and as data with its words', async () => {
    expect(await tierce(['check', '/nowhere/x.tierce'])).toMatchObject({ code: 1, out: '' });
    const { err } = await tierce(['check', '/nowhere/x.tierce']);
    const json = await tierce(['check', '/nowhere/x.tierce', '--json']);
    expect(json.err).toBe('');
    expect(JSON.parse(json.out)).toEqual({ ok: false, failure: { code: 'file-not-found', name: 'x.tierce' }, message: err });
  });
});

describe('wrong usage', () => {
  it('K3 says the problem and the usage on the side of errors', async () => {
    const { code, out, err } = await tierce(['dance']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Commande inconnue : « dance ».\n\ntierce check FICHIER/);
    expect((await tierce(['dance'], { locale: 'en' })).err).not.toContain('Commande');
  });

  it('K3 says it as one object when that was asked for, and commands no terminal', async () => {
    const { code, out, err } = await tierce(['da\u001b[31mnse', '--json']);
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      failure: { code: 'usage', problem: 'unknown-command', word: expect.stringContaining('da') as string },
    });
    expect((await tierce(['da\u001b[31mnse'])).err).not.toContain('\u001b');
  });

  it('K3 gives the usage on the side of answers when asked', async () => {
    expect(await tierce(['help'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^tierce check FICHIER/) as string });
  });
});

describe('tierce portfolio', () => {
  it('K3 I1 tells each accompaniment on a line: file, title, phase, days left, next session', async () => {
    const folder = await temporaryFolder();
    const document = documentAfter(
      [{ name: 'session.create', args: { ...SESSION, date: calendarDate('2026-03-20'), status: 'planned' } }],
      startedDocument(),
    );
    await fileWith(document, 'mission.tierce', folder);
    const { code, out } = await tierce(['portfolio', folder]);

    expect(code).toBe(0);
    expect(out).toMatch(/^mission\.tierce · Offre commune · .+ · 6 j sur 6 j · 20 mars 2026$/);
  });

  it('K3 I1 says that there is no envelope and no session, and leaves out what is not there', async () => {
    const folder = await temporaryFolder();
    await fileWith(startedDocument({ envelope: null, scheme: 'blank' }), 'mission.tierce', folder);
    expect((await tierce(['portfolio', folder])).out).toBe('mission.tierce · Offre commune · sans enveloppe');
  });

  it('K3 I1 tells copies of one file, and why a file cannot be read, in words and as data', async () => {
    const folder = await temporaryFolder();
    await fileWith(startedDocument(), 'a.tierce', folder);
    await fileWith(startedDocument(), 'b.tierce', folder);
    await writeFile(join(folder, 'c.tierce'), '');
    await mkdir(join(folder, 'd.tierce'));
    await symlink(join(folder, 'nowhere'), join(folder, 'e.tierce'));
    const lines = (await tierce(['portfolio', folder])).out.split('\n').toSorted();

    expect(lines[0]).toMatch(/^a\.tierce · .+ \(même fichier que b\.tierce\)$/);
    expect(lines[1]).toMatch(/^b\.tierce · .+ \(même fichier que a\.tierce\)$/);
    expect(lines[2]).toMatch(/^c\.tierce : \S.+/);
    expect(lines[3]).toMatch(/^d\.tierce : \S.+/);
    const { accompaniments, on } = JSON.parse((await tierce(['portfolio', folder, '--json'])).out) as {
      readonly on: string;
      readonly accompaniments: readonly Record<string, unknown>[];
    };
    expect(on).toBe('2026-03-10');
    const byFile = new Map(accompaniments.map((each) => [each['file'], each]));
    expect(byFile.get('a.tierce')).toMatchObject({
      title: 'Offre commune',
      copies: ['b.tierce'],
      changedAt: expect.stringMatching(/Z$/) as string,
    });
    expect(byFile.get('c.tierce')).toMatchObject({ failure: { code: 'file-empty' }, copies: [] });
    expect(byFile.get('d.tierce')).toMatchObject({ failure: { code: 'file-is-folder' } });
  });

  it('K3 says that a folder is empty, or not there', async () => {
    const folder = await temporaryFolder();
    expect(await tierce(['portfolio', folder])).toMatchObject({ code: 0, out: 'Aucun accompagnement dans ce dossier.' });
    const { code, out } = await tierce(['portfolio', join(folder, 'absent'), '--json']);
    expect([code, JSON.parse(out)]).toEqual([
      1,
      expect.objectContaining({ ok: false, failure: { code: 'file-not-found', name: 'absent' } }),
    ]);
  });
});

describe('tierce report', () => {
  const held = (date: string, title: string) =>
    ({ name: 'session.create', args: { ...SESSION, date: calendarDate(date), title } }) as const;
  const withCancelled = (document: Document, title: string): Document => {
    const sessions = Object.entries(document.accompaniment.sessions).map(
      ([id, session]) => [id, session.title === title ? { ...session, status: 'cancelled' as const } : session] as const,
    );
    return { ...document, accompaniment: { ...document.accompaniment, sessions: Object.fromEntries(sessions) } };
  };

  it('K3 writes one for each session of the period that was not cancelled, in their order, and says where', async () => {
    const document = documentAfter(
      [held('2026-05-01', 'Mai'), held('2026-04-20', 'Annulée'), held('2026-04-10', 'Avril')],
      startedDocument(),
    );
    const file = await fileWith(withCancelled(document, 'Annulée'));
    const out = join(await temporaryFolder(), 'a/b');
    const told = await tierce(['report', 'session', file, '--out', out, '--from', '2026-04-03', '--to', '2026-05-01']);
    const names = told.out.split('\n');

    expect(told.code).toBe(0);
    expect(names).toHaveLength(2);
    expect(names.every((name) => name.startsWith(`${out}/`) && name.endsWith('(mission).pdf'))).toBe(true);
    expect([
      names[0]?.includes('Avril') || names[0]?.includes('2026-04-10'),
      names[1]?.includes('Mai') || names[1]?.includes('2026-05-01'),
    ]).toEqual([true, true]);
    expect((await readdir(out)).toSorted()).toEqual(names.map((name) => name.slice(out.length + 1)).toSorted());
    const { files } = JSON.parse((await tierce(['report', 'session', file, '--out', out, '--json', '--force'])).out) as {
      readonly files: readonly string[];
    };
    expect(files, 'those of every date, the cancelled one not').toHaveLength(3);
  });

  it('K3 says that there is no such session, or none in the period', async () => {
    const file = await fileWith(startedDocument());
    const out = await temporaryFolder();
    expect(JSON.parse((await tierce(['report', 'session', file, '--out', out, '--session', 'none', '--json'])).out)).toMatchObject({
      failure: { code: 'record-missing', table: 'sessions', id: 'none' },
    });
    expect(JSON.parse((await tierce(['report', 'decisions', file, '--out', out, '--from', '2027-01-01', '--json'])).out)).toMatchObject({
      failure: { code: 'record-missing', id: '' },
    });
    expect(await readdir(out)).toEqual([]);
  });

  it('K3 says why a document could not be drawn, or its folder not be made', async () => {
    const file = await fileWith(startedDocument());
    const out = await temporaryFolder();
    const broken: Renderer = { ...NOTHING_DRAWN, render: () => Promise.resolve(refuse({ code: 'render-failed', id: 'x' })) };
    expect(await tierce(['report', 'days', file, '--out', out], { renderer: broken })).toMatchObject({ code: 1, out: '' });
    await writeFile(join(out, 'fichier'), '');
    expect(JSON.parse((await tierce(['report', 'days', file, '--out', join(out, 'fichier'), '--json'])).out)).toMatchObject({
      failure: { code: 'file-not-folder', name: 'fichier' },
    });
  });

  it('K3 refuses the personal file', async () => {
    const file = await fileWith(documentAfter([], { ...startedDocument(), kind: 'person' }));
    const { out } = await tierce(['report', 'days', file, '--out', await temporaryFolder(), '--json']);
    expect(JSON.parse(out)).toMatchObject({ ok: false });
  });
});
