// A protected file as it is after another computer has given it a new key.
import { readFile, writeFile } from 'node:fs/promises';
import { expectOk } from '@domain/result.ts';
import { serialiseProject } from '../../main/files/envelope.ts';
import { type KeyOf, parseProject } from '../../main/files/parse-project.ts';
import { type FileKeys, openFileKeys, withNewKey } from '../../main/vault/file-keys.ts';
import { FileSealer } from '../../main/vault/file-sealer.ts';

type Elsewhere = { readonly passphrase: string; readonly next: string; /** Of the mission, as written there. */ readonly need: string };

/** Replaces a file without attachments; from then on it opens with `next`. */
export async function rekeyElsewhere(path: string, { passphrase, next, need }: Elsewhere): Promise<void> {
  let opened: FileKeys | null = null;
  const keyOf: KeyOf = async ({ keys }) => {
    opened = expectOk(await openFileKeys(keys.file, { kind: 'passphrase', passphrase }));
    return { ok: true, value: opened.key };
  };
  const read = expectOk(await parseProject(await readFile(path), { name: 'elsewhere', keyOf }));
  if (opened === null) throw new Error('A file that is not protected');
  const { ring, key } = expectOk(await withNewKey(opened, 'ring-elsewhere', next));
  const {
    header,
    document: { accompaniment, ...rest },
  } = read;
  const mission = Object.fromEntries(Object.entries(accompaniment.mission).map(([id, record]) => [id, { ...record, need }]));
  const made = {
    ...read,
    header: { ...header, revision: header.revision + 1, savedBy: 'Léa Martin', keys: { ...header.keys, file: ring } },
    document: { ...rest, accompaniment: { ...accompaniment, mission } },
  };
  await writeFile(path, serialiseProject(made, new FileSealer(header.fileId, key)));
}
