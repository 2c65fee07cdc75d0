// A11 A12 A14: what a backup and the journal on this computer give of a file, and what they lack.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { journalOf } from '../../../../main/journal/journal-of-file.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { type BackupRecovery, recoverFromBackup } from '../../../../main/project/backup-recovery.ts';
import type { KeyRing } from '../../../../main/vault/key-slots.ts';
import { noted, stepAt } from '../../../support/journal-steps.ts';
import {
  attach,
  CHARTER_SHA,
  CONTENTS,
  failing,
  JOURNAL,
  JOURNALS,
  KEY,
  NEWER_JOURNAL,
  office,
  retitle,
  RING,
  SECRET,
  titleIn,
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

type Vault = NonNullable<BackupRecovery['newer'][number]['vault']>;
/** Keys of a notebook, distinguished by a letter. */
const vault = (id: string, letter: string): Vault => ({ ...RING, id, publicKey: `${letter.repeat(43)}=`, privateKey: 'AAAA' });

async function backedUp(
  key: Uint8Array | null = null,
  keys: { readonly file: KeyRing | null; readonly vault: Vault | null } = { file: key === null ? null : RING, vault: null },
) {
  const world = office();
  await world.write({ key, header: { keys } });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  expectOk(await session.run('c-1', retitle('Un')));
  await attach(session);
  expectOk(await session.run('c-2', retitle('Deux')));
  expectOk(await session.close(false));
  const [backup] = expectOk(await world.services.backups.list(HEADER.fileId));
  if (backup === undefined) throw new Error('There is no backup');
  const recover = (but: Partial<BackupRecovery> = {}) =>
    recoverFromBackup(world.services, {
      fileId: HEADER.fileId,
      name: 'mission.tierce',
      backup,
      newer: [],
      keyOf: key === null ? undefined : keyBy(SECRET),
      ...but,
    });
  return { ...world, recover, backup };
}

describe('a backup with its journal', () => {
  it('A11 A13 gives the file as it was last told safe, with its history, its contents and who made the last step', async () => {
    const { recover } = await backedUp();
    const { project, lost, kept, key } = expectOk(await recover());

    expect([titleIn(project.document), project.header, lost, key]).toEqual(['Deux', { ...HEADER, revision: 3 }, [], null]);
    expect([...project.contents.keys()]).toEqual([CHARTER_SHA]);
    expect(project.history.entries.map(({ table }) => table)).toEqual(expect.arrayContaining(['sessions', 'attachments']));
    expect(kept).toBeGreaterThan(10);
  });

  it('A11 says how many steps are lost with a line of the journal, and that nobody can tell without its backup’s mark', async () => {
    const { recover, well: disk } = await backedUp();
    const lines = (await disk.readFile(JOURNAL)).toString('utf8').split('\n');
    const second = lines.findIndex((line) => line.includes('"revision":2') && line.includes('charte'));
    await disk.writeFile(JOURNAL, lines.filter((_, index) => index !== second).join('\n'));
    const torn = expectOk(await recover());
    await disk.writeFile(JOURNAL, '');
    const unknown = expectOk(await recover());

    expect([titleIn(torn.project.document), torn.project.header.revision, torn.lost]).toEqual(['Un', 1, [{ part: 'journal', count: 2 }]]);
    expect([titleIn(unknown.project.document), unknown.project.header.savedBy, unknown.lost]).toEqual([
      'Enjeux de chaque structure',
      'Sonia Nadir',
      [{ part: 'journal', count: null }],
    ]);
  });

  it('A11 A12 says that nobody can tell how many steps are lost when the journal holds lines under another seal', async () => {
    const { recover, services } = await backedUp();
    expectOk(await journalOf(services, HEADER.fileId, KEY).append([noted(stepAt(4))]));

    expect(expectOk(await recover()).lost).toEqual([{ part: 'journal', count: null }]);
  });

  it('A11 A7 tells that nobody knows how much is lost where a newer Tierce has noted more, or where that cannot be looked for', async () => {
    const { recover, well: disk, trouble } = await backedUp();
    await disk.writeFile(NEWER_JOURNAL, 'x');
    const uncertain = expectOk(await recover());
    failing(trouble, 'readdir', (path) => path === JOURNALS);

    expect([uncertain.lost, titleIn(uncertain.project.document)]).toEqual([[{ part: 'journal', count: null }], 'Deux']);
    expect(await recover()).toMatchObject({ failure: { code: 'disk-failure', name: '/journal' } });
  });

  it('A11 A10 leaves no step out: a journal or a content that cannot be read just now is a failure', async () => {
    const { recover, trouble } = await backedUp();
    failing(trouble, 'readFile', (path) => path === JOURNAL);
    const unread = await recover();
    failing(trouble, 'readFile', (path) => path.startsWith(CONTENTS));

    expect([unread, await recover()]).toMatchObject([{ failure: { code: 'disk-failure' } }, { failure: { code: 'disk-failure' } }]);
  });

  it('A14 A11 counts what was attached and is nowhere any more, and leaves its records out', async () => {
    const { recover, well: disk } = await backedUp();
    await disk.unlink(`${CONTENTS}/${CHARTER_SHA}`);
    const { project, lost } = expectOk(await recover());

    expect([lost, project.document.accompaniment.attachments, titleIn(project.document)]).toEqual([
      [{ part: 'attachments', count: 1 }],
      {},
      'Deux',
    ]);
  });

  it('A11 says why the backup cannot be read', async () => {
    const { recover, backup } = await backedUp();

    expect(await recover({ backup: { ...backup, fileName: 'none' } })).toMatchObject({ failure: { code: 'token-unknown' } });
  });
});

describe('a backup of a protected file', () => {
  it('A12 opens by the secret of its file alone', async () => {
    const { recover } = await backedUp(KEY);
    const { project, key } = expectOk(await recover());

    expect([key, project.header.keys.file, titleIn(project.document)]).toEqual([KEY, RING, 'Deux']);
    expect([await recover({ keyOf: undefined }), await recover({ keyOf: keyBy(WRONG) })]).toMatchObject([
      { failure: { code: 'file-sealed' } },
      { failure: { code: 'passphrase-wrong' } },
    ]);
  });

  it('A12 comes under the protection that its file has had since, and never in the clear', async () => {
    const { recover } = await backedUp();
    const newer = [
      { file: null, vault: null },
      { file: RING, vault: null },
    ];

    expect([await recover({ newer }), await recover({ newer, keyOf: keyBy(WRONG) })]).toEqual([
      { ok: false, failure: { code: 'file-sealed', name: 'mission.tierce' } },
      { ok: false, failure: { code: 'passphrase-wrong' } },
    ]);
    expect(expectOk(await recover({ newer, keyOf: keyBy(SECRET) }))).toMatchObject({
      key: KEY,
      project: { header: { keys: { file: RING } } },
    });
  });

  it('A12 keeps its own keys where it has some, whatever newer copies have', async () => {
    const { recover } = await backedUp(KEY);

    expect(expectOk(await recover({ newer: [{ file: { ...RING, id: 'ring-0002' }, vault: null }] })).project.header.keys.file).toEqual(
      RING,
    );
  });
});

it('E1 a notebook comes back under its newest keys, never under those of another notebook', async () => {
  const keys = { file: null, vault: vault('vault-0001', 'A') };
  const { recover } = await backedUp(null, keys);
  const keysWith = async (newer: readonly Vault[]) =>
    expectOk(await recover({ newer: newer.map((each) => ({ file: null, vault: each })) })).project.header.keys.vault;

  expect(await keysWith([])).toEqual(keys.vault);
  expect(await keysWith([vault('vault-0002', 'B'), vault('vault-0001', 'C'), keys.vault])).toEqual(vault('vault-0001', 'C'));
  expect(await keysWith([vault('vault-0002', 'B')])).toEqual(keys.vault);
});

it('E1 a notebook that was made since the backup comes back with its keys', async () => {
  const { recover } = await backedUp();

  expect(
    expectOk(
      await recover({
        newer: [
          { file: null, vault: null },
          { file: null, vault: vault('vault-0001', 'C') },
        ],
      }),
    ).project.header.keys.vault,
  ).toEqual(vault('vault-0001', 'C'));
});
