// What a journey tells the shell that it starts, through the environment.
import path from 'node:path';

export type World = {
  /** The repository. */
  readonly root: string;
  readonly data: string;
  readonly documents: string;
  /** Where the answers to the dialogs are queued; with `null` the shell shows its own dialogs. */
  readonly answers: string | null;
  readonly now: string | undefined;
  /** Where the test says how far it has moved the clock forward. */
  readonly moved: string;
};

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this program is started by the journeys only.`);
  return value;
}

export function readWorld(): World {
  return {
    root: path.resolve(needed('TIERCE_TEST_ROOT')),
    data: needed('TIERCE_TEST_DATA'),
    documents: needed('TIERCE_TEST_DOCUMENTS'),
    answers: process.env['TIERCE_TEST_ANSWERS'] ?? null,
    now: process.env['TIERCE_TEST_NOW'],
    moved: needed('TIERCE_TEST_MOVED'),
  };
}
