// Everything that the screens lead to, read as a person would who is looking for what they typed.
import { join } from 'node:path';
import type { Attempt } from '@contract/attempt.ts';
import type { OpenProject } from '@contract/project.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import { wordsIn } from './claims.ts';
import { ModelWindow } from './model-window.ts';
import { FILE_SECRETS, NOTEBOOK_SECRETS, tried } from './secrets.ts';
import type { Computer, World } from './world.ts';

/**
 * Opens one file of the list, with whatever the screens offer if that is refused: taking it over from its holder, or entering its secret.
 */
export async function openEntry(window: ModelWindow, entryId: string): Promise<Result<OpenProject>> {
  return insisted(window, await window.ask('project.open', { entryId }));
}

/** The same for a file chosen in a dialog. */
export async function openPath(window: ModelWindow, path: string): Promise<Result<OpenProject>> {
  window.answers.push(path);
  return insisted(window, await window.ask('project.choose', {}));
}

/** Held, then protected, then held again, then not as remembered: each answer may lead to the next question. */
const MOST_ANSWERS = 6;

async function insisted(window: ModelWindow, opened: Result<OpenProject>, answers = MOST_ANSWERS): Promise<Result<OpenProject>> {
  if (opened.ok || answers === 0) return opened;
  const answer = ANSWERS[opened.failure.code];
  const attempt = answer === undefined ? null : await attemptOf(window);
  return answer === undefined || attempt === null ? opened : insisted(window, await answer(window, attempt), answers - 1);
}

type Answer = (window: ModelWindow, attempt: Attempt) => Promise<Result<OpenProject>>;

/** Answers as somebody would who wants the file whatever it holds. */
const ANSWERS: Readonly<Partial<Record<Failure['code'], Answer>>> = {
  'file-locked': (window, { attemptId }) => window.ask('attempt.open', { attemptId, how: 'take-over' }),
  'file-sealed': (window, { attemptId }) => tried(FILE_SECRETS, (secret) => window.ask('attempt.unlock', { attemptId, secret })),
  'file-older': (window, { attemptId }) => window.ask('attempt.accept', { attemptId, secret: null }),
  'protection-lost': (window, { attemptId, isSealed }) =>
    isSealed
      ? tried(FILE_SECRETS, (secret) => window.ask('attempt.accept', { attemptId, secret }))
      : window.ask('attempt.accept', { attemptId, secret: null }),
};

async function attemptOf(window: ModelWindow): Promise<Attempt | null> {
  const read = await window.ask('attempt.read', {});
  return read.ok ? read.value : null;
}

/** @returns every word that can be found on a computer */
export async function wordsOn(world: World, computer: Computer): Promise<ReadonlySet<string>> {
  await letTurnsPass(world, computer);
  const window = await ModelWindow.start(world, computer);
  const found = new Set<string>();
  const add = (words: Iterable<string>): void => {
    for (const word of words) found.add(word);
  };
  for (const name of await namesIn(window)) add(await wordsOfFile(window, name));
  const gone = await window.ask('gone.list', {});
  for (const { fileName } of gone.ok ? gone.value : []) add(await wordsOfGone(window, fileName));
  world.kill(window);
  return found;
}

/** Makes the locks being replaced look an hour old, so that nobody waits any more for a process that died while replacing one. */
async function letTurnsPass({ disk, library, clock }: World, { data }: Computer): Promise<void> {
  const before = clock.wallMs() / 1000 - 3_600_000;
  for (const folder of [library, join(data, 'journals')]) {
    for (const name of (await disk.readdir(folder).catch(() => [])).filter((each) => each.endsWith('.replacing')))
      await disk.utimes(join(folder, name), before, before);
  }
}

async function namesIn(window: ModelWindow): Promise<readonly string[]> {
  const listed = await window.ask('library.list', {});
  return listed.ok ? listed.value.entries.map(({ fileName }) => fileName) : [];
}

/** Tokens are good until the list is read again, so each file is looked up anew. */
async function wordsOfFile(window: ModelWindow, name: string): Promise<ReadonlySet<string>> {
  const listed = await window.ask('library.list', {});
  const entry = listed.ok ? listed.value.entries.find(({ fileName }) => fileName === name) : undefined;
  if (entry === undefined) return new Set();
  const opened = await openEntry(window, entry.entryId);
  return opened.ok ? wordsOfOpen(window, opened.value) : wordsRecovered(window);
}

async function wordsOfGone(window: ModelWindow, name: string): Promise<ReadonlySet<string>> {
  const listed = await window.ask('gone.list', {});
  const gone = listed.ok ? listed.value.find(({ fileName }) => fileName === name) : undefined;
  if (gone === undefined) return new Set();
  await window.ask('gone.open', { goneId: gone.goneId });
  return wordsRecovered(window);
}

/** What can be done with a file that does not open: recreate it from its newest backup and from what is still legible in it. */
async function wordsRecovered(window: ModelWindow): Promise<ReadonlySet<string>> {
  const attempt = await attemptOf(window);
  if (attempt === null) return new Set();
  const {
    attemptId,
    isSealed,
    backups: [newest],
  } = attempt;
  const backupId = newest?.backupId ?? null;
  const isSecretNeeded = isSealed || newest?.isSealed === true;
  const recover = (isTakingOver: boolean) =>
    isSecretNeeded
      ? tried(FILE_SECRETS, (secret) => window.ask('attempt.recover', { attemptId, backupId, secret, isTakingOver }))
      : window.ask('attempt.recover', { attemptId, backupId, secret: null, isTakingOver });
  const first = await recover(false);
  const isJournalHeld = !first.ok && first.failure.code === 'file-locked' && (await attemptOf(window))?.attemptId === attemptId;
  const recovered = isJournalHeld ? await recover(true) : first;
  // A recreated file may still be locked by its previous holder.
  const opened = recovered.ok ? ok(recovered.value.project) : await insisted(window, recovered);
  return opened.ok ? wordsOfOpen(window, opened.value) : new Set();
}

async function wordsOfOpen(window: ModelWindow, project: OpenProject): Promise<ReadonlySet<string>> {
  await window.adopt(project);
  const { documentId } = project;
  const found = new Set([...window.words, ...(await notedIn(window, project))]);
  const listed = await window.ask('backups.list', { documentId });
  for (const { backupId } of listed.ok ? listed.value.backups : []) {
    const plain = await window.ask('backups.open', { documentId, backupId });
    const isSealed = !plain.ok && plain.failure.code === 'backup-sealed';
    const backup = isSealed ? await tried(FILE_SECRETS, (secret) => window.ask('backups.open', { documentId, backupId, secret })) : plain;
    if (!backup.ok) continue;
    for (const word of [
      ...wordsIn(backup.value.document),
      ...(await window.historyOf(backup.value.documentId)),
      ...(await notedIn(window, backup.value)),
    ])
      found.add(word);
    await window.ask('project.close', { documentId: backup.value.documentId, evenUnsaved: true });
  }
  await window.close(true);
  return found;
}

/**
 * @returns the words of its notebook, whichever of its secrets opens it; a key that this computer does not know is accepted as the
 * owner's
 */
async function notedIn(window: ModelWindow, { documentId, revision: baseRevision }: OpenProject): Promise<ReadonlySet<string>> {
  let tries = 0;
  const opened = await tried(NOTEBOOK_SECRETS, (secret) =>
    window.ask('vault.unlock', {
      documentId,
      commandId: `unlock-${documentId}-${(tries += 1)}`,
      baseRevision,
      secret,
      isKeyAccepted: true,
    }),
  );
  const read = opened.ok ? await window.ask('vault.notes', { documentId }) : opened;
  return wordsIn(read.ok ? read.value.notes : []);
}

/** @returns whether every line of the set-aside journals could be read: nobody can make a copy of the others, and the user is told so */
export async function areAsideInTheClear({ disk }: World, { data }: Computer): Promise<boolean> {
  const folder = join(data, 'journals');
  const names = (await disk.readdir(folder).catch(() => [])).filter((name) => name.startsWith('set-aside-'));
  const lines = (await Promise.all(names.map((name) => disk.readFile(join(folder, name), 'utf8')))).flatMap((text) => text.split('\n'));
  return lines.every((line) => line === '' || line.includes('"kind":'));
}
