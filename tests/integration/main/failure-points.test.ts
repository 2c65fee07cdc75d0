// A3 A4 A7 A8 A12: each disk call of every write fails in turn. Old or new content is whole, what is safe stays, the next save works.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import { expectOk, ok, type Result } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { BackupService, backupIdOf } from '../../../main/backups/backup-service.ts';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { type KeyOf, parseProject } from '../../../main/files/parse-project.ts';
import { PLAIN_LINES } from '../../../main/journal/journal-lines.ts';
import { sealedLines } from '../../../main/journal/sealed-lines.ts';
import { lockFile } from '../../../main/locks/file-lock.ts';
import { OpenProjects } from '../../../main/project/open-projects.ts';
import { openSession } from '../../../main/project/open-session.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { resealCopies, sealLeftovers, sealOf, unsealCopies } from '../../../main/project/reseal-copies.ts';
import { passphraseSlot, recoverySlot } from '../../../main/vault/key-slots.ts';
import { earlierUnder, openKeys } from '../../../main/vault/open-keys.ts';
import { countedIds, NOW } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { noteTried } from '../../support/note-tried.ts';
import { ARE_ALL_TRIED, spread } from '../../support/spread.ts';
import { type DiskProject, HEADER, projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, faultyFiles, temporaryFolder } from '../../support/worlds.ts';

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS'] as const;
/**
 * once: one call only; on: this one and all that follow, as when a USB stick is pulled out; short: every write is cut short from there
 * on.
 */
type Fault = { readonly at: number; readonly code: (typeof CODES)[number] | 'short'; readonly lasts: 'once' | 'on' };

/** The operations for which the result of a crash is checked: the others run the same code. */
const CRASHES: readonly Fault['code'][] = ['ENOSPC', 'EIO', 'short'];

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const OLD = document.accompaniment.sessions[sessionId]?.title ?? '';
const KEY = Buffer.alloc(32, 9);
const RING = { id: 'failing-ring', slots: [expectOk(await passphraseSlot('failing-ring', KEY, 'une phrase assez longue'))] };
const NEW_KEY = Buffer.alloc(32, 8);
const NEW_RING = {
  id: 'newer-ring',
  slots: [recoverySlot('newer-ring', NEW_KEY).slot],
  earlier: earlierUnder({ id: 'newer-ring', key: NEW_KEY }, { ring: RING, keys: openKeys(RING, KEY) }),
};
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
const titleOf = (session: Pick<ProjectSession, 'document'>): string => session.document.accompaniment.sessions[sessionId]?.title ?? '';

type World = {
  readonly project: DiskProject;
  readonly session: ProjectSession;
  readonly begin: () => void;
  readonly end: () => void;
  readonly calls: () => readonly string[];
};
/** `act` may be refused, but may not throw; `before` and `after` it the disk works. */
type Operation = {
  readonly promise: string;
  readonly name: string;
  /** How many disk calls it makes at least. */ readonly points: number;
  /** Done to the file before it is opened. */ readonly prepare?: (path: string) => Promise<void>;
  readonly before?: (world: World) => Promise<unknown>;
  readonly act: (world: World) => Promise<unknown>;
  readonly after?: (world: World, outcome: unknown) => Promise<void>;
};

const OPERATIONS: readonly Operation[] = [
  { promise: 'A3', name: 'a save', points: 30, act: ({ session }) => steppedAndSaved(session) },
  { promise: 'A2', name: 'a step in the journal', points: 2, act: ({ session }) => session.run('c-1', retitle('Un')) },
  {
    promise: 'A4',
    name: 'a backup',
    points: 12,
    before: ({ session }) => saved(session, 'Un'),
    act: ({ session }) => session.keepBackup('restore'),
    after: async ({ project }, outcome) => {
      const kept = expectOk(await project.services.backups.list(HEADER.fileId));
      for (const { fileName } of kept) expectOk(await project.services.backups.read(HEADER.fileId, fileName));
      expect(kept.map(({ reason }) => reason)).toContain('opening');
      if ((outcome as Result<null>).ok) expect(kept.map(({ reason }) => reason)).toContain('restore');
    },
  },
  {
    promise: 'A5',
    name: 'a restored backup',
    points: 30,
    before: ({ session }) => saved(session, 'Un'),
    act: async ({ project, session }) => {
      const [kept] = await readdir(project.services.backups.folderOf(HEADER.fileId));
      return restored(project, session, backupIdOf(kept ?? ''));
    },
  },
  {
    promise: 'A12',
    name: 'a whole file being sealed',
    points: 12,
    before: ({ session }) => saved(session, 'Un'),
    act: (world) => sealed(world),
  },
  {
    promise: 'A12',
    name: 'a seal being taken off',
    points: 30,
    before: async (world) => {
      await saved(world.session, 'Un');
      expectOk((await sealed(world)) as Result<unknown>);
    },
    act: (world) => unsealed(world),
    after: async ({ project }) => {
      const isSealed = (await readFile(project.path, 'utf8')).includes('"manifest": "');
      for (const { fileName } of expectOk(await project.services.backups.list(HEADER.fileId)))
        // nobody has the key of a plain file
        expectOk(await project.services.backups.read(HEADER.fileId, fileName, isSealed ? keyOf : undefined));
    },
  },
  {
    promise: 'A12',
    name: 'a new key being made',
    points: 30,
    before: async (world) => {
      await saved(world.session, 'Un');
      expectOk((await sealed(world)) as Result<unknown>);
    },
    act: (world) => newlySealed(world),
    after: async ({ project, session }) => {
      for (const { fileName } of expectOk(await project.services.backups.list(HEADER.fileId)))
        expectOk(await project.services.backups.read(HEADER.fileId, fileName, session.keyOf));
    },
  },
  {
    promise: 'A7',
    name: 'a format brought up to date',
    points: 30,
    prepare: (path) =>
      rewriteWithDigest(path, (text) => text.replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${FORMAT_VERSION - 1}`)),
    act: ({ session }) => steppedAndSaved(session),
    after: async ({ project }) => {
      if (!(await readFile(project.path)).includes(`"formatVersion": ${FORMAT_VERSION}`)) return;
      const kept = expectOk(await project.services.backups.list(HEADER.fileId));
      const [before, ...others] = kept.filter(({ reason }) => reason === 'migration');
      expect(others).toEqual([]);
      expect(expectOk(await project.services.backups.read(HEADER.fileId, before?.fileName ?? '')).formatVersion).toBe(FORMAT_VERSION - 1);
    },
  },
  {
    promise: 'A8',
    name: 'a lock',
    points: 5,
    act: async ({ project }) => {
      const lock = await lockFile(join(project.folder, 'autre.tierce'), {
        files: project.services.files,
        running: processNamed(),
        newId: countedIds(),
        person: '',
        now: NOW,
      });
      if (lock.ok) await lock.value?.release();
      return lock;
    },
    after: async ({ project }) => {
      const next = await lockFile(join(project.folder, 'autre.tierce'), {
        files: realFileSystem,
        running: processNamed(),
        newId: countedIds(),
        person: '',
        now: NOW,
      });
      // Half a lock that could not even be removed has no holder: then the user is asked, and never refused for good.
      expect(next.ok || (next.failure.code === 'file-locked' && next.failure.holder.since === null)).toBe(true);
    },
  },
];

it.each(OPERATIONS.map((operation) => [operation.promise, operation.name, operation] as const))(
  '%s A10 holds wherever %s can fail',
  async (_promise, _name, operation) => {
    const calls = await operating(operation, null, (world) => Promise.resolve(world.calls()));
    const faults = faultsAt(calls);
    noteTried(faults.length);

    for (const fault of faults) {
      try {
        await tried(operation, fault);
      } catch (error) {
        throw new Error(
          `${operation.name}, call ${fault.at} (${calls[fault.at - 1] ?? ''}) ${fault.code} ${fault.lasts}: ${String(error)}`,
          { cause: error },
        );
      }
    }

    expect(calls.length).toBeGreaterThanOrEqual(operation.points);
  },
  900_000,
);

/** For one operation, in `npm test`. */
const MOST_CALLS = 20;

/**
 * In `npm test` a call fails once with one of the codes, in rotation, and every other call for good; `TIERCE_POINTS=all` tries every code
 * at every call.
 */
function faultsAt(calls: readonly string[]): readonly Fault[] {
  const chosen = spread(
    calls.map((call, index) => ({ call, at: index + 1 })),
    MOST_CALLS,
  );
  return chosen.flatMap(({ call, at }, turn): Fault[] => [
    ...CODES.filter((_code, place) => ARE_ALL_TRIED || place === turn % CODES.length).map((code) => ({ at, code, lasts: 'once' as const })),
    ...(ARE_ALL_TRIED || turn % 2 === 0 ? [{ at, code: 'EIO' as const, lasts: 'on' as const }] : []),
    ...(call === 'write' ? [{ at, code: 'short' as const, lasts: 'on' as const }] : []),
  ]);
}

async function tried(operation: Operation, fault: Fault): Promise<void> {
  await operating(operation, fault, async ({ project, session }) => {
    const now = titleOf(session);
    const inFile = await titleIn(await readFile(project.path));
    expect([OLD, 'Un']).toContain(inFile);
    if (session.saveState.where === 'file') expect(inFile).toBe(now);
    expect(session.saveState.failure === null).toBe(session.saveState.where !== 'failing');
    if (session.isSafeHere && CRASHES.includes(fault.code)) expect(await titleAfterCrash(project)).toBe(now);
    expectOk(await session.run('c-last', retitle('Dernier')));
    expect(await session.save()).toMatchObject({ where: 'file', failure: null, isSafeHere: true });
    expect(await titleIn(await readFile(project.path))).toBe('Dernier');
    await session.close(false);
  });
}

/** Runs the operation in a world of its own, whose disk fails from `begin` to `end` as the fault says. */
async function operating<T>(
  { prepare, before, act, after }: Operation,
  fault: Fault | null,
  look: (world: World) => Promise<T>,
): Promise<T> {
  let from: number | null = null;
  let made: readonly string[] = [];
  const { files, calls } = faultyFiles((_call, count) => {
    if (from === null || fault === null) return null;
    const isDue = fault.lasts === 'once' ? count - from === fault.at : count - from >= fault.at;
    return !isDue ? null : fault.code === 'short' ? 'short' : errno(fault.code);
  });
  const project = await projectOnDisk(document, files);
  await prepare?.(project.path);
  const { session } = await project.open();
  const world: World = {
    project,
    session,
    begin: () => void (from = calls.length),
    end: () => void ([made, from] = [calls.slice(from ?? 0), null]),
    calls: () => made,
  };
  await before?.(world);
  world.begin();
  const outcome = await act(world);
  world.end();
  await after?.(world, outcome);
  return look(world);
}

/** The first step of an opening keeps what was in the file, the save replaces it. */
async function steppedAndSaved(session: ProjectSession): Promise<unknown> {
  expectOk(await session.run('c-1', retitle('Un')));
  return session.save();
}

async function saved(session: ProjectSession, title: string): Promise<void> {
  expectOk(await session.run(`c-${title}`, retitle(title)));
  expect((await session.save()).where).toBe('file');
}

/** The service looks up the session by the id that a window would know. */
async function restored(project: DiskProject, session: ProjectSession, backupId: string): Promise<unknown> {
  const projects = Object.assign(Object.create(OpenProjects.prototype) as OpenProjects, {
    session: () => session,
    applied: (_id: string, reply: unknown) => reply,
  });
  const { 'backups.restore': restore } = new BackupService(project.services, projects).handlers();
  await restore({ documentId: 'd', commandId: 'c-restore', baseRevision: session.revision, backupId });
  return session.save();
}

async function sealed({ project, session }: World): Promise<unknown> {
  const codec = sealedLines(HEADER.fileId, KEY);
  const reply = await session.keys.reseal('c-seal', (keys) =>
    Promise.resolve(ok({ key: KEY, keys: { ...keys, file: RING }, nonce: 'seal', copiesFirst: null })),
  );
  if (reply.ok)
    await resealCopies(project.services, {
      fileId: HEADER.fileId,
      keys: session.header.keys,
      from: { key: null, codec: PLAIN_LINES },
      to: { key: KEY, codec },
    });
  return reply;
}

async function unsealed({ project, session }: World): Promise<unknown> {
  const { services } = project;
  const reply = await session.keys.reseal('c-unseal', (keys) =>
    Promise.resolve(
      ok({ key: null, keys: { ...keys, file: null }, nonce: 'unseal', copiesFirst: () => unsealCopies(services, session.header, KEY) }),
    ),
  );
  if (reply.ok)
    await resealCopies(services, {
      fileId: HEADER.fileId,
      keys: session.header.keys,
      from: { key: KEY, codec: sealedLines(HEADER.fileId, KEY) },
      to: { key: null, codec: PLAIN_LINES },
    });
  else if (session.saveState.where === 'file') await sealLeftovers(services, session.header, KEY);
  return reply;
}

async function newlySealed({ project, session }: World): Promise<unknown> {
  const before = openKeys(RING, KEY);
  const reply = await session.keys.reseal('c-new', (keys) =>
    Promise.resolve(ok({ key: NEW_KEY, keys: { ...keys, file: NEW_RING }, nonce: 'new', copiesFirst: null })),
  );
  const to = sealOf(HEADER.fileId, openKeys(NEW_RING, NEW_KEY));
  if (reply.ok)
    await resealCopies(project.services, { fileId: HEADER.fileId, keys: session.header.keys, from: sealOf(HEADER.fileId, before), to });
  return reply;
}

const keyOf: KeyOf = ({ keys }) => Promise.resolve(ok(keys.file?.id === NEW_RING.id ? NEW_KEY : KEY));

async function titleIn(bytes: Buffer): Promise<string> {
  return titleOf(expectOk(await parseProject(bytes, { name: 'x', keyOf })));
}

/** What another process finds when it opens a copy of everything that is on disk now. */
async function titleAfterCrash(project: DiskProject): Promise<string> {
  const folder = await temporaryFolder();
  await cp(project.folder, folder, { recursive: true });
  const copy = await projectOnDisk(document);
  await writeFile(copy.path, await readFile(join(folder, 'mission.tierce')));
  await cp(join(folder, 'data'), join(copy.folder, 'data'), { recursive: true });
  const { session } = expectOk(await openSession({ ...copy.services, running: processNamed() }, copy.path, () => undefined, { keyOf }));
  const title = titleOf(session);
  await session.abandon();
  return title;
}
