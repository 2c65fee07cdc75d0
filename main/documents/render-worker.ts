// The worker that draws documents: it receives nothing but the document's own model.
import { workerData } from 'node:worker_threads';
import { answerCalls } from '../workers/answer-calls.ts';
import { render } from './render.ts';

const { resources } = workerData as { readonly resources: string }; // set by workerRenderer, which alone starts it

answerCalls(
  (request: Parameters<typeof render>[0]) => render(request, resources),
  ({ bytes }) => [bytes.buffer as ArrayBuffer],
);
