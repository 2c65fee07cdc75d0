// A confidential notebook driven through the contract.
import type { OpenProject } from '@contract/project.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import type { TestApplication } from './application.ts';
import { countedIds } from './context.ts';

export const PASSPHRASE = 'le carnet de Sonia, été';
export const DATE = calendarDate('2026-04-14');

/** A notebook driven as the window does it: each act on the revision of the one before. */
export async function drivenNotebook(app: TestApplication, opened: OpenProject) {
  const { documentId } = opened;
  const newId = countedIds('act');
  let { revision } = opened;
  const base = () => ({ documentId, commandId: newId(), baseRevision: revision });
  const kept = <T extends { readonly revision: number }>(value: T): T => {
    revision = value.revision;
    return value;
  };
  return {
    documentId,
    base,
    kept,
    create: async (passphrase = PASSPHRASE) => kept(expectOk(await app.call('vault.create', { ...base(), passphrase }))),
    unlock: (passphrase = PASSPHRASE) => app.call('vault.unlock', { ...base(), secret: { kind: 'passphrase', passphrase } }),
    recover: (recoveryKey: string) => app.call('vault.unlock', { ...base(), secret: { kind: 'recovery', recoveryKey } }),
    write: async (text: string, id: string | null = null) =>
      kept(expectOk(await app.call('vault.write', { ...base(), record: { table: 'privateNotes', id, date: DATE, ...NO_LINKS, text } }))),
    lock: () => app.call('vault.lock', { documentId }),
    status: async () => expectOk(await app.call('vault.status', { documentId })).state,
    texts: async () =>
      expectOk(await app.call('vault.notes', { documentId }))
        .notes.map(({ text }) => text)
        .toSorted(),
    notes: () => app.call('vault.notes', { documentId }),
    undo: async () => kept(expectOk(await app.call('project.undo', base()))),
    save: () => app.call('project.save', { documentId }),
  };
}
