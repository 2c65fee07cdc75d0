// Draws documents in a worker, so that the window never waits for a page.
import { join } from 'node:path';
import { ok, refuse, type Result } from '@domain/result.ts';
import { bugOf, calledWorker, WorkerFailed } from '../workers/called-worker.ts';
import type { Rendered, RenderRequest } from './pdf-request.ts';

export type Renderer = { readonly render: (request: RenderRequest) => Promise<Result<Rendered>>; readonly stop: () => Promise<void> };

/**
 * @param folders of the built worker and of the fonts
 * @param log receives bugs, without any of the document's text
 */
export function workerRenderer(folders: { readonly scripts: string; readonly resources: string }, log: (line: string) => void): Renderer {
  const worker = calledWorker<RenderRequest, Rendered>(join(folders.scripts, 'render-worker.js'), {
    workerData: { resources: folders.resources },
  });
  let asked = 0;
  return {
    render: async (request) => {
      asked += 1;
      const id = `render-${asked}`;
      try {
        return ok(await worker.call(request));
      } catch (error) {
        log(`bug render: ${error instanceof WorkerFailed ? error.bug : bugOf(error)}`);
        return refuse({ code: 'render-failed', id });
      }
    },
    stop: worker.stop,
  };
}
