// A11: what is recovered from a damaged file, what is reported lost, and that a protected one stays protected.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Document, everyRecord, recordOf } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { describe, expect, it, vi } from 'vitest';
import { encodedContent } from '../../../main/vault/reseal-contents.ts';
import { FORMAT_VERSION, serialiseProject } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { salvageProject } from '../../../main/salvage/salvage.ts';
import { fingerprintOf } from '../../../main/files/attached-contents.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { testApplication } from '../../support/application.ts';
import { wordsIn } from '../../support/canary-words.ts';
import { NOW } from '../../support/context.ts';
import { documentAfter, DRAFT, firstId, kindId, startedDocument } from '../../support/documents.ts';
import { HEADER, rewriteWithDigest } from '../../support/projects.ts';
import { temporaryFolder } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const started = startedDocument();
const { accompaniment } = started;
const sessionId = firstId(accompaniment.sessions);
const personId = firstId(accompaniment.people);
const document = documentAfter(
  [
    { name: 'record.create', args: { table: 'attendances', fields: { sessionId, personId } } },
    {
      name: 'record.create',
      args: { table: 'timeEntries', fields: { date: '2026-04-02', minutes: 90, kindId: kindId(started, 'face'), sessionId, personId } },
    },
  ],
  started,
);
const text = serialiseProject({ header: HEADER, document }, null).toString('utf8');

/** Salvages the file after an edit, without a digest that fits. */
async function salvaged(edit: (whole: string) => string, name = 'Offre commune.tierce') {
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return expectOk(await salvageProject(Buffer.from(edited, 'utf8'), { name }));
}

const lineOf = (id: string): RegExp => new RegExp(`\\n"${id}": .*`);
const without = (id: string) => (whole: string) => whole.replace(lineOf(id), (line) => line.replace('"id"', '"ix"'));
const records = ({ kind, ...sections }: Document) => everyRecord({ kind, ...sections }).length;

describe('a damaged file', () => {
  it('A11 comes back whole when nothing but its digest is wrong', async () => {
    const { project, lost, kept } = await salvaged((whole) => whole.replace(/"digest": "./, '"digest": "x'));

    expect([project.document, project.header, lost, kept]).toEqual([document, HEADER, [], records(document)]);
  });

  it('A11 loses one record by one wrong letter, and says of which kind', async () => {
    const moved = firstId(accompaniment.circleMoves);

    const { project, lost, kept } = await salvaged(without(moved));

    expect([lost, kept, recordOf(project.document, 'circleMoves', moved)]).toEqual([
      [{ part: 'circleMoves', count: 1 }],
      records(document) - 1,
      null,
    ]);
  });

  it('A11 drops what needed a lost record, empties what only named it, and counts the former', async () => {
    const { project, lost } = await salvaged(without(personId));

    expect(lost).toEqual(
      expect.arrayContaining([
        { part: 'people', count: 1 },
        { part: 'attendances', count: 1 },
      ]),
    );
    expect(Object.values(project.document.accompaniment.timeEntries).map((entry) => entry.personId)).toEqual([null]);
    expect(lost.some(({ part }) => part === 'timeEntries')).toBe(false);
  });

  it('A11 drops along a whole chain of references until nothing dangles', async () => {
    const organisationId = firstId(accompaniment.organisations);
    const { project } = await salvaged(without(organisationId));

    expect(Object.values(project.document.accompaniment.circleMoves).some((move) => move.organisationId === organisationId)).toBe(false);
    expect((await parseProject(serialiseProject(project, null), { name: 'x' })).ok).toBe(true);
  });

  it('A11 keeps everything before the place where it was cut, and says that the rest is of unknown size', async () => {
    const { project, lost } = await salvaged((whole) => whole.slice(0, whole.indexOf('"sessions": {') + 30));

    expect(project.document.accompaniment.organisations).toEqual(accompaniment.organisations);
    expect(lost.every(({ count }) => count === null)).toBe(true);
    expect(lost.map(({ part }) => part)).toEqual(expect.arrayContaining(['sessions', 'accompaniment', 'desk', 'vault', 'history']));
  });

  it('A11 knows the records of a table whose heading is lost by their form', async () => {
    const { project, lost } = await salvaged((whole) => whole.replace('"people": {', '"pe\u0001ple": ['));

    expect([project.document.accompaniment.people, lost]).toEqual([accompaniment.people, []]);
  });

  it('A11 finds whole records on a line that has lost its end', async () => {
    const second = Object.keys(accompaniment.phases)[1] ?? '';
    const { project, lost } = await salvaged((whole) => whole.replace(`,\n"${second}"`, `#\u0000"${second}"`));

    expect([project.document.accompaniment.phases, lost]).toEqual([accompaniment.phases, [{ part: 'phases', count: null }]]);
  });

  it('A11 takes no letter that is no UTF-8 for a word of the user', async () => {
    const bytes = Buffer.from(text, 'utf8');
    bytes.writeUInt8(0xff, bytes.indexOf('Relais du Val') + 2);

    const { project } = expectOk(await salvageProject(bytes, { name: 'x.tierce' }));

    expect(serialiseProject(project, null).includes('\uFFFD')).toBe(false);
  });

  it('A11 keeps what a rule of the trade would refuse today: a state is read, no change is judged', async () => {
    const { project, lost } = await salvaged((whole) =>
      whole.replace('"startsAt":null,"endsAt":null', '"startsAt":"14:00","endsAt":"09:00"'),
    );

    expect([project.document.accompaniment.sessions[sessionId]?.endsAt, lost]).toEqual(['09:00', []]);
  });

  it('A11 puts a blank record where the only one of its table was lost, called as the file is', async () => {
    const { project, lost } = await salvaged((whole) => whole.replace('{"id":"single","title"', '{"id":"single","titel"'));

    expect(project.document.accompaniment.mission.single?.title).toBe('Offre commune');
    expect(lost).toEqual([{ part: 'mission', count: 1 }]);
  });

  it('A11 gives safe values to a head that is lost, and says so', async () => {
    const { project, lost } = await salvaged((whole) =>
      whole
        .replace(/"revision": \d+/, '"revision": 1e999')
        .replace(/"fileId": "[^"]+"/, '"fileId": "../../etc"')
        .replace('"savedBy"', '"savedBx"'),
    );

    expect(project.header).toMatchObject({ revision: 0, savedBy: '', fileId: 'unknown-file', keys: { file: null, vault: null } });
    expect([lost, records(project.document)]).toEqual([[{ part: 'header', count: null }], records(document)]);
  });

  it('A11 A7 brings a damaged file of each older version up to date', async () => {
    for (const fixture of (await readdir('tests/fixtures')).filter((each) => each.endsWith('.tierce'))) {
      const whole = await readFile(join('tests/fixtures', fixture), 'utf8');
      const before = expectOk(await parseProject(Buffer.from(whole), { name: fixture }));

      const { project, lost } = expectOk(await salvageProject(Buffer.from(whole.replace(/\n\}\n$/, '\n'), 'utf8'), { name: fixture }));

      expect([lost, project.document]).toEqual([[], before.document]);
    }
  });

  it('A7 A11 leaves a whole file of a newer version to a newer Tierce', async () => {
    const path = join(await temporaryFolder(), 'x.tierce');
    await writeFile(path, text);
    await rewriteWithDigest(path, (whole) => whole.replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${FORMAT_VERSION + 1}`));

    expect(await salvageProject(await readFile(path), { name: 'x' })).toMatchObject({ failure: { code: 'file-newer' } });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['an empty object', '{}'],
    ['zeros', '\0'.repeat(4000)],
    ['a beginning', '{"format":"tierce"'],
    ['brackets without end', '['.repeat(50_000)],
  ])('A11 makes nothing of %s, and says what it is', async (_what, content) => {
    const refused = await salvageProject(Buffer.from(content), { name: 'x' });

    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.failure.code).toMatch(/^file-(empty|not-tierce|truncated|damaged)$/);
  });

  it('A11 E1 keeps sealed notes with their keys, and says when the keys are lost', async () => {
    const { vault } = expectOk(await createVault('salvage-vault', 'une phrase assez longue'));
    const note = { id: 'note-1', box: `s.${'A'.repeat(64)}` };
    const bytes = serialiseProject(
      {
        header: { ...HEADER, keys: { file: null, vault: vault.keys } },
        document: { ...document, vault: { privateNotes: { 'note-1': note }, privateConflicts: {} } },
      },
      null,
    ).toString('utf8');

    const kept = expectOk(await salvageProject(Buffer.from(bytes.replace(/"digest": "./, '"digest": "x')), { name: 'x' }));
    const closed = expectOk(await salvageProject(Buffer.from(bytes.replace('"publicKey"', '"publicKez"')), { name: 'x' }));

    expect([kept.project.header.keys.vault, kept.lost]).toEqual([vault.keys, []]);
    expect([closed.project.header.keys.vault, closed.project.document.vault.privateNotes['note-1']]).toEqual([null, note]);
    expect(closed.lost).toEqual([
      { part: 'header', count: null },
      { part: 'vault', count: null },
    ]);
  });

  it('A11 A14 keeps attached contents that are what their hash says, and drops the records of the others', async () => {
    const contents = ['un', 'deux'].map((content) => {
      const sha256 = fingerprintOf(Buffer.from(content));
      return [sha256, encodedContent(sha256, Buffer.from(content), { fileId: HEADER.fileId, key: null })] as const;
    });
    const rows = Object.fromEntries(
      contents.map(([sha256], index) => [
        `att-${index}`,
        { id: `att-${index}`, name: 'Annexe', sha256, sessionId: null, note: '', addedAt: NOW, level: null },
      ]),
    );
    const whole = serialiseProject(
      { header: HEADER, document: { ...document, accompaniment: { ...accompaniment, attachments: rows } }, contents: new Map(contents) },
      null,
    ).toString('utf8');

    const { project, lost } = expectOk(
      await salvageProject(Buffer.from(whole.replace(Buffer.from('deux').toString('base64'), Buffer.from('dxux').toString('base64'))), {
        name: 'x',
      }),
    );

    expect([Object.keys(project.document.accompaniment.attachments), [...project.contents.keys()], lost]).toEqual([
      ['att-0'],
      [contents[0]?.[0]],
      [{ part: 'attachments', count: 1 }],
    ]);
  });
});

describe('a damaged file of very many records', () => {
  it('A11 is recovered as any other, also where it does not say of what kind it is', async () => {
    const record = (index: number) =>
      `"structure-${index}": ${JSON.stringify({ ...blankFields('organisations'), id: `structure-${index}`, name: 'Association' })}`;
    const text = `{\n"format": "tierce",\n"organisations": {\n${Array.from({ length: 150_000 }, (_, index) => record(index)).join(',\n')}`;

    const { project } = expectOk(await salvageProject(Buffer.from(text), { name: 'x' }));

    expect(Object.keys(project.document.accompaniment.organisations)).toHaveLength(150_000);
  }, 60_000);
});

const PASSPHRASE = 'châtaigne lente sous abri';
const secret = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
const WORD = 'aubergiste';

/** A protected file, closed and damaged, with a step in its journal that no file holds. */
async function protectedFile(damage: (bytes: Buffer) => Buffer) {
  const app = await testApplication();
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  const base = async (commandId: string) => ({
    documentId,
    commandId,
    baseRevision: expectOk(await app.call('project.read', { documentId })).revision,
  });
  const write = async (need: string, id: string) =>
    expectOk(
      await app.call('project.run', {
        ...(await base(id)),
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } },
      }),
    );
  expectOk(await app.call('protection.set', { ...(await base('set-0001')), passphrase: PASSPHRASE }));
  await write(`${WORD} un`, 'write-01');
  expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
  const path = join(app.documents, 'Tierce', 'Offre commune.tierce');
  await writeFile(path, damage(await readFile(path)));
  app.answers.push(path);
  expect((await app.call('project.choose', {})).ok).toBe(false);
  const attempt = expectOk(await app.call('attempt.read', {}));
  return { app, path, attempt, attemptId: attempt?.attemptId ?? '' };
}

/** Breaks the seal of the second block, which is the desk's, and the digest with it. */
function broken(bytes: Buffer): Buffer {
  let place = 0;
  return Buffer.from(
    bytes
      .toString('latin1')
      .replace(/^("[0-9a-f]{32}": "....)(.)/gm, (whole, before: string, letter: string) =>
        (place += 1) === 2 ? `${before}${letter === 'A' ? 'B' : 'A'}` : whole,
      ),
    'latin1',
  );
}

describe('a damaged file under a passphrase', () => {
  it('A11 A12 gives back the sections whose seal is whole, under the same passphrase and never in the clear', async () => {
    const { app, path, attempt, attemptId } = await protectedFile(broken);
    const before = await readFile(path);

    const without = await app.call('attempt.recover', { attemptId, backupId: null, secret: null });
    const wrong = await app.call('attempt.recover', {
      attemptId,
      backupId: null,
      secret: { kind: 'passphrase', passphrase: 'une autre phrase' },
    });
    const { project, lost } = expectOk(await app.call('attempt.recover', { attemptId, backupId: null, secret }));

    expect([attempt?.isSealed, without, wrong]).toMatchObject([
      true,
      { failure: { code: 'file-sealed' } },
      { failure: { code: 'passphrase-wrong' } },
    ]);
    expect([project.document.accompaniment.mission.single?.need, lost]).toEqual([`${WORD} un`, [{ part: 'desk', count: null }]]);
    expect(expectOk(await app.call('protection.status', { documentId: project.documentId })).isProtected).toBe(true);
    for (const name of await readdir(dirname(path))) expect(wordsIn(await readFile(join(dirname(path), name)), [WORD])).toEqual([]);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('A11 A12 starts again from a sealed backup with the steps of the sealed journal', async () => {
    const { app, attempt, attemptId } = await protectedFile(() => Buffer.alloc(0));
    const backupId = attempt?.backups[0]?.backupId ?? '';

    const without = await app.call('attempt.recover', { attemptId, backupId, secret: null });
    const { project } = expectOk(await app.call('attempt.recover', { attemptId, backupId, secret }));

    expect([attempt?.isSealed, without]).toMatchObject([true, { failure: { code: 'file-sealed' } }]);
    expect(project.document.accompaniment.mission.single?.need).toBe(`${WORD} un`);
    expect(expectOk(await app.call('protection.status', { documentId: project.documentId })).isProtected).toBe(true);
  });

  it('A11 A12 says that its keys are gone when no secret can open it any more', async () => {
    const { app, attempt, attemptId } = await protectedFile((bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"slots"', '"slotz"'), 'latin1'),
    );

    expect(attempt?.isSealed).toBe(true);
    expect(await app.call('attempt.recover', { attemptId, backupId: null, secret })).toMatchObject({
      failure: { code: 'file-damaged', where: 'keys' },
    });
  });
});
