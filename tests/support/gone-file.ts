// An accompaniment whose file goes, and what a user does to get it back.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attempt } from '@contract/attempt.ts';
import { expectOk } from '@domain/result.ts';
import { type FileSystem, realFileSystem } from '../../main/files/file-system.ts';
import { testApplication, type TestApplication } from './application.ts';
import { DRAFT } from './documents.ts';

export const PASSPHRASE = 'châtaigne lente sous abri';
export const FILE = 'Offre commune.tierce';
export const secretOf = (passphrase: string) => ({ kind: 'passphrase' as const, passphrase });
export const secret = secretOf(PASSPHRASE);

/** What can be done to the accompaniments of one application. */
export function around(app: TestApplication) {
  let count = 0;
  const base = async (documentId: string) => ({
    documentId,
    commandId: `command-${app.data.length}-${(count += 1)}`,
    baseRevision: expectOk(await app.call('project.read', { documentId })).revision,
  });
  const step = async (documentId: string, need: string) =>
    expectOk(
      await app.call('project.run', {
        ...(await base(documentId)),
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } },
      }),
    );
  const write = async (documentId: string, need: string) => {
    await step(documentId, need);
    return expectOk(await app.call('project.save', { documentId }));
  };
  const close = async (documentId: string) => void expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
  const open = async (path: string) => {
    app.answers.push(path);
    return app.call('project.choose', {});
  };
  /** Opens a file that is older than this computer remembers it, as a user would who put it there. */
  const openOlder = async (path: string) => {
    const refused = await open(path);
    const attempt = expectOk(await app.call('attempt.read', {}));
    return attempt?.failure.code === 'file-older' ? app.call('attempt.accept', { attemptId: attempt.attemptId, secret: null }) : refused;
  };
  const folder = join(app.documents, 'Tierce');
  return {
    app,
    base,
    step,
    write,
    close,
    open,
    openOlder,
    folder,
    path: join(folder, FILE),
    journals: join(app.data, 'journals'),
    backups: join(app.data, 'backups'),
  };
}

/** An application with a library of one accompaniment, which is open. */
export async function library(files: FileSystem = realFileSystem) {
  const app = await testApplication({ files });
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  return { ...around(app), documentId };
}

export type Library = Awaited<ReturnType<typeof library>>;

/** The same, with a backup and a step after it, and the file gone. */
export async function goneFile(between: (made: Library) => Promise<unknown> = () => Promise.resolve(), files = realFileSystem) {
  const made = await library(files);
  await made.write(made.documentId, 'Premier besoin');
  await between(made);
  await made.write(made.documentId, 'Dernier besoin');
  await made.close(made.documentId);
  const original = await readFile(made.path);
  await rm(made.path);
  return { ...made, original };
}

export const goneIn = async ({ call }: TestApplication) => expectOk(await call('gone.list', {}));

type How = {
  readonly pick?: (backups: Attempt['backups']) => Attempt['backups'][number] | undefined;
  readonly secret?: typeof secret | null;
  readonly isTakingOver?: boolean;
};

/** What a user does: looks at the list, opens the first, uses its newest backup. */
export async function recovered(
  app: TestApplication,
  { pick = ([newest]) => newest, secret: given = null, isTakingOver = false }: How = {},
) {
  const list = await goneIn(app);
  const refused = await app.call('gone.open', { goneId: list[0]?.goneId ?? 'token-none' });
  const attempt = expectOk(await app.call('attempt.read', {}));
  const reply = await app.call('attempt.recover', {
    attemptId: attempt?.attemptId ?? 'token-none',
    backupId: pick(attempt?.backups ?? [])?.backupId ?? null,
    secret: given,
    isTakingOver,
  });
  return { list, refused, attempt, reply };
}

type Shown = { readonly document: { readonly accompaniment: { readonly mission: Readonly<Record<string, { readonly need: string }>> } } };
export const needIn = (project: Shown) => project.document.accompaniment.mission['single']?.need;
