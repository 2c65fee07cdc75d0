// E1: a store of the system counts only where it protects something.
import { expect, it } from 'vitest';
import { secretsOf } from '../../../../main/electron/secret-store.ts';

function store(isAvailable: boolean, backend: string) {
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend as 'kwallet',
    encryptString: (text: string) => Buffer.from(`sealed ${text}`, 'utf8'),
    decryptString: (sealed: Buffer) => sealed.toString('utf8').slice('sealed '.length),
  };
}

it.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet5', true],
  ['linux', true, 'basic_text', false],
  ['linux', true, 'unknown', false],
  ['linux', false, 'gnome_libsecret', false],
  ['darwin', true, 'unknown', true],
  ['darwin', false, 'unknown', false],
  ['win32', true, 'unknown', true],
  ['win32', false, 'unknown', false],
] as const)('E1 on %s, available %s, behind %s, it counts: %s', (platform, isAvailable, backend, counts) => {
  expect(secretsOf(store(isAvailable, backend), platform) !== null).toBe(counts);
});

it('E1 gives back the bytes that it sealed', () => {
  const secrets = secretsOf(store(true, 'kwallet6'), 'linux');
  const key = Buffer.from([0, 255, 128, 7]);

  expect(Buffer.from(secrets?.open(secrets.seal(key)) ?? [])).toEqual(key);
});
