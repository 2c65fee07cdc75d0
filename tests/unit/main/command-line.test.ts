// Tests of what a start and a second start hand over.
import { describe, expect, it } from 'vitest';

import { readCommandLine, readHandover } from '../../../main/command-line.ts';

describe('readCommandLine', () => {
  it('finds no file when there is none', () => {
    expect(readCommandLine(['tierce'], 1, '/home/a')).toEqual({ file: null, isSmokeTest: false });
    expect(readCommandLine(['electron', '/src'], 2, '/home/a').file).toBeNull();
  });

  it('resolves a file against the folder of the start', () => {
    expect(readCommandLine(['tierce', 'projets/été.tierce'], 1, '/home/a').file).toBe('/home/a/projets/été.tierce');
    expect(readCommandLine(['electron', '/src', '/data/x.tierce'], 2, '/home/a').file).toBe('/data/x.tierce');
  });

  it('passes over the switches of Chromium', () => {
    expect(readCommandLine(['tierce', '--inspect=0', '--remote-debugging-port=0', 'x.tierce', '--no-sandbox'], 1, '/d').file).toBe(
      '/d/x.tierce',
    );
  });

  it('takes the last of several files', () => {
    expect(readCommandLine(['tierce', 'a.tierce', 'b.tierce'], 1, '/d').file).toBe('/d/b.tierce');
  });

  it('knows the smoke test', () => {
    expect(readCommandLine(['tierce', '--smoke-test'], 1, '/d')).toEqual({ file: null, isSmokeTest: true });
  });
});

describe('readHandover', () => {
  it('reads an absolute path', () => {
    expect(readHandover({ file: '/d/x.tierce' })).toBe('/d/x.tierce');
  });

  it.each([
    null,
    undefined,
    'x',
    3,
    [],
    {},
    { file: null },
    { file: 3 },
    { file: 'x.tierce' },
    { file: '/d/x\0.tierce' },
    { file: ['/d'] },
  ])('refuses %j', (data) => {
    expect(readHandover(data)).toBeNull();
  });
});
