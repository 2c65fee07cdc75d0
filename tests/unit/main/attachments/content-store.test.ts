// A14: attached contents beside the journal and the backups: each once, in the file's form, on the medium before it is reported kept.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { ContentStore, namesOf } from '../../../../main/attachments/content-store.ts';
import { contentForm } from '../../../../main/files/attached-contents.ts';
import { contentName } from '../../../../main/vault/content-names.ts';
import { seal } from '../../../../main/vault/seal.ts';
import { BUG, failing } from '../../../support/backup-world.ts';
import { countedIds } from '../../../support/context.ts';
import { CHARTER, CHARTER_SHA, charterAs, KEY } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const { fileId } = HEADER;
const FOLDER = `/kept/${fileId}`;
const PLAIN = { fileId, key: null };
const SEALED = { fileId, key: KEY };
const FORM = Buffer.concat(contentForm(charterAs()));
const AT = `${FOLDER}/${CHARTER_SHA}`;
const OTHER_SHA = 'b2'.repeat(32);
const DISK_FAILURE = { ok: false, failure: { code: 'disk-failure', name: '/attachments', cause: 'EIO' } };

function storeInMemory() {
  const world = troubledMemory();
  const store = new ContentStore({ files: world.files, folder: '/kept', newId: countedIds('n') });
  /** As something other than the store left it. */
  const leave = async (name: string, text: string | Uint8Array) => {
    await world.well.mkdir(FOLDER, { recursive: true });
    await world.well.writeFile(`${FOLDER}/${name}`, text);
  };
  return { ...world, store, leave };
}

describe('keeping a content', () => {
  it('A14 A2 has it on the medium, in the very form of the file, before it is called kept', async () => {
    const { store, cut, well } = storeInMemory();

    expect(await store.put(fileId, charterAs())).toEqual(ok(null));
    cut();
    expect(await well.readFile(AT)).toEqual(FORM);
  });

  it('A14 A10 says what the disk says', async () => {
    const { store, trouble } = storeInMemory();
    trouble.before = failing('mkdir', 'ENOSPC');
    const noFolder = await store.put(fileId, charterAs());
    trouble.before = failing('rename', 'ENOSPC');
    const noFile = await store.put(fileId, charterAs());
    trouble.before = BUG;

    expect([noFolder, noFile]).toMatchObject([
      { failure: { code: 'disk-full', name: '/attachments' } },
      { failure: { code: 'disk-full', name: CHARTER_SHA } },
    ]);
    await expect(store.put(fileId, charterAs())).rejects.toThrow('a bug');
  });

  it('A14 writes it once, however often it is kept', async () => {
    const { store, trouble, well } = storeInMemory();
    expectOk(await store.putOnce(fileId, charterAs()));
    trouble.before = failing('rename', 'EIO');

    expect([await store.putOnce(fileId, charterAs()), await well.readdir(FOLDER)]).toEqual([ok(null), [CHARTER_SHA]]);
  });

  it('A14 writes it anew over what only bears its name', async () => {
    const { store, leave, well } = storeInMemory();
    await leave(CHARTER_SHA, FORM.toString().replace('data":"Q', 'data":"R'));
    expectOk(await store.putOnce(fileId, charterAs()));

    expect(await well.readFile(AT)).toEqual(FORM);
  });

  it('A14 A10 writes it anew over what cannot be read', async () => {
    const { store, trouble, leave, well } = storeInMemory();
    await leave(CHARTER_SHA, 'x');
    trouble.before = failing('readFile', 'EIO');
    expectOk(await store.putOnce(fileId, charterAs()));
    trouble.before = BUG;

    expect(await well.readFile(AT)).toEqual(FORM);
    await expect(store.putOnce(fileId, charterAs())).rejects.toThrow('a bug');
  });

  it('A14 A2 flushes the name of one that was there, which may be from a try that failed just there', async () => {
    const { store, leave, cut, well } = storeInMemory();
    await leave(CHARTER_SHA, FORM);
    const file = await well.open(AT, 'r+');
    await file.sync(); // its bytes are on the medium, its name is not
    await file.close();
    expectOk(await store.putOnce(fileId, charterAs()));
    cut();

    expect(await well.readFile(AT)).toEqual(FORM);
  });
});

describe('finding a content', () => {
  it('A14 gives back by its hash what was kept in the clear', async () => {
    const { store } = storeInMemory();
    expectOk(await store.put(fileId, charterAs()));

    expect([await store.find(CHARTER_SHA, PLAIN), await store.get(CHARTER_SHA, PLAIN)]).toEqual([ok(charterAs()), charterAs()]);
  });

  it('A12 A14 gives back by its hash what was kept sealed, to whoever has the key', async () => {
    const { store } = storeInMemory();
    const sealed = charterAs(KEY);
    expectOk(await store.put(fileId, sealed));

    const others = [PLAIN, { fileId, key: Buffer.alloc(32, 8) }];
    expect(await store.get(CHARTER_SHA, SEALED)).toEqual(sealed);
    expect(await Promise.all(others.map((origin) => store.find(CHARTER_SHA, origin)))).toEqual([ok(null), ok(null)]);
  });

  it('A12 A7 gives back what a version before 4 had sealed under its own hash', async () => {
    const { store, leave } = storeInMemory();
    const data = seal(KEY, CHARTER, `tierce/file/${fileId}/attachment/${CHARTER_SHA}`).toString('base64');
    await leave(CHARTER_SHA, JSON.stringify({ bytes: CHARTER.byteLength, data }));

    expect(await store.get(CHARTER_SHA, SEALED)).toMatchObject({ bytes: CHARTER.byteLength, isSealed: true });
    expect(namesOf(CHARTER_SHA, SEALED)).toEqual([contentName(KEY, CHARTER_SHA), CHARTER_SHA]);
    expect(namesOf(CHARTER_SHA, PLAIN)).toEqual([CHARTER_SHA]);
  });

  it('A14 K1 reads nothing for what is no hash', async () => {
    const { store, trouble } = storeInMemory();
    trouble.before = failing('readFile', 'EIO');

    expect(await store.find('../../etc/passwd', PLAIN)).toEqual(ok(null));
  });

  it('A14 A10 tells what cannot be read just now from what is not there', async () => {
    const { store, trouble } = storeInMemory();
    expectOk(await store.put(fileId, charterAs()));
    const missing = await store.find(OTHER_SHA, PLAIN);
    trouble.before = failing('readFile', 'EIO');
    const unread = [await store.find(CHARTER_SHA, PLAIN), await store.get(CHARTER_SHA, PLAIN)];
    trouble.before = BUG;

    expect([missing, unread]).toEqual([ok(null), [DISK_FAILURE, null]]);
    await expect(store.find(CHARTER_SHA, PLAIN)).rejects.toThrow('a bug');
  });

  it.each(['no JSON', '{"bytes":1,"data":"YQ=="}'])('A14 A11 finds nothing in a content that is damaged (%s)', async (text) => {
    const { store, leave } = storeInMemory();
    await leave(CHARTER_SHA, text);

    expect([await store.read(CHARTER_SHA, PLAIN), await store.find(CHARTER_SHA, PLAIN)]).toEqual([ok(null), ok(null)]);
  });

  it('A14 gives the very form of a file, whatever it holds', async () => {
    const { store, leave, trouble } = storeInMemory();
    await leave(CHARTER_SHA, 'x');
    const forms = [await store.formOf(fileId, CHARTER_SHA), await store.formOf(fileId, OTHER_SHA)];
    trouble.before = failing('readFile', 'EIO');
    const unread = await store.formOf(fileId, CHARTER_SHA);
    trouble.before = BUG;

    expect([...forms, unread]).toEqual([ok(Buffer.from('x')), ok(null), DISK_FAILURE]);
    await expect(store.formOf(fileId, CHARTER_SHA)).rejects.toThrow('a bug');
  });
});

describe('the contents of a file', () => {
  const two = async () => {
    const world = storeInMemory();
    for (const name of [CHARTER_SHA, OTHER_SHA, 'half-written.tmp']) await world.leave(name, 'x');
    return world;
  };

  it('A14 are listed by their names, and what else lies there is not', async () => {
    const { store, trouble } = await two();
    const listed = [await store.list(fileId), await store.list('another-file')];
    trouble.before = failing('readdir', 'EIO');
    const unread = await store.list(fileId);
    trouble.before = BUG;

    expect([...listed, unread]).toEqual([ok([CHARTER_SHA, OTHER_SHA].toSorted()), ok([]), DISK_FAILURE]);
    await expect(store.list(fileId)).rejects.toThrow('a bug');
  });

  it('A14 are let go of once nothing names them', async () => {
    const { store } = await two();
    await store.keepOnly(fileId, (name) => name === CHARTER_SHA);

    expect(await store.list(fileId)).toEqual(ok([CHARTER_SHA]));
  });

  it('A14 A10 are kept where they cannot be removed, or not even listed, and that is no trouble', async () => {
    const { store, trouble, well } = await two();
    for (const call of ['rm', 'readdir']) {
      trouble.before = failing(call, 'EACCES');
      await store.keepOnly(fileId, () => false);
    }
    trouble.before = (call) => (call === 'rm' ? BUG(call, '') : undefined);

    expect(await well.readdir(FOLDER)).toHaveLength(3);
    await expect(store.keepOnly(fileId, () => false)).rejects.toThrow('a bug');
  });

  it('A14 may be gone by the time that they are let go of', async () => {
    const { store, trouble, well } = await two();
    trouble.before = (call, path) => (call === 'rm' && path === AT ? well.unlink(path) : undefined);
    await store.keepOnly(fileId, () => false);

    expect(await store.list(fileId)).toEqual(ok([]));
  });

  it('A14 are let go of one by one, if the disk lets us', async () => {
    const { store, trouble } = await two();
    await store.letGo(fileId, OTHER_SHA);
    trouble.before = failing('unlink', 'EBUSY');
    await store.letGo(fileId, CHARTER_SHA);

    expect(await store.list(fileId)).toEqual(ok([CHARTER_SHA]));
  });

  it('A14 A16 are all removed with their folder, or it is said that they are not', async () => {
    const { store, trouble, well } = await two();
    trouble.before = failing('rm', 'EIO');
    const refused = await store.removeAll(fileId);
    trouble.before = BUG;
    await expect(store.removeAll(fileId)).rejects.toThrow('a bug');
    trouble.before = () => undefined;

    expect([refused, await store.removeAll(fileId), await store.removeAll(fileId)]).toEqual([DISK_FAILURE, ok(null), ok(null)]);
    expect(await well.readdir('/kept')).toEqual([]);
  });
});
