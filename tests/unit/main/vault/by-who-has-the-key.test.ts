// A12, A11: a file received along with its passphrase. Its seal proves that the sender had the key, not that the content is sound.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { expectOk, ok } from '@domain/result.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestLine, digestOf, FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { parseProject } from '../../../../main/files/parse-project.ts';
import { hashOf } from '../../../../main/vault/file-sealer.ts';
import { keyFromPassphrase, keyFromRecovery, type KeyRing, passphraseSlot, recoverySlot } from '../../../../main/vault/key-slots.ts';
import { type Manifest, openManifest, sealManifest } from '../../../../main/vault/manifest.ts';
import { openKeys } from '../../../../main/vault/open-keys.ts';
import { KEY_BYTES, seal, systemRandomness } from '../../../../main/vault/seal.ts';
import { createVault, openRecord, type OpenVault, withOwnPair } from '../../../../main/vault/vault.ts';
import { NOW } from '../../../support/context.ts';

const KEY = Buffer.alloc(KEY_BYTES, 7);
const PASSPHRASE = 'une phrase de passe';
const RING_ID = 'ring-of-a-stranger';
const NO_KEYS: readonly (readonly [string, Buffer])[] = [
  ['zeros', Buffer.alloc(KEY_BYTES)],
  ['too few bytes', Buffer.alloc(5, 1)],
  ['no bytes', Buffer.alloc(0)],
];

describe('a key that could be none', () => {
  it.each(NO_KEYS)('A12 opens nothing by passphrase: %s', async (_, key) => {
    const ring: KeyRing = { id: RING_ID, slots: [expectOk(await passphraseSlot(RING_ID, key, PASSPHRASE))] };

    expect(await keyFromPassphrase(ring, PASSPHRASE)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it.each(NO_KEYS)('A12 opens nothing by the printed key: %s', (_, key) => {
    const { slot, recoveryKey } = recoverySlot(RING_ID, key);

    expect(keyFromRecovery({ id: RING_ID, slots: [slot] }, recoveryKey)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it.each(NO_KEYS)('A12 is no key of before: %s', (_, key) => {
    const wrapped = seal(KEY, key, `tierce/key/${RING_ID}/earlier/older`).toString('base64');

    expect(openKeys({ id: RING_ID, slots: [], earlier: [{ id: 'older', wrapped }] }, KEY).earlier).toEqual([]);
  });
});

describe('a notebook whose private key is none', () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = expectOk(await createVault(RING_ID, PASSPHRASE)).vault;
  });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'der' });

  it.each([
    ['what is no key', Buffer.from('tout autre chose')],
    ['a key of another kind', rsa],
  ])('E1 is given one of its own: %s', (_, sealed) => {
    const privateKey = seal(vault.key, sealed, `tierce/vault/${RING_ID}/private-key`).toString('base64');
    const odd: OpenVault = { ...vault, keys: { ...vault.keys, privateKey } };

    expect(openRecord(odd, { table: 'privateNotes', id: 'note-0001' }, `j.${Buffer.alloc(80, 3).toString('base64')}`)).toMatchObject({
      failure: { code: 'seal-broken' },
    });
    expect(withOwnPair(odd).keys.publicKey).not.toBe(vault.keys.publicKey);
  });
});

const KEYS = { file: { id: RING_ID, slots: [{ kind: 'system', wrapped: 'AAAA' }] }, vault: null } as const;
const HEAD = { formatVersion: FORMAT_VERSION, kind: 'accompaniment', fileId: 'file-of-a-stranger', revision: 3, keys: KEYS } as const;
const MANIFEST_PLACE = `tierce/file/${HEAD.fileId}/manifest/${FORMAT_VERSION}/${HEAD.kind}/${HEAD.revision}/${createHash('sha256').update(JSON.stringify(KEYS)).digest('hex')}`;
const NAME = 'a'.repeat(32);
const BLOCK = { stream: 'desk' as const, name: NAME, hash: 'b'.repeat(64), parts: [] };
const MANIFEST: Manifest = { copyOf: null, savedBy: '', savedAt: NOW, blocks: [], contents: [] };

/** A whole file, sound except for what is given. */
function file(manifest: Buffer, blocks: Readonly<Record<string, Buffer>> = {}): Buffer {
  const standing = Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, block.toString('base64')]));
  const words = Object.entries({ format: 'tierce', ...HEAD, manifest: manifest.toString('base64'), blocks: standing, attachments: {} });
  const head = `{\n${words.map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`).join('')}`;
  return Buffer.from(`${head}${digestLine(digestOf(head))}`);
}
const read = (bytes: Buffer) => parseProject(bytes, { name: 'x', keyOf: () => Promise.resolve(ok(KEY)) });

describe('a sealed file with sense only in part', () => {
  it.each([
    ['no JSON', 'ceci n’est pas un manifeste'],
    ['a list', '[]'],
  ])('A12 A11 is refused with a manifest that is %s', async (_, text) => {
    const sealed = seal(KEY, Buffer.from(text), MANIFEST_PLACE);

    expect(await read(file(sealed))).toMatchObject({ failure: { code: 'seal-broken' } });
  });

  it('A12 A11 is not even opened with a manifest of a million blocks', () => {
    const [one, text] = [JSON.stringify(BLOCK), JSON.stringify({ ...MANIFEST, blocks: [BLOCK] })];
    const sealed = seal(KEY, Buffer.from(text.replace(one, `${one},`.repeat(1_000_000).slice(0, -1))), MANIFEST_PLACE);

    expect(openManifest(KEY, HEAD, sealed)).toMatchObject({ failure: { code: 'seal-broken' } });
  }, 60_000);

  it.each([
    ['no JSON', 'rien de tel'],
    ['a list', '[]'],
    ['a table that is a number', '{"sessions": 3}'],
    ['a history that is a word', '{"history": "hier"}'],
    ['a table with a prototype', '{"sessions": {"__proto__": {}}}'],
  ])('A12 A11 is refused with a block that is %s', async (_, text) => {
    const block = seal(KEY, Buffer.from(text), `tierce/file/${HEAD.fileId}/block/${NAME}`);
    const manifest = sealManifest(KEY, HEAD, { ...MANIFEST, blocks: [{ ...BLOCK, hash: hashOf(block) }] }, systemRandomness);

    expect(await read(file(manifest, { [NAME]: block }))).toMatchObject({ failure: { code: 'seal-broken' } });
  });

  it('A12 is read where all of it has sense', async () => {
    expect(await read(file(sealManifest(KEY, HEAD, MANIFEST, systemRandomness)))).toMatchObject({
      failure: { code: 'file-damaged', where: 'mission' },
    });
  });
});
