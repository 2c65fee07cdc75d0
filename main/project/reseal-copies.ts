// Re-encrypts everything that this computer holds of a file with its present key: backups, attached contents, journals set aside.
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type FileHeader, serialiseProject } from '../files/envelope.ts';
import { isOfDisk } from '../files/disk-failure.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type FileHead, readHead } from '../files/file-head.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import { Journal } from '../journal/journal.ts';
import { type LineCodec, PLAIN_LINES } from '../journal/journal-lines.ts';
import { setAsideJournals } from '../journal/journal-names.ts';
import { journalPathOf } from '../journal/journal-of-file.ts';
import { linesUnder } from '../journal/sealed-lines.ts';
import { NO_CONTENTS } from '../files/attached-contents.ts';
import { keyOfAny, type NamedKey, type OpenKeys, openKeys, wipe } from '../vault/open-keys.ts';
import { contentOf, encodedContent, isSameKey } from '../vault/reseal-contents.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import type { SessionServices } from './session-services.ts';

/** `earlier`: copies under these keys are re-encrypted as well. */
export type Seal = { readonly key: Uint8Array | null; readonly codec: LineCodec; readonly earlier?: readonly NamedKey[] };
export type Resealed = { readonly fileId: string; readonly keys: FileHeader['keys']; readonly from: Seal; readonly to: Seal };
type OfFile = Pick<FileHeader, 'fileId' | 'keys'>;
/** `codecs`: each reads lines that are to be re-encrypted, and no others. `isKnown`: contents that are done already, by name. */
type Bringing = OfFile & {
  readonly froms: readonly (Uint8Array | null)[];
  readonly keyOf: KeyOf;
  readonly codecs: readonly LineCodec[];
  readonly to: Seal;
  readonly isKnown: (name: string) => boolean;
};

/** @returns how a file with these keys is sealed; in the clear without any */
export function sealOf(fileId: string, keys: OpenKeys | null): Seal {
  return { key: keys?.key ?? null, codec: linesUnder(fileId, keys), earlier: keys?.earlier ?? [] };
}

/**
 * After a crash between sealing a file and sealing its copies, some copies are still in the clear, under an earlier key, or open with a
 * replaced passphrase: the next opening re-encrypts them. Copies that another computer made under an earlier key follow in the same way
 * when the file is opened there.
 * @returns whether the disk allowed all of it
 */
export async function sealLeftovers(
  services: SessionServices,
  { fileId, keys }: OfFile,
  key: Uint8Array,
  isKnown = noneIsKnown,
): Promise<boolean> {
  const own = openKeys(keys.file, key);
  const before = own.earlier.map((earlier) => linesUnder(fileId, { key: earlier.key, earlier: [] }));
  const { failures } = await bring(services, {
    fileId,
    keys,
    isKnown,
    keyOf: keyOfAny(own),
    to: sealOf(fileId, own),
    froms: [null, ...own.earlier.map((earlier) => earlier.key)],
    codecs: [PLAIN_LINES, ...before],
  });
  wipe(own);
  return failures.length === 0;
}

/** `unopened`: copies that no known key opens; `failures`: why the disk refused to read or write one. */
type Left = { readonly unopened: number; readonly failures: readonly FileFailure[] };

/** Each copy is whole at every moment, under the old seal or the new one. @returns how many could not be re-encrypted */
export async function resealCopies(services: SessionServices, resealed: Resealed): Promise<number> {
  const { unopened, failures } = await bring(services, bringing(resealed));
  return unopened + failures.length + ((await isJournalLeft(services, resealed)) ? 1 : 0);
}

/**
 * Unseals what this computer holds of a file, before the file itself is unsealed: whatever happens in between, the file still has the key
 * to all of it.
 * @returns or why a copy could not be unsealed, since its key would be lost afterwards; copies that do not open are ignored: their key is
 * lost already
 */
export async function unsealCopies(
  services: SessionServices,
  { fileId, keys }: OfFile,
  key: Uint8Array,
): Promise<Result<null, FileFailure>> {
  const own = openKeys(keys.file, key);
  const {
    failures: [failure],
  } = await bring(services, bringing({ fileId, keys: { ...keys, file: null }, from: sealOf(fileId, own), to: sealOf(fileId, null) }));
  wipe(own);
  return failure === undefined ? ok(null) : refuse(failure);
}

function bringing({ fileId, keys, from, to }: Resealed): Bringing {
  const { key, earlier = [] } = from;
  return {
    fileId,
    keys,
    keyOf: keyOfAny(key === null ? null : { key, earlier }),
    codecs: [from.codec],
    froms: [key, ...earlier.map((each) => each.key)],
    to,
    isKnown: noneIsKnown,
  };
}

function noneIsKnown(_name: string): boolean {
  return false;
}

/**
 * Contents first, under both seals for a while: so every backup has its contents at every moment, whether or not it has been re-encrypted.
 */
async function bring(services: SessionServices, along: Bringing): Promise<Left> {
  const stored = await bringContents(services, along);
  const backups = await resealBackups(services, along, stored.behind);
  const failures = [...stored.failures, ...backups.failures];
  if (failures.length === 0) for (const name of stored.outdated) await services.contents.letGo(along.fileId, name);
  return { unopened: backups.unopened, failures: [...failures, ...(await recodeSetAside(services, along))] };
}

/** The session has already re-encrypted its own journal, if the disk allowed it. */
async function isJournalLeft({ files, journalFolder }: SessionServices, { fileId, to }: Resealed): Promise<boolean> {
  const journal = new Journal(files, journalPathOf({ journalFolder }, fileId), to.codec);
  return !(await journal.read()).ok || journal.holdsForeign;
}

/** @param behind contents that could not be re-encrypted: a backup that names one stays as it is, too */
async function resealBackups(services: SessionServices, along: Bringing, behind: ReadonlySet<string>): Promise<Left> {
  const { files, backups } = services;
  const { fileId, keys, to } = along;
  const stored = await backups.list(fileId);
  if (!stored.ok) return { unopened: 0, failures: [stored.failure] };
  let unopened = 0;
  const failures: FileFailure[] = [];
  for (const { fileName } of stored.value) {
    const head = await readHead(files, backups.pathOf(fileId, fileName) ?? '');
    if (head !== null && isThereAlready(head, along)) continue;
    const read = await readProjectFile(
      files,
      backups.pathOf(fileId, fileName) ?? '',
      along.keyOf,
      async (sha256, origin) => (await backups.stored(sha256, origin)) ?? backups.stored(sha256, { ...origin, key: to.key }),
    ); // after a crash the shared contents may be there already
    if (!read.ok) {
      if (isOfDisk(read.failure)) failures.push(read.failure);
      else unopened += 1;
      continue;
    }
    if ([...read.value.contents.keys()].some((sha256) => behind.has(sha256))) continue; // counted with its content
    const written = await backups.rewrite(fileId, fileName, resealed(read.value, { fileId, keys, to }));
    if (!written.ok) failures.push(written.failure);
  }
  return { unopened, failures };
}

function isThereAlready({ isSealed, keys }: FileHead, along: Bringing): boolean {
  // otherwise a replaced passphrase still opens it
  const isUnderRing = JSON.stringify(keys?.file ?? null) === JSON.stringify(along.keys.file);
  return isSealed === (along.to.key !== null) && isUnderRing;
}

/** The bytes of a backup, whose contents are stored beside it. */
function resealed({ header, ...project }: ReadProject, { fileId, keys, to }: Pick<Bringing, 'fileId' | 'keys' | 'to'>): Buffer {
  const sealer = to.key === null ? null : new FileSealer(fileId, to.key);
  return serialiseProject({ ...project, header: { ...header, keys: { ...header.keys, file: keys.file } }, contents: NO_CONTENTS }, sealer);
}

/** `behind`: those that could not be written, by their SHA-256; `outdated`: earlier names of the others. */
type Contents = { readonly outdated: readonly string[]; readonly behind: ReadonlySet<string>; readonly failures: readonly FileFailure[] };

async function bringContents(services: SessionServices, along: Bringing): Promise<Contents> {
  const froms = along.froms.filter((key) => !isSameKey(key, along.to.key));
  const kept = froms.length === 0 ? ok([]) : await services.contents.list(along.fileId);
  if (!kept.ok) return { outdated: [], behind: new Set(), failures: [kept.failure] };
  const outdated: string[] = [];
  const behind = new Set<string>();
  const failures: FileFailure[] = [];
  for (const name of kept.value.filter((each) => !along.isKnown(each))) {
    const brought = await bringContent(services, name, { ...along, froms });
    if (!brought.ok) failures.push(brought.failure);
    else if (brought.value !== null && brought.value.failure !== null) {
      behind.add(brought.value.sha256);
      failures.push(brought.value.failure);
    } else if (brought.value !== null && brought.value.name !== name) outdated.push(name);
  }
  return { outdated, behind, failures };
}

/** @returns its name from now on, or why it could not be written; `null` if none of the keys opens it */
async function bringContent(
  { contents }: SessionServices,
  name: string,
  { fileId, froms, to }: Bringing,
): Promise<Result<{ readonly sha256: string; readonly name: string; readonly failure: FileFailure | null } | null, FileFailure>> {
  for (const key of froms) {
    const held = await contents.read(name, { fileId, key });
    if (!held.ok) return held;
    const opened = held.value === null ? null : contentOf(held.value.content, { fileId, key });
    if (held.value === null || opened === null || !opened.ok) continue;
    const anew = encodedContent(held.value.sha256, opened.value, { fileId, key: to.key });
    const put = await contents.put(fileId, anew);
    return ok({ sha256: held.value.sha256, name: anew.name, failure: put.ok ? null : put.failure });
  }
  return ok(null);
}

async function recodeSetAside(
  { files, journalFolder, newId }: SessionServices,
  { fileId, codecs, to }: Bringing,
): Promise<readonly FileFailure[]> {
  const aside = await setAsideJournals(files, journalFolder, fileId);
  if (!aside.ok) return [aside.failure];
  const failures: FileFailure[] = [];
  for (const [path, codec] of aside.value.flatMap((each) => codecs.map((under) => [each, under] as const))) {
    const journal = new Journal(files, path, codec);
    const entries = await journal.read();
    const isOurs = entries.ok && entries.value.length > 0; // one that is entirely under another seal is not touched
    const recoded = isOurs ? await journal.recode(to.codec, newId()) : ok(null);
    if (!entries.ok) failures.push(entries.failure);
    else if (!recoded.ok) failures.push(recoded.failure);
  }
  return failures;
}
