// The notebook of an accompaniment on a disk in memory, driven as the window does it.
// Tests that use it replace key derivation with one that costs nothing: see their `vi.mock`.
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import type { Later } from '../../main/project/later.ts';
import { printOf } from '../../main/memory/remembered.ts';
import type { Secrets } from '../../main/shell.ts';
import { UnlockedVaults } from '../../main/vault/unlocked-vaults.ts';
import { VaultService } from '../../main/vault/vault-service.ts';
import { createVault, type OpenVault, type VaultKeys } from '../../main/vault/vault.ts';
import { countedIds } from './context.ts';
import { office, PATH } from './memory-office.ts';
import { HEADER } from './projects.ts';
import { handTimers } from './worlds.ts';

export const PASSPHRASE = 'le carnet de Sonia, été';
export const BY_PHRASE = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
export const WRONG_PHRASE = { kind: 'passphrase', passphrase: 'pas la bonne' } as const;
export const NEWER = 'une phrase toute neuve';
export const ON = calendarDate('2026-04-14');
const MINUTE_MS = 60_000;
/** How long a notebook stays open as long as nobody has chosen. */
export const IDLE_MS = 10 * MINUTE_MS;

/** @returns a vault made elsewhere, with the printed key that opens it */
export async function vaultMade(
  id = 'vault-made',
  passphrase = PASSPHRASE,
): Promise<{ readonly vault: OpenVault; readonly recoveryKey: string }> {
  return expectOk(await createVault(id, passphrase));
}

/** The world around open vaults: a clock and timers that the test moves, and what was reported. */
export function surroundings() {
  const delay = { ms: IDLE_MS };
  const clock = { ms: Date.parse('2026-04-14T12:00:00.000Z') };
  const { later, fire } = handTimers();
  const locked: string[] = [];
  const shielded: boolean[] = [];
  return {
    around: {
      nowMs: () => clock.ms,
      idleMs: () => delay.ms,
      secrets: null,
      later,
      onLocked: (id: string) => void locked.push(id),
      shield: (is: boolean) => void shielded.push(is),
      presentation: { isOn: false, keepUnseen: () => undefined },
    },
    wait: (minutes: number) => void (clock.ms += minutes * MINUTE_MS),
    clock,
    delay,
    fire,
    locked,
    shielded,
  };
}

/** @param later schedules what is to be done later; triggered by hand by default */
export function unlockedVaults(later?: Later) {
  const told = surroundings();
  return { ...told, vaults: new UnlockedVaults(later === undefined ? told.around : { ...told.around, later }) };
}

/**
 * @param vault keys that the file already has
 * @param secrets the system's store
 * @param known those that this computer knows of it: its own by default; `null`: that there was no notebook
 */
export async function notebook(vault: VaultKeys | null = null, known: VaultKeys | null = vault, secrets: Secrets | null = null) {
  const world = office();
  const told = surroundings();
  await world.write({ header: { keys: { file: null, vault } } });
  await world.services.memory.note(HEADER.fileId, () => ({ revision: 0, isSealed: false, vaultKey: printOf(known), newerJournal: null }));
  const { projects } = world.processOf();
  const { documentId } = expectOk(await projects.open(PATH, {}));
  const session = projects.session(documentId);
  const service = new VaultService(projects, countedIds('vault'), { ...told.around, secrets });
  const call = service.handlers();
  const newId = countedIds('act');
  const act = (commandId = newId()) => ({ documentId, commandId, baseRevision: session.revision });
  const write = (text: string, id: string | null = null) =>
    call['vault.write']({ ...act(), record: { table: 'privateNotes', id, date: ON, ...NO_LINKS, text } });
  return {
    ...world,
    ...told,
    projects,
    documentId,
    session,
    service,
    call,
    act,
    write,
    create: (commandId?: string, passphrase = PASSPHRASE) => call['vault.create']({ ...act(commandId), passphrase }),
    unlock: (secret: Parameters<(typeof call)['vault.unlock']>[0]['secret'] = BY_PHRASE, isKeyAccepted = false) =>
      call['vault.unlock']({ ...act(), secret, isKeyAccepted }),
    lock: () => service.lock(documentId),
    state: () => service.status(documentId).state,
    notes: async () => expectOk(await call['vault.notes']({ documentId })),
    texts: async () =>
      expectOk(await call['vault.notes']({ documentId }))
        .notes.map(({ text }) => text)
        .toSorted(),
    boxes: () => Object.values(session.document.vault.privateNotes).map(({ box }) => box),
    keysOnDisk: async () => (await world.read()).header.keys.vault,
  };
}

/** @returns a notebook made by its owner, open, and the recovery key that was shown */
export async function openedNotebook(secrets: Secrets | null = null) {
  const book = await notebook(null, null, secrets);
  const { recoveryKey } = expectOk(await book.create());
  return { ...book, recoveryKey, byRecovery: { kind: 'recovery', recoveryKey } as const };
}

/** @returns the refusal that the caller gets instead */
export function refused(code: string) {
  return { ok: false, failure: { code } };
}
