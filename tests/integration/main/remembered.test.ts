// A12 E1: a file that is not as this computer remembers it is asked about; what is done on purpose in Tierce never is.
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Attempt } from '@contract/attempt.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import { describe, expect, it, vi } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { LOCK_ENDING } from '../../../main/locks/file-lock.ts';
import type { Remembered } from '../../../main/memory/remembered.ts';
import { keyBy } from '../../../main/project/attempts.ts';
import { testApplication } from '../../support/application.ts';
import { around, goneFile, library, type Library, needIn, recovered, secret, secretOf } from '../../support/gone-file.ts';
import { rewriteWithDigest } from '../../support/projects.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

vi.setConfig({ testTimeout: 60_000 }); // each passphrase takes 0.3 s, and more on a busy computer

type At = Pick<Library, 'app' | 'open' | 'path'>;
const attemptOf = async ({ app }: At): Promise<Attempt> => {
  const attempt = expectOk(await app.call('attempt.read', {}));
  if (attempt === null) throw new Error('Nothing was refused');
  return attempt;
};
const accept = async (at: At, given: typeof secret | null = null) => {
  const { attemptId } = await attemptOf(at);
  return at.app.call('attempt.accept', { attemptId, secret: given });
};
const memoryOf = async ({ app }: At) => {
  const folder = join(app.data, 'memory');
  const texts = await Promise.all((await readdir(folder).catch(() => [])).map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Remembered);
};
/** Everything in a folder, to the byte. */
const allIn = async (folder: string) => {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  const contents = paths.map(async (path) => [path, (await readFile(path)).toString('base64')] as const);
  return Object.fromEntries(await Promise.all(contents));
};

/** An accompaniment saved three times and closed; `older`: what its file held after the first. */
async function written(between: (made: Library) => Promise<unknown> = () => Promise.resolve()) {
  const made = await library();
  await made.write(made.documentId, 'Premier besoin');
  const older = await readFile(made.path);
  await made.write(made.documentId, 'Deuxième besoin');
  await between(made);
  await made.write(made.documentId, 'Dernier besoin');
  await made.close(made.documentId);
  return { ...made, older };
}

const protect = async ({ app, base, documentId }: Library) => {
  expectOk(await app.call('protection.set', { ...(await base(documentId)), passphrase: secret.passphrase }));
};

/** The file was protected, and somebody has replaced it with its earlier content, as if that were the newest. */
async function stripped() {
  const made = await written(protect);
  await writeFile(made.path, made.older);
  const asNewest = (text: string) => text.replace(/"revision": \d+/, '"revision": 50').replace('Premier besoin', 'Un autre besoin');
  await rewriteWithDigest(made.path, asNewest);
  return made;
}

describe('an older copy that was put back', () => {
  it('A12 is asked about before anything is written, and says how far behind it is', async () => {
    const made = await written();
    await writeFile(made.path, made.older);
    const before = await allIn(made.app.folder);

    const refused = await made.open(made.path);
    const attempt = await attemptOf(made);

    expect(refused).toMatchObject({ ok: false, failure: { code: 'file-older', name: 'Offre commune.tierce', revision: 1, remembered: 3 } });
    expect(attempt.backups.length).toBeGreaterThan(0);
    expect(attempt.backups.every(({ revision, steps }) => revision > 1 || steps > 0)).toBe(true);
    expect(await allIn(made.app.folder)).toEqual(before);
  });

  it('A12 is looked at without being changed', async () => {
    const made = await written();
    await writeFile(made.path, made.older);
    await made.open(made.path);
    const { attemptId } = await attemptOf(made);

    const looked = expectOk(await made.app.call('attempt.open', { attemptId, how: 'read-only' }));

    expect([needIn(looked), looked.readOnly]).toEqual(['Premier besoin', { why: 'doubtful' }]);
    await made.close(looked.documentId);
    expect(await made.open(made.path)).toMatchObject({ failure: { code: 'file-older' } });
  });

  it.each([
    ['it is protected against writing', (path: string) => chmod(path, 0o444)],
    ['somebody else may hold it', (path: string) => mkdir(join(dirname(path), `.${basename(path)}${LOCK_ENDING}`))],
  ])('A12 A8 says what it is where it is only read, since %s', async (_why, hinder) => {
    const made = await written();
    await writeFile(made.path, made.older);
    await hinder(made.path);

    const opened = await made.open(made.path);
    const looked = opened.ok
      ? opened
      : await made.app.call('attempt.open', { attemptId: (await attemptOf(made)).attemptId, how: 'read-only' });

    expect([needIn(expectOk(looked)), expectOk(looked).readOnly]).toEqual(['Premier besoin', { why: 'doubtful' }]);
  });

  it('A12 A2 opens once it is accepted: what the journal holds beyond it is kept as a backup, and it is not asked again', async () => {
    const made = await written();
    await writeFile(made.path, made.older);
    await made.open(made.path);

    const opened = expectOk(await accept(made));
    const { backups } = expectOk(await made.app.call('backups.list', { documentId: opened.documentId }));
    await made.close(opened.documentId);
    const again = expectOk(await made.open(made.path));

    expect([needIn(opened), opened.recovery.setAside]).toEqual(['Premier besoin', 2]);
    expect(backups.some(({ reason }) => reason === 'mine')).toBe(true);
    expect([needIn(again), again.recovery]).toEqual(['Premier besoin', { recovered: 0, setAside: 0 }]);
  });

  it('A12 of a protected file is asked about once its passphrase was given, which is asked no second time', async () => {
    const made = await library();
    await protect(made);
    await made.write(made.documentId, 'Premier besoin');
    const older = await readFile(made.path);
    await made.write(made.documentId, 'Dernier besoin');
    await made.close(made.documentId);
    await writeFile(made.path, older);
    await made.open(made.path);
    const { attemptId } = await attemptOf(made);

    const refused = await made.app.call('attempt.unlock', { attemptId, secret });
    const { backups, isSealed } = await attemptOf(made);
    const opened = expectOk(await accept(made));

    expect(refused).toMatchObject({ failure: { code: 'file-older' } });
    expect([isSealed, backups.some((backup) => backup.isSealed), needIn(opened)]).toEqual([false, false, 'Premier besoin']);
  });

  it('A12 A11 is left as it is, and a new file made beside it from a backup that goes further', async () => {
    const made = await written();
    await writeFile(made.path, made.older);
    await made.open(made.path);
    const { attemptId, backups } = await attemptOf(made);

    const from = { attemptId, backupId: backups[0]?.backupId ?? null };
    const { project } = expectOk(await made.app.call('attempt.recover', { ...from, secret: null }));

    expect([needIn(project), project.fileName === 'Offre commune.tierce']).toEqual(['Dernier besoin', false]);
    expect((await readFile(made.path)).equals(made.older)).toBe(true);
  });

  it('A12 takes no time from Home before it is accepted', async () => {
    const made = await written();
    await writeFile(made.path, made.older);
    const { entryId = '' } = expectOk(await made.app.call('library.list', {})).entries[0] ?? {};
    const { kinds } = expectOk(await made.app.call('library.timeChoices', { entryId }));
    const kindId = Object.keys(kinds)[0] ?? '';
    const where = { kindId, envelopeId: null, phaseId: null, sessionId: null, note: '', justification: '' };
    const time = { ...where, date: calendarDate('2026-04-14'), minutes: minutes(60), status: 'done' as const };
    const added = await made.app.call('library.addTime', { entryId, commandId: 'command-01', time });

    expect(added).toMatchObject({ failure: { code: 'file-older' } });
    expect((await readFile(made.path)).equals(made.older)).toBe(true);
  });
});

describe('a file that goes on', () => {
  it('A12 A2 is not asked about after a crash: the journal leads on to what is remembered', async () => {
    const made = await library();
    await made.write(made.documentId, 'Enregistré');
    await made.step(made.documentId, 'Au journal');
    const [known] = await memoryOf(made);
    const [name = ''] = await readdir(join(made.app.data, 'memory'));
    await writeFile(join(made.app.data, 'memory', name), JSON.stringify({ version: 1, ...known, revision: 2 }));
    const next = around(await testApplication({ folder: made.app.folder }));

    const opened = expectOk(await next.open(made.path));

    expect([needIn(opened), opened.recovery.recovered, (await memoryOf(next))[0]?.revision]).toEqual(['Au journal', 1, 2]);
  });

  it('A12 was changed on one’s other computer: later revisions are nothing to ask about', async () => {
    const made = await written();
    const other = around(await testApplication());
    const { documentId } = expectOk(await other.open(made.path));
    await other.write(documentId, 'De l’autre ordinateur');
    await other.close(documentId);

    expect(needIn(expectOk(await made.open(made.path)))).toBe('De l’autre ordinateur');
  });

  it('A12 is remembered as far as it was saved when it is closed', async () => {
    const made = await written();

    expect(await memoryOf(made)).toMatchObject([{ revision: 3, isSealed: false, vaultKey: null }]);
  });

  const DAMAGED = ['', '{"version":1,"revision":', '{"version":1,"revision":9,"isSealed":"no","vaultKey":null}'];
  it.each(DAMAGED)('A12 is not asked about when what was remembered is damaged (%j), which is written anew', async (text) => {
    const made = await written();
    const [name = ''] = await readdir(join(made.app.data, 'memory'));
    await writeFile(join(made.app.data, 'memory', name), text);

    expectOk(await made.open(made.path));
    expect(await memoryOf(made)).toMatchObject([{ revision: 3, isSealed: false, vaultKey: null }]);
  });
});

describe('a protected file in whose place a plain one stands', () => {
  it('A12 is not opened, and nothing is written into it', async () => {
    const made = await stripped();
    const forged = await readFile(made.path);

    expect(await made.open(made.path)).toMatchObject({ failure: { code: 'protection-lost', name: 'Offre commune.tierce' } });
    expect((await attemptOf(made)).isSealed).toBe(true);
    expect((await readFile(made.path)).equals(forged)).toBe(true);
  });

  it('A12 is accepted by the passphrase that it had, and by no click', async () => {
    const made = await stripped();
    await made.open(made.path);

    const refused = [await accept(made), await accept(made, secretOf('pas la bonne phrase'))];
    const opened = expectOk(await accept(made, secret));
    await made.close(opened.documentId);

    expect(refused).toMatchObject([{ failure: { code: 'passphrase-wrong' } }, { failure: { code: 'passphrase-wrong' } }]);
    expect(needIn(opened)).toBe('Un autre besoin');
    expectOk(await made.open(made.path));
  });

  it('A12 is accepted by a word of its own where no copy knows the passphrase any more', async () => {
    const made = await stripped();
    await rm(made.backups, { recursive: true });
    await made.open(made.path);

    expect((await attemptOf(made)).isSealed).toBe(false);
    expect(needIn(expectOk(await accept(made)))).toBe('Un autre besoin');
  });

  it('A12 A11 is left alone, and a protected file made beside it from a backup of this computer', async () => {
    const made = await stripped();
    await made.open(made.path);
    const { attemptId, backups } = await attemptOf(made);
    const from = { attemptId, backupId: backups[0]?.backupId ?? null };

    const { project } = expectOk(await made.app.call('attempt.recover', { ...from, secret }));
    const beside = await readProjectFile(realFileSystem, join(made.folder, project.fileName), keyBy(secret));

    expect(expectOk(beside).header.keys.file).not.toBeNull();
    expect(needIn(project)).not.toBe('Un autre besoin');
  });

  it('A12 that is older as well is asked about both', async () => {
    const made = await written(protect);
    await writeFile(made.path, made.older);

    expect(await made.open(made.path)).toMatchObject({ failure: { code: 'protection-lost' } });
    expect(await accept(made, secret)).toMatchObject({ failure: { code: 'file-older' } });
    expect(needIn(expectOk(await accept(made)))).toBe('Premier besoin');
  });

  it('A12 A9 is not taken as the other side of a conflict while it is open', async () => {
    const made = await library();
    await made.write(made.documentId, 'Premier besoin');
    const plain = await readFile(made.path);
    await protect(made);
    await writeFile(made.path, plain);
    await made.step(made.documentId, 'Le mien');
    await made.app.call('project.save', { documentId: made.documentId });
    const answer = (choice: 'theirs' | 'both') => made.app.call('conflict.answer', { documentId: made.documentId, answer: choice });

    expect(await answer('theirs')).toMatchObject({ failure: { code: 'protection-lost' } });
    expect(needIn(expectOk(await answer('both')))).toBe('Le mien');
    expect(await made.open(made.path)).toMatchObject({ failure: { code: 'protection-lost' } });
  });
});

describe('what is done on purpose in Tierce', () => {
  const reopened = async (made: Library) => {
    await made.close(made.documentId);
    return made.open(made.path);
  };

  it('A12 A9 is not asked about: a backup that was restored', async () => {
    const made = await library();
    await made.write(made.documentId, 'Premier besoin');
    made.app.wait(20);
    await made.write(made.documentId, 'Deuxième besoin');
    const { backups } = expectOk(await made.app.call('backups.list', { documentId: made.documentId }));
    expectOk(await made.app.call('backups.restore', { ...(await made.base(made.documentId)), backupId: backups.at(-1)?.backupId ?? '' }));
    expectOk(await made.app.call('project.save', { documentId: made.documentId }));

    expectOk(await reopened(made));
  });

  it('A12 is not asked about: a protection that was taken off', async () => {
    const made = await library();
    await protect(made);
    expectOk(await made.app.call('protection.remove', { ...(await made.base(made.documentId)), secret }));

    expectOk(await reopened(made));
  });

  it('A12 A11 is not asked about: a file that was gone and is made again from an older backup', async () => {
    const made = await goneFile();
    await rm(made.journals, { recursive: true });
    const { reply } = await recovered(made.app);
    const { project } = expectOk(reply);
    await made.close(project.documentId);

    expect([needIn(project) === 'Dernier besoin', needIn(expectOk(await made.open(made.path))) === needIn(project)]).toEqual([false, true]);
  });

  it('A12 A11 is not asked about: what was recovered of a damaged file', async () => {
    const made = await written();
    await writeFile(made.path, (await readFile(made.path)).subarray(0, -40));
    await made.open(made.path);
    const { attemptId } = await attemptOf(made);
    const { project } = expectOk(await made.app.call('attempt.recover', { attemptId, backupId: null, secret: null }));
    await made.close(project.documentId);

    expectOk(await made.open(join(made.folder, project.fileName)));
  });

  it.each(['theirs', 'both'] as const)('A12 A9 is not asked about: an older side that was seen in a conflict (%s)', async (answer) => {
    const made = await library();
    await made.write(made.documentId, 'Premier besoin');
    const older = await readFile(made.path);
    await made.write(made.documentId, 'Deuxième besoin');
    await writeFile(made.path, older);
    await made.step(made.documentId, 'Le mien');
    await made.app.call('project.save', { documentId: made.documentId });
    const { documentId } = expectOk(await made.app.call('conflict.answer', { documentId: made.documentId, answer }));
    await made.close(documentId);

    expect(needIn(expectOk(await made.open(made.path)))).toBe('Premier besoin');
  });

  it('A12 A16 leaves nothing of what was remembered, so that nothing is asked about afterwards', async () => {
    const made = await written();
    const { documentId } = expectOk(await made.open(made.path));
    const before = await memoryOf(made);
    expectOk(await made.app.call('traces.leave', { documentId }));
    await writeFile(made.path, made.older);

    expect([before.length, await memoryOf(made)]).toEqual([1, []]);
    expectOk(await made.open(made.path));
  });

  it('A12 A16 forgets a file that is gone with all that is kept of it', async () => {
    const made = await goneFile();
    const { goneId = '' } = expectOk(await made.app.call('gone.list', {}))[0] ?? {};
    expectOk(await made.app.call('gone.forget', { goneId }));

    expect(await memoryOf(made)).toEqual([]);
  });
});
