// Measures L9: how soon a step is safe in the journal while the file is being written to a medium whose flush takes seconds.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Document } from '../domain/document.ts';
import { expectOk } from '../domain/result.ts';
import { serialiseProject } from '../main/files/envelope.ts';
import { type FileSystem, type OpenFile, realFileSystem } from '../main/files/file-system.ts';
import { type Later, laterOnTheClock } from '../main/project/later.ts';
import { openSession } from '../main/project/open-session.ts';
import type { ProjectSession } from '../main/project/project-session.ts';
import { sessionServices } from '../tests/support/session-services.ts';
import { firstOf, header } from './bench-parts.ts';

/** How long a flush of the medium takes, in milliseconds. @source promises.md L9 */
const FLUSHES_MS = [3_000, 8_000];
/** The interval between steps, and how many there are. */
const EVERY_MS = 200;
const STEPS = 100;

/** @returns a session on a file of its own, opened as the application does */
export async function openOn(
  folder: string,
  document: Document,
  files: FileSystem = realFileSystem,
  later: Later = () => () => undefined,
): Promise<ProjectSession> {
  const own = path.join(folder, randomUUID());
  const library = path.join(own, 'library');
  await mkdir(library, { recursive: true });
  const file = path.join(library, 'bench.tierce');
  await writeFile(file, serialiseProject({ header: header(), document }, null));
  const services = sessionServices(own, { files, newId: () => randomUUID(), later });
  return expectOk(await openSession(services, file, () => undefined)).session;
}

/** @returns a table row for each medium */
export async function measureSlowMedium(folder: string, document: Document): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const flushMs of FLUSHES_MS) lines.push(await measure(folder, document, flushMs));
  return lines;
}

async function measure(folder: string, document: Document, flushMs: number): Promise<string> {
  const session = await openOn(folder, document, slowFiles(flushMs), laterOnTheClock);
  const id = firstOf(document.accompaniment.sessions);
  const times: number[] = [];
  for (let count = 0; count < STEPS; count += 1) {
    const from = performance.now();
    expectOk(
      await session.run(randomUUID(), { name: 'record.update', args: { table: 'sessions', id, fields: { title: `Titre ${count}` } } }),
    );
    if (!session.isSafeHere) throw new Error('A step was not safe');
    times.push(performance.now() - from);
    await setTimeout(EVERY_MS);
  }
  await session.close(true);
  const ordered = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (ordered[Math.floor(share * (ordered.length - 1))] ?? 0).toFixed(1);
  return `| ${flushMs / 1000} s | ${times.length} | ${at(0.5)} | ${at(1)} |`;
}

/** Only files in the library are slow: the journal is on this computer's own disk. */
function slowFiles(flushMs: number): FileSystem {
  return {
    ...realFileSystem,
    open: async (file, flags, mode) => {
      const opened = await realFileSystem.open(file, flags, mode);
      return String(file).includes('/library/') || String(file).endsWith('/library') ? slowly(opened, flushMs) : opened;
    },
  };
}

function slowly(file: OpenFile, flushMs: number): OpenFile {
  return new Proxy(file, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (name === 'sync') await setTimeout(flushMs);
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
