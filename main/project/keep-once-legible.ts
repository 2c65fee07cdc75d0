// A journal that was set aside because it could not be read here: once it can be, the steps that the file lacks are kept as a backup.
import { ok, type Result } from '@domain/result.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import { Journal } from '../journal/journal.ts';
import type { LineCodec } from '../journal/journal-lines.ts';
import { isUnread, noteRead, setAsideJournals } from '../journal/journal-names.ts';
import { linesUnder } from '../journal/sealed-lines.ts';
import type { OpenKeys } from '../vault/open-keys.ts';
import { keepStranded } from './keep-stranded.ts';
import { beyondFile, strandedIn } from './recover-journal.ts';
import type { SessionServices } from './session-services.ts';

/** `read`: the file as it is; `keys`: of a sealed one. */
type OfFile = { readonly name: string; readonly read: ReadProject; readonly keys: OpenKeys | null };
/** `steps`: how many a backup holds from now on; `isAnyLeft`: one is, or may be, still to be read, and may name any content. */
export type OnceLegible = { readonly steps: number; readonly isAnyLeft: boolean };

/** What cannot be read, or kept, stays as it is for the next opening: the file is opened without it, as it was before. */
export async function keepOnceLegible(services: SessionServices, file: OfFile): Promise<OnceLegible> {
  const aside = await setAsideJournals(services.files, services.journalFolder, file.read.header.fileId);
  if (!aside.ok) return { steps: 0, isAnyLeft: true };
  let [steps, isAnyLeft] = [0, false];
  for (const path of aside.value.filter(isUnread)) {
    const kept = await keepAllOf(services, path, file);
    if (kept.ok && kept.value !== null) {
      steps += kept.value;
      await noteRead(services.files, path);
    } else isAnyLeft = true;
  }
  return { steps, isAnyLeft };
}

/** @returns how many of its steps were kept, `null` while a line of it cannot be read */
async function keepAllOf(services: SessionServices, path: string, { name, read, keys }: OfFile): Promise<Result<number | null>> {
  const journal = new Journal(services.files, path, inTheClearOrUnder(read.header.fileId, keys));
  const entries = await journal.read();
  if (!entries.ok) return entries;
  if (journal.holdsForeign) return ok(null);
  const beyond = await beyondFile(services, read, entries.value, keys);
  if (!beyond.ok) return beyond;
  const parts = strandedIn(beyond.value);
  for (const part of parts) {
    const kept = await keepStranded(services, { name, read, ...part });
    if (!kept.ok) return kept;
  }
  return ok(parts.flatMap(({ stranded }) => stranded).length);
}

/** It is plain text if the protection was removed meanwhile: that decrypts everything kept of the file. */
function inTheClearOrUnder(fileId: string, keys: OpenKeys | null): LineCodec {
  const under = linesUnder(fileId, keys);
  return keys === null ? under : { encode: under.encode, decode: (line) => under.decode(line) ?? line };
}
