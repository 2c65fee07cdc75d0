// The worker's side of `calledWorker`.
import { parentPort } from 'node:worker_threads';
import { type Answer, bugOf, type Call } from './called-worker.ts';

/** @param handedOver the parts of a value that are transferred rather than copied */
export function answerCalls<Request, Value>(
  answer: (request: Request) => Promise<Value>,
  handedOver: (value: Value) => readonly ArrayBuffer[] = () => [],
): void {
  const port = parentPort;
  if (port === null) throw new Error('This runs as a worker only');
  port.on('message', ({ id, request }: Call<Request>) => {
    answer(request).then(
      (value) => port.postMessage({ id, value } satisfies Answer<Value>, handedOver(value)),
      (error: unknown) => port.postMessage({ id, bug: bugOf(error) } satisfies Answer<Value>),
    );
  });
}
