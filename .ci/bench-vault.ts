// How long a notebook takes to open once its key is derived, compared with decrypting and parsing the same boxes.
import { randomUUID } from 'node:crypto';
import { expectOk } from '../domain/result.ts';
import { NO_LINKS } from '../domain/tables/private.ts';
import { newBox, openedRecords } from '../main/vault/opened-records.ts';
import { unseal } from '../main/vault/seal.ts';
import { boxPlace, createVault, unlockByRecovery, withOwnPair } from '../main/vault/vault.ts';
import { compare, context } from './bench-parts.ts';

const ROUNDS = 15;

/** The printed key opens without the slow derivation from a passphrase. */
export async function measureUnlocking(notes: number): Promise<{ readonly ours: number; readonly raw: number }> {
  const { vault, recoveryKey } = expectOk(await createVault('bench-vault', 'une phrase de passe de mesure'));
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
