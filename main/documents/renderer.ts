// Draws documents in a worker, so that the window never waits for a page; the worker starts at the first document.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Rendered, RenderRequest } from './pdf-request.ts';

export type Renderer = { readonly render: (request: RenderRequest) => Promise<Result<Rendered>>; readonly stop: () => Promise<void> };

export type WorkerRequest = { readonly id: number; readonly request: RenderRequest };
export type WorkerReply = { readonly id: number } & ({ readonly rendered: Rendered } | { readonly bug: string });

type Waiting = (reply: Result<Rendered>) => void;
const WORKER_FILE = 'render-worker.js';

/**
 * @param folders where the built worker and the fonts lie
 * @param log told of a bug without any of the document's text
 */
export function workerRenderer(folders: { readonly scripts: string; readonly resources: string }, log: (line: string) => void): Renderer {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const fail = (error: unknown): void => {
    log(`bug render: ${error instanceof Error ? error.name : typeof error}`);
    for (const [id, answer] of waiting) answer(refuse({ code: 'render-failed', id: `render-${id}` }));
    waiting.clear();
    worker = null;
  };
  const begin = (): Worker => {
    const started = new Worker(join(folders.scripts, WORKER_FILE), { workerData: { resources: folders.resources } });
    started.on('message', (reply: WorkerReply) => {
      const answer = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('bug' in reply) log(`bug render: ${reply.bug}`);
      answer?.('rendered' in reply ? ok(reply.rendered) : refuse({ code: 'render-failed', id: `render-${reply.id}` }));
    });
    started.on('error', fail);
    started.unref();
    return started;
  };

  return {
    render: (request) =>
      new Promise((resolve) => {
        worker ??= begin();
        worker.ref(); // a document under way keeps the program alive, an idle worker does not
        lastId += 1;
        waiting.set(lastId, (reply) => {
          worker?.unref();
          resolve(reply);
        });
        worker.postMessage({ id: lastId, request } satisfies WorkerRequest);
      }),
    stop: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
