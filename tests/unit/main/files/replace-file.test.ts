// A3: whatever happens while a file is replaced, its old or its new content is there, whole.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import {
  lengthOf,
  removeLeftovers,
  removeLeftoversIn,
  TEMPORARY_ENDING,
  writeAll,
  writeProtection,
} from '../../../../main/files/replace-file.ts';
import type { FileSystem, OpenFile } from '../../../../main/files/file-system.ts';
import { BUG, failing } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';
import { FOLDER, library, NEW, OLD, PARTS, PATH } from '../../../support/one-file-library.ts';

/** The calls of a successful replacement, in order. */
async function callsOf(but: { readonly isNew?: boolean } = {}): Promise<readonly string[]> {
  const { replace, trouble } = await library(but);
  const calls: string[] = [];
  trouble.before = (call) => void calls.push(call);
  expectOk(await replace());
  return calls;
}
/** Something happens before the call with that number, and before no other. */
const at = (place: number, act: () => unknown) => {
  let count = 0;
  return (): unknown => ((count += 1) === place ? act() : undefined);
};
/** Of each write, the disk accepts what a test says. */
const taking = (files: FileSystem, write: (file: OpenFile, bytes: Uint8Array, from: number) => Promise<number>): FileSystem => ({
  ...files,
  open: async (path, flags, mode) => {
    const file = await files.open(path, flags, mode);
    const taken = async (bytes: Uint8Array, from: number) => ({ bytesWritten: await write(file, bytes, from), buffer: bytes });
    return new Proxy(file, { get: (target, name) => (name === 'write' ? taken : (Reflect.get(target, name) as unknown)) });
  },
});

const CALLS = await callsOf();
const CALLS_OF_NEW = await callsOf({ isNew: true });

describe('replacing a file', () => {
  it('A3 leaves the new content in its place, and nothing beside it', async () => {
    const { replace, content, names } = await library();

    expect(await replace()).toEqual({ ok: true, value: PATH });
    expect([await content(), await names()]).toEqual([NEW, ['mission.tierce']]);
  });

  it.each([
    [true, CALLS_OF_NEW],
    [false, CALLS],
  ])('A3 keeps one whole content when the power goes at any moment (a new file: %s)', async (isNew, calls) => {
    for (let moment = 1; moment <= calls.length; moment += 1) {
      const { replace, content, trouble, cut } = await library({ isNew });
      trouble.before = at(moment, () => {
        cut();
        throw errno('EIO');
      });
      await replace();

      expect([isNew ? null : OLD, NEW]).toContain(await content());
    }
  });

  it('A3 is on the medium once it is done', async () => {
    const { replace, content, cut } = await library();
    await replace();
    cut();

    expect(await content()).toBe(NEW);
  });

  const all = CALLS.map((call, place) => [place + 1, call] as const);
  it.each(all.slice(0, -1))('A3 A10 says what call %i (%s) failed of, keeps one whole content and no other file', async (place) => {
    const { replace, content, names, trouble } = await library();
    trouble.before = at(place, () => Promise.reject(errno('ENOSPC')));
    const replaced = await replace();

    expect(replaced).toEqual({ ok: false, failure: { code: 'disk-full', name: 'mission.tierce' } });
    expect([await content(), await names()]).toEqual([place <= CALLS.indexOf('rename') + 1 ? OLD : NEW, ['mission.tierce']]);
  });

  it('A3 is done when its folder was flushed, whatever closing that says', async () => {
    const { replace, trouble } = await library();
    trouble.before = at(CALLS.length, () => Promise.reject(errno('EIO')));

    expect((await replace()).ok).toBe(true);
  });

  it.each(all)('A3 lets a bug at call %i through, and leaves nothing beside the file', async (place) => {
    const { replace, names, trouble } = await library();
    trouble.before = at(place, () => BUG('', ''));

    await expect(replace()).rejects.toThrow('a bug');
    expect(await names()).toEqual(['mission.tierce']);
  });

  it('A3 says what failed first, also where the leftover cannot be removed', async () => {
    const { replace, names, trouble } = await library();
    trouble.before = (call) => (['sync', 'unlink'].includes(call) ? Promise.reject(errno(call === 'sync' ? 'ENOSPC' : 'EIO')) : undefined);

    expect(await replace()).toMatchObject({ failure: { code: 'disk-full' } });
    expect(await names()).toEqual([expect.stringMatching(/^\.mission\.tierce\.[0-9a-f]{8}\.n1\.tierce-tmp$/), 'mission.tierce']);
  });

  it('A3 never takes over the temporary file of another writer', async () => {
    const { replace, content, trouble } = await library();
    trouble.before = failing('unlink', 'EIO');
    await replace({ lastCheck: async () => ({ code: 'disk-busy', name: 'x' }) });

    expect([await replace(), await content()]).toEqual([{ ok: false, failure: { code: 'file-exists', name: 'mission.tierce' } }, OLD]);
  });

  it('A9 stops when the last look says so, which comes when all is written', async () => {
    const { replace, content, names, well } = await library();
    let seen: readonly string[] = [];
    const stopped = await replace({
      lastCheck: async () => {
        const [temporary = ''] = await names();
        seen = [await well.readFile(`${FOLDER}/${temporary}`, 'utf8'), (await content()) ?? ''];
        return { code: 'file-changed-underneath', name: 'mission.tierce' };
      },
    });

    expect(stopped).toEqual({ ok: false, failure: { code: 'file-changed-underneath', name: 'mission.tierce' } });
    expect([seen, await content(), await names()]).toEqual([[NEW, OLD], OLD, ['mission.tierce']]);
    expect([(await replace({ lastCheck: async () => null })).ok, await content()]).toEqual([true, NEW]);
  });

  it('A3 writes through a link, beside what that points to', async () => {
    const { replace, files, well, names } = await library();
    await well.mkdir('/elsewhere');
    await well.writeFile('/elsewhere/real.tierce', OLD);
    const realpath = (async () => '/elsewhere/real.tierce') as unknown as FileSystem['realpath'];

    expect(await replace({}, { ...files, realpath })).toEqual({ ok: true, value: '/elsewhere/real.tierce' });
    const [behind, link] = [await well.readFile('/elsewhere/real.tierce', 'utf8'), await well.readFile(PATH, 'utf8')];
    expect([behind, link, await names()]).toEqual([NEW, OLD, ['mission.tierce']]);
  });

  it('A10 says that a folder stands in its place, or that its folder is gone', async () => {
    const { replace, well, names } = await library();
    await well.mkdir('/library/dossier.tierce');

    expect([await replace({ path: '/library/dossier.tierce' }), await replace({ path: '/gone/mission.tierce' })]).toMatchObject([
      { failure: { code: 'file-is-folder', name: 'dossier.tierce' } },
      { failure: { code: 'disk-gone', name: 'mission.tierce' } },
    ]);
    expect(await names()).toEqual(['dossier.tierce', 'mission.tierce']);
  });
});

describe('the bytes of a file', () => {
  it('A3 are written all, however few the disk takes at a time', async () => {
    const { replace, files, content } = await library();
    const three = taking(files, async (file, bytes, from) => {
      const { bytesWritten } = await file.write(bytes, from, Math.min(3, bytes.byteLength - from), null);
      return bytesWritten;
    });

    expect([(await replace({}, three)).ok, await content()]).toEqual([true, NEW]);
  });

  it.each([
    ['takes no more', 0],
    ['says that it took what it did not', 7],
  ])('A3 A10 are too many for a disk that %s', async (_, said) => {
    const { replace, files, content, names } = await library();
    const full = taking(files, async (__, bytes, from) => Math.min(said, bytes.byteLength - from));

    expect(await replace({}, full)).toEqual({ ok: false, failure: { code: 'disk-full', name: 'mission.tierce' } });
    expect([await content(), await names()]).toEqual([OLD, ['mission.tierce']]);
  });

  it('A3 may be none', async () => {
    const { replace, content, files } = await library();

    expect([(await replace({ parts: [] })).ok, await content(), lengthOf(PARTS), lengthOf([])]).toEqual([true, '', NEW.length, 0]);
    await expect(writeAll(await files.open(PATH, 'w'), Buffer.alloc(0))).resolves.toBeUndefined();
  });
});

describe('the rights of a file', () => {
  const stat = async ({ well }: Awaited<ReturnType<typeof library>>) => {
    const { mode, uid, gid } = await well.stat(PATH);
    return [mode & 0o7777, uid, gid];
  };

  it('A3 are for its owner alone when it is new', async () => {
    const world = await library({ isNew: true });
    await world.replace();

    expect(await stat(world)).toEqual([0o600, 1000, 1000]);
  });

  it('A3 stay, with its owner, and hold before anything is written', async () => {
    const world = await library();
    await world.well.chmod(PATH, 0o1640);
    await world.well.chown(PATH, 1001, 1002);
    const calls: string[] = [];
    world.trouble.before = (call) => void calls.push(call);
    await world.replace();

    expect(await stat(world)).toEqual([0o1640, 1001, 1002]);
    expect(calls.filter((call) => ['chown', 'chmod', 'write'].includes(call))).toEqual(['chown', 'chmod', 'write', 'write']);
  });

  it.each([
    [1001, 1000],
    [1000, 1001],
  ])('A3 stay with its user %i and group %i', async (uid, gid) => {
    const world = await library();
    await world.well.chown(PATH, uid, gid);
    await world.replace();

    expect((await stat(world)).slice(1)).toEqual([uid, gid]);
  });

  it('A3 are not set where they are as they should be', async () => {
    const world = await library();
    await world.well.chmod(PATH, 0o600);
    world.trouble.before = (call) => (['chown', 'chmod'].includes(call) ? Promise.reject(errno('EIO')) : undefined);

    expect((await world.replace()).ok).toBe(true);
  });

  const mark = async (call: string, code: string) => {
    const world = await library();
    await world.well.chmod(PATH, 0o640);
    await world.well.chown(PATH, 1001, 1002);
    world.trouble.before = failing(call, code);
    return world.replace();
  };
  const marks = ['chown', 'chmod'].flatMap((call) => ['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'].map((code) => [call, code] as const));
  it.each(marks)('A3 are as near as they can be where %s says %s', async (call, code) => {
    expect((await mark(call, code)).ok).toBe(true);
  });

  it.each(['chown', 'chmod'])('A3 A10 must be set: nothing is written where %s fails', async (call) => {
    expect(await mark(call, 'EIO')).toMatchObject({ failure: { code: 'disk-failure' } });
  });
});

describe('a file that is protected against writing', () => {
  const protectedBy = async (mode: number) => {
    const world = await library();
    await world.well.chmod(PATH, mode);
    return world;
  };

  it('A10 is not replaced, though its folder would allow it', async () => {
    const { replace, content, files } = await protectedBy(0o444);
    const failure = { code: 'file-write-protected', name: 'mission.tierce' };

    expect([await replace(), await writeProtection(files, PATH), await content()]).toEqual([{ ok: false, failure }, failure, OLD]);
  });

  it.each([0o200, 0o020, 0o002])('A10 is not one that somebody may write to (%o)', async (mode) => {
    const { replace, files } = await protectedBy(mode);

    expect([await writeProtection(files, PATH), (await replace()).ok]).toEqual([null, true]);
  });

  it.each(['EACCES', 'EPERM'])('A10 is one that is not ours to write (%s)', async (code) => {
    const { replace, files, trouble } = await library();
    trouble.before = failing('access', code);

    const failure = { code: 'file-write-protected', name: 'mission.tierce' };

    expect([await replace(), await writeProtection(files, PATH)]).toEqual([{ ok: false, failure }, failure]);
  });

  it('A10 is not known where the disk does not say, nor where nothing stands', async () => {
    const { replace, files, trouble } = await library();
    trouble.before = failing('access', 'EIO');

    expect([await writeProtection(files, PATH), await writeProtection(files, '/gone'), await replace()]).toMatchObject([
      null,
      null,
      { failure: { code: 'disk-failure' } },
    ]);
  });

  it('A10 is asked for in earnest: whether we may write', async () => {
    const { files, well } = await library();
    let asked: unknown = null;
    const access = (async (path: string, mode: number) => ((asked = mode), well.access(path))) as unknown as FileSystem['access'];
    await writeProtection({ ...files, access }, PATH);

    expect(asked).toBe(2); // W_OK of POSIX
  });
});

describe('a file that another program holds for a moment', () => {
  const held = async (tries: number, code: string) => {
    const world = await library();
    const waits: string[] = [];
    let left = tries;
    world.trouble.before = (call, path) => {
      if (call === 'wait') waits.push(path);
      return call === 'rename' && (left -= 1) >= 0 ? Promise.reject(errno(code)) : undefined;
    };
    return { replaced: await world.replace(), waits, content: await world.content(), names: await world.names() };
  };

  it.each(['EBUSY', 'EPERM', 'EACCES'])('A3 A10 is replaced as soon as it is free (%s)', async (code) => {
    expect(await held(5, code)).toMatchObject({ replaced: { ok: true }, waits: ['20', '60', '150', '400', '900'], content: NEW });
  });

  it('A3 A10 is let be after a while', async () => {
    expect(await held(6, 'EBUSY')).toMatchObject({ replaced: { failure: { code: 'disk-busy' } }, content: OLD, names: ['mission.tierce'] });
  });

  it('A3 A10 is not waited for where the disk says something else', async () => {
    expect(await held(1, 'EIO')).toMatchObject({ replaced: { failure: { code: 'disk-failure' } }, waits: [], content: OLD });
  });
});

describe('what a killed writer left', () => {
  /** Temporary files of those files, each with its own nonce. */
  async function left(paths: readonly string[]) {
    const world = await library();
    world.trouble.before = failing('unlink', 'EIO');
    const lastCheck = async () => ({ code: 'disk-busy', name: 'x' }) as const;
    for (const [place, path] of paths.entries()) await world.replace({ path, nonce: `n${place}`, lastCheck });
    world.trouble.before = () => undefined;
    await world.well.writeFile('/library/.mission.tierce.00000000.n9.tierce-tmp', '');
    return world;
  }
  const LONG = '/library/mission au nom assez long pour finir autrement.tierce';
  const nonces = (names: readonly string[]) => names.filter((name) => name.endsWith(TEMPORARY_ENDING)).map((name) => name.slice(-13, -11));

  it('A3 A8 is removed for that very file, and nothing of any other', async () => {
    const { files, names, well } = await left([PATH, LONG, LONG.replace('autrement', 'ailleurs')]);
    const [own = ''] = (await names()).filter((name) => name.includes('.n0.'));
    await well.writeFile(`/library/${own}.bak`, '');
    await removeLeftovers(files, PATH);
    await removeLeftovers(files, LONG);

    expect(nonces(await names())).toEqual(['n2', 'n9']);
    expect(await names()).toEqual(expect.arrayContaining(['mission.tierce', `${own}.bak`]));
  });

  it('A3 has a name that tells whose it is, not longer than a disk takes', async () => {
    const { names } = await left([LONG]);

    expect((await names()).some((name) => /^\.mission au nom assez lon\.[0-9a-f]{8}\.n0\.tierce-tmp$/.test(name))).toBe(true);
  });

  it('A3 is removed of every file in a folder that belongs to one', async () => {
    const { files, names, trouble } = await left([PATH, LONG]);
    await removeLeftoversIn(files, FOLDER);

    expect(await names()).toEqual(['mission.tierce']);
    trouble.before = failing('readdir', 'EACCES');
    await expect(removeLeftoversIn(files, FOLDER)).resolves.toBeUndefined();
    trouble.before = BUG;
    await expect(removeLeftoversIn(files, FOLDER)).rejects.toThrow('a bug');
  });
});
