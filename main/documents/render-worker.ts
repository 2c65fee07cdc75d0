// The worker that draws documents: one request at a time, nothing but the document's own model comes in.
import { parentPort, workerData } from 'node:worker_threads';
import { render } from './render.ts';
import type { WorkerReply, WorkerRequest } from './renderer.ts';

const port = parentPort;
if (port === null) throw new Error('render-worker runs as a worker only');
const { resources } = workerData as { readonly resources: string }; // given by workerRenderer, the only one that starts it

port.on('message', ({ id, request }: WorkerRequest) => {
  render(request, resources).then(
    (rendered) => port.postMessage({ id, rendered } satisfies WorkerReply, [rendered.bytes.buffer as ArrayBuffer]), // handed over, not copied
    (error: unknown) => port.postMessage({ id, bug: error instanceof Error ? error.name : typeof error } satisfies WorkerReply),
  );
});
