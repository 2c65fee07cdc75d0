// How long a notebook takes: to derive its key, to open once that is done, and to write a note while it is open.
import { randomBytes, randomUUID, scrypt } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Document } from '../domain/document.ts';
import { expectOk, ok } from '../domain/result.ts';
import { NO_LINKS } from '../domain/tables/private.ts';
import { newBox, openedRecords } from '../main/vault/opened-records.ts';
import { unseal } from '../main/vault/seal.ts';
import { SCRYPT } from '../main/vault/key-slots.ts';
import { added } from '../main/vault/sealed-records.ts';
import { boxPlace, createVault, forget, unlockByRecovery, unlockVault, withOwnPair } from '../main/vault/vault.ts';
import { compare, context } from './bench-parts.ts';
import { openOn } from './bench-slow.ts';

const ROUNDS = 15;
const PASSPHRASE = 'une phrase de passe de mesure';

type Times = { readonly ours: number; readonly raw: number };

/** The printed key opens without the slow derivation from a passphrase. */
export async function measureUnlocking(notes: number): Promise<Times> {
  const { vault, recoveryKey } = expectOk(await createVault('bench-vault', PASSPHRASE));
  const rows = Object.fromEntries(
    Array.from({ length: notes }, (_none, index) => {
      const id = randomUUID();
      return [
        id,
        {
          id,
          box: newBox(
            vault,
            { table: 'privateNotes', id },
            { date: context.today, ...NO_LINKS, text: `Une remarque de quelques lignes, la ${index}e. `.repeat(4) },
            context.now,
          ),
        },
      ];
    }),
  );
  const raw = (): Promise<unknown> =>
    Promise.resolve(
      Object.values(rows).map(
        ({ id, box }) =>
          JSON.parse(
            expectOk(unseal(vault.key, Buffer.from(box.slice(2), 'base64'), boxPlace(vault.keys, { table: 'privateNotes', id }))).toString(
              'utf8',
            ),
          ) as unknown,
      ),
    );
  return compare(
    ROUNDS,
    () =>
      Promise.resolve(
        openedRecords(withOwnPair(expectOk(unlockByRecovery(vault.keys, recoveryKey))), { privateNotes: rows, privateConflicts: {} }),
      ),
    raw,
  );
}

/** The slow part of each unlock, on its own. */
export async function measureDerivation(): Promise<Times> {
  const { vault } = expectOk(await createVault('bench-vault', PASSPHRASE));
  const { n: N, r, p } = SCRYPT;
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  return compare(
    5,
    async () => forget(expectOk(await unlockVault(vault.keys, PASSPHRASE))),
    () => derive(PASSPHRASE, randomBytes(16), 32, { N, r, p, maxmem: 256 * N * r }),
  );
}

/** A note written while the notebook is open. */
export async function measureSealedNote(folder: string, full: Document): Promise<Times> {
  const { vault } = expectOk(await createVault('bench-vault', PASSPHRASE));
  const session = await openOn(folder, full);
  const text = 'Une remarque de quelques lignes. '.repeat(6);
  const draft = () => ({ table: 'privateNotes', id: null, written: { date: context.today, ...NO_LINKS, text } }) as const;
  const { changes, label } = added(vault, context, draft());
  const step = { revision: 1, kind: 'do', of: null, isAct: false, at: context.now, by: 'bench', label, changes };
  const line = `${JSON.stringify({ kind: 'step', step })}\n`;
  const handle = await open(path.join(folder, 'sealed-note.jsonl'), 'a');
  const times = await compare(
    200,
    async () => expectOk(await session.runPlanned(randomUUID(), (_document, now) => ok(added(vault, now, draft())))),
    async () => {
      await handle.write(line);
      await handle.datasync();
    },
  );
  await handle.close();
  await session.close(true);
  return times;
}
