// A file whose confidential notebook holds two thousand notes.
import { emptyDocument } from '@domain/document.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { expectOk } from '@domain/result.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';

import { serialiseProject } from '../../main/files/envelope.ts';
import { Sealed } from '../../main/vault/sealed.ts';
import { createVault, sealRecord } from '../../main/vault/vault.ts';

export const FULL_PASSPHRASE = 'deux mille notes';
const NOTES = 2000;
const FIRST_DAY = calendarDate('2020-01-06');

/** @returns the bytes of the file. */
export async function fullNotebook(): Promise<Buffer> {
  const { vault } = expectOk(await createVault('full-notebook', FULL_PASSPHRASE));
  const notes = Array.from({ length: NOTES }, (_, position) => {
    const id = `note-${String(position + 1).padStart(4, '0')}`;
    const text = `${id} ${'Ce que je n’ai pas dit. '.repeat((position % 7) + 1)}`.trim();
    return [
      id,
      {
        id,
        box: sealRecord(vault, { table: 'privateNotes', id: id }, new Sealed({ date: addDays(FIRST_DAY, position), ...NO_LINKS, text })),
      },
    ] as const;
  });
  const empty = emptyDocument('accompaniment');
  const mission = { ...blankFields('mission'), id: 'single', title: 'Un carnet plein', scheme: 'blank', sessionsBefore: 0 };
  const document = {
    ...empty,
    accompaniment: { ...empty.accompaniment, mission: { single: mission } },
    vault: { ...empty.vault, privateNotes: Object.fromEntries(notes) },
  } as unknown as typeof empty; // one sound record of each
  const header = {
    fileId: 'full-notebook',
    copyOf: null,
    revision: 1,
    savedBy: 'Sonia Nadir',
    savedAt: instant('2026-03-01T08:00:00.000Z'),
    keys: { file: null, vault: vault.keys },
  };
  return serialiseProject({ header, document }, null);
}
