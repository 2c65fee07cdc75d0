// L1 and L2 over sizes: a file of 1, 10 and 40 MB, plain, sealed, and with 20 MB attached, against the raw work on the same bytes.
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Change, applyChanges, type Document } from '../domain/document.ts';
import { NO_HISTORY } from '../domain/history/history.ts';
import { ok } from '../domain/result.ts';
import { type AttachedContent, fingerprintOf } from '../main/files/attached-contents.ts';
import { type FileHeader, projectContent, serialiseProject, type Writable } from '../main/files/envelope.ts';
import { realFileSystem } from '../main/files/file-system.ts';
import { parseProject } from '../main/files/parse-project.ts';
import { replaceFile } from '../main/files/replace-file.ts';
import { newFileKeys } from '../main/vault/file-keys.ts';
import { FileSealer } from '../main/vault/file-sealer.ts';
import { encodedContent } from '../main/vault/reseal-contents.ts';
import { expectOk } from '../domain/result.ts';
import { compare, context, firstOf, flushedWrite, fullDocument, header, longestPause, megabytes } from './bench-parts.ts';

/** Roughly the number of records that fills each of these sizes. */
const SIZES = [2_300, 23_000, 92_000];
const ATTACHED = 20;
const ROUNDS = 3;

/**
 * @returns rows of a table: size, form, opening and saving with their ratios. Deriving a key from a passphrase is left out: it is slow on
 * purpose.
 */
export async function measureSizes(folder: string): Promise<readonly string[]> {
  const keys = expectOk(await newFileKeys('bench-keys', 'une phrase de passe de mesure'));
  const lines: string[] = [];
  for (const records of SIZES) {
    const document = fullDocument({ sessions: Math.ceil(records / 10), entries: records - Math.ceil(records / 10), notes: 0 });
    const plain: Writable = { header: header(), document, history: NO_HISTORY };
    const sealed: FileHeader = { ...header(), keys: { file: keys.ring, vault: null } };
    lines.push(await row(folder, 'plain', plain, null));
    lines.push(await row(folder, 'sealed', { ...plain, header: sealed }, keys.key));
    lines.push(await row(folder, `plain, ${ATTACHED} MB attached`, withAttached(plain, null), null));
    lines.push(await row(folder, `sealed, ${ATTACHED} MB attached`, withAttached({ ...plain, header: sealed }, keys.key), keys.key));
  }
  return lines;
}

async function row(folder: string, form: string, project: Writable, key: Uint8Array | null): Promise<string> {
  const sealer = key === null ? null : new FileSealer(project.header.fileId, key);
  const contentOf = (each: Writable, revision: number) => projectContent({ ...each, header: { ...each.header, revision } }, sealer);
  const bytes = Buffer.concat((await contentOf(project, 0)).parts);
  const inTheClear = serialiseProject(project, null); // the raw work is the same for a sealed file, which JSON.parse alone could not open
  const keyOf = key === null ? undefined : () => Promise.resolve(ok(key));
  const opening = await compare(
    ROUNDS,
    async () => expectOk(await parseProject(bytes, { name: 'sizes', keyOf })),
    () => Promise.resolve(JSON.parse(inTheClear.toString('utf8')) as unknown),
  );
  const target = path.join(folder, 'sizes.tierce');
  let revision = 0;
  const save = async () => {
    const changed = { ...project, document: edited(project.document, (revision += 1)) };
    expectOk(
      await replaceFile(realFileSystem, {
        path: target,
        parts: (await contentOf(changed, revision)).parts,
        nonce: randomUUID(),
        lastCheck: () => Promise.resolve(null),
      }),
    );
  };
  const saving = await compare(ROUNDS, save, () => flushedWrite(folder, inTheClear));
  const ratio = ({ ours, raw }: { readonly ours: number; readonly raw: number }) => `${ours.toFixed(0)} | **${(ours / raw).toFixed(2)}**`;
  const pause = await longestPause(ROUNDS, () => contentOf({ ...project, document: edited(project.document, (revision += 1)) }, revision));
  return `| ${megabytes(bytes.byteLength)} | ${form} | ${ratio(opening)} | ${ratio(saving)} | ${pause.toFixed(0)} |`;
}

function edited(document: Document, count: number): Document {
  const before = document.accompaniment.sessions[firstOf(document.accompaniment.sessions)];
  if (before === undefined) throw new Error('The document of the measures has sessions');
  return applyChanges(document, [{ table: 'sessions', id: before.id, before, after: { ...before, title: `Titre ${count}` } }]);
}

/** @param key with which the contents are sealed, as in a sealed file */
function withAttached(project: Writable, key: Uint8Array | null): Writable {
  const contents = new Map<string, AttachedContent>();
  const changes: Change[] = [];
  for (let index = 0; index < ATTACHED; index += 1) {
    const content = randomBytes(1_000_000);
    const sha256 = fingerprintOf(content);
    contents.set(sha256, encodedContent(sha256, content, { fileId: project.header.fileId, key }));
    const id = `attachment-${index}`;
    changes.push({
      table: 'attachments',
      id,
      before: null,
      after: { id, name: `Pièce ${index}.pdf`, sha256, sessionId: null, note: '', addedAt: context.now, level: null },
    });
  }
  return { ...project, document: applyChanges(project.document, changes), contents };
}
