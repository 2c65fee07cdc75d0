// A4 A12: the keys of a recreated file.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { goneFile, library, needIn, PASSPHRASE, recovered, secret, secretOf } from '../../support/gone-file.ts';
import { never, weakDisk } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const OTHER = 'ruisseau clair de novembre';

describe('its keys', () => {
  it('A12 a protection that was taken off is not asked for again by an older backup that kept it', async () => {
    const { app } = await goneFile(async ({ app: running, base, documentId, write, backups }) => {
      await write(documentId, 'Deuxième besoin');
      expectOk(await running.call('protection.set', { ...(await base(documentId)), passphrase: PASSPHRASE }));
      const [fileId = ''] = await readdir(backups);
      const oldest = join(backups, fileId, (await readdir(join(backups, fileId))).find((name) => name.includes('~opening~')) ?? '');
      const sealed = await readFile(oldest);
      expectOk(await running.call('protection.remove', { ...(await base(documentId)), secret }));
      await writeFile(oldest, sealed); // as left by an older Tierce whose disk failed at that moment
      running.wait(20);
      await write(documentId, 'Troisième besoin');
    });

    const { attempt, reply } = await recovered(app);

    expect(attempt?.backups.map(({ isSealed }) => isSealed)).toEqual([false, false, true]);
    expect([
      needIn(expectOk(reply).project),
      expectOk(await app.call('protection.status', { documentId: expectOk(reply).project.documentId })).isProtected,
    ]).toEqual(['Dernier besoin', false]);
  });

  it('A12 a passphrase that was replaced opens no backup any more once the file has been opened again, also where one could not be brought along', async () => {
    const { disk, files } = weakDisk();
    const { app, base, documentId, write, close, open, path } = await library(files);
    await write(documentId, 'Un');
    await write(documentId, 'Deux');
    expectOk(await app.call('protection.set', { ...(await base(documentId)), passphrase: PASSPHRASE }));
    disk.fails = (call, paths) => call === 'rename' && paths.includes('~opening~');
    expect(expectOk(await app.call('protection.change', { ...(await base(documentId)), secret, passphrase: OTHER })).leftBackups).toBe(1);
    disk.fails = never;
    await close(documentId);
    await open(path);
    const attemptId = expectOk(await app.call('attempt.read', {}))?.attemptId ?? '';
    const again = expectOk(await app.call('attempt.unlock', { attemptId, secret: secretOf(OTHER) }));
    await close(again.documentId);
    await rm(path);

    const oldest = await recovered(app, { pick: (backups) => backups.at(-1), secret });

    expect(needIn(again)).toBe('Deux');
    expect(oldest.reply).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it('E1 the notebook opens by its last passphrase, from whichever backup the file is made', async () => {
    const { app } = await goneFile(async ({ app: running, base, documentId }) => {
      expectOk(await running.call('vault.create', { ...(await base(documentId)), passphrase: PASSPHRASE }));
      running.wait(20);
      expectOk(await running.call('vault.change', { ...(await base(documentId)), secret, passphrase: OTHER }));
    });

    const { project } = expectOk((await recovered(app, { pick: (backups) => backups.at(-1) })).reply);
    const unlock = async (passphrase: string) =>
      (
        await app.call('vault.unlock', {
          documentId: project.documentId,
          commandId: `unlock-${passphrase.length}`,
          baseRevision: project.revision,
          secret: secretOf(passphrase),
        })
      ).ok;

    expect([await unlock(PASSPHRASE), await unlock(OTHER)]).toEqual([false, true]);
  });

  it('A4 E1 acts on keys push no work out of the backups of the day', async () => {
    const { app, documentId, base, write } = await library();
    await write(documentId, 'Du matin');
    app.wait(30);
    await write(documentId, 'De midi');
    const reasons = async () => expectOk(await app.call('backups.list', { documentId })).backups.map(({ reason }) => reason);
    const before = await reasons();
    expectOk(await app.call('vault.create', { ...(await base(documentId)), passphrase: PASSPHRASE }));
    for (const [from, to] of [
      [PASSPHRASE, OTHER],
      [OTHER, PASSPHRASE],
    ] as const) {
      app.wait(1);
      expectOk(await app.call('vault.change', { ...(await base(documentId)), secret: secretOf(from), passphrase: to }));
    }

    expect(await reasons()).toEqual(['keys', ...before]);
  });
});
