// How many cases a proof tried, for the report: a proof that holds "everywhere" says little without the number.
import { onTestFinished } from 'vitest';

declare module 'vitest' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- an interface alone can be added to
  interface TaskMeta {
    tried?: number;
  }
}

/** Notes the number of cases of the running test; `npm run torture` lists it. */
export function noteTried(count: number): void {
  onTestFinished(({ task }) => {
    task.meta.tried = count;
  });
}
