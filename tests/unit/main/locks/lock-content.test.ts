// A8: a lock is read strictly, and its form shows whether it is still the one that was made.
import { instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLock, type Held, isSameLook, type Look, lookAt, readLock } from '../../../../main/locks/lock-content.ts';
import { NOW } from '../../../support/context.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/.mission.tierce.tierce-lock';
const HELD: Held = {
  token: 'lock-1',
  process: { machine: 'portable-de-sonia', start: 'start-1', pid: 4711, born: '99' },
  instance: 'instance-1',
  person: 'Sonia Nadir',
  since: NOW,
};
const LOOK: Look = { inode: 1, bytes: 2, modifiedMs: 3, changedMs: 4 };

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const anyHeld: fc.Arbitrary<Held> = fc.record({
  token: text,
  instance: text,
  person: text,
  process: fc.record({ machine: text, start: text, pid: fc.maxSafeInteger(), born: fc.option(text, { nil: null }) }),
  since: fc.integer({ min: 0, max: 1_700_000_000 }).map((seconds) => instant(new Date((seconds + 1_000_000_000) * 1000).toISOString())),
});

async function readAs(content: string): Promise<unknown> {
  const { files, well } = troubledMemory();
  await well.writeFile(PATH, content);
  return readLock(files, PATH);
}

describe('what a lock says', () => {
  it('A8 is read as it was written, whoever holds the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyHeld, async (held) => {
        const { files } = troubledMemory();

        const look = await createLock(files, PATH, held);

        expect(await readLock(files, PATH)).toEqual(held);
        expect(await lookAt(files, PATH)).toEqual(look);
      }),
      { numRuns: 40 },
    );
  });

  const others = [7, null, true, [], {}, 'un mot', undefined] as const;
  const isFitting = (field: string, value: unknown): boolean =>
    (typeof value === 'string' && !['process', 'since', 'pid'].includes(field)) ||
    (field === 'pid' && value === 7) ||
    (field === 'born' && value === null);

  it.each(['token', 'process', 'instance', 'person', 'since'] as const)(
    'A8 is nobody’s word when %s is missing or of another kind',
    async (field) => {
      const read = await Promise.all(
        others.filter((value) => !isFitting(field, value)).map((value) => readAs(JSON.stringify({ ...HELD, [field]: value }))),
      );

      expect(new Set(read)).toEqual(new Set(['unreadable']));
    },
  );

  it.each(['machine', 'start', 'pid', 'born'] as const)(
    'A8 is nobody’s word when the %s of its process is missing or of another kind',
    async (field) => {
      const read = await Promise.all(
        others
          .filter((value) => !isFitting(field, value))
          .map((value) => readAs(JSON.stringify({ ...HELD, process: { ...HELD.process, [field]: value } }))),
      );

      expect(new Set(read)).toEqual(new Set(['unreadable']));
    },
  );

  it.each(['null', '7', '"un mot"', '[]', '{', ''])('A8 is nobody’s word when it reads %j', async (content) => {
    expect(await readAs(content)).toBe('unreadable');
  });

  it.each(['EACCES', 'EPERM', 'EISDIR'])('A8 is nobody’s word when it is kept from us (%s)', async (code) => {
    const { files, trouble } = troubledMemory();
    trouble.before = () => Promise.reject(errno(code));

    expect(await readLock(files, PATH)).toBe('unreadable');
  });

  it('A8 is that of no lock where there is none, and unknown where the disk does not answer or something is wrong with us', async () => {
    const { files, trouble } = troubledMemory();
    const none = [await readLock(files, PATH), await lookAt(files, PATH)];
    trouble.before = () => Promise.reject(errno('EIO'));
    const look = await lookAt(files, PATH);

    await expect(readLock(files, PATH)).rejects.toThrow('EIO');
    trouble.before = () => Promise.reject(new TypeError('a bug'));
    await expect(readLock(files, PATH)).rejects.toThrow('a bug');
    await expect(lookAt(files, PATH)).rejects.toThrow('a bug');
    expect([...none, look]).toEqual([null, null, null]);
  });
});

describe('a lock that is made', () => {
  it('A8 is made by one alone, and leaves the one that stands there as it is', async () => {
    const { files } = troubledMemory();
    await createLock(files, PATH, HELD);

    expect(await createLock(files, PATH, { ...HELD, token: 'lock-2' })).toBeNull();
    expect(await readLock(files, PATH)).toEqual(HELD);
  });

  it('A8 is on the medium before anything is said of it, so that a power cut leaves no half of one', async () => {
    const { files, well, cut } = troubledMemory();
    await createLock(files, PATH, HELD);
    await (await well.open('/', 'r')).sync();

    cut();

    expect(await readLock(files, PATH)).toEqual(HELD);
  });

  it.each(['write', 'sync', 'stat', 'close'])('A8 leaves nothing behind when %s fails, and tells that failure alone', async (failing) => {
    const { files, well, trouble } = troubledMemory();
    trouble.before = (call) =>
      call === failing ? Promise.reject(errno('ENOSPC')) : call === 'close' ? Promise.reject(errno('EIO')) : undefined;

    await expect(createLock(files, PATH, HELD)).rejects.toThrow('ENOSPC');

    expect(await well.readdir('/')).toEqual([]);
  });
});

describe('how a lock looks', () => {
  it('A8 is the same only while file, length and both dates are', () => {
    const others = Object.keys(LOOK).map((field) => ({ ...LOOK, [field]: 9 }));

    expect(isSameLook(LOOK, { ...LOOK })).toBe(true);
    expect([null, ...others].map((other) => isSameLook(LOOK, other))).toEqual([false, false, false, false, false]);
  });
});
