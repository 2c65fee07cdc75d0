// Draws documents in a worker, so that the window never waits for a page, and no document keeps the others waiting for ever.
import { join } from 'node:path';
import { ok, refuse, type Result } from '@domain/result.ts';
import { bugOf, calledWorker, type CalledWorker, WorkerFailed } from '../workers/called-worker.ts';
import type { Rendered, RenderRequest } from './pdf-request.ts';

export type Renderer = { readonly render: (request: RenderRequest) => Promise<Result<Rendered>>; readonly stop: () => Promise<void> };

/** The statement of a file with two thousand entries takes a tenth of this on a slow computer. */
const LONGEST_SECONDS = 60;

/**
 * @param folders of the built worker and of the fonts
 * @param log receives bugs, without any of the document's text
 */
export function workerRenderer(folders: { readonly scripts: string; readonly resources: string }, log: (line: string) => void): Renderer {
  const worker = calledWorker<RenderRequest, Rendered>(join(folders.scripts, 'render-worker.js'), {
    workerData: { resources: folders.resources },
  });
  return rendererBy(worker, log);
}

/** One document at a time: its time counts from when its own turn comes, and only its own work is given up. */
export function rendererBy(worker: CalledWorker<RenderRequest, Rendered>, log: (line: string) => void): Renderer {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  const render = async (request: RenderRequest): Promise<Result<Rendered>> => {
    asked += 1;
    const id = `render-${asked}`;
    try {
      const rendered = await inTime(worker, request);
      return rendered === null ? refuse({ code: 'render-too-long', seconds: LONGEST_SECONDS }) : ok(rendered);
    } catch (error) {
      log(`bug render: ${error instanceof WorkerFailed ? error.bug : bugOf(error)}`);
      return refuse({ code: 'render-failed', id });
    }
  };
  return {
    render: (request) => {
      const turn = last.then(() => render(request));
      last = turn;
      return turn;
    },
    stop: worker.stop,
  };
}

/** @returns the document; `null` if it was given up, with the worker that drew it */
async function inTime(worker: CalledWorker<RenderRequest, Rendered>, request: RenderRequest): Promise<Rendered | null> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const late = new Promise<null>((resolve) => {
    limit = setTimeout(() => {
      isLate = true;
      void worker.stop().then(() => resolve(null));
    }, LONGEST_SECONDS * 1000);
  });
  try {
    return await Promise.race([worker.call(request), late]);
  } catch (error) {
    if (isLate) return null;
    throw error;
  } finally {
    clearTimeout(limit);
  }
}
