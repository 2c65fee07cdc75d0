// Calls a function that runs in a worker, so that main stays responsive; the worker starts at the first call.
import { type ResourceLimits, Worker } from 'node:worker_threads';

export type Call<Request> = { readonly id: number; readonly request: Request };
/** `bug`: the name of an error, without its message. */
export type Answer<Value> = { readonly id: number } & ({ readonly value: Value } | { readonly bug: string });

export type CalledWorker<Request, Value> = {
  /** Rejects with `WorkerFailed`. If the worker died, the next call starts a new one. */
  readonly call: (request: Request) => Promise<Value>;
  readonly stop: () => Promise<void>;
};

/** The called function failed, or the worker died (`bug`: the name of the error, or its code). */
export class WorkerFailed extends Error {
  readonly bug: string;

  constructor(bug: string) {
    super(`A worker failed: ${bug}`);
    this.bug = bug;
  }
}

type Waiting<Value> = { readonly resolve: (value: Value) => void; readonly reject: (failure: WorkerFailed) => void };

/** @param file the built script of the worker, which answers with `answerCalls` */
export function calledWorker<Request, Value>(
  file: string,
  options: { readonly workerData?: unknown; readonly resourceLimits?: ResourceLimits } = {},
): CalledWorker<Request, Value> {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting<Value>>();

  const died = (error: unknown): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(new WorkerFailed(bugOf(error)));
    waiting.clear();
  };
  const answered = (answer: Answer<Value>): void => {
    const own = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker?.unref(); // a call in progress keeps the program alive, an idle worker does not
    if ('value' in answer) own?.resolve(answer.value);
    else own?.reject(new WorkerFailed(answer.bug));
  };
  const begin = (): Worker => new Worker(file, options).on('message', answered).on('error', died);

  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        worker ??= begin();
        worker.ref();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, request } satisfies Call<Request>);
      }),
    stop: async () => {
      await worker?.terminate();
      died('stopped');
    },
  };
}

/** @returns what may be said about an error without its message, which may contain anything */
export function bugOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return typeof error;
}
