// L6: a thousand accompaniments listed, cold and from the index, compared with reading and parsing the same files; and how long main is
// blocked meanwhile.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApplication } from '../main/application.ts';
import { serialiseProject } from '../main/files/envelope.ts';
import { readingApart } from '../main/library/reading-apart.ts';
import { runningProcess } from '../main/locks/running-process.ts';
import type { Shell } from '../main/shell.ts';
import { systemClock } from '../main/system.ts';
import { ensureBuild } from './build.mjs';
import { context, fullDocument, header, longestPauseOf, megabytes } from './bench-parts.ts';
import { root } from './root.mjs';

const ACCOMPANIMENTS = 1_000;
const ROUNDS = 5;
/** A file that is not ours under our ending: many small objects, far more than an accompaniment may hold. */
const HOSTILE_BYTES = 250_000_000;

type Times = { readonly cold: number; readonly indexed: number; readonly raw: number; readonly pause: number };
export type LibraryMeasure = Times & { readonly each: string };

/**
 * @returns medians in milliseconds, from the start of main to the complete list; `pause`: the longest time in which main answers nothing,
 * with the hostile file in the folder
 */
export async function measureLibrary(folder: string): Promise<LibraryMeasure> {
  if (!(await ensureBuild())) throw new Error('the build failed');
  const documents = path.join(folder, 'Documents');
  const each = await fill(path.join(documents, 'Tierce'));
  const rounds: Times[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = await oneRound(documents, path.join(folder, `data-${String(round)}`));
    if (round > 0) rounds.push(measured);
  }
  const middle = (of: (times: Times) => number): number => rounds.map(of).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  return {
    each: megabytes(each),
    cold: middle(({ cold }) => cold),
    indexed: middle(({ indexed }) => indexed),
    raw: middle(({ raw }) => raw),
    pause: middle(({ pause }) => pause),
  };
}

/** @returns the bytes of one accompaniment */
async function fill(library: string): Promise<number> {
  await mkdir(library, { recursive: true });
  const document = fullDocument({ sessions: 150, entries: 80, notes: 0 });
  const bytes = (index: number): Uint8Array =>
    serialiseProject({ header: { ...header(), fileId: `bench-file-${String(index)}` }, document }, null);
  for (let index = 0; index < ACCOMPANIMENTS; index += 1)
    await writeFile(path.join(library, `Accompagnement ${String(index)}.tierce`), bytes(index));
  return bytes(0).byteLength;
}

async function addHostile(file: string): Promise<void> {
  const hostile = await open(file, 'w');
  const part = Buffer.from('[],'.repeat(1_000_000));
  for (let written = 0; written < HOSTILE_BYTES; written += part.byteLength) await hostile.write(part);
  await hostile.close();
}

async function oneRound(documents: string, data: string): Promise<Times> {
  const library = path.join(documents, 'Tierce');
  const cold = await timed(() => listed(documents, data));
  const indexed = await timed(() => listed(documents, data));
  const raw = await timed(() => parsed(library));
  await rm(data, { recursive: true });
  const hostile = path.join(library, 'étranger.tierce');
  await addHostile(hostile);
  const pause = await longestPauseOf(() => listed(documents, data)); // measured separately: constant polling takes a core from the readers
  await rm(hostile);
  await rm(data, { recursive: true });
  return { cold, indexed, raw, pause };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** Starts main and waits until it has listed the whole library. */
async function listed(documents: string, data: string): Promise<void> {
  let isMore: () => void = () => undefined;
  const shell = shellOf({ data, documents, onLibrary: () => isMore() });
  const entries = readingApart(shell.folders.scripts, shell.log);
  const renderer = { render: () => Promise.reject(new Error('nothing is drawn here')), stop: () => Promise.resolve() };
  const application = await createApplication({ shell, renderer, entries });
  await application.dispatch('app.start', {});
  for (;;) {
    const more = new Promise<void>((resolve) => (isMore = resolve));
    const reply = await application.dispatch('library.list', {});
    if (!reply.ok) throw new Error(reply.failure.code);
    const { reading, entries: told } = reply.value as { readonly reading: number; readonly entries: readonly unknown[] };
    if (told.length < ACCOMPANIMENTS) throw new Error(`${String(told.length)} entries`);
    if (reading === 0) break;
    await more;
  }
  await application.finish(true);
  await entries.stop();
}

type World = { readonly data: string; readonly documents: string; readonly onLibrary: () => void };

function shellOf({ data, documents, onLibrary }: World): Shell {
  const none = (): Promise<null> => Promise.resolve(null);
  return {
    version: '0',
    folders: { data, documents, resources: path.join(root, 'resources'), scripts: path.join(root, 'out/main') },
    dialogs: { chooseFile: none, chooseFolder: none, saveFile: none },
    openWithSystem: () => Promise.resolve(false),
    send: (event) => (event === 'library' ? onLibrary() : undefined),
    quit: () => undefined,
    secrets: null,
    clipboard: null,
    shieldWindow: () => undefined,
    clock: { ...systemClock, now: () => context.now },
    newId: () => randomUUID(),
    running: runningProcess(),
    systemLocale: 'fr-FR',
    userName: 'bench',
    log: (line) => console.log(line),
  };
}

/** The lower bound for a single thread: every file of ours read and parsed. */
async function parsed(library: string): Promise<void> {
  const names = (await readdir(library)).filter((name) => name.startsWith('Accompagnement'));
  for (const name of names) JSON.parse(await readFile(path.join(library, name), 'utf8'));
}
