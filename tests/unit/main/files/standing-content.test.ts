// A9: a file is recognised by its content.
import { describe, expect, it } from 'vitest';
import { digestLine, digestOf } from '../../../../main/files/envelope.ts';
import { lookOf, readStanding } from '../../../../main/files/standing-content.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/mission.tierce';
const HEAD = '{"a":1,';
const WHOLE = `${HEAD}${digestLine(digestOf(HEAD))}`;

async function standing(content: string) {
  const world = troubledMemory();
  await world.well.writeFile(PATH, content);
  return { ...world, read: () => readStanding(world.files, PATH), look: () => lookOf(world.files, PATH) };
}

describe('what stands in a file', () => {
  it('A9 is known by its digest, and by how the file looks', async () => {
    const { read, look } = await standing(WHOLE);

    expect(await read()).toEqual({ ok: true, value: { digest: digestOf(HEAD), look: await look() } });
  });

  it.each(['', 'noise', WHOLE.replace('1', '2'), WHOLE.slice(1), `${WHOLE} `])(
    'A9 is no content of ours without a digest that fits: %j',
    async (content) => {
      expect(await (await standing(content)).read()).toMatchObject({ ok: true, value: { digest: null } });
    },
  );

  it('A9 is nothing where nothing stands, also when it goes at that very moment', async () => {
    const { files, read, trouble } = await standing(WHOLE);

    expect([await readStanding(files, '/gone'), await lookOf(files, '/gone')]).toEqual([{ ok: true, value: null }, null]);
    trouble.before = failing('readFile', 'ENOENT');
    expect(await read()).toEqual({ ok: true, value: null });
  });

  it('A9 A10 is not told by a disk that does not answer', async () => {
    const { read, look, trouble } = await standing(WHOLE);
    trouble.before = failing('stat', 'EIO');

    expect(await read()).toEqual({ ok: false, failure: { code: 'disk-failure', name: 'mission.tierce', cause: 'EIO' } });
    await expect(look()).rejects.toThrow('EIO');
    trouble.before = BUG;
    await expect(read()).rejects.toThrow('a bug');
  });
});

describe('how a file looks', () => {
  it('A9 changes with its size, its times and the file itself', async () => {
    const { well, look, clock } = await standing('one');
    const looks = [await look()];
    clock.ms += 1000;
    await well.writeFile(PATH, 'two');
    looks.push(await look());
    await well.writeFile(PATH, 'three');
    looks.push(await look());
    await well.utimes(PATH, 0, 0);
    looks.push(await look());
    await well.unlink(PATH);
    await well.writeFile(PATH, 'three');
    looks.push(await look());

    expect(new Set(looks).size).toBe(5);
    expect(looks[1]).toBe('2 3 1776169928000 1776169928000');
  });

  it('A9 stays while nobody writes to it', async () => {
    const { look, clock } = await standing('one');
    const before = await look();
    clock.ms += 60_000;

    expect(await look()).toBe(before);
  });
});
