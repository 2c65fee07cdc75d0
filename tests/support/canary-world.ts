// A file full of words that must not get out, in an application of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { advance } from '@domain/guards/advance.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { expect } from 'vitest';
import { serialiseProject } from '../../main/files/envelope.ts';
import { printedRecoveryKey } from '../../main/vault/key-slots.ts';
import { Sealed } from '../../main/vault/sealed.ts';
import { createVault, sealForInbox, sealRecord } from '../../main/vault/vault.ts';
import { testApplication, type TestApplication } from './application.ts';
import { VAULT_WORDS } from './canary-words.ts';
import { deskCanaries } from './desk-canaries.ts';
import { TODAY } from './context.ts';
import { firstId, startedDocument } from './documents.ts';
import { HEADER } from './projects.ts';

export const SPOKEN = [VAULT_WORDS.note, VAULT_WORDS.line, VAULT_WORDS.conflict];
export const secret = { kind: 'passphrase' as const, passphrase: VAULT_WORDS.passphrase };
export const document = startedDocument();
export const sessionId = firstId(document.accompaniment.sessions);
export const NOTE_ID = 'note-1';
export const CONFLICT_ID = 'conflict-1';
export const DATE = calendarDate('2026-04-14');

/** The one file of this test, and every word that only an open vault may give out. */
export const file: { bytes: Buffer; vaultWords: readonly string[] } = { bytes: Buffer.alloc(0), vaultWords: [] };

/** Fills the file. */
export async function fillFile(): Promise<void> {
  const { vault, recoveryKey } = expectOk(await createVault('canary-vault', VAULT_WORDS.passphrase));
  const note = (text: string) => new Sealed({ date: DATE, ...NO_LINKS, sessionId, conflictId: CONFLICT_ID, text });
  const line = { table: 'privateNotes', id: 'note-2' } as const;
  const written = { table: 'privateNotes', id: NOTE_ID } as const;
  const conflict = { table: 'privateConflicts', id: CONFLICT_ID } as const;
  const tension = new Sealed({ name: VAULT_WORDS.conflict, openedOn: DATE, settledOn: null });
  const boxes = [
    [written, sealRecord(vault, written, note(VAULT_WORDS.note))],
    [line, expectOk(sealForInbox(vault.keys, line, note(VAULT_WORDS.line)))],
    [conflict, sealRecord(vault, conflict, tension)],
  ] as const;
  const changes = [...deskCanaries(document), ...boxes.map(([{ table, id }, box]) => ({ table, id, before: null, after: { id, box } }))];
  const filled = expectOk(advance(document, changes, TODAY));
  file.bytes = serialiseProject({ header: { ...HEADER, keys: { file: null, vault: vault.keys } }, document: filled }, null);
  file.vaultWords = [...Object.values(VAULT_WORDS), recoveryKey, printedRecoveryKey(recoveryKey)];
}

export type World = {
  readonly app: TestApplication;
  readonly documentId: string;
  readonly entryId: string;
  readonly revision: () => Promise<number>;
  readonly path: string;
};

export async function openWorld(): Promise<World> {
  const app = await testApplication();
  const path = join(app.documents, 'Tierce', 'mission.tierce');
  await mkdir(join(app.documents, 'Tierce'), { recursive: true });
  await writeFile(path, file.bytes);
  const entryId = expectOk(await app.call('library.list', {})).entries[0]?.entryId ?? '';
  const { documentId } = expectOk(await app.call('project.open', { entryId }));
  const revision = async () => expectOk(await app.call('project.read', { documentId })).revision;
  return { app, documentId, entryId, path, revision };
}

export async function unlock(world: World): Promise<void> {
  expectOk(
    await world.app.call('vault.unlock', {
      documentId: world.documentId,
      commandId: 'unlock-01',
      baseRevision: await world.revision(),
      secret,
    }),
  );
}

/** Gets a backup of the open file, by a saved change unless there already is one. */
export async function backupOf(world: World): Promise<string> {
  const { app, documentId } = world;
  const { backups } = expectOk(await app.call('backups.list', { documentId }));
  if (backups[0] !== undefined) return backups[0].backupId;
  expectOk(
    await app.call('project.run', {
      documentId,
      commandId: 'backup-01',
      baseRevision: await world.revision(),
      command: { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Torcy' } } },
    }),
  );
  expectOk(await app.call('project.save', { documentId }));
  return backupOf(world);
}

/** Tries to open a damaged copy. @returns the attempt */
export async function attemptAt({ app, path }: World): Promise<string> {
  const damaged = join(dirname(path), 'abîmé.tierce');
  await writeFile(damaged, Buffer.from(file.bytes.toString('latin1').replace('"revision": 0', '"revision": 7'), 'latin1'));
  app.answers.unshift(damaged);
  expect((await app.call('project.choose', {})).ok).toBe(false);
  return expectOk(await app.call('attempt.read', {}))?.attemptId ?? '';
}

export const ofDocument = ({ documentId }: World) => Promise.resolve({ documentId });
export const ofRevision = async ({ documentId, revision }: World) => ({
  documentId,
  commandId: 'command-01',
  baseRevision: await revision(),
});
export const nothing = () => Promise.resolve({});
