// What other programs and persons do to the folders of the user and of the application.
import { basename, dirname, join } from 'node:path';
import type { Document } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { FILE_ENDING, type Project, serialiseProject } from '../../main/files/envelope.ts';
import { parseProject } from '../../main/files/parse-project.ts';
import type { StoredContent } from '../../main/files/read-contents.ts';
import { type FileKeys, newFileKeys, openFileKeys, withNewKey } from '../../main/vault/file-keys.ts';
import { FileSealer } from '../../main/vault/file-sealer.ts';
import { encodedContent, resealedContents } from '../../main/vault/reseal-contents.ts';
import { wordsIn } from './claims.ts';
import { byAnySecret, FILE_SECRETS, otherOf, wordsOf } from './secrets.ts';
import type { World } from './world.ts';

/** `isInPlace`: the inode stays; `isDated`: so does the date. */
type Hand = { readonly isInPlace: boolean; readonly isDated: boolean };

/** Others flush what they do: the question is whether our work is lost. */
export class Others {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async isThere(): Promise<boolean> {
    return (await this.#world.disk.stat(this.#world.path).catch(() => null)) !== null;
  }

  /** Only the date of the file changes. */
  async touch(): Promise<void> {
    const { disk, clock, path } = this.#world;
    const at = clock.wallMs() / 1000 + 7;
    this.#disturb();
    await disk.utimes(path, at, at);
  }

  /** The same bytes come back, as from a sync client. */
  async rewriteSame(isInPlace: boolean): Promise<void> {
    await this.#write(await this.#world.disk.readFile(this.#world.path), { isInPlace, isDated: false });
  }

  async rename(): Promise<void> {
    const { disk, path, library, newNumber } = this.#world;
    this.#disturb();
    const name = `Autre nom ${newNumber.call(this.#world)}${FILE_ENDING}`;
    await disk.rename(path, join(library, name));
    await this.#flush(join(library, name));
    this.#world.fileName = name;
  }

  /** Puts back what the file once held, or what another person has made of it. What was there is gone, and nothing else. */
  async replace(bytes: Buffer, hand: Hand = { isInPlace: false, isDated: false }): Promise<void> {
    const { disk, path, claims } = this.#world;
    const before = await this.#read(await disk.readFile(path));
    await this.#write(bytes, hand);
    this.#world.haveOthersWritten = true;
    const words = await this.wordsInLibrary();
    claims.drop(new Set([...(before === null ? [] : await wordsOf(before))].filter((word) => !words.has(word))));
    claims.tell(words);
  }

  /** The steps of the journal were based on it: of them only what a backup holds remains. */
  async removeFile(): Promise<void> {
    const { disk, path, library, windows } = this.#world;
    this.#disturb();
    this.#world.wasSomethingRemoved = true;
    await disk.rm(path);
    await this.#flushFolder(library);
    for (const window of windows) window.isBaseGone = true;
    await this.#forgetWhatWasTaken();
  }

  /** Removed by somebody who did not know what it was for. */
  async removeFolder(folder: string): Promise<void> {
    this.#disturb();
    this.#world.wasSomethingRemoved = true;
    const { windows, claims } = this.#world;
    const moving = windows.filter(({ isMoving }) => isMoving); // the copy goes while the file is being replaced
    for (const window of moving) window.isCopyGone = true;
    const kept = moving.length > 0 ? await this.#wordsInAllBackups() : new Set<string>();
    // what is being reported right now goes with it
    for (const window of windows.filter(({ saveState }) => saveState?.where === 'pending')) window.isBaseGone = true;
    await this.#world.disk.rm(folder, { recursive: true, force: true });
    await this.#flushFolder(dirname(folder));
    const left = kept.size > 0 ? await this.#wordsInAllBackups() : kept;
    claims.drop(new Set([...kept].filter((word) => !left.has(word))));
    await this.#forgetWhatWasTaken();
  }

  /**
   * @param isTwin with the same size and revision, as far as possible
   * @returns what another person has made of the file, with a word of their own; `null` if it cannot be opened
   */
  async edited(isTwin: boolean): Promise<Buffer | null> {
    const project = await this.#read(await this.#world.disk.readFile(this.#world.path));
    if (project === null) return null;
    const { header, document, sealing } = project;
    const revision = header.revision + (isTwin ? 0 : 2);
    const title = this.#world.newWord('f');
    this.#world.claims.titled(title);
    const anew: Project = {
      ...project,
      header: { ...header, revision, ...(isTwin ? {} : { savedBy: 'Inès Morel', savedAt: instant('2026-04-14T13:00:00.000Z') }) },
      document: retitled(document, title),
    };
    return serialiseProject(anew, sealing === null ? null : new FileSealer(header.fileId, sealing.key));
  }

  /**
   * @returns what another computer has made of the file: protected, or with a new key if it already was, and with a word of its own;
   * `null` if it cannot be opened
   */
  async rekeyed(): Promise<Buffer | null> {
    const edited = await this.edited(false);
    const project = edited === null ? null : await this.#read(edited);
    if (project === null) return null;
    const { header, contents, sealing } = project;
    const { ring, key } = await newKeysOf(project, `ring-${this.#world.newNumber()}-elsewhere`);
    const own = expectOk(resealedContents(contents, { fileId: header.fileId, key: sealing?.key ?? null }, { fileId: header.fileId, key }));
    return serialiseProject(
      { ...project, contents: own, header: { ...header, keys: { ...header.keys, file: ring } } },
      new FileSealer(header.fileId, key),
    );
  }

  /** @returns the words in every file of the library as it is now */
  async wordsInLibrary(): Promise<ReadonlySet<string>> {
    const { disk, library } = this.#world;
    const words = new Set<string>();
    for (const name of (await disk.readdir(library).catch(() => [])).filter((each) => each.endsWith(FILE_ENDING))) {
      const read = await this.#read(await disk.readFile(join(library, name)));
      for (const word of read === null ? [] : await wordsOf(read)) words.add(word);
    }
    return words;
  }

  async #read(bytes: Buffer, stored?: StoredContent) {
    const read = await parseProject(bytes, { name: 'read', keyOf: byAnySecret, stored });
    return read.ok ? read.value : null;
  }

  async #write(bytes: Buffer, { isInPlace, isDated }: Hand): Promise<void> {
    const { disk, path } = this.#world;
    const { mtimeMs } = await disk.stat(path);
    this.#disturb();
    const target = isInPlace ? path : join(dirname(path), `.${basename(path)}.sync`);
    await disk.writeFile(target, bytes);
    await this.#flush(target);
    if (!isInPlace) await disk.rename(target, path);
    if (isDated) await disk.utimes(path, mtimeMs / 1000, mtimeMs / 1000);
    await this.#flushFolder(dirname(path));
  }

  /** What was reported so far counts only if library or backups hold it; what is reported from now on counts again. */
  async #forgetWhatWasTaken(): Promise<void> {
    this.#world.claims.keepOnly(new Set([...(await this.wordsInLibrary()), ...(await this.#wordsInLastingBackups())]));
  }

  /** The words that stand in lasting backups unsealed; less is expected of the sealed ones. */
  async #wordsInLastingBackups(): Promise<ReadonlySet<string>> {
    const backups = await this.#backups();
    return new Set(backups.filter(({ name }) => LASTING.test(name)).flatMap(({ bytes }) => [...wordsIn(bytes.toString('utf8'))]));
  }

  /** The words in all backups, sealed or not: what goes with them is gone in either case. */
  async #wordsInAllBackups(): Promise<ReadonlySet<string>> {
    const words = new Set<string>();
    for (const { bytes } of await this.#backups()) {
      const read = await this.#read(bytes, countedAsThere);
      for (const word of wordsIn(read === null ? bytes.toString('utf8') : [read.document, read.history])) words.add(word);
    }
    return words;
  }

  async #backups(): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
    const { disk, computers } = this.#world;
    const backups: { readonly name: string; readonly bytes: Buffer }[] = [];
    for (const { data } of computers) {
      for (const fileId of await disk.readdir(join(data, 'backups')).catch(() => [])) {
        const folder = join(data, 'backups', fileId);
        for (const name of (await disk.readdir(folder)).filter((each) => each.endsWith(FILE_ENDING)))
          backups.push({ name, bytes: await disk.readFile(join(folder, name)) });
      }
    }
    return backups;
  }

  #disturb(): void {
    for (const window of this.#world.windows) window.isDisturbed = true;
  }

  async #flush(path: string): Promise<void> {
    const file = await this.#world.disk.open(path, 'r');
    await file.sync();
    await file.close();
    await this.#flushFolder(dirname(path));
  }

  async #flushFolder(folder: string): Promise<void> {
    const handle = await this.#world.disk.open(folder, 'r').catch(() => null);
    await handle?.sync();
    await handle?.close();
  }
}

async function newKeysOf({ header }: Pick<Project, 'header'>, id: string): Promise<FileKeys> {
  const { file } = header.keys;
  for (const secret of file === null ? [] : FILE_SECRETS) {
    const opened = await openFileKeys(file, secret);
    if (opened.ok) return expectOk(await withNewKey(opened.value, id, otherOf(FILE_SECRETS, secret).passphrase));
  }
  return expectOk(await newFileKeys(id, FILE_SECRETS[0].passphrase));
}

/** For the attached contents that backups share: where only words are looked for, they need not be read. */
const countedAsThere: StoredContent = (sha256, origin) => Promise.resolve(encodedContent(sha256, Buffer.alloc(0), origin));

/** Backups that stay until they are dismissed; routine ones are displaced by newer ones. */
const LASTING = /~(mine|theirs|base|migration)~/;

function retitled(document: Document, title: string): Document {
  const [session] = Object.values(document.accompaniment.sessions);
  if (session === undefined) return document;
  return {
    ...document,
    accompaniment: { ...document.accompaniment, sessions: { ...document.accompaniment.sessions, [session.id]: { ...session, title } } },
  };
}
