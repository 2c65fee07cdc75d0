// The check of docs/promises.md refuses what no test supports, and accepts nothing untested.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPromises, readPromises } from '../../../.ci/promises.mjs';

const passed = (name: string) => ({ name, state: 'passed', why: '' });
const states = (results: readonly { readonly name: string; readonly state: string }[]) => results.map(({ name, state }) => [name, state]);

describe('promises', () => {
  it('refuses a promise marked done that no journey or integration test bears', () => {
    const promises = [
      { id: 'A1', state: 'done' },
      { id: 'A11', state: 'partly' },
    ];

    expect(
      states(checkPromises(promises, [passed('tests/unit/x.test.ts › A1 in a unit test'), passed('browser › A11 is another number')])),
    ).toEqual([['promise A1 is done', 'failed']]);
    expect(states(checkPromises(promises, [{ name: 'browser › A1 fails', state: 'failed', why: '' }]))).toEqual([
      ['promise A1 is done', 'failed'],
    ]);
  });

  it('accepts one that a journey or an integration test bears', () => {
    expect(states(checkPromises([{ id: 'A1', state: 'done' }], [passed('browser › session.spec.ts › A1 keeps a file')]))).toEqual([
      ['promise A1 is done', 'passed'],
    ]);
    expect(states(checkPromises([{ id: 'K3', state: 'done' }], [passed('tests/integration/main/cli.test.ts › K3 H1 writes')]))).toEqual([
      ['promise K3 is done', 'passed'],
    ]);
  });

  it('refuses a state that is none', () => {
    expect(states(checkPromises([{ id: 'A1', state: 'nearly' }], []))).toEqual([['promise A1', 'failed']]);
  });

  it('reads every row of docs/promises.md', () => {
    const rows = readPromises(readFileSync('docs/promises.md', 'utf8'));

    expect(rows.length).toBe(141);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(141);
  });
});
