// A11 A12: the first bytes of a file say whose it is and whether it is sealed, without reading or believing the rest.
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { isSealedText, readHead } from '../../../../main/files/file-head.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { HEADER, SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { SMALL } from '../../../support/loose-pieces.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/mission.tierce';
const PLAIN = serialiseProject({ header: HEADER, document: SMALL }, null).toString('utf8');
const SEALED = serialiseProject({ header: SEALED_HEADER, document: SMALL }, new FileSealer(HEADER.fileId, SEALING_KEY)).toString('utf8');
const NOTHING = { fileId: null, kind: null, isSealed: false, keys: null };

async function headOf(content: string | Buffer) {
  const { files, well } = troubledMemory();
  await well.writeFile(PATH, content);
  return readHead(files, PATH);
}

describe('the head of a file', () => {
  it('A11 A12 says its id, its kind, its keys, and whether it is sealed', async () => {
    expect(await headOf(PLAIN)).toEqual({ fileId: HEADER.fileId, kind: 'accompaniment', isSealed: false, keys: HEADER.keys });
    expect(await headOf(SEALED)).toEqual({ fileId: HEADER.fileId, kind: 'accompaniment', isSealed: true, keys: SEALED_HEADER.keys });
    expect(await headOf(PLAIN.replace('"accompaniment"', '"person"'))).toMatchObject({ kind: 'person' });
  });

  it('A11 says nothing where it says nothing', async () => {
    expect([await headOf('noise'), await headOf(''), await headOf(Buffer.alloc(20_000, 0xff))]).toEqual([NOTHING, NOTHING, NOTHING]);
  });

  it('A11 is what stands in its first 16 kB', async () => {
    const line = '\n"fileId": "test-file-1"';

    expect(await headOf(' '.repeat(16_384 - line.length) + line)).toMatchObject({ fileId: 'test-file-1' });
    expect(await headOf(' '.repeat(16_385 - line.length) + line)).toMatchObject({ fileId: null });
  });

  it.each(['short-1', 'x'.repeat(65), 'UPPER-CASE', '../../etc'])('A11 takes %j for no id', async (id) => {
    expect(await headOf(PLAIN.replace(HEADER.fileId, id))).toMatchObject({ fileId: null });
  });

  it('A11 says its kind on a line of its own', async () => {
    expect([await headOf('x"kind": "person"'), await headOf('"kind": "personal"')]).toMatchObject([{ kind: null }, { kind: null }]);
  });

  it('A11 A12 gives no keys that are cut or damaged', async () => {
    const cut = SEALED.slice(0, SEALED.indexOf('"slots"') + 4);

    expect(await headOf(cut)).toEqual({ fileId: HEADER.fileId, kind: 'accompaniment', isSealed: true, keys: null });
    expect(await headOf(SEALED.replace('"slots"', '"slotz"'))).toMatchObject({ keys: null });
    expect(await headOf(SEALED.replace('"keys": ', ' "keys": '))).toMatchObject({ keys: null });
  });

  it('A11 is not there where no byte can be read; the file is let go all the same', async () => {
    const { files, well, trouble } = troubledMemory();
    await well.writeFile(PATH, PLAIN);
    expect(await readHead(files, '/gone')).toBeNull();
    const calls: string[] = [];
    trouble.before = (call, path) => (calls.push(call), failing('read', 'EIO')(call, path));
    expect([await readHead(files, PATH), calls]).toEqual([null, ['stat', 'open', 'read', 'close']]);
    trouble.before = BUG;
    await expect(readHead(files, PATH)).rejects.toThrow('a bug');
  });
});

describe('a text', () => {
  it('A12 says that it is sealed in its keys, in a section or by its manifest, each on a line of its own', () => {
    const sealed = ['accompaniment', 'desk', 'vault']
      .map((section) => `"${section}": {"sealedAt":1`)
      .concat('"keys": {"file":{"id"', '"manifest": "AAAA');
    const plain = ['"keys": {"file":null', '"accompaniment": {', '"other": {"sealedAt":1', '"manifest": {'];

    expect(sealed.map((line) => isSealedText(`{\n${line}`))).toEqual([true, true, true, true, true]);
    expect(plain.map((line) => isSealedText(`{\n${line}`))).toEqual([false, false, false, false]);
    expect(sealed.map((line) => isSealedText(`{ ${line}`))).toEqual([false, false, false, false, false]);
  });
});
