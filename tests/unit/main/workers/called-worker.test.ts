// L6: a worker answers, fails or dies by itself, and main carries on.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bugOf, calledWorker, WorkerFailed } from '../../../../main/workers/called-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'worker-'));
const script = join(folder, 'worker.mjs');
/** Doubles a number; any other argument is a bug, or ends the worker. */
writeFileSync(
  script,
  `
import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', ({ id, request }) => {
  if (request === 'die') throw new RangeError('something private');
  if (request === 'fill') { const all = []; for (;;) all.push(new Array(100_000).fill({ id })); }
  if (request === 'later') return;
  if (typeof request === 'number') parentPort.postMessage({ id, value: request * (workerData ?? 2) });
  else parentPort.postMessage({ id, bug: 'TypeError' });
});`,
);

function worker(options: Parameters<typeof calledWorker>[1] = {}) {
  const called = calledWorker<unknown, number>(script, options);
  onTestFinished(() => called.stop());
  return called;
}

describe('a worker that is called', () => {
  it('L6 answers each call with its own value', async () => {
    const { call } = worker();

    expect(await Promise.all([call(1), call(2), call(3)])).toEqual([2, 4, 6]);
    expect(await worker({ workerData: 10 }).call(1)).toBe(10);
  });

  it('L6 tells a bug by its name alone, and answers the next call', async () => {
    const { call } = worker();

    await expect(call('text')).rejects.toEqual(new WorkerFailed('TypeError'));
    expect(await call(4)).toBe(8);
  });

  it('L6 that dies fails what it was asked, and another one is begun for the next', async () => {
    const { call } = worker();
    const asked = await Promise.allSettled([call('later'), call('die')]);

    expect(asked.map((each) => each.status === 'rejected' && (each.reason as WorkerFailed).bug)).toEqual(['RangeError', 'RangeError']);
    expect(await call(5)).toBe(10);
  });

  it('L6 that takes more memory than it may is the one to die', async () => {
    const { call } = worker({ resourceLimits: { maxOldGenerationSizeMb: 32 } });

    await expect(call('fill')).rejects.toEqual(new WorkerFailed('ERR_WORKER_OUT_OF_MEMORY'));
  });

  it('L6 that is stopped leaves nobody waiting', async () => {
    const called = calledWorker<unknown, number>(script);
    const asked = called.call('later');
    const [told] = await Promise.allSettled([asked, called.stop()]);

    expect(told).toEqual({ status: 'rejected', reason: new WorkerFailed('stopped') });
  });
});

it('K5 a bug is told by its code or its name, never by its words', () => {
  const coded = Object.assign(new Error('/home/sonia/secret'), { code: 'EACCES' });

  expect([
    bugOf(coded),
    bugOf(new TypeError('secret')),
    bugOf('stopped'),
    bugOf({ secret: 1 }),
    bugOf(Object.assign(new Error('x'), { code: 1 })),
  ]).toEqual(['EACCES', 'TypeError', 'stopped', 'object', 'Error']);
});
