// Tests of the folder of one run: only for its owner, and removed with it, even after a crash.
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { handOver, makeRunFolder, removeEnded, removePage, removeRunFolder } from '../../../../main/browser/run-folder.ts';
import type { Runs } from '../../../../main/browser/run-folder.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import type { ProcessName, RunningProcess } from '../../../../main/locks/running-process.ts';
import { errno, faultyFiles, temporaryFolder } from '../../../support/worlds.ts';

const nameOf = (pid: number): ProcessName => ({ machine: 'poste', start: 'matin', pid, born: null });

/** Runs of several processes with one data folder; those of `gone` have ended. */
async function computer() {
  const data = path.join(await temporaryFolder(), 'tierce');
  const gone = new Set<number>();
  let ids = 0;
  const newId = () => `run-${String(++ids)}`;
  const runsOf = (pid: number): Runs => {
    const running: RunningProcess = { self: nameOf(pid), instance: String(pid), isSurelyGone: (other) => gone.has(other.pid) };
    return { files: realFileSystem, data, running, newId };
  };
  return {
    data,
    runsOf,
    end: (pid: number) => void gone.add(pid),
    left: async () => (await readdir(path.join(data, 'browser'))).toSorted(),
  };
}
const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
const isThere = async (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

describe('the folder of a run', () => {
  it('K2 is its owner’s alone, with the page in it', async () => {
    const { runsOf } = await computer();
    const runs = runsOf(1);
    const folder = await makeRunFolder(runs);
    await handOver(runs, folder, '<p>code</p>');

    expect(await Promise.all([path.dirname(folder.profile), folder.profile, folder.cache, folder.crashes].map(modeOf))).toEqual([
      '700',
      '700',
      '700',
      '700',
    ]);
    expect(await modeOf(folder.page)).toBe('600');
    expect(await readFile(folder.page, 'utf8')).toBe('<p>code</p>');
  });

  it('K2 loses its page once the code is used', async () => {
    const { runsOf } = await computer();
    const folder = await makeRunFolder(runsOf(1));
    await handOver(runsOf(1), folder, 'code');

    await removePage(runsOf(1), folder);
    await removePage(runsOf(1), folder);

    expect(await isThere(folder.page)).toBe(false);
    expect(await isThere(folder.profile)).toBe(true);
  });

  it('K2 is gone with its run, whatever the browser has put there', async () => {
    const { runsOf, left } = await computer();
    const folder = await makeRunFolder(runsOf(1));
    await mkdir(path.join(folder.profile, 'Default/Sessions'), { recursive: true });
    await writeFile(path.join(folder.profile, 'Default/Sessions/Session_1'), 'mots');
    await chmod(path.join(folder.profile, 'Default/Sessions/Session_1'), 0o400);

    expect(await removeRunFolder(runsOf(1), folder)).toBe(true);
    expect(await left()).toEqual([]);
  });

  it('K2 is removed by the next start when its run was killed, and one that still runs is left alone', async () => {
    const { runsOf, end, left } = await computer();
    const killed = await makeRunFolder(runsOf(1));
    const living = await makeRunFolder(runsOf(2));
    await writeFile(path.join(killed.crashes, 'dump'), 'mots');
    end(1);

    const next = await makeRunFolder(runsOf(3));

    expect(await isThere(killed.crashes)).toBe(false);
    const kept = [living, next].map(({ profile }) => path.basename(path.dirname(profile)));
    expect(await left()).toEqual(kept.flatMap((id) => [id, `${id}.json`]).toSorted());
  });

  it('K2 is removed by the next start after a power cut, and one of another computer that shares the folder is left alone', async () => {
    const { data, runsOf, left } = await computer();
    for (const [id, owner] of [
      ['before', { ...nameOf(7), start: 'hier' }],
      ['elsewhere', { ...nameOf(7), machine: 'autre', start: 'hier' }],
    ] as const) {
      await mkdir(path.join(data, 'browser', id), { recursive: true });
      await writeFile(path.join(data, 'browser', `${id}.json`), JSON.stringify(owner));
    }

    await removeEnded(runsOf(1));

    expect(await left()).toEqual(['elsewhere', 'elsewhere.json']);
  });

  it('K2 takes what has no owner for what an older Tierce or a crash has left', async () => {
    const { data, runsOf, left } = await computer();
    await mkdir(path.join(data, 'browser/Default'), { recursive: true });
    await writeFile(path.join(data, 'browser/Default/History'), 'mots');
    await writeFile(path.join(data, 'browser/Local State'), '{}');
    for (const [id, owner] of [
      ['cut', '{"machine":'],
      ['strange', '{"pid":"x"}'],
      ['empty', ''],
    ] as const) {
      await mkdir(path.join(data, 'browser', id));
      await writeFile(path.join(data, 'browser', `${id}.json`), owner);
    }

    await removeEnded(runsOf(1));

    expect(await left()).toEqual([]);
  });

  it('K2 says when something of it could not be removed, and then keeps its owner’s name', async () => {
    const { runsOf, left } = await computer();
    const runs = runsOf(1);
    const folder = await makeRunFolder(runs);
    const stuck = { ...realFileSystem, rm: () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })) };

    expect(await removeRunFolder({ files: stuck }, folder)).toBe(false);
    expect(await left()).toHaveLength(2);
    await removeEnded({ ...runs, files: stuck });
    expect(await left()).toHaveLength(2);
  });

  it.each([
    ['the folder', 0],
    ['its owner', 1],
  ])('K2 of another run is left alone, though %s is listed first', async (_, first) => {
    const { data, runsOf, left } = await computer();
    await makeRunFolder(runsOf(2));
    const both = await left();
    const inOrder = (): Promise<readonly string[]> => Promise.resolve(first === 0 ? both : both.toReversed());
    const listed = { ...realFileSystem, readdir: inOrder as unknown as typeof realFileSystem.readdir };

    await removeEnded({ ...runsOf(1), files: listed });

    expect(await readdir(path.join(data, 'browser'))).toHaveLength(2);
  });

  it('K2 has nothing left when somebody has removed it already', async () => {
    const { data, runsOf } = await computer();
    const folder = await makeRunFolder(runsOf(1));
    await rm(path.join(data, 'browser'), { recursive: true });

    expect(await removeRunFolder(runsOf(1), folder)).toBe(true);
  });

  it('K2 says why its page cannot be written: no window is opened on a page that is not there', async () => {
    const { runsOf } = await computer();
    const folder = await makeRunFolder(runsOf(1));
    const { files } = faultyFiles((call) => (call === 'write' ? errno('ENOSPC') : null));

    await expect(handOver({ ...runsOf(1), files }, folder, 'code')).rejects.toThrow('the folder of this run cannot be written: disk-full');
    expect(await isThere(folder.page)).toBe(false);
  });

  it('K2 needs nothing to be there, and fails aloud where it cannot be made', async () => {
    const { data, runsOf } = await computer();
    await removeEnded(runsOf(1));
    await mkdir(path.dirname(data), { recursive: true });
    await writeFile(data, 'a file in the place of the folder');

    await expect(makeRunFolder(runsOf(1))).rejects.toThrow(/ENOTDIR|EEXIST|not a directory/);
  });
});
