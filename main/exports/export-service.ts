// Neutral exports of everything that may leave: one JSON file, or a CSV file per table; with each, a page that needs no Tierce.
import { basename, dirname, join } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { Exported } from '@contract/leaving.ts';
import type { Accompaniment } from '@domain/document.ts';
import { fittingName, partsOf } from '@domain/file-name.ts';
import { inReadingOrder } from '@domain/reading-order.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING, FORMAT_VERSION } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath, ON_DISK, stemFor } from '../files/new-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { Shell } from '../shell.ts';
import { csvOf } from './csv.ts';
import { readingPageOf } from './reading-page.ts';
import { SHAREABLE } from './shareable.ts';

export type ExportOptions = {
  readonly shell: Shell;
  readonly files: FileSystem;
  readonly projects: OpenProjects;
  readonly locale: () => Locale;
  readonly today: () => CalendarDate;
};

type Form = Args<'export.save'>['form'];

export class ExportService {
  readonly #options: ExportOptions;

  constructor(options: ExportOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'export.save'> {
    return { 'export.save': ({ documentId, form }) => this.#save(this.#options.projects.session(documentId), form) };
  }

  #save(session: ProjectSession, form: Form): Promise<Result<Exported>> {
    return form === 'json' ? this.#saveJson(session) : this.#saveCsv(session);
  }

  async #saveJson(session: ProjectSession): Promise<Result<Exported>> {
    const { dialogs, newId, clock } = this.#options.shell;
    const { leaving } = catalogueOf(this.#options.locale());
    const name = fittingName(partsOf(session.fileName, FILE_ENDING).stem, (stem) => `${stem}.json`, ON_DISK);
    const path = await dialogs.saveFile({
      title: leaving.exportTitle,
      folder: dirname(session.path),
      name,
      filter: { name: 'JSON', extension: 'json' },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const bytes = Buffer.from(jsonOf(session.document.accompaniment, clock.now()), 'utf8');
    const written = await replaceFile(this.#options.files, { path, parts: [bytes], nonce: newId() });
    if (!written.ok) return written;
    const page = await this.#savePage(session, 'json', dirname(path), partsOf(basename(path), '.json').stem);
    return page.ok ? ok({ name: basename(path), folderName: basename(dirname(path)), files: 2 }) : page;
  }

  /** Writes into a new folder inside the chosen one: nothing existing is replaced. */
  async #saveCsv(session: ProjectSession): Promise<Result<Exported>> {
    const { shell, files, locale } = this.#options;
    const { leaving } = catalogueOf(locale());
    const chosen = await shell.dialogs.chooseFolder({ title: leaving.exportTitle, folder: dirname(session.path) });
    if (chosen === null) return refuse({ code: 'cancelled' });
    const { stem } = partsOf(session.fileName, FILE_ENDING);
    const folder = await freePath(files, chosen, { stem: stemFor(stem), ending: '', around: leaving.folderName });
    try {
      await files.mkdir(folder, { recursive: true });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, basename(folder)));
    }
    const words = { accompaniment: session.document.accompaniment, locale: locale(), texts: catalogueOf(locale()) };
    for (const table of SHAREABLE) {
      const written = await replaceFile(files, {
        path: join(folder, `${table}.csv`),
        parts: [Buffer.from(csvOf(table, inReadingOrder(table, words)), 'utf8')],
        nonce: shell.newId(),
      });
      if (!written.ok) return written;
    }
    const page = await this.#savePage(session, 'csv', folder, stem);
    return page.ok ? ok({ name: basename(folder), folderName: basename(chosen), files: SHAREABLE.length + 1 }) : page;
  }

  /** Writes under a free name: the user was not asked whether a page may be replaced. */
  async #savePage(session: ProjectSession, form: Form, folder: string, stem: string): Promise<Result<string>> {
    const { shell, files, locale } = this.#options;
    const path = await freePath(files, folder, { stem, ending: '.html', around: outerTextsOf(locale()).reading.fileName });
    const html = readingPageOf({ accompaniment: session.document.accompaniment, locale: locale(), on: this.#options.today(), form });
    return replaceFile(files, { path, parts: [Buffer.from(html, 'utf8')], nonce: shell.newId() });
  }
}

/** @returns every shareable table in the form of the file format, and nothing about the file itself */
export function jsonOf(accompaniment: Accompaniment, exportedAt: Instant): string {
  return `${JSON.stringify({ format: 'tierce-export', formatVersion: FORMAT_VERSION, exportedAt, accompaniment }, null, 2)}\n`;
}
