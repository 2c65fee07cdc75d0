// The register of documents for the window: frozen copies read again, and what a document would say differently now.
import { basename, dirname } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { Exported } from '@contract/leaving.ts';
import type { Changed, ChangedLine } from '@contract/register.ts';
import { partsAtDot } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { LARGEST_COPIES_BYTES } from '@domain/tables/documents.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { diffArrays } from 'diff';
import { isShown, type OpenedCopies } from '../attachments/opened-copies.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { renderDocument } from '../documents/document-service.ts';
import type { Renderer } from '../documents/renderer.ts';
import type { FileSystem } from '../files/file-system.ts';
import { fileNameFor } from '../files/new-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { ANY_EXTENSION, type Shell } from '../shell.ts';
import { copiesKept, type Keeping } from './keep-given.ts';

export type RegisterOptions = Keeping & {
  readonly shell: Pick<Shell, 'dialogs' | 'openWithSystem' | 'newId'>;
  readonly files: FileSystem;
  readonly copies: OpenedCopies;
  readonly renderer: Renderer;
  readonly locale: () => 'fr' | 'en';
};
type RegisterChannel = 'register.read' | 'register.open' | 'register.save' | 'register.changes';
type Frozen = { readonly fileName: string; readonly content: Buffer };

/** More changed lines than anybody reads: how many there are is told instead. */
const MOST_CHANGES = 400;

export class RegisterService {
  readonly #options: RegisterOptions;

  constructor(options: RegisterOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, RegisterChannel> {
    return {
      'register.read': ({ documentId }) =>
        Promise.resolve(ok({ total: copiesKept(this.#session(documentId)), maximum: LARGEST_COPIES_BYTES })),
      'register.open': (args) => this.#open(args),
      'register.save': (args) => this.#save(args),
      'register.changes': (args) => this.#changes(args),
    };
  }

  #session(documentId: string): ProjectSession {
    return this.#options.projects.session(documentId);
  }

  async #open({ documentId, givenId }: Args<'register.open'>): Promise<Result<null>> {
    const { copies, shell } = this.#options;
    const frozen = frozenCopy(this.#session(documentId), givenId);
    if (!frozen.ok) return frozen;
    if (!isShown(frozen.value.fileName)) return refuse({ code: 'attachment-not-opened', name: frozen.value.fileName });
    const path = await copies.make(frozen.value.fileName, frozen.value.content);
    if (!path.ok) return path;
    return (await shell.openWithSystem(path.value)) ? ok(null) : refuse({ code: 'file-not-found', name: frozen.value.fileName });
  }

  async #save({ documentId, givenId }: Args<'register.save'>): Promise<Result<Exported>> {
    const { shell, files, locale } = this.#options;
    const session = this.#session(documentId);
    const frozen = frozenCopy(session, givenId);
    if (!frozen.ok) return frozen;
    const { stem, ending } = partsAtDot(frozen.value.fileName);
    const path = await shell.dialogs.saveFile({
      title: catalogueOf(locale()).register.saveCopyTitle,
      folder: dirname(session.path),
      name: fileNameFor(stem, ending),
      filter: { name: ending.slice(1), extension: ending.slice(1) || ANY_EXTENSION },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const written = await replaceFile(files, { path, parts: [frozen.value.content], nonce: shell.newId() });
    return written.ok ? ok({ name: basename(path), folderName: basename(dirname(path)), files: 1 }) : written;
  }

  async #changes({ documentId, givenId, request, locale, readers }: Args<'register.changes'>): Promise<Result<Changed>> {
    const { renderer, today } = this.#options;
    const session = this.#session(documentId);
    const before = frozenLines(session, givenId);
    if (!before.ok) return before;
    const { accompaniment } = session.document;
    const now = await renderDocument(renderer, { accompaniment, request, locale, today: today(), readers });
    return now.ok ? ok(changesBetween(before.value, now.value.lines)) : now;
  }
}

/** @returns what one text has lost and gained against the other, in the order of the text */
export function changesBetween(before: readonly string[], after: readonly string[]): Changed {
  const changed = diffArrays([...before], [...after]).flatMap(({ added, removed, value }): readonly ChangedLine[] =>
    added || removed ? value.map((text) => ({ how: added ? 'added' : 'gone', text })) : [],
  );
  return { lines: changed.slice(0, MOST_CHANGES), more: Math.max(0, changed.length - MOST_CHANGES) };
}

function frozenCopy(session: ProjectSession, givenId: string): Result<Frozen> {
  const given = session.document.accompaniment.documents[givenId];
  if (given === undefined) return refuse({ code: 'record-missing', table: 'documents', id: givenId });
  const content = session.contents.contentOf(given.copy ?? '', given.title);
  return content.ok ? ok({ fileName: copyName(given.fileName, given.kind), content: content.value }) : content;
}

/** Of a folder of tables the list of their SHA-256 is kept. */
function copyName(fileName: string, kind: string): string {
  return kind === 'csv' ? `${fileName}.txt` : fileName;
}

/** The file may come from elsewhere: what is no list of texts is no text of a document. */
function frozenLines(session: ProjectSession, givenId: string): Result<readonly string[]> {
  const given = session.document.accompaniment.documents[givenId];
  if (given === undefined) return refuse({ code: 'record-missing', table: 'documents', id: givenId });
  const content = session.contents.contentOf(given.lines ?? '', given.title);
  if (!content.ok) return content;
  const lines = listIn(content.value);
  return lines === null ? refuse({ code: 'attachment-gone', name: given.title }) : ok(lines);
}

function listIn(content: Buffer): readonly string[] | null {
  try {
    const data: unknown = JSON.parse(content.toString('utf8'));
    return Array.isArray(data) && data.every((line): line is string => typeof line === 'string') ? data : null;
  } catch {
    return null;
  }
}
