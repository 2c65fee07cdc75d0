// A computer on which a process dies after so many disk calls, and the next one finds what it left of a file.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { OpenProjects } from '../../main/project/open-projects.ts';
import type { OpeningOptions } from '../../main/project/open-session.ts';
import type { ProjectSession } from '../../main/project/project-session.ts';
import type { SessionServices } from '../../main/project/session-services.ts';
import { ProtectionService } from '../../main/vault/protection-service.ts';
import { expectOk, type Result } from '@domain/result.ts';
import { countedIds, NOW } from './context.ts';
import { memoryDisk, type WholeDisk } from './memory-disk.ts';
import { type Caller, MoodyDisk } from './moody-disk.ts';
import { processNamed } from './running.ts';
import { sessionServices } from './session-services.ts';

/** All files on a disk, by path. */
export type Laid = ReadonlyMap<string, Buffer>;
type Opened = { readonly documentId: string; readonly session: ProjectSession };
/** An application without its window. `caller`: how long it lives. */
export type KillableProcess = {
  readonly caller: Caller;
  readonly services: SessionServices;
  readonly protection: ReturnType<ProtectionService['handlers']>;
  readonly open: (path: string, how?: OpeningOptions) => Promise<Opened>;
};
export type KillableComputer = {
  readonly disk: WholeDisk;
  readonly start: () => KillableProcess;
  /** @returns whether the act finished before its process died */
  readonly until: (act: Promise<unknown>, process: KillableProcess) => Promise<boolean>;
  readonly cutPower: () => void;
  readonly all: () => Promise<Laid>;
};

/** @param laid what is on its disk at the start, flushed */
export async function killableComputer(laid: Laid): Promise<KillableComputer> {
  const memory = memoryDisk(() => Date.parse(NOW));
  for (const [path, bytes] of laid) {
    await memory.files.mkdir(dirname(path), { recursive: true });
    await memory.files.writeFile(path, bytes);
  }
  memory.flushAll();
  const moody = new MoodyDisk(memory.files, () => Promise.resolve());
  const disk = memory.files;
  return {
    disk,
    start: () => startOn(moody),
    until: async (act, { caller }) => {
      const acting = { isDone: false };
      void act.finally(() => (acting.isDone = true));
      while (!acting.isDone && (caller.isAlive || moody.underWay > 0)) await setImmediate();
      caller.isAlive = false;
      moody.closeOf(caller);
      return acting.isDone;
    },
    cutPower: () => memory.cut(() => 0.5),
    all: () =>
      everyFile(
        (folder) => disk.readdir(folder),
        (path) => disk.readFile(path),
        '/',
      ),
  };
}

function startOn(moody: MoodyDisk): KillableProcess {
  const caller: Caller = { isAlive: true, callsLeft: Number.POSITIVE_INFINITY };
  const running = processNamed();
  const services = { ...sessionServices('/own', { files: moody.seenBy(caller), newId: countedIds(running.instance) }), running };
  const projects = new OpenProjects(
    services,
    () => undefined,
    () => undefined,
  );
  const open = async (path: string, how: OpeningOptions = {}): Promise<Opened> => {
    const opened = await projects.open(path, how);
    const { documentId } = expectOk(isHalfLocked(opened) ? await projects.open(path, { ...how, how: 'take-over' }) : opened);
    return { documentId, session: projects.session(documentId) };
  };
  return { caller, services, protection: new ProtectionService(services, projects).handlers(), open };
}

/** A process was killed while it made its lock: the lock names nobody, and the next one asks the user and takes over. */
function isHalfLocked(opened: Result<unknown>): boolean {
  return !opened.ok && opened.failure.code === 'file-locked' && opened.failure.holder.since === null;
}

/** @returns what is in a folder of the real disk, as it is to be laid out elsewhere */
export async function laidFrom(folder: string, place: (path: string) => string): Promise<Laid> {
  const found = await everyFile(readdir, (path) => readFile(path), folder);
  return new Map([...found].map(([path, bytes]) => [place(path.slice(folder.length + 1)), bytes]));
}

async function everyFile(
  list: (folder: string) => Promise<readonly string[]>,
  read: (path: string) => Promise<Buffer>,
  folder: string,
): Promise<Laid> {
  const files = new Map<string, Buffer>();
  for (const name of await list(folder)) {
    const path = join(folder, name);
    const below = await list(path).catch(() => null);
    const found = below === null ? new Map([[path, await read(path)]]) : await everyFile(list, read, path);
    for (const each of found) files.set(...each);
  }
  return files;
}
