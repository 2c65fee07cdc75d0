// A10: a failed system call is reported in the words of the catalogue; an error that does not come from the system is a bug.
import { describe, expect, it } from 'vitest';
import { diskFailure, errnoOf, isOfDisk, orThrow, WRITE_PROTECTED } from '../../../../main/files/disk-failure.ts';
import { FileRefusal } from '../../../../main/files/file-refusal.ts';
import { errno } from '../../../support/worlds.ts';

describe('an error of the disk', () => {
  it.each([
    ['ENOENT', 'disk-gone'],
    ['ENOTDIR', 'disk-gone'],
    ['ENODEV', 'disk-gone'],
    ['ENXIO', 'disk-gone'],
    ['ESTALE', 'disk-gone'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-denied'],
    ['EPERM', 'disk-denied'],
    ['EBUSY', 'disk-busy'],
    ['ETXTBSY', 'disk-busy'],
    ['EISDIR', 'file-is-folder'],
    ['EEXIST', 'file-exists'],
    ['ENAMETOOLONG', 'file-name-impossible'],
    ['EILSEQ', 'file-name-impossible'],
    [WRITE_PROTECTED, 'file-write-protected'],
  ])('A10 called %s is told as %s, with the name of the file', (code, told) => {
    expect(diskFailure(errno(code), 'mission.tierce')).toEqual({ code: told, name: 'mission.tierce' });
  });

  it('A10 of which nobody knows more is told with what the system calls it', () => {
    expect(diskFailure(errno('EIO'), 'a')).toEqual({ code: 'disk-failure', name: 'a', cause: 'EIO' });
    expect(diskFailure(new Error('a bug'), 'a')).toEqual({ code: 'disk-failure', name: 'a', cause: 'unknown' });
  });

  it('A10 is a folder that is gone where a file stands in its place, and a file that exists where it is no folder that is made', () => {
    const making = (syscall: string) => diskFailure(Object.assign(errno('EEXIST'), { syscall }), 'a').code;

    expect([making('mkdir'), making('open')]).toEqual(['disk-gone', 'file-exists']);
  });

  it('A10 is told from everything else by its code', () => {
    const others = [new Error('x'), Object.assign(new Error('x'), { code: 7 }), { code: 'EIO' }, null, 'EIO'];

    expect([errnoOf(errno('EIO')), ...others.map(errnoOf)]).toEqual(['EIO', null, null, null, null, null]);
  });

  it('A10 is given back, and a bug is thrown on', () => {
    const error = errno('EIO');

    expect(orThrow(error)).toBe(error);
    expect(() => orThrow(new TypeError('a bug'))).toThrow('a bug');
  });
});

describe('a failure', () => {
  it('A10 is the disk’s when that may say something else later', () => {
    expect([isOfDisk({ code: 'disk-full', name: 'a' }), isOfDisk({ code: 'file-exists', name: 'a' })]).toEqual([true, false]);
  });

  it('A10 is carried through what can only throw', () => {
    const failure = { code: 'disk-full', name: 'a' } as const;
    const refusal = new FileRefusal(failure);

    expect([refusal.failure, refusal.message, refusal instanceof Error]).toEqual([failure, 'disk-full', true]);
  });
});
