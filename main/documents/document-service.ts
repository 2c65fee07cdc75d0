// Lets a document leave: model, pages, the place that the user chooses, and the token to open it afterwards.
import { basename, dirname } from 'node:path';
import type { PreviewedDocument, SavedDocument } from '@contract/documents.ts';
import type { Locale } from '@contract/settings.ts';
import type { Accompaniment } from '@domain/document.ts';
import { type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import { upperAscii } from '@domain/writing/ascii.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { Shell } from '../shell.ts';
import { drawingOf } from './drawing.ts';
import type { Rendered } from './pdf-request.ts';
import type { Renderer } from './renderer.ts';

export type DocumentOrder = {
  readonly accompaniment: Accompaniment;
  readonly request: DocumentRequest;
  readonly locale: Locale;
  readonly today: CalendarDate;
};

export type DocumentServiceOptions = {
  readonly shell: Shell;
  readonly files: FileSystem;
  readonly renderer: Renderer;
  readonly projects: OpenProjects;
  readonly today: () => CalendarDate;
};
type Asked = { readonly documentId: string; readonly request: DocumentRequest; readonly locale: Locale };

export class DocumentService {
  readonly #options: DocumentServiceOptions;
  readonly #saved = new Map<string, string>();

  constructor(options: DocumentServiceOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'document.save' | 'document.preview' | 'document.open'> {
    return {
      'document.save': (asked) => this.#save(this.#orderOf(asked), dirname(this.#options.projects.session(asked.documentId).path)),
      'document.preview': (asked) => this.#preview(this.#orderOf(asked)),
      'document.open': ({ documentToken }) => this.#open(documentToken),
    };
  }

  #orderOf({ documentId, request, locale }: Asked): DocumentOrder {
    const { projects, today } = this.#options;
    return { accompaniment: projects.session(documentId).document.accompaniment, request, locale, today: today() };
  }

  /**
   * Renders the document and lets the user choose where it goes. Refused as record-missing, period-reversed, render-failed, render-too-long,
   * cancelled, disk-*.
   */
  async #save(order: DocumentOrder, folder: string): Promise<Result<SavedDocument>> {
    const rendered = await renderDocument(this.#options.renderer, order);
    if (!rendered.ok) return rendered;
    const { dialogs, newId } = this.#options.shell;
    const ending = endingOf(order.request.kind);
    const title = catalogueOf(order.locale).report.saveAs;
    const path = await dialogs.saveFile({
      title,
      folder,
      name: rendered.value.fileName,
      filter: { name: upperAscii(ending.slice(1)), extension: ending.slice(1) },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const written = await replaceFile(this.#options.files, { path, parts: [rendered.value.bytes], nonce: newId() });
    if (!written.ok) return written;
    const documentToken = newId();
    this.#saved.set(documentToken, path);
    return ok({
      documentToken,
      fileName: basename(path),
      folderName: basename(dirname(path)),
      bytes: rendered.value.bytes.byteLength,
      pages: rendered.value.pages,
    });
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

/** @returns the document and the name for its file; or record-missing, period-reversed, render-failed, render-too-long */
export async function renderDocument(
  renderer: Renderer,
  { accompaniment, request, locale, today }: DocumentOrder,
): Promise<Result<Rendered & { readonly fileName: string }>> {
  const drawing = drawingOf(accompaniment, request, { locale, today });
  if (!drawing.ok) return drawing;
  const rendered = await renderer.render(drawing.value.render);
  return rendered.ok ? ok({ ...rendered.value, fileName: drawing.value.fileName }) : rendered;
}
