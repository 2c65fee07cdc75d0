// L6: the files of a library are read in a few workers, in turn if there are more files than workers.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type CalendarDate, calendarDate } from '@domain/units.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reading } from '../../../../main/library/read-entry.ts';
import { readingApart, sharedOut } from '../../../../main/library/reading-apart.ts';
import { allDone, soon, until } from '../../../support/soon.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const TODAY = calendarDate('2026-03-10');

/** Replaces the built worker: says what it was asked, and which worker it is. */
const SCRIPT = `
const { parentPort, threadId, resourceLimits } = require('node:worker_threads');
parentPort.on('message', ({ id, request }) => {
  if (request.path.endsWith('bug.tierce')) return parentPort.postMessage({ id, bug: 'TypeError: something long enough to be cut, and more of it' });
  if (request.path.endsWith('dead.tierce')) process.exit(1);
  setTimeout(() => parentPort.postMessage({ id, value: { state: 'asked', ...request, threadId, most: resourceLimits.maxOldGenerationSizeMb } }), 20);
});`;

async function reader() {
  const scripts = await temporaryFolder();
  await mkdir(scripts, { recursive: true });
  await writeFile(join(scripts, 'package.json'), '{"type":"commonjs"}');
  await writeFile(join(scripts, 'entry-worker.js'), SCRIPT);
  const logged: string[] = [];
  const reading = readingApart(scripts, (line) => void logged.push(line));
  onTestFinished(() => reading.stop());
  return { reading, logged };
}

/** A worker that answers when it is told to, each file with its path. */
function handWorker(name: string, asked: string[]) {
  const waiting: (() => void)[] = [];
  const call = ({ path }: { readonly path: string }) =>
    new Promise<Reading>((resolve) => {
      asked.push(`${name} ${path}`);
      waiting.push(() => resolve(path as unknown as Reading));
    });
  return { call, stop: () => Promise.resolve(), answer: () => waiting.shift()?.() };
}

describe('files shared out among workers', () => {
  it('L6 go to the workers that are free, one to each, and the others to whoever is free next, in their order', async () => {
    const asked: string[] = [];
    const [one, other] = [handWorker('one', asked), handWorker('other', asked)];
    const reading = sharedOut([one, other], () => undefined);

    const answers = Promise.all(['a', 'b', 'c', 'd'].map((path) => reading.read(path, TODAY)));
    await until(() => asked.length === 2, 'a file for each worker');
    await allDone();
    expect(asked).toEqual(['other a', 'one b']);
    one.answer();
    await until(() => asked.length > 2, 'the third file');
    one.answer();
    await until(() => asked.length > 3, 'the fourth file');
    expect(asked.slice(2)).toEqual(['one c', 'one d']);
    one.answer();
    other.answer();
    expect(await soon(answers, 'all answers')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('L6 find a worker free again that had nothing to do', async () => {
    const asked: string[] = [];
    const worker = handWorker('one', asked);
    const reading = sharedOut([worker], () => undefined);
    for (const path of ['a', 'b']) {
      const answer = reading.read(path, TODAY);
      await until(() => asked.includes(`one ${path}`), `file ${path}`);
      worker.answer();
      expect(await soon(answer, 'its answer')).toBe(path);
    }
  });
});

describe('reading apart', () => {
  it('L6 can be stopped before it has read anything', async () => {
    const { reading } = await reader();

    expect(await reading.stop()).toBeUndefined();
  });

  it('K5 does not pass a bug of the program off as damage of a file', async () => {
    const { reading, logged } = await reader();
    const noMessage = (() => TODAY) as unknown as CalendarDate; // a function cannot be sent to a worker

    await expect(soon(reading.read('/a.tierce', noMessage), 'the bug')).rejects.toThrow('could not be cloned');
    expect(logged).toEqual([]);
  });

  it('L6 gives each file its own answer, however many are asked for at once', async () => {
    const { reading } = await reader();
    const paths = Array.from({ length: 20 }, (_, index) => `/bibliothèque/${String(index)}.tierce`);

    const answers = (await Promise.all(paths.map((path) => reading.read(path, TODAY)))) as unknown as readonly {
      readonly path: string;
      readonly today: string;
      readonly threadId: number;
      readonly most: number;
    }[];

    expect(answers.map(({ path, today }) => [path, today])).toEqual(paths.map((path) => [path, TODAY]));
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(Math.min(cpus().length, 4));
    expect(answers[0]?.most).toBe(2048);
  });

  it('L6 K5 tells a bug as damage with its beginning alone, logs it, and goes on', async () => {
    const { reading, logged } = await reader();

    expect(await reading.read('/privé/bug.tierce', TODAY)).toEqual({
      state: 'unreadable',
      failure: { code: 'file-damaged', name: 'bug.tierce', where: 'TypeError: something long enough to be cut'.slice(0, 40) },
      fileId: null,
    });
    expect(logged).toEqual([expect.stringMatching(/^bug library: TypeError/)]);
    expect(logged.join(' ')).not.toContain('privé');
    expect(await reading.read('/a.tierce', TODAY)).toMatchObject({ path: '/a.tierce' });
  });

  it('L6 reads nothing any more once it has stopped', async () => {
    const { reading } = await reader();
    await reading.read('/a.tierce', TODAY);
    await reading.stop();

    const late = reading.read('/b.tierce', TODAY);
    await reading.stop();
    expect(await late).toMatchObject({ state: 'unreadable' });
  });
});
