// Lets a document leave: model, pages, the place that the user chooses, and the token to open it afterwards.
import { basename, dirname } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { PreviewedDocument, Registered, SavedDocument } from '@contract/documents.ts';
import type { Locale } from '@contract/settings.ts';
import type { Accompaniment } from '@domain/document.ts';
import { beyondReaders, tooWide, usualReaders } from '@domain/levels/giving.ts';
import { forReaders } from '@domain/levels/for-readers.ts';
import type { Level } from '@domain/levels/level.ts';
import { shortTitle } from '@domain/commands/step.ts';
import { sessionNumber } from '@domain/numbering.ts';
import { onlyOf } from '@domain/tables/tables.ts';
import { type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import { upperAscii } from '@domain/writing/ascii.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import { keepGiven } from '../register/keep-given.ts';
import type { Shell } from '../shell.ts';
import { drawingOf } from './drawing.ts';
import type { Rendered } from './pdf-request.ts';
import type { Renderer } from './renderer.ts';

export type DocumentOrder = {
  readonly accompaniment: Accompaniment;
  readonly request: DocumentRequest;
  readonly locale: Locale;
  readonly today: CalendarDate;
  /** Who may read it; without them, the readers of its session, or those agreed on. */
  readonly readers?: Level;
};

export type DocumentServiceOptions = {
  readonly shell: Shell;
  readonly files: FileSystem;
  readonly renderer: Renderer;
  readonly projects: OpenProjects;
  readonly today: () => CalendarDate;
};

export class DocumentService {
  readonly #options: DocumentServiceOptions;
  readonly #saved = new Map<string, string>();

  constructor(options: DocumentServiceOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'document.save' | 'document.preview' | 'document.open'> {
    return {
      'document.save': (asked) => this.#save(asked),
      'document.preview': ({ readers, ...asked }) => this.#preview(this.#orderOf({ ...asked, readers })),
      'document.open': ({ documentToken }) => this.#open(documentToken),
    };
  }

  #orderOf({
    documentId,
    request,
    locale,
    readers,
  }: Omit<DocumentOrder, 'accompaniment' | 'today'> & { readonly documentId: string }): DocumentOrder {
    const { projects, today } = this.#options;
    const { accompaniment } = projects.session(documentId).document;
    return { accompaniment, request, locale, today: today(), ...(readers === undefined ? {} : { readers }) };
  }

  /**
   * Renders the document, lets the user choose where it goes, and lists it in the register. Refused as level-too-wide, recipients-beyond,
   * record-missing, period-reversed, render-failed, render-too-long, cancelled, disk-*.
   */
  async #save({ documentId, commandId, request, locale, giving }: Args<'document.save'>): Promise<Result<SavedDocument & Registered>> {
    const order = this.#orderOf({ documentId, request, locale, readers: giving.level });
    const beyond = beyondReaders(order.accompaniment, giving, order.today);
    if (beyond !== null) return refuse(beyond);
    const rendered = await renderDocument(this.#options.renderer, order);
    if (!rendered.ok) return rendered;
    const { fileName, bytes, pages, lines } = rendered.value;
    const path = await this.#placeFor(order, fileName, dirname(this.#options.projects.session(documentId).path));
    if (path === null) return refuse({ code: 'cancelled' });
    const written = await replaceFile(this.#options.files, { path, parts: [bytes], nonce: this.#options.shell.newId() });
    if (!written.ok) return written;
    const documentToken = this.#options.shell.newId();
    this.#saved.set(documentToken, path);
    const described = {
      kind: request.kind,
      title: titleOf(order.accompaniment, request, locale),
      locale,
      pages,
      fileName: basename(path),
      ...aboutOf(request, locale),
    };
    const registered = await keepGiven(this.#options, { documentId, commandId }, { ...described, bytes, copy: bytes, lines, giving });
    return ok({
      ...registered,
      documentToken,
      fileName: basename(path),
      folderName: basename(dirname(path)),
      bytes: bytes.byteLength,
      pages,
    });
  }

  #placeFor({ request, locale }: DocumentOrder, name: string, folder: string): Promise<string | null> {
    const ending = endingOf(request.kind);
    const filter = { name: upperAscii(ending.slice(1)), extension: ending.slice(1) };
    return this.#options.shell.dialogs.saveFile({ title: catalogueOf(locale).report.saveAs, folder, name, filter });
  }

  /** Exactly the pages that would be saved. Refused as record-missing, period-reversed, render-failed, render-too-long. */
  async #preview(order: DocumentOrder): Promise<Result<PreviewedDocument>> {
    const rendered = await renderDocument(this.#options.renderer, order);
    if (!rendered.ok) return rendered;
    const { bytes, pages, missing } = rendered.value;
    return ok({ pdf: Buffer.from(bytes).toString('base64'), pages, missing });
  }

  /** Opens the document saved under that token. Refused as token-unknown, or file-not-found if the system does not accept it. */
  async #open(documentToken: string): Promise<Result<null>> {
    const path = this.#saved.get(documentToken);
    if (path === undefined) return refuse({ code: 'token-unknown' });
    return (await this.#options.shell.openWithSystem(path)) ? ok(null) : refuse({ code: 'file-not-found', name: basename(path) });
  }
}

/** What the register calls a document: the session that it is about, or the mission. */
function titleOf(accompaniment: Accompaniment, request: DocumentRequest, locale: Locale): string {
  const { documents, report } = catalogueOf(locale);
  const mission = onlyOf(accompaniment.mission)?.title ?? '';
  if (!('sessionId' in request)) return mission.trim() === '' ? report.kinds[request.kind] : mission;
  const number = sessionNumber(accompaniment, request.sessionId);
  const session = accompaniment.sessions[request.sessionId]?.title ?? '';
  const rank = number === 0 ? documents.cancelledSession : documents.sessionOfNumber(number);
  return shortTitle(session.trim() === '' ? rank : `${rank} · ${session}`);
}

/** What a document is about, as the register tells it. */
function aboutOf(request: DocumentRequest, locale: Locale) {
  if (!('sessionId' in request)) return { from: request.from, to: request.to };
  const { documents, tables } = catalogueOf(locale);
  const names = { ...documents, commitments: tables.commitments.many };
  const without = request.kind === 'session' ? (request.without ?? []) : [];
  return { sessionId: request.sessionId, leftOut: without.map((part) => names[part]).join(', ') };
}

/**
 * @returns the document and the name for its file; or level-too-wide, record-missing, period-reversed, render-failed, render-too-long
 */
export async function renderDocument(
  renderer: Renderer,
  { accompaniment, request, locale, today, readers = usualReaders(accompaniment, request) }: DocumentOrder,
): Promise<Result<Rendered & { readonly fileName: string }>> {
  const refused = tooWide(accompaniment, request, readers);
  if (refused !== null) return refuse(refused);
  const drawing = drawingOf(forReaders(accompaniment, readers), request, { locale, today, readers });
  if (!drawing.ok) return drawing;
  const rendered = await renderer.render(drawing.value.render);
  return rendered.ok ? ok({ ...rendered.value, fileName: drawing.value.fileName }) : rendered;
}
