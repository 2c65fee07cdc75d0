// A3: the durable writer on a real disk, each of its calls failing in turn.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftovers, replaceFile, TEMPORARY_ENDING } from '../../../main/files/replace-file.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { errno, faultyFiles, temporaryFolder } from '../../support/worlds.ts';

const OLD = Buffer.from('the old content');
const NEW = Buffer.from('the new content, which is longer '.repeat(2000));
const ERRORS = {
  ENOSPC: 'disk-full',
  EIO: 'disk-failure',
  EACCES: 'disk-denied',
  EPERM: 'disk-denied',
  EBUSY: 'disk-busy',
  EROFS: 'disk-read-only',
} as const;

async function oldFile(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'mission.tierce');
  await writeFile(path, OLD);
  return { folder, path };
}

/** The calls of a successful replacement, in order: each of them is made to fail below. */
async function callsOfSuccess(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tierce-test-'));
  await writeFile(join(folder, 'mission.tierce'), OLD);
  const { files, calls } = faultyFiles(() => null);
  await replaceFile(files, { path: join(folder, 'mission.tierce'), parts: [NEW], nonce: 'n1' });
  await rm(folder, { recursive: true });
  return calls;
}

const CALLS = await callsOfSuccess();

describe('replacing a file', () => {
  it('A3 flushes the new bytes before it renames, and the folder after', () => {
    expect(CALLS.filter((call) => ['write', 'sync', 'rename'].includes(call))).toEqual(['write', 'sync', 'rename', 'sync']);
  });

  const points = CALLS.flatMap((call, index) => Object.keys(ERRORS).map((code) => [index + 1, call, code as keyof typeof ERRORS] as const));
  it.each(points)('A3 keeps old or new content whole when call %i (%s) fails with %s', async (at, call, code) => {
    const { folder, path } = await oldFile();
    const { files } = faultyFiles((_call, count) =>
      count >= at && _call === call && (call === 'rename' || count === at) ? errno(code) : null,
    );

    const result = await replaceFile(files, { path, parts: [NEW], nonce: 'n1' });

    const content = await readFile(path);
    expect(content.equals(OLD) || content.equals(NEW)).toBe(true);
    if (result.ok) expect(content.equals(NEW)).toBe(true);
    else expect(result.failure.code).toBe(call === 'access' && ERRORS[code] === 'disk-denied' ? 'file-write-protected' : ERRORS[code]);
    if (call !== 'unlink') expect((await readdir(folder)).filter((name) => name.endsWith(TEMPORARY_ENDING))).toEqual([]);
    expect((await replaceFile(realFileSystem, { path, parts: [NEW], nonce: 'n2' })).ok).toBe(true);
  });

  it('A3 writes every byte when the disk takes only part of them at a time', async () => {
    const { path } = await oldFile();
    const { files } = faultyFiles((call) => (call === 'write' ? 'short' : null));

    expect((await replaceFile(files, { path, parts: [NEW], nonce: 'n1' })).ok).toBe(true);
    expect((await readFile(path)).equals(NEW)).toBe(true);
  });

  it('A3 keeps the old content when the disk has taken fewer bytes than it said', async () => {
    const { path } = await oldFile();
    const { files } = faultyFiles(() => null);
    const lying = new Proxy(files, {
      get: (target, name) =>
        name !== 'open'
          ? (Reflect.get(target, name) as unknown)
          : async (...args: Parameters<typeof files.open>) => {
              const file = await target.open(...args);
              return new Proxy(file, {
                get: (handle, member) =>
                  member === 'write' && args[1] === 'wx'
                    ? async (_bytes: Uint8Array, _from: number, length: number) => ({ bytesWritten: length })
                    : (Reflect.get(handle, member) as unknown),
              });
            },
    });

    expect(await replaceFile(lying, { path, parts: [NEW], nonce: 'n1' })).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect((await readFile(path)).equals(OLD)).toBe(true);
  });

  it('A9 leaves the old content when the last look says that another hand changed it', async () => {
    const { folder, path } = await oldFile();

    const result = await replaceFile(realFileSystem, {
      path,
      parts: [NEW],
      nonce: 'n1',
      lastCheck: () => Promise.resolve({ code: 'file-changed-underneath', name: 'x' }),
    });

    expect(result).toMatchObject({ ok: false, failure: { code: 'file-changed-underneath' } });
    expect([(await readFile(path)).equals(OLD), await readdir(folder)]).toEqual([true, ['mission.tierce']]);
  });

  it('A3 writes through a symbolic link and keeps the link and the rights', async () => {
    const { folder, path } = await oldFile();
    const link = join(folder, 'lien.tierce');
    await symlink(path, link);
    await chmod(path, 0o640);

    await replaceFile(realFileSystem, { path: link, parts: [NEW], nonce: 'n1' });

    expect([(await readFile(path)).equals(NEW), (await stat(path)).mode & 0o777]).toEqual([true, 0o640]);
  });

  it('A3 makes a new file for its owner alone', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'nouveau.tierce');

    await replaceFile(realFileSystem, { path, parts: [NEW], nonce: 'n1' });

    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('A10 says that a folder stands in the place of the file, and that a folder is gone', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'dossier.tierce'));

    expect(await replaceFile(realFileSystem, { path: join(folder, 'dossier.tierce'), parts: [NEW], nonce: 'n1' })).toMatchObject({
      ok: false,
      failure: { code: 'file-is-folder' },
    });
    expect(await replaceFile(realFileSystem, { path: join(folder, 'parti', 'x.tierce'), parts: [NEW], nonce: 'n1' })).toMatchObject({
      ok: false,
      failure: { code: 'disk-gone' },
    });
    expect(await replaceFile(realFileSystem, { path: join(folder, `${'x'.repeat(300)}.tierce`), parts: [NEW], nonce: 'n1' })).toMatchObject(
      { ok: false, failure: { code: 'file-name-impossible' } },
    );
  });

  it('A3 sweeps what a killed writer of this very file left, and nothing of any other', async () => {
    const { folder, path } = await oldFile();
    const long = join(folder, 'mission au nom assez long pour finir autrement.tierce');
    const left = async (of: string, nonce: string) => {
      const { files } = faultyFiles((call) => (call === 'rename' ? errno('EIO') : call === 'unlink' ? errno('EIO') : null));
      await replaceFile(files, { path: of, parts: [NEW], nonce });
    };
    await left(path, 'n1');
    await left(long, 'n2');
    await left(long.replace('autrement', 'pareillement'), 'n3');

    await removeLeftovers(realFileSystem, path);
    await removeLeftovers(realFileSystem, long);

    expect((await readdir(folder)).filter((name) => name.endsWith(TEMPORARY_ENDING)).map((name) => name.slice(-13))).toEqual([
      'n3.tierce-tmp',
    ]);
  });

  it('A3 lets a bug through as a bug', async () => {
    const { path } = await oldFile();

    await expect(
      replaceFile(realFileSystem, { path, parts: [NEW], nonce: 'n1', lastCheck: () => Promise.reject(new TypeError('a bug')) }),
    ).rejects.toThrow('a bug');
  });
});
