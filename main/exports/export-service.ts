// Neutral exports of everything that may leave: one JSON file, or a CSV file per table; with each, a page that needs no Tierce.
import { basename, dirname, join } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { Registered } from '@contract/documents.ts';
import type { Exported } from '@contract/leaving.ts';
import { beyondReaders } from '@domain/levels/giving.ts';
import { forReaders, type Readable } from '@domain/levels/for-readers.ts';
import { fittingName, partsOf } from '@domain/file-name.ts';
import { inReadingOrder } from '@domain/reading-order.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { fingerprintOf } from '../files/attached-contents.ts';
import { FILE_ENDING, FORMAT_VERSION } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath, ON_DISK, stemFor } from '../files/new-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { keepGiven } from '../register/keep-given.ts';
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

type Asked = Args<'export.save'>;
type Form = Asked['form'];
/** What was written. `bytes`: of the file, or of the list of its files with the SHA-256 of each. */
type Written = Exported & { readonly bytes: Uint8Array };

export class ExportService {
  readonly #options: ExportOptions;

  constructor(options: ExportOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'export.save'> {
    return { 'export.save': (asked) => this.#save(asked) };
  }

  async #save(asked: Asked): Promise<Result<Exported & Registered>> {
    const { projects, today, locale } = this.#options;
    const session = projects.session(asked.documentId);
    const beyond = beyondReaders(session.document.accompaniment, asked.giving, today());
    if (beyond !== null) return refuse(beyond);
    const readable = forReaders(session.document.accompaniment, asked.giving.level);
    const written = asked.form === 'json' ? await this.#saveJson(session, readable) : await this.#saveCsv(session, readable);
    if (!written.ok) return written;
    const { bytes, ...exported } = written.value;
    const { stem } = partsOf(session.fileName, FILE_ENDING);
    const told = { kind: asked.form, title: stem, locale: locale(), pages: 0, fileName: exported.name } as const;
    const registered = await keepGiven(this.#options, asked, { ...told, bytes, copy: bytes, lines: null, giving: asked.giving });
    return ok({ ...registered, ...exported });
  }

  async #saveJson(session: ProjectSession, readable: Readable): Promise<Result<Written>> {
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
    const bytes = Buffer.from(jsonOf(readable, clock.now()), 'utf8');
    const written = await replaceFile(this.#options.files, { path, parts: [bytes], nonce: newId() });
    if (!written.ok) return written;
    const page = await this.#savePage(readable, { form: 'json', folder: dirname(path), stem: partsOf(basename(path), '.json').stem });
    return page.ok ? ok({ name: basename(path), folderName: basename(dirname(path)), files: 2, bytes }) : page;
  }

  /** Writes into a new folder inside the chosen one: nothing existing is replaced. */
  async #saveCsv(session: ProjectSession, readable: Readable): Promise<Result<Written>> {
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
    const words = { accompaniment: readable, locale: locale(), texts: catalogueOf(locale()) };
    const sums: string[] = [];
    for (const table of SHAREABLE) {
      const [name, bytes] = [`${table}.csv`, Buffer.from(csvOf(table, inReadingOrder(table, words)), 'utf8')];
      const written = await replaceFile(files, { path: join(folder, name), parts: [bytes], nonce: shell.newId() });
      if (!written.ok) return written;
      sums.push(`${fingerprintOf(bytes)}  ${name}\n`);
    }
    const page = await this.#savePage(readable, { form: 'csv', folder, stem });
    const bytes = Buffer.from(sums.join(''), 'utf8');
    return page.ok ? ok({ name: basename(folder), folderName: basename(chosen), files: SHAREABLE.length + 1, bytes }) : page;
  }

  /** Writes under a free name: the user was not asked whether a page may be replaced. */
  async #savePage(accompaniment: Readable, { form, folder, stem }: Page): Promise<Result<string>> {
    const { shell, files, locale } = this.#options;
    const path = await freePath(files, folder, { stem, ending: '.html', around: outerTextsOf(locale()).reading.fileName });
    const html = readingPageOf({ accompaniment, locale: locale(), on: this.#options.today(), form });
    return replaceFile(files, { path, parts: [Buffer.from(html, 'utf8')], nonce: shell.newId() });
  }
}

type Page = { readonly form: Form; readonly folder: string; readonly stem: string };

/** @returns every shareable table in the form of the file format, and nothing about the file itself */
export function jsonOf(accompaniment: Readable, exportedAt: Instant): string {
  return `${JSON.stringify({ format: 'tierce-export', formatVersion: FORMAT_VERSION, exportedAt, accompaniment }, null, 2)}\n`;
}
