// Makes a session report leave: model, pages, the place that the user chooses, and the token to open it again.
import { basename, dirname } from 'node:path';
import type { Locale, SavedDocument } from '@contract/channels.ts';
import type { Accompaniment } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import { fileNameFor } from '../library/library.ts';
import type { Shell } from '../shell.ts';
import type { Renderer, RenderedPdf } from './renderer.ts';

export type ReportRequest = { readonly accompaniment: Accompaniment; readonly sessionId: string; readonly locale: Locale; readonly today: CalendarDate };

export class ReportService {
  readonly #shell: Shell;
  readonly #files: FileSystem;
  readonly #renderer: Renderer;
  readonly #saved = new Map<string, string>();

  constructor(shell: Shell, files: FileSystem, renderer: Renderer) {
    this.#shell = shell;
    this.#files = files;
    this.#renderer = renderer;
  }

  /** Renders the report and lets the user say where it goes. Refused as record-missing, render-failed, cancelled, disk-*. */
  async save(request: ReportRequest, folder: string): Promise<Result<SavedDocument>> {
    const rendered = await renderSessionReport(this.#renderer, request);
    if (!rendered.ok) return rendered;
    const { dialogs, newId } = this.#shell;
    const texts = catalogueOf(request.locale);
    const path = await dialogs.saveFile({ title: texts.report.save, folder, name: rendered.value.fileName, filter: { name: 'PDF', extension: 'pdf' } });
    if (path === null) return refuse({ code: 'cancelled' });
    const written = await replaceFile(this.#files, { path, parts: [rendered.value.bytes], nonce: newId() });
    if (!written.ok) return written;
    const documentToken = newId();
    this.#saved.set(documentToken, path);
    return ok({ documentToken, fileName: basename(path), folderName: basename(dirname(path)), bytes: rendered.value.bytes.byteLength, pages: rendered.value.pages });
  }

  /** Opens what was saved under that token. Refused as token-unknown, or file-not-found when the system does not take it. */
  async open(documentToken: string): Promise<Result<null>> {
    const path = this.#saved.get(documentToken);
    if (path === undefined) return refuse({ code: 'token-unknown' });
    return (await this.#shell.openWithSystem(path)) ? ok(null) : refuse({ code: 'file-not-found', name: basename(path) });
  }
}

/** @returns the pages with the name that the file should have; or record-missing, render-failed. */
export async function renderSessionReport(renderer: Renderer, { accompaniment, sessionId, locale, today }: ReportRequest): Promise<Result<RenderedPdf & { readonly fileName: string }>> {
  const report = sessionReport(accompaniment, sessionId);
  if (report === null) return refuse({ code: 'record-missing', table: 'sessions', id: sessionId });
  const pages = await renderer.render({ report, locale, today });
  if (!pages.ok) return pages;
  const texts = catalogueOf(locale).report;
  const name = `${report.date} ${report.number === 0 ? texts.titleUnnumbered : texts.title(report.number)} - ${report.title}`;
  return ok({ ...pages.value, fileName: fileNameFor(name, '.pdf') });
}
