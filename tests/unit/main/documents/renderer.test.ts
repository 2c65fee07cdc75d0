// H9 D-4: a document that takes too long is given up in words, and keeps no other waiting for ever.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Rendered, RenderRequest } from '../../../../main/documents/pdf-request.ts';
import { rendererBy } from '../../../../main/documents/renderer.ts';
import { type CalledWorker, WorkerFailed } from '../../../../main/workers/called-worker.ts';

const DRAWN: Rendered = { bytes: new Uint8Array(), pages: 1, missing: [], lines: [] };
const ENDLESS = { draw: 'endless' } as unknown as RenderRequest;
const QUICK = { draw: 'quick' } as unknown as RenderRequest;
const BROKEN = { draw: 'broken' } as unknown as RenderRequest;

/** Draws nothing of what never ends until it is stopped. */
function fakeWorker(): CalledWorker<RenderRequest, Rendered> {
  const waiting = new Set<(failure: WorkerFailed) => void>();
  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        if (request === QUICK) resolve(DRAWN);
        else if (request === BROKEN) reject(new WorkerFailed('TypeError'));
        else waiting.add(reject);
      }),
    stop: () => {
      for (const reject of waiting) reject(new WorkerFailed('stopped'));
      waiting.clear();
      return Promise.resolve();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('H9 gives a document up after a minute, and draws those that wait behind it', async () => {
  const { render } = rendererBy(fakeWorker(), () => expect.unreachable('nothing here is a bug'));
  const [endless, second, third] = [render(ENDLESS), render(ENDLESS), render(QUICK)];
  await vi.advanceTimersByTimeAsync(60_000);

  expect(await endless).toEqual({ ok: false, failure: { code: 'render-too-long', seconds: 60 } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await second).toEqual({ ok: false, failure: { code: 'render-too-long', seconds: 60 } });
  expect(await third).toEqual({ ok: true, value: DRAWN });
});

it('H9 logs a bug, refuses that document alone, and leaves no clock behind', async () => {
  const log: string[] = [];
  const { render } = rendererBy(fakeWorker(), (line) => log.push(line));

  expect([await render(BROKEN), await render(QUICK)]).toEqual([
    { ok: false, failure: { code: 'render-failed', id: 'render-1' } },
    { ok: true, value: DRAWN },
  ]);
  expect([log, vi.getTimerCount()]).toEqual([['bug render: TypeError'], 0]);
});
