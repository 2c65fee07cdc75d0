// Brings what this computer holds of a file under the key that the file has by now: its backups, and the journals that were put aside.
import { join } from 'node:path';
import { FILE_ENDING, type FileHeader, serialiseProject } from '../files/envelope.ts';
import { errnoOf } from '../files/disk-failure.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { Journal, type LineCodec, setAsideName } from '../journal/journal.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import type { SessionServices } from './open-session.ts';

export type Seal = { readonly key: Uint8Array | null; readonly codec: LineCodec };
export type Resealed = { readonly fileId: string; readonly keys: FileHeader['keys']; readonly from: Seal; readonly to: Seal };

/** Each copy stands whole at every moment, under the old seal or the new one. @returns how many could not be brought along */
export async function resealCopies(services: SessionServices, resealed: Resealed): Promise<number> {
  const backups = await resealBackups(services, resealed);
  await recodeSetAside(services, resealed);
  return backups;
}

async function resealBackups({ files, backups }: SessionServices, { fileId, keys, from, to }: Resealed): Promise<number> {
  const stored = await backups.list(fileId);
  if (!stored.ok) return 0;
  let left = 0;
  for (const { fileName } of stored.value) {
    const read = await readProjectFile(files, backups.pathOf(fileId, fileName) ?? '', keyOfSeal(from));
    const sealer = to.key === null ? null : new SectionSealer(fileId, to.key);
    const contents = read.ok ? resealedContents(read.value.contents, { fileId, key: read.value.sealing?.key ?? null }, sealer) : read;
    if (!read.ok || !contents.ok) {
      left += 1;
      continue;
    }
    const project = { ...read.value, header: { ...read.value.header, keys: { ...read.value.header.keys, file: keys.file } }, contents: contents.value };
    const written = await backups.rewrite(fileId, fileName, serialiseProject(project, sealer?.seal(project, project.header.revision) ?? null));
    if (!written.ok) left += 1;
  }
  return left;
}

function keyOfSeal({ key }: Seal): KeyOf {
  return () => Promise.resolve(key === null ? { ok: false, failure: { code: 'seal-broken' } } : { ok: true, value: key });
}

async function recodeSetAside({ files, journalFolder, newId }: SessionServices, { fileId, from, to }: Resealed): Promise<void> {
  const start = setAsideName(fileId, '').replace(/\.jsonl$/, '');
  for (const name of await namesIn(files, journalFolder)) {
    if (name.startsWith(start)) await new Journal(files, join(journalFolder, name), from.codec).recode(to.codec, newId());
  }
}

async function namesIn(files: SessionServices['files'], folder: string): Promise<readonly string[]> {
  try {
    return (await files.readdir(folder)).filter((name) => !name.endsWith(FILE_ENDING));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return [];
  }
}
