// A12: a protected file was given a new key on another computer: opening it here brings along what this computer keeps with the old key.
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { readHead } from '../../../main/files/file-head.ts';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { sealedLines } from '../../../main/journal/sealed-lines.ts';
import { openFileKeys } from '../../../main/vault/file-keys.ts';
import type { TestApplication } from '../../support/application.ts';
import { testApplication } from '../../support/application.ts';
import { readBackups } from '../../support/backup-contents.ts';
import { around, library, needIn, PASSPHRASE, secret, secretOf } from '../../support/gone-file.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';
import { leaving } from '../../support/giving.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const NEXT = 'ruisseau clair de novembre';
const attached = (name: string) => ({ sessionId: null, isBeyond: false, name, data: Buffer.from(`Contenu de ${name}`).toString('base64') });

async function unlocked(app: TestApplication, path: string, passphrase: string) {
  app.answers.push(path);
  expect(await app.call('project.choose', {})).toMatchObject({ failure: { code: 'file-sealed' } });
  return app.call('attempt.unlock', {
    attemptId: expectOk(await app.call('attempt.read', {}))?.attemptId ?? '',
    secret: secretOf(passphrase),
  });
}

/**
 * Here: backups, two contents of which one is only in backups, and a step that only the journal holds. Elsewhere, meanwhile: a new key.
 */
async function carried(files: FileSystem = realFileSystem) {
  const here = await library();
  const { app, base, documentId, path } = here;
  expectOk(await app.call('protection.set', { ...(await base(documentId)), passphrase: PASSPHRASE }));
  const { changes } = expectOk(await app.call('attachments.add', { ...(await base(documentId)), ...attached('ancienne.txt') }));
  await here.write(documentId, 'Premier besoin');
  app.wait(20);
  await here.write(documentId, 'Deuxième besoin');
  expectOk(
    await app.call('project.run', {
      ...(await base(documentId)),
      command: { name: 'record.remove', args: { table: 'attachments', id: changes[0]?.id ?? '' } },
    }),
  );
  expectOk(await app.call('attachments.add', { ...(await base(documentId)), ...attached('charte.txt') }));
  app.wait(20);
  await here.write(documentId, 'Troisième besoin');
  const before = expectOk(await openFileKeys((await readHead(realFileSystem, path))?.keys?.file ?? null, secret));

  const there = around(await testApplication({ folder: await temporaryFolder() }));
  await mkdir(there.folder, { recursive: true });
  await copyFile(path, there.path);
  await here.step(documentId, 'Noté ici seulement'); // and then the application dies
  const elsewhere = expectOk(await unlocked(there.app, there.path, PASSPHRASE));
  expectOk(
    await there.app.call('protection.change', { ...(await there.base(elsewhere.documentId)), secret, passphrase: NEXT, isNewKey: true }),
  );
  await there.write(elsewhere.documentId, 'Besoin écrit ailleurs');
  await there.close(elsewhere.documentId);
  await copyFile(there.path, path);
  const after = expectOk(await openFileKeys((await readHead(realFileSystem, path))?.keys?.file ?? null, secretOf(NEXT)));

  const again = await testApplication({ folder: app.folder, files });
  const [fileId = ''] = await readdir(here.backups);
  const rings = async () => {
    const folder = join(here.backups, fileId);
    const heads = await Promise.all(
      (await readdir(folder)).filter((name) => name.endsWith('.tierce')).map((name) => readHead(realFileSystem, join(folder, name))),
    );
    return heads.map((head) => head?.keys?.file?.id ?? 'none');
  };
  /** How many lines of its journals open with a key, including set-aside journals. */
  const linesUnder = async (key: Uint8Array) => {
    const names = (await readdir(here.journals)).filter((name) => name.endsWith('.jsonl'));
    return (
      await Promise.all(
        names.map(
          async (name) => expectOk(await new Journal(realFileSystem, join(here.journals, name), sealedLines(fileId, key)).read()).length,
        ),
      )
    ).reduce((sum, lines) => sum + lines, 0);
  };
  const contents = () => readdir(join(app.data, 'attachments', fileId));
  return { ...around(again), path, before, after, rings, linesUnder, contents, open: () => unlocked(again, path, NEXT) };
}

describe('a file that comes with a key made on another computer', () => {
  it('A12 A4 A14 A2 brings every copy here along, under the key of before that it keeps', async () => {
    const { app, open, before, after, rings, linesUnder, contents, base } = await carried();
    const [ringsBefore, contentsBefore] = [await rings(), await contents()];
    const opened = expectOk(await open());
    const { documentId } = opened;
    const backups = await readBackups(app, documentId);

    expect([needIn(opened), opened.recovery]).toEqual(['Besoin écrit ailleurs', { recovered: 0, setAside: 1 }]);
    expect([new Set(ringsBefore), new Set(await rings())]).toEqual([new Set([before.ring.id]), new Set([after.ring.id])]);
    expect([await linesUnder(before.key), (await linesUnder(after.key)) > 0]).toEqual([0, true]);
    expect([contentsBefore.length, (await contents()).length, (await contents()).some((name) => contentsBefore.includes(name))]).toEqual([
      2,
      2,
      false,
    ]);
    expect(backups.map(({ state }) => state)).toEqual(backups.map(() => 'readable'));
    const kept = backups.find(({ reason }) => reason === 'mine');
    const restored = expectOk(await app.call('backups.restore', { ...(await base(documentId)), backupId: kept?.backupId ?? '' }));
    expect(JSON.stringify(restored.changes)).toContain('Noté ici seulement');
  });

  it('A12 A14 gives back what is attached in each of them', async () => {
    const { app, open, folder } = await carried();
    const { documentId } = expectOk(await open());
    const { backups } = expectOk(await app.call('backups.list', { documentId }));
    const given: string[] = [];
    for (const { backupId } of backups) {
      const looked = expectOk(await app.call('backups.open', { documentId, backupId }));
      for (const [attachmentId, { name }] of Object.entries(looked.document.accompaniment.attachments)) {
        const target = join(folder, `donné ${given.length}.txt`);
        app.answers.push(target);
        expectOk(await app.call('attachments.save', await leaving(app, { documentId: looked.documentId, attachmentId })));
        given.push(`${name}: ${await readFile(target, 'utf8')}`);
      }
      expectOk(await app.call('project.close', { documentId: looked.documentId, evenUnsaved: true }));
    }

    expect(new Set(given)).toEqual(new Set(['ancienne.txt: Contenu de ancienne.txt', 'charte.txt: Contenu de charte.txt']));
  });

  it('A12 the passphrase of before opens none of them any more', async () => {
    const { app, open, path, close } = await carried();
    const { documentId } = expectOk(await open());
    await close(documentId);
    expect(await unlocked(app, path, PASSPHRASE)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it('A12 A10 leaves what the disk does not let it bring along readable, and brings it along at the next opening', async () => {
    let isFailing = true;
    const files: FileSystem = {
      ...realFileSystem,
      rename: (from, to) =>
        isFailing && /~(opening|interval|keys)~/.test(String(to)) ? Promise.reject(errno('ENOSPC')) : realFileSystem.rename(from, to),
    };
    const { app, open, before, after, rings, linesUnder, contents, close } = await carried(files);
    const first = expectOk(await open());
    // contents sealed with both keys, so that each backup has its own
    const [left, readable, named] = [new Set(await rings()), await readBackups(app, first.documentId), await contents()];
    await close(first.documentId);
    isFailing = false;
    const second = expectOk(await open());

    expect([left, readable.map(({ state }) => state)]).toEqual([new Set([before.ring.id, after.ring.id]), readable.map(() => 'readable')]);
    expect([first.recovery.setAside, second.recovery, needIn(second)]).toEqual([1, { recovered: 0, setAside: 0 }, 'Besoin écrit ailleurs']);
    expect([new Set(await rings()), await linesUnder(before.key), named.length, (await contents()).length]).toEqual([
      new Set([after.ring.id]),
      0,
      4,
      2,
    ]);
  });
});
