// K3: the command line on real files, in words and in JSON, with its exit codes.
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarDate } from '@domain/units.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { parseCommandLine } from '../../../main/cli/arguments.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { FORMAT_VERSION, serialiseProject } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readingHere } from '../../../main/library/read-entry.ts';
import { passphraseSlot } from '../../../main/vault/key-slots.ts';
import { FileSealer } from '../../../main/vault/file-sealer.ts';
import { hereRenderer } from '../../support/application.ts';
import { countedIds } from '../../support/context.ts';
import { startedDocument } from '../../support/documents.ts';
import { HEADER } from '../../support/projects.ts';
import { temporaryFolder } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const EXAMPLE = 'resources/examples/offre-commune.tierce';

async function tierce(words: readonly string[], passphrase: string | null = null, locale: 'fr' | 'en' = 'fr') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(words, {
    files: realFileSystem,
    renderer: hereRenderer,
    entryReader: readingHere(realFileSystem),
    today: calendarDate('2026-06-15'),
    locale,
    newId: countedIds(),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    askPassphrase: () => Promise.resolve(passphrase),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('tierce check', () => {
  it('K3 says that a whole file is whole', async () => {
    const { code, out } = await tierce(['check', EXAMPLE]);

    expect([code, out]).toEqual([0, expect.stringContaining('fichier entier')]);
  });

  it('K3 gives one JSON object', async () => {
    const { out } = await tierce(['check', EXAMPLE, '--json']);

    expect(JSON.parse(out)).toMatchObject({ ok: true, file: 'offre-commune.tierce', kind: 'accompaniment' });
  });

  it('K3 A11 says of each bad file what it is, in words and code, without a stack trace and without touching it', async () => {
    const folder = await temporaryFolder();
    const whole = await readFile(EXAMPLE);
    const bad: readonly (readonly [string, Uint8Array, string])[] = [
      ['vide', Buffer.alloc(0), 'file-empty'],
      ['bruit', Buffer.from([1, 2, 3, 255]), 'file-not-tierce'],
      ['coupe', whole.subarray(0, 9000), 'file-truncated'],
      ['abime', Buffer.from(whole.toString().replace('Melun', 'Melum')), 'file-damaged'],
      ['neuf', Buffer.from(`{"format":"tierce","formatVersion":${FORMAT_VERSION + 1}}`), 'file-newer'],
    ];
    await mkdir(join(folder, 'dossier'));
    for (const [name, bytes] of bad) await writeFile(join(folder, name), bytes);

    for (const [name, bytes, code] of [...bad, ['dossier', null, 'file-is-folder'], ['absent', null, 'file-not-found']] as const) {
      const words = await tierce(['check', join(folder, name)]);
      const json = await tierce(['check', join(folder, name), '--json']);
      expect([name, words.code, json.code]).toEqual([name, 1, 1]);
      expect(words.err.length).toBeGreaterThan(30);
      expect(words.err).not.toMatch(/\n\s+at |undefined/);
      expect(JSON.parse(json.out)).toMatchObject({ ok: false, failure: { code } });
      if (bytes !== null) expect((await readFile(join(folder, name))).equals(bytes)).toBe(true);
    }
  });

  it('K3 A12 opens a sealed file with the passphrase, and says calmly that another is wrong', async () => {
    const folder = await temporaryFolder();
    const key = Buffer.alloc(32, 3);
    const ring = { id: 'sealed-file-ring', slots: [expectOk(await passphraseSlot('sealed-file-ring', key, 'phrase de passe'))] };
    const path = join(folder, 'scelle.tierce');
    const document = startedDocument();
    await writeFile(
      path,
      serialiseProject({ header: { ...HEADER, keys: { file: ring, vault: null } }, document }, new FileSealer(HEADER.fileId, key)),
    );

    expect((await tierce(['ledger', path, '--passphrase-stdin'], 'phrase de passe')).code).toBe(0);
    expect(JSON.parse((await tierce(['ledger', path, '--json', '--passphrase-stdin'], 'une autre phrase')).out)).toMatchObject({
      failure: { code: 'passphrase-wrong' },
    });
    expect((await tierce(['check', path])).code).toBe(1);
  });
});

describe('tierce ledger', () => {
  it('K3 F4 tells the same figures as every screen', async () => {
    const { out } = await tierce(['ledger', EXAMPLE, '--json']);

    expect(JSON.parse(out)).toMatchObject({
      on: '2026-06-15',
      granted: { minutes: 3150, days: 7.5 },
      counted: { minutes: 2520, days: 6 },
      planned: { minutes: 315 },
      remaining: { minutes: 630, days: 1.5 },
      unfundedMinutes: 1370,
    });
  });

  it('K3 tells them in words', async () => {
    expect((await tierce(['ledger', EXAMPLE])).out).toMatch(/Restent : 1,5\sj · 10\sh\s30/);
    expect((await tierce(['ledger', EXAMPLE], null, 'en')).out).toMatch(/Remaining : 1\.5\sd/);
  });
});

describe('tierce report', () => {
  it('K3 H1 writes one report for each session, or the one asked for', async () => {
    const folder = await temporaryFolder();

    expect((await tierce(['report', 'session', EXAMPLE, '--out', join(folder, 'tous')])).code).toBe(0);
    expect(
      (await tierce(['report', 'session', EXAMPLE, '--out', join(folder, 'un'), '--session', 'exemple-0065', '--locale', 'en'])).code,
    ).toBe(1);

    expect((await readdir(join(folder, 'tous'))).length).toBe(8);
  });

  it('K3 replaces nothing, and writes through no link, unless it is told to', async () => {
    const folder = await temporaryFolder();
    const words = ['report', 'days', EXAMPLE, '--out', join(folder, 'out')];
    expect((await tierce(words)).code).toBe(0);
    const [name = ''] = await readdir(join(folder, 'out'));
    const document = join(folder, 'out', name);
    await writeFile(document, 'relu et signé');

    const again = await tierce([...words, '--json']);
    expect([again.code, JSON.parse(again.out), await readFile(document, 'utf8')]).toMatchObject([
      1,
      { failure: { code: 'file-exists-here', name } },
      'relu et signé',
    ]);

    await rm(document);
    await writeFile(join(folder, 'ailleurs.txt'), 'à garder');
    await symlink(join(folder, 'ailleurs.txt'), document);
    expect([(await tierce(words)).code, await readFile(join(folder, 'ailleurs.txt'), 'utf8')]).toEqual([1, 'à garder']);
    await rm(document);
    await symlink(join(folder, 'nulle part'), document);
    expect([(await tierce(words)).code, (await readdir(folder)).includes('nulle part')]).toEqual([1, false]);

    await rm(document);
    await writeFile(document, 'ancien');
    expect((await tierce([...words, '--force'])).code).toBe(0);
    expect((await readFile(document)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('K3 gives the reports of two missions each a name of its own in one folder', async () => {
    const folder = await temporaryFolder();
    await cp(EXAMPLE, join(folder, 'Nord.tierce'));
    await cp(EXAMPLE, join(folder, `${'Sud '.repeat(50)}.tierce`));
    for (const file of await readdir(folder))
      expect((await tierce(['report', 'session', join(folder, file), '--out', join(folder, 'out')])).code).toBe(0);

    const names = await readdir(join(folder, 'out'));
    expect([names.length, names.filter((name) => name.endsWith('(Nord).pdf')).length]).toEqual([16, 8]);
  });

  it('K3 A9 gives a report no name that commands a terminal or takes two lines, whatever its file is called', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, '\u001B[2JNord\nSud.tierce');
    await cp(EXAMPLE, file);
    const { out } = await tierce(['report', 'days', file, '--out', join(folder, 'out')]);
    const names = await readdir(join(folder, 'out'));

    expect([names.length, names[0]]).toEqual([1, expect.stringContaining('([2JNord Sud)')]);
    expect(out).toBe(join(folder, 'out', names[0] ?? ''));
  });

  it('K3 says when a file stands where the folder was to be made, and when a folder cannot be listed', async () => {
    const folder = await temporaryFolder();
    const flat = join(folder, 'plat');
    await writeFile(flat, '');
    const failures = [
      ['report', 'session', EXAMPLE, '--out', flat],
      ['report', 'session', EXAMPLE, '--out', join(flat, 'dedans')],
      ['portfolio', flat],
      ['portfolio', join(folder, 'absent')],
    ];
    const told = await Promise.all(failures.map(async (words) => JSON.parse((await tierce([...words, '--json'])).out) as object));

    expect(told).toMatchObject(
      ['file-not-folder', 'file-not-folder', 'file-not-folder', 'file-not-found'].map((code) => ({ ok: false, failure: { code } })),
    );
  });
});

describe('wrong usage', () => {
  it.each([
    [['dance'], 'unknown-command'],
    [['check'], 'missing-file'],
    [['check', 'a', 'b'], 'too-many-words'],
    [['check', 'a', '--loud'], 'unknown-option'],
    [['check', 'a', '--out', 'x'], 'unknown-option'],
    [['report', 'session', 'a'], 'missing-value'],
    [['report', 'session', 'a', '--out'], 'missing-value'],
    [['report', 'session', 'a', '--out', 'x', '--locale', 'de'], 'wrong-value'],
    [['report', 'poem', 'a'], 'unknown-command'],
    [['check', 'a', '--passphrase', 'secret'], 'unknown-option'],
  ])('K3 refuses %j as %s, with exit code 2', async (words, problem) => {
    expect(parseCommandLine(words)).toMatchObject({ problem });
    const { code, err } = await tierce(words);
    expect([code, err.includes('tierce check')]).toEqual([2, true]);
  });

  it('K3 explains itself when asked nothing', async () => {
    expect(await tierce([])).toMatchObject({ code: 0, out: expect.stringContaining('tierce ledger') as string });
  });
});
