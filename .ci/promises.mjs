// Refuses a promise marked done whose number is in the name of no journey or integration test that ran. It never grants one.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './root.mjs';

const STATES = ['done', 'partly', 'not proven', 'not yet'];

/** @returns the rows of docs/promises.md: `{id, state}` */
export function readPromises(text) {
  return [...text.matchAll(/^\| ([A-L]\d+) \| [^|]+ \| ([^|]+) \|/gm)].map(([, id, state]) => ({ id, state: state.trim() }));
}

/** Only journeys and integration tests see the application at work; unit tests do not count here. */
function isSeen({ name, state }) {
  return state === 'passed' && /^(tests\/integration\/|browser ›|electron ›)/.test(name);
}

/** @returns one result for each promise marked done, and one for each unknown state */
export function checkPromises(promises, results) {
  const seen = results.filter(isSeen);
  const odd = promises
    .filter(({ state }) => !STATES.includes(state))
    .map(({ id, state }) => ({ name: `promise ${id}`, state: 'failed', why: `“${state}” is no state` }));
  const done = promises
    .filter(({ state }) => state === 'done')
    .map(({ id }) => {
      const isHeld = seen.some(({ name }) => new RegExp(`\\b${id}\\b`).test(name));
      return {
        name: `promise ${id} is done`,
        state: isHeld ? 'passed' : 'failed',
        why: isHeld ? '' : 'no journey or integration test of that number passed in this run',
      };
    });
  return [...odd, ...done];
}

/** @returns the results for docs/promises.md against everything that ran */
export function promiseResults(results) {
  return checkPromises(readPromises(readFileSync(path.join(root, 'docs/promises.md'), 'utf8')), results);
}
