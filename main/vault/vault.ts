// The vault: private records sealed one by one under its own key; a line can be dropped in while it is locked.
import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type EarlierKey, type KeyRing, keyFromPassphrase, keyFromRecovery, passphraseSlot, recoverySlot } from './key-slots.ts';
import { earlierOf, earlierUnder, wipe } from './open-keys.ts';
import { reveal } from './reveal.ts';
import { KEY_BYTES, type Randomness, seal, systemRandomness, unseal, using } from './seal.ts';
import { Sealed } from './sealed.ts';
import { readContent, type SealedContents, type SealedTable } from './sealed-forms.ts';

/** A vault under an earlier key: that key, and the private key for the lines dropped in at that time. */
type EarlierVault = EarlierKey & { readonly privateKey: string };
/** In the file, in the clear: the ring of the vault's key, its public key, and its private key sealed with the vault's key. */
export type VaultKeys = Pick<KeyRing, 'id' | 'slots'> & {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly earlier?: readonly EarlierVault[] | undefined;
};
/** What opens boxes: a key, and the private key that is sealed with it. */
type Opener = { readonly keys: Pick<VaultKeys, 'id' | 'privateKey'>; readonly key: Uint8Array };
/** An unlocked vault, with its earlier versions, the latest first; its keys are overwritten when it is dropped. */
export type OpenVault = { readonly keys: VaultKeys; readonly key: Buffer; readonly earlier: readonly Opener[] };

/** What a box is sealed for: it opens as that record of that table, and as no other. */
export type RecordPlace<T extends SealedTable = SealedTable> = { readonly table: T; readonly id: string };

/** Boxes grow in steps, so that their length says little about the text. */
const PADDING_BYTES = 256;
const PUBLIC_KEY_BYTES = 32;

/** @returns a new vault with the recovery key to print; or passphrase-too-short. */
export async function createVault(
  id: string,
  passphrase: string,
  random: Randomness = systemRandomness,
): Promise<Result<{ readonly vault: OpenVault; readonly recoveryKey: string }, KeyFailure>> {
  const key = random(KEY_BYTES);
  const slot = await passphraseSlot(id, key, passphrase, random);
  if (!slot.ok) return slot;
  const recovery = recoverySlot(id, key, random);
  const keys: VaultKeys = { id, slots: [slot.value, recovery.slot], ...sealedPair(id, key, random) };
  return ok({ vault: { keys, key, earlier: [] }, recoveryKey: recovery.recoveryKey });
}

/**
 * @returns the vault, open; or passphrase-wrong, key-cost-refused. Whether the key pair is the vault's own is checked by `withOwnPair`.
 */
export async function unlockVault(keys: VaultKeys, passphrase: string): Promise<Result<OpenVault, KeyFailure>> {
  const key = await keyFromPassphrase(keys, passphrase);
  return key.ok ? ok(unlocked(keys, key.value)) : key;
}

/** Opens the vault with the printed key. @returns it, open; or passphrase-wrong */
export function unlockByRecovery(keys: VaultKeys, recoveryKey: string): Result<OpenVault, KeyFailure> {
  const key = keyFromRecovery(keys, recoveryKey);
  return key.ok ? ok(unlocked(keys, key.value)) : key;
}

/** Opens the vault with a key that was kept elsewhere. @returns it, open; or passphrase-wrong for a key that is not this vault's */
export function unlockByKey(keys: VaultKeys, key: Buffer): Result<OpenVault, KeyFailure> {
  const vault = unlocked(keys, key);
  if (privateKeyOf(vault).ok) return ok(vault);
  forget(vault);
  return refuse({ code: 'passphrase-wrong' });
}

function unlocked(keys: VaultKeys, key: Buffer): OpenVault {
  const privateKeys = new Map(keys.earlier?.map(({ id, privateKey }) => [id, privateKey]));
  const earlier = earlierOf(keys, key).map((each) => ({
    keys: { id: each.id, privateKey: privateKeys.get(each.id) ?? '' },
    key: each.key,
  }));
  return { keys, key, earlier };
}

/**
 * The public key is in the clear: anyone who can write the file can replace it with theirs, and read what is written while the notebook is
 * locked.
 * @returns the same vault with the public key that belongs to its private key, the same object if it had that already; with a new pair if
 * the private key is damaged
 */
export function withOwnPair(vault: OpenVault, random: Randomness = systemRandomness): OpenVault {
  const { keys, key } = vault;
  const own = privateKeyOf(vault);
  if (!own.ok) return { ...vault, keys: { ...keys, ...sealedPair(keys.id, key, random) } };
  const publicKey = rawPublic(createPublicKey(own.value)).toString('base64');
  return publicKey === keys.publicKey ? vault : { ...vault, keys: { ...keys, publicKey } };
}

/** @returns the same vault with this passphrase in place of the earlier one; or passphrase-too-short */
export async function withPassphrase(vault: OpenVault, passphrase: string): Promise<Result<OpenVault, KeyFailure>> {
  const { keys, key } = vault;
  const slot = await passphraseSlot(keys.id, key, passphrase);
  return slot.ok
    ? ok({ ...vault, keys: { ...keys, slots: [slot.value, ...keys.slots.filter(({ kind }) => kind !== 'passphrase')] } })
    : slot;
}

/** @returns the same vault with a new recovery key to print; the earlier one no longer opens it */
export function withRecoveryKey(vault: OpenVault): { readonly vault: OpenVault; readonly recoveryKey: string } {
  const { keys, key } = vault;
  const { slot, recoveryKey } = recoverySlot(keys.id, key);
  return { vault: { ...vault, keys: { ...keys, slots: [...keys.slots.filter(({ kind }) => kind !== 'recovery'), slot] } }, recoveryKey };
}

/**
 * An earlier copy opens nothing that is sealed from now on, even for somebody who knows its passphrase. Earlier boxes still open here:
 * undo, backups and other computers bring them back.
 * @param id of the new ring
 * @returns another vault with the recovery key to print, with this one as its predecessor; or passphrase-too-short
 */
export async function withNewKey(
  vault: OpenVault,
  id: string,
  passphrase: string,
): Promise<Result<{ readonly vault: OpenVault; readonly recoveryKey: string }, KeyFailure>> {
  const made = await createVault(id, passphrase);
  if (!made.ok) return made;
  const { keys, key } = made.value.vault;
  const privateKeys = new Map([vault, ...vault.earlier].map((each) => [each.keys.id, each.keys.privateKey]));
  const before = {
    ring: vault.keys,
    keys: { key: vault.key, earlier: vault.earlier.map((each) => ({ id: each.keys.id, key: each.key })) },
  };
  const earlier = earlierUnder({ id, key }, before).map((each) => ({ ...each, privateKey: privateKeys.get(each.id) ?? '' }));
  return ok({ vault: unlocked({ ...keys, earlier }, key), recoveryKey: made.value.recoveryKey });
}

/** @returns whether a vault with these keys also opens the boxes of that ring's vault */
export function opensBoxesOf({ id, earlier = [] }: VaultKeys, ringId: string): boolean {
  return [{ id }, ...earlier].some((each) => each.id === ringId);
}

/** @returns, of the keys that a notebook has had, those that open the most boxes; of several with one ring the first */
export function widestVault(all: readonly (VaultKeys | null)[]): VaultKeys | null {
  return all.reduce((widest, keys) => {
    if (widest === null || keys === null) return widest ?? keys;
    return keys.id !== widest.id && opensBoxesOf(keys, widest.id) ? keys : widest;
  }, null);
}

/**
 * The keys that open one notebook today: a passphrase that was replaced must not open anything again, and notes after a new key are sealed under that.
 * @param own the keys that it had; `null` if there was no notebook yet: then any will do
 * @param others the keys of other copies of the file, which may have a notebook of their own
 * @returns the widest that open its boxes; of equal ones the first of the others
 */
export function vaultToday(own: VaultKeys | null, others: readonly (VaultKeys | null)[]): VaultKeys | null {
  return widestVault([...others.filter((keys) => keys !== null && (own === null || opensBoxesOf(keys, own.id))), own]);
}

/** Overwrites the keys of a vault that is no longer needed. */
export function forget(vault: OpenVault): void {
  wipe({ key: vault.key, earlier: vault.earlier.map(({ keys, key }) => ({ id: keys.id, key })) });
}

/** @returns the box of a record, for that record and no other */
export function sealRecord<T extends SealedTable>(
  vault: OpenVault,
  record: RecordPlace<T>,
  content: Sealed<SealedContents[T]>,
  random: Randomness = systemRandomness,
): string {
  return `s.${seal(vault.key, padded(content), boxPlace(vault.keys, record), random).toString('base64')}`;
}

/**
 * Seals a record while the vault is locked, with its public key alone: whoever can write it cannot read it.
 * @returns its box; or vault-key-foreign for a public key that cannot be used for sealing
 */
export function sealForInbox<T extends SealedTable>(
  keys: VaultKeys,
  record: RecordPlace<T>,
  content: Sealed<SealedContents[T]>,
  random: Randomness = systemRandomness,
): Result<string, KeyFailure> {
  const pair = newPair(random);
  const ours = Buffer.from(keys.publicKey, 'base64');
  const shared = sharedWith(pair.privateKey, ours, inboxInfo(keys.id, [rawPublic(pair.publicKey), ours]));
  if (shared === null) return refuse({ code: 'vault-key-foreign' });
  const sealed = using(shared, (own) => seal(own, padded(content), boxPlace(keys, record), random));
  return ok(`j.${Buffer.concat([rawPublic(pair.publicKey), sealed]).toString('base64')}`);
}

/** @returns the content, still sealed to everything but `reveal`; or seal-broken, or note-unsound if the box contains nothing of its table */
export function openRecord<T extends SealedTable>(
  vault: OpenVault,
  record: RecordPlace<T>,
  box: string,
): Result<Sealed<SealedContents[T]>, KeyFailure> {
  const opened = openBox(vault, record, box);
  if (!opened.ok) return opened;
  const content = readContent(record.table, reveal(opened.value));
  if (content === null) return refuse({ code: 'note-unsound' });
  return ok(new Sealed(isInInbox(box) ? { ...content, dropped: true } : content));
}

/** @returns whatever is in a box; or seal-broken */
export function openBox(vault: OpenVault, record: RecordPlace, box: string): Result<Sealed<Buffer>, KeyFailure> {
  const own = openBoxOf(vault, record, box);
  const opened = own.ok ? own : (vault.earlier.map((earlier) => openBoxOf(earlier, record, box)).find(({ ok: isOpen }) => isOpen) ?? own);
  return opened.ok ? ok(new Sealed(opened.value)) : opened;
}

function openBoxOf(vault: Opener, record: RecordPlace, box: string): Result<Buffer, KeyFailure> {
  const bytes = Buffer.from(box.slice(2), 'base64');
  return isInInbox(box)
    ? openInbox(vault, record, { bytes, isOfOlder: isOfOlder(box) })
    : unseal(vault.key, bytes, boxPlace(vault.keys, record));
}

/** @returns whether a box has to be sealed again once the vault is open: it was dropped in, or is under an earlier key */
export function isToBeFiled(vault: OpenVault, record: RecordPlace, box: string): boolean {
  return isInInbox(box) || (vault.earlier.length > 0 && !openBoxOf(vault, record, box).ok);
}

/** @returns whether a box was dropped in while the vault was locked and waits to be filed. */
export function isInInbox(box: string): boolean {
  return box.startsWith('j.') || isOfOlder(box);
}

/** Before version 4 the key of an inbox box was bound to neither public key. Such boxes can be opened until they are filed. */
function isOfOlder(box: string): boolean {
  return box.startsWith('i.');
}

type InboxBox = { readonly bytes: Buffer; readonly isOfOlder: boolean };

function openInbox(vault: Opener, record: RecordPlace, { bytes, isOfOlder: isUnbound }: InboxBox): Result<Buffer, KeyFailure> {
  const { keys } = vault;
  const own = privateKeyOf(vault);
  if (!own.ok) return own;
  if (bytes.byteLength <= PUBLIC_KEY_BYTES) return refuse({ code: 'seal-broken' });
  const theirs = bytes.subarray(0, PUBLIC_KEY_BYTES);
  const info = isUnbound ? `tierce inbox ${keys.id}` : inboxInfo(keys.id, [theirs, rawPublic(createPublicKey(own.value))]);
  const shared = sharedWith(own.value, theirs, info);
  if (shared === null) return refuse({ code: 'seal-broken' });
  return using(shared, (key) => unseal(key, bytes.subarray(PUBLIC_KEY_BYTES), boxPlace(keys, record)));
}

/** A new key pair as a file holds it. */
function sealedPair(ringId: string, key: Uint8Array, random: Randomness): Pick<VaultKeys, 'publicKey' | 'privateKey'> {
  const pair = newPair(random);
  const der = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  return {
    publicKey: rawPublic(pair.publicKey).toString('base64'),
    privateKey: using(der, (own) => seal(key, own, privateKeyPlace(ringId), random)).toString('base64'),
  };
}

/**
 * Not bound to the public key, which follows from the private one: whoever swapped it would lock away the lines sealed for the right one.
 */
function privateKeyPlace(ringId: string): string {
  return `tierce/vault/${ringId}/private-key`;
}

function privateKeyOf({ keys, key }: Opener): Result<KeyObject, KeyFailure> {
  const der = unseal(key, Buffer.from(keys.privateKey, 'base64'), privateKeyPlace(keys.id));
  if (!der.ok) return der;
  const own = using(der.value, privateFromDer);
  return own === null ? refuse({ code: 'seal-broken' }) : ok(own);
}

/** @returns `null` if it is not such a key: whoever made the file may have sealed anything */
function privateFromDer(der: Buffer): KeyObject | null {
  try {
    const own = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
    return own.asymmetricKeyType === 'x25519' ? own : null;
  } catch {
    return null;
  }
}

/**
 * Bytes from a file may be no usable key, or one of the few that give the same secret with every other: the exchange throws for both.
 * @source RFC 7748, section 6.1
 */
function sharedWith(own: KeyObject, other: Uint8Array, info: string): Buffer | null {
  try {
    return sharedKey(own, publicFromRaw(other), info);
  } catch {
    return null;
  }
}

function sharedKey(own: KeyObject, other: KeyObject, info: string): Buffer {
  return using(diffieHellman({ privateKey: own, publicKey: other }), (agreed) =>
    Buffer.from(hkdfSync('sha256', agreed, Buffer.alloc(0), info, KEY_BYTES)),
  );
}

/** Both public keys: replacing either one changes the agreed key. @source RFC 7748, section 6.1; RFC 9180, section 4.1 */
function inboxInfo(ringId: string, [ephemeral, own]: readonly [Uint8Array, Uint8Array]): string {
  return `tierce inbox 4 ${ringId} ${Buffer.from(ephemeral).toString('base64')} ${Buffer.from(own).toString('base64')}`;
}

/** JSON padded with spaces, which JSON ignores. */
function padded(content: Sealed<SealedContents[SealedTable]>): Buffer {
  const json = Buffer.from(JSON.stringify(reveal(content)), 'utf8');
  return Buffer.concat([json, Buffer.alloc(PADDING_BYTES - (json.byteLength % PADDING_BYTES), ' ')]);
}

/** What a box is sealed for: that record in the vault with these keys. */
export function boxPlace(keys: Pick<KeyRing, 'id'>, { table, id }: RecordPlace): string {
  return `tierce/vault/${keys.id}/${table}/${id}`;
}

/** The fixed DER prefixes of X25519 keys, before the 32 bytes of the key itself. @source RFC 8410 */
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Any 32 random bytes are a private key of X25519. */
function newPair(random: Randomness): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const privateKey = using(random(KEY_BYTES), (own) =>
    using(Buffer.concat([PKCS8_PREFIX, own]), (der) => createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })),
  );
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-PUBLIC_KEY_BYTES);
}

function publicFromRaw(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), type: 'spki', format: 'der' });
}
