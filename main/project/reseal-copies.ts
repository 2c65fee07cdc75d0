// Brings what this computer holds of a file under the key that the file has by now: its backups, and the journals that were put aside.
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type FileHeader, serialiseProject } from '../files/envelope.ts';
import { isOfDisk } from '../files/disk-failure.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type FileHead, readHead } from '../files/file-head.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { Journal } from '../journal/journal.ts';
import { type LineCodec, PLAIN_LINES } from '../journal/journal-lines.ts';
import { setAsideJournals } from '../journal/journal-names.ts';
import { journalPathOf } from '../journal/journal-of-file.ts';
import { sealedLines } from '../journal/sealed-lines.ts';
import { NO_CONTENTS } from '../files/attached-contents.ts';
import { contentOf, encodedContent } from '../vault/reseal-contents.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import type { SessionServices } from './session-services.ts';

export type Seal = { readonly key: Uint8Array | null; readonly codec: LineCodec };
export type Resealed = { readonly fileId: string; readonly keys: FileHeader['keys']; readonly from: Seal; readonly to: Seal };

/** After a crash between the sealing of a file and that of its copies some are still in the clear, or open by a passphrase that was replaced: the next opening brings them along. */
export async function sealLeftovers(services: SessionServices, { fileId, keys }: Pick<FileHeader, 'fileId' | 'keys'>, key: Uint8Array): Promise<void> {
  const plain: Seal = { key: null, codec: PLAIN_LINES };
  const own: Seal = { key, codec: sealedLines(fileId, key) };
  await resealBackups(services, { fileId, keys, from: plain, to: own }, (head) => !head.isSealed);
  await resealBackups(services, { fileId, keys, from: own, to: own }, (head) => head.isSealed && JSON.stringify(head.keys?.file) !== JSON.stringify(keys.file)); // a passphrase that was replaced still opens these
  await resealStored(services, { fileId, keys, from: plain, to: own });
  await recodeSetAside(services, { fileId, keys, from: plain, to: own });
}

/** `unopened`: those that nobody can open; `failures`: why the disk let one not be read or written. */
type Left = { readonly unopened: number; readonly failures: readonly FileFailure[] };

/** Each copy stands whole at every moment, under the old seal or the new one. @returns how many could not be brought along */
export async function resealCopies(services: SessionServices, resealed: Resealed): Promise<number> {
  const { unopened, failures } = await resealAllCopies(services, resealed);
  return unopened + failures.length + (await isJournalLeft(services, resealed) ? 1 : 0);
}

/**
 * Takes the seal off what this computer holds of a file, before it is taken off the file: whatever happens in between, the file still has the key to all of it.
 * @returns or why one could not be brought along, for nobody would have its key afterwards; what does not open has no say, nobody has its key now
 */
export async function unsealCopies(services: SessionServices, { fileId, keys }: Pick<FileHeader, 'fileId' | 'keys'>, key: Uint8Array): Promise<Result<null, FileFailure>> {
  const resealed: Resealed = { fileId, keys: { ...keys, file: null }, from: { key, codec: sealedLines(fileId, key) }, to: { key: null, codec: PLAIN_LINES } };
  const { failures: [failure] } = await resealAllCopies(services, resealed);
  return failure === undefined ? ok(null) : refuse(failure);
}

async function resealAllCopies(services: SessionServices, resealed: Resealed): Promise<Left> {
  const isThereAlready = (head: FileHead): boolean => resealed.to.key === null && !head.isSealed;
  const backups = await resealBackups(services, resealed, (head) => !isThereAlready(head));
  const stored = await resealStored(services, resealed);
  const aside = await recodeSetAside(services, resealed);
  return { unopened: backups.unopened, failures: [...backups.failures, ...stored, ...aside] };
}

/** The session has brought its own journal along, if the disk let it. */
async function isJournalLeft({ files, journalFolder }: SessionServices, { fileId, to }: Resealed): Promise<boolean> {
  const journal = new Journal(files, journalPathOf({ journalFolder }, fileId), to.codec);
  return !(await journal.read()).ok || journal.holdsForeign;
}

async function resealBackups({ files, backups }: SessionServices, { fileId, keys, from, to }: Resealed, isWanted: (head: FileHead) => boolean): Promise<Left> {
  const stored = await backups.list(fileId);
  if (!stored.ok) return { unopened: 0, failures: [stored.failure] };
  let unopened = 0;
  const failures: FileFailure[] = [];
  for (const { fileName } of stored.value) {
    const head = await readHead(files, backups.pathOf(fileId, fileName) ?? '');
    if (head !== null && !isWanted(head)) continue;
    const read = await readProjectFile(files, backups.pathOf(fileId, fileName) ?? '', keyOfSeal(from), async (sha256, origin) => (await backups.stored(sha256, origin)) ?? backups.stored(sha256, { ...origin, key: to.key })); // after a crash the shared contents may be there already
    const sealer = to.key === null ? null : new FileSealer(fileId, to.key);
    if (!read.ok) {
      if (isOfDisk(read.failure)) failures.push(read.failure);
      else unopened += 1;
      continue;
    }
    const project = { ...read.value, header: { ...read.value.header, keys: { ...read.value.header.keys, file: keys.file } }, contents: NO_CONTENTS };
    const written = await backups.rewrite(fileId, fileName, serialiseProject(project, sealer));
    if (!written.ok) failures.push(written.failure);
  }
  return { unopened, failures };
}

/** After the backups, which are read with their contents under the old seal. One that stands under another name by now is let go. */
async function resealStored({ contents }: SessionServices, { fileId, from, to }: Resealed): Promise<readonly FileFailure[]> {
  const kept = await contents.list(fileId);
  if (!kept.ok) return [kept.failure];
  const failures: FileFailure[] = [];
  for (const name of kept.value) {
    const held = await contents.read(name, { fileId, key: from.key });
    if (!held.ok) failures.push(held.failure);
    const opened = held.ok && held.value !== null ? contentOf(held.value.content, { fileId, key: from.key }) : null;
    if (opened === null || !opened.ok || !held.ok || held.value === null) continue;
    const anew = encodedContent(held.value.sha256, opened.value, { fileId, key: to.key });
    const put = await contents.put(fileId, anew);
    if (!put.ok) failures.push(put.failure);
    else if (anew.name !== name) await contents.letGo(fileId, name);
  }
  return failures;
}

function keyOfSeal({ key }: Seal): KeyOf {
  return () => Promise.resolve(key === null ? { ok: false, failure: { code: 'seal-broken' } } : { ok: true, value: key });
}

async function recodeSetAside({ files, journalFolder, newId }: SessionServices, { fileId, from, to }: Resealed): Promise<readonly FileFailure[]> {
  const aside = await setAsideJournals(files, journalFolder, fileId);
  if (!aside.ok) return [aside.failure];
  const failures: FileFailure[] = [];
  for (const path of aside.value) {
    const journal = new Journal(files, path, from.codec);
    const entries = await journal.read();
    const isOurs = entries.ok && entries.value.length > 0; // one that is wholly under another seal is not touched
    const recoded = isOurs ? await journal.recode(to.codec, newId()) : ok(null);
    if (!entries.ok) failures.push(entries.failure);
    else if (!recoded.ok) failures.push(recoded.failure);
  }
  return failures;
}
