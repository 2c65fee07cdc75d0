// E1 A12: the system's secret store opens a notebook only if its user asked for it, here, for themselves, until they say no.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Secrets } from '../../../../main/shell.ts';
import { HEADER } from '../../../support/projects.ts';
import { BY_PHRASE, NEWER, notebook, openedNotebook, refused, WRONG_PHRASE } from '../../../support/notebook.ts';
import { PATH } from '../../../support/memory-office.ts';

vi.mock('../../../../main/vault/derive-key.ts', async () => import('../../../model/cheap-derivation.ts'));

/** A store that is bound to its user, as that of a system is. */
function storeOf(user: string): Secrets {
  const mark = Buffer.from(`${user}:`);
  return {
    seal: (secret) => Buffer.concat([mark, Buffer.from(secret).map((byte) => byte ^ 0x5a)]),
    open: (sealed) => {
      if (!Buffer.from(sealed).subarray(0, mark.byteLength).equals(mark)) throw new Error('another user');
      return Buffer.from(sealed.subarray(mark.byteLength)).map((byte) => byte ^ 0x5a);
    },
  };
}

async function asked() {
  const book = await openedNotebook(storeOf('sonia'));
  const { documentId, call, act } = book;
  const here = () => call['vault.unlockHere'](act());
  const state = async () => expectOk(await call['vault.system']({ documentId })).system;
  const on = (secret: typeof BY_PHRASE | typeof WRONG_PHRASE = BY_PHRASE) => call['vault.systemOn']({ documentId, secret });
  return { ...book, here, storeState: state, on, off: () => call['vault.systemOff']({ documentId }) };
}

describe('a notebook that its user wants opened without its passphrase here', () => {
  it('E1 is not until they ask for it with their passphrase, then opens with one press, until they say no', async () => {
    const book = await asked();
    book.lock();
    const before = [await book.storeState(), await book.here(), await book.on(WRONG_PHRASE), await book.storeState()];
    expect(await book.on()).toEqual(ok({ system: 'on' }));
    const opened = expectOk(await book.here());
    book.lock();

    expect(before).toEqual(['off', refused('passphrase-wrong'), refused('passphrase-wrong'), 'off']);
    expect(opened.vault.state).toBe('open');
    expect(await book.off()).toEqual(ok({ system: 'off' }));
    expect(await book.here()).toEqual(refused('passphrase-wrong'));
  });

  it('E1 has nothing of that in the file, and its key nowhere in the clear', async () => {
    const book = await asked();
    expectOk(await book.on());
    const slots = (await book.keysOnDisk())?.slots.map(({ kind }) => kind);

    expect(slots).toEqual(['passphrase', 'recovery']);
    expect(await book.well.readFile(PATH, 'utf8')).not.toContain('system');
  });

  it('E1 is closed to another user of the same computer, who has the same files', async () => {
    const book = await asked();
    expectOk(await book.on());
    const { systemSlot } = (await book.services.memory.read(HEADER.fileId)) ?? {};
    const other = await notebook(await book.keysOnDisk(), await book.keysOnDisk(), storeOf('paul'));
    await other.session.memory.learn({ systemSlot: systemSlot ?? null });

    expect(await other.call['vault.unlockHere'](other.act())).toEqual(refused('passphrase-wrong'));
    expect(other.state()).toBe('locked');
  });

  it('E1 stays closed with a key that is not its own, and its key pair is not touched', async () => {
    const book = await asked();
    const before = await book.keysOnDisk();
    const wrapped = Buffer.from(storeOf('sonia').seal(Buffer.alloc(32, 7))).toString('base64');
    await book.session.memory.learn({ systemSlot: { ringId: before?.id ?? '', wrapped } });
    book.lock();

    expect([await book.here(), await book.keysOnDisk()]).toEqual([refused('passphrase-wrong'), before]);
  });

  it('E1 A12 asks for its passphrase again after a new key, made here or elsewhere', async () => {
    const book = await asked();
    expectOk(await book.on());
    expectOk(await book.call['vault.change']({ ...book.act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: true }));
    const here = [await book.storeState(), (await book.services.memory.read(HEADER.fileId))?.systemSlot];
    await book.session.memory.learn({ systemSlot: { ringId: 'vault-of-before', wrapped: 'AAAA' } });
    book.lock();

    expect([here, await book.storeState(), await book.here()]).toEqual([['off', undefined], 'off', refused('passphrase-wrong')]);
  });

  it('E1 asks for its passphrase again once this computer has forgotten the file, and remembers it over a restart until then', async () => {
    const book = await asked();
    expectOk(await book.on());
    expectOk(await book.projects.close(book.documentId, false));
    const { documentId } = expectOk(await book.projects.open(PATH, {}));
    const kept = book.projects.session(documentId).memory.systemSlot;
    expectOk(await book.projects.close(documentId, false));
    await book.services.memory.forget(HEADER.fileId);
    const { documentId: again } = expectOk(await book.projects.open(PATH, {}));

    expect([kept?.ringId, book.projects.session(again).memory.systemSlot]).toEqual([book.session.header.keys.vault?.id, null]);
  });

  it('E1 is refused where no store protects anything', async () => {
    const book = await openedNotebook();
    const { documentId } = book;

    expect([
      await book.call['vault.system']({ documentId }),
      await book.call['vault.systemOn']({ documentId, secret: BY_PHRASE }),
      await book.call['vault.unlockHere'](book.act()),
    ]).toEqual([ok({ system: 'unavailable' }), refused('secrets-unavailable'), refused('passphrase-wrong')]);
  });
});
