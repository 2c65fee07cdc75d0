// The worker that draws documents: nothing but the document's own model comes in.
import { workerData } from 'node:worker_threads';
import { answerCalls } from '../workers/answer-calls.ts';
import { render } from './render.ts';

const { resources } = workerData as { readonly resources: string }; // given by workerRenderer, the only one that starts it

answerCalls(
  (request: Parameters<typeof render>[0]) => render(request, resources),
  ({ bytes }) => [bytes.buffer as ArrayBuffer],
);
