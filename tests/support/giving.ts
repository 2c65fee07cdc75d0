// Messages that let something leave: for which readers, to whom, on the revision that the file has.
import type { Giving } from '@domain/levels/giving.ts';
import { expectOk } from '@domain/result.ts';
import type { TestApplication } from './application.ts';

/** For the accompanists: nothing stays behind. */
export const TO_ALL: Giving = { level: 'accompanist', personIds: [], others: '' };
/** The usual readers. */
export const TO_COLLECTIVE: Giving = { ...TO_ALL, level: 'collective' };

let given = 0;

/** @returns the message, which gives to the usual readers unless the test says otherwise; each is an act of its own */
export async function leaving<M extends { readonly documentId: string }>(
  { call }: Pick<TestApplication, 'call'>,
  message: M,
  giving = TO_COLLECTIVE,
) {
  const { revision } = expectOk(await call('project.read', { documentId: message.documentId }));
  return { commandId: `leaving-${String((given += 1)).padStart(4, '0')}`, baseRevision: revision, giving, ...message };
}
