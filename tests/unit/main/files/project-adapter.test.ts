// A2 A3 A9: writing a project file: it never overwrites what another program or person wrote, and recognises what is ours.
import { NO_HISTORY } from '@domain/history/history.ts';
import { ok, refuse } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { NO_CONTENTS } from '../../../../main/files/attached-contents.ts';
import { digestOf, LARGEST_FILE_BYTES, type Project, serialiseProject } from '../../../../main/files/envelope.ts';
import { FileRefusal } from '../../../../main/files/file-refusal.ts';
import { type AdapterOptions, ProjectAdapter } from '../../../../main/files/project-adapter.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { HEADER, SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { SMALL } from '../../../support/loose-pieces.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const [FOLDER, PATH, MOVED] = ['/library', '/library/mission.tierce', '/library/autre nom.tierce'];
const at = (revision: number): Project => ({
  header: { ...HEADER, revision },
  document: SMALL,
  history: NO_HISTORY,
  contents: NO_CONTENTS,
});
const bytesOf = (revision: number) => serialiseProject(at(revision), null);
const nameOf = (revision: number) => ({ digest: /"digest": "(\w+)"/.exec(bytesOf(revision).toString('utf8'))?.[1] ?? '', revision });
const CHANGED = { code: 'file-changed-underneath', name: 'mission.tierce' };

/** A file of revision 1 that was read, or none that exists yet. */
async function opened({ isNew = false, ...but }: Partial<AdapterOptions> & { readonly isNew?: boolean } = {}) {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER);
  if (!isNew) await world.well.writeFile(PATH, bytesOf(1));
  const told: string[] = [];
  let last = 0;
  const adapter = new ProjectAdapter(world.files, {
    path: PATH,
    newId: () => `w${(last += 1)}`,
    sealer: null,
    standing: isNew ? null : nameOf(1),
    beforeReplacing: async ({ revision }) => (told.push(`keep ${revision}`), ok(null)),
    lost: async () => null,
    announce: async ({ revision }) => void told.push(`announce ${revision}`),
    confirm: async ({ revision }) => void told.push(`confirm ${revision}`),
    follow: async () => null,
    ...but,
  });
  const write = (revision: number) =>
    adapter.write(at(revision)).then(
      () => null,
      (error: unknown) => {
        if (error instanceof FileRefusal) return error.failure;
        throw error;
      },
    );
  const content = (path = PATH) => world.well.readFile(path).catch(() => null);
  /** Something happens before the rename with that number. */
  const beforeRename = (act: (place: number) => unknown) => {
    let place = 0;
    world.trouble.before = (call) => (call === 'rename' ? act((place += 1)) : undefined);
  };
  return { ...world, adapter, told, write, content, beforeRename };
}

describe('writing a file', () => {
  it('A2 A3 announces the content, keeps what it replaces, and confirms it once the file holds it', async () => {
    const { told, write, content } = await opened();

    expect([await write(2), await write(3), await content()]).toEqual([null, null, bytesOf(3)]);
    expect(told).toEqual(['announce 2', 'keep 1', 'confirm 2', 'announce 3', 'keep 2', 'confirm 3']);
  });

  it('A3 makes one that does not exist yet, and keeps nothing for it', async () => {
    const { told, write, content } = await opened({ isNew: true });

    expect([await write(1), await content(), told]).toEqual([null, bytesOf(1), ['announce 1', 'confirm 1']]);
  });

  it('A3 never writes over one that appeared where there was none', async () => {
    const { well, write, content } = await opened({ isNew: true });
    await well.writeFile(PATH, 'theirs');

    expect([await write(1), String(await content())]).toEqual([{ code: 'file-exists', name: 'mission.tierce' }, 'theirs']);
  });

  it('A3 replaces nothing when what stands there cannot be kept', async () => {
    const failure = { code: 'disk-full', name: '/backup' } as const;
    const { write, content, told } = await opened({ beforeReplacing: async () => refuse(failure) });

    expect([await write(2), await content(), told]).toEqual([failure, bytesOf(1), ['announce 2']]);
  });

  it('A3 replaces nothing before what stands there is kept', async () => {
    let isKept = false;
    const { beforeRename, write } = await opened({
      beforeReplacing: async () => {
        await new Promise((resolve) => void setImmediate(resolve));
        isKept = true;
        return ok(null);
      },
    });
    beforeRename(() => expect(isKept).toBe(true));

    expect(await write(2)).toBeNull();
  });

  it('A14 refuses what could not be opened again, and says how much it is', async () => {
    const { adapter, content, told } = await opened();
    const bytes = LARGEST_FILE_BYTES + 1;
    adapter.contentOf = async () => ({ parts: [{ byteLength: bytes } as Uint8Array], digest: '', revision: 2 });

    await expect(adapter.write(at(2))).rejects.toMatchObject({
      failure: { code: 'file-outgrown', name: 'mission.tierce', bytes, maximum: LARGEST_FILE_BYTES },
    });
    expect([await content(), told]).toEqual([bytesOf(1), []]);
  });

  it('A3 lets a bug through', async () => {
    const { write, trouble } = await opened();
    trouble.before = BUG;

    await expect(write(2)).rejects.toThrow('a bug');
  });
});

describe('a file that another hand has changed', () => {
  it('A9 is not written over, before and after the new bytes are written', async () => {
    const before = await opened();
    const meanwhile = await opened({ beforeReplacing: async () => (await meanwhile.well.writeFile(PATH, 'theirs'), ok(null)) });
    await before.well.writeFile(PATH, 'theirs');

    expect([await before.write(2), String(await before.content())]).toEqual([CHANGED, 'theirs']);
    expect([await meanwhile.write(2), String(await meanwhile.content())]).toEqual([CHANGED, 'theirs']);
  });

  it('A9 is told as such whatever else is wrong: a name that is a folder now, a disk that does not answer', async () => {
    const { well, write, trouble } = await opened();
    await well.unlink(PATH);
    await well.mkdir(PATH);
    expect(await write(2)).toEqual({ code: 'file-is-folder', name: 'mission.tierce' });
    trouble.before = failing('stat', 'ESTALE');
    expect(await write(2)).toEqual({ code: 'disk-gone', name: 'mission.tierce' });
  });

  it('A9 is replaced once its content was seen and kept, and no other is', async () => {
    const { adapter, well, write, content } = await opened();
    await well.writeFile(PATH, bytesOf(7));
    adapter.acceptUnderneath(nameOf(7));
    expect([await write(8), await content()]).toEqual([null, bytesOf(8)]);
    adapter.acceptUnderneath(nameOf(7));
    expect(await write(9)).toEqual(CHANGED);
  });

  it('A9 is ours when it was only touched: the content decides', async () => {
    const { well, beforeRename, write, content, clock } = await opened({
      beforeReplacing: async () => ((clock.ms += 5000), await well.writeFile(PATH, bytesOf(1)), ok(null)),
    });
    beforeRename(() => undefined);

    expect([await write(2), await content()]).toEqual([null, bytesOf(2)]);
  });

  it('A9 is let be while somebody writes to it all the time', async () => {
    const { well, trouble, write, clock, content } = await opened();
    let looks = 0;
    trouble.before = async (call, path) => {
      if (call !== 'stat' || path !== PATH) return;
      looks += 1;
      clock.ms += 5000;
      await well.utimes(PATH, looks, looks);
    };

    expect([await write(2), await content()]).toEqual([{ code: 'disk-busy', name: 'mission.tierce' }, bytesOf(1)]);
  });
});

describe('our own bytes', () => {
  it('A3 A9 are known after a failure that came when they were in place', async () => {
    const { trouble, write, content, told } = await opened();
    let isRenamed = false;
    trouble.before = (call) => {
      isRenamed ||= call === 'rename';
      return isRenamed && call === 'sync' ? Promise.reject(errno('EIO')) : undefined;
    };
    const failed = await write(2);
    trouble.before = () => undefined;

    expect([failed, await content()]).toMatchObject([{ code: 'disk-failure' }, bytesOf(2)]);
    expect([await write(3), await content(), told.at(-1)]).toEqual([null, bytesOf(3), 'confirm 3']);
  });

  it('A9 are another’s again once a later content was confirmed', async () => {
    const { well, beforeRename, write } = await opened();
    beforeRename(() => Promise.reject(errno('EIO')));
    await write(2);
    beforeRename(() => undefined);
    await write(3);
    await well.writeFile(PATH, bytesOf(2));

    expect(await write(4)).toEqual(CHANGED);
  });
});

describe('a file that somebody else has taken over', () => {
  const holder = { machine: 'm', person: 'p', since: null, where: 'elsewhere' } as const;
  const LOST = { code: 'file-lock-lost', name: 'mission.tierce', holder } as const;

  it('A8 is not written any more', async () => {
    const { write, content } = await opened({ lost: async () => LOST });

    expect([await write(2), await content()]).toEqual([LOST, bytesOf(1)]);
  });

  it('A8 is told as taken over, and not as changed by whoever did', async () => {
    const { well, write } = await opened({ lost: async () => LOST });
    await well.writeFile(PATH, 'theirs');

    expect(await write(2)).toEqual(LOST);
  });
});

describe('a file that left its place', () => {
  it('A9 is followed to its new name, by its content', async () => {
    const asked: unknown[] = [];
    const { adapter, well, write, content } = await opened({
      follow: async (path, isOurs) => {
        asked.push(path, isOurs(nameOf(1).digest), isOurs(nameOf(2).digest), isOurs(digestOf('x')));
        return MOVED;
      },
    });
    await well.rename(PATH, MOVED);

    expect([await write(2), adapter.path, await content(MOVED), await content()]).toEqual([null, MOVED, bytesOf(2), null]);
    expect(asked).toEqual([PATH, true, true, false]);
  });

  it('A9 is written anew where it is nowhere', async () => {
    const { adapter, well, write, content } = await opened();
    await well.unlink(PATH);

    expect([await write(2), adapter.path, await content()]).toEqual([null, PATH, bytesOf(2)]);
  });

  it('A9 is not looked for while it stands in its place, nor before it was ever there', async () => {
    let asked = 0;
    const follow = async () => ((asked += 1), null);
    await (await opened({ follow })).write(2);
    await (await opened({ follow, isNew: true })).write(1);

    expect(asked).toBe(0);
  });

  it('A9 is followed also when it leaves while the new bytes are written', async () => {
    let left = 1;
    const { adapter, well, write, content } = await opened({
      beforeReplacing: async () => (left-- > 0 ? await well.rename(PATH, MOVED) : undefined, ok(null)),
      follow: async () => MOVED,
    });

    expect([await write(2), adapter.path, await content(MOVED), await content()]).toEqual([null, MOVED, bytesOf(2), null]);
  });

  it('A9 is let be when it leaves its place again and again', async () => {
    const paths = [PATH, '/library/1', '/library/2', '/library/3', '/library/4', '/library/5'];
    let place = 0;
    const { well, write, told } = await opened({
      beforeReplacing: async () => (await well.rename(paths[place] ?? '', paths[(place += 1)] ?? ''), ok(null)),
      follow: async () => paths[place] ?? null,
    });

    expect([await write(2), told.filter((word) => word === 'announce 2').length]).toEqual([{ code: 'disk-busy', name: '3' }, 4]);
  });
});

describe('the seal of a file', () => {
  it('A12 is what was given last, and gives the one before', async () => {
    const [first, second] = [new FileSealer(HEADER.fileId, SEALING_KEY), new FileSealer(HEADER.fileId, SEALING_KEY)];
    const { adapter } = await opened({ sealer: first });

    expect([adapter.sealer, adapter.useSealer(second), adapter.sealer]).toEqual([first, first, second]);
    expect([adapter.useSealer(null), adapter.sealer]).toEqual([second, null]);
  });

  it('A12 is on whatever is written', async () => {
    const { adapter, content } = await opened({ sealer: new FileSealer(HEADER.fileId, SEALING_KEY) });
    const project = { ...at(2), header: SEALED_HEADER };
    const { digest, revision } = await adapter.contentOf(project);
    await adapter.write(project);

    expect([(await content())?.includes('Relais'), (await content())?.includes(digest), revision]).toEqual([false, true, 0]);
  });
});

describe('reading a file again', () => {
  it('A1 gives what it holds, or says why not', async () => {
    const { adapter, well } = await opened();

    expect((await adapter.read()).document).toEqual(SMALL);
    await well.writeFile(PATH, 'noise');
    await expect(adapter.read()).rejects.toMatchObject({ failure: { code: 'file-not-tierce' } });
  });
});
