// A copy for somebody who goes on with the accompaniment: all that may leave, and nothing of the desk, the notebook or the history.
import { dirname } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { Registered } from '@contract/documents.ts';
import type { Exported } from '@contract/leaving.ts';
import { type Document, emptyDocument } from '@domain/document.ts';
import { fittingName, partsOf } from '@domain/file-name.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import { forReaders, type Readable } from '@domain/levels/for-readers.ts';
import { beyondReaders } from '@domain/levels/giving.ts';
import { accompanistsOf } from '@domain/report/parties.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { contentsNamedIn } from '@domain/tables/contents.ts';
import { SINGLE_ID } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { Contents } from '../files/attached-contents.ts';
import { FILE_ENDING, projectContent } from '../files/envelope.ts';
import { ON_DISK } from '../files/new-name.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { SessionServices } from '../project/session-services.ts';
import { writeApart } from '../project/write-apart.ts';
import { keepGiven } from '../register/keep-given.ts';
import type { Shell } from '../shell.ts';
import { contentOf, encodedContent } from '../vault/reseal-contents.ts';

export type HandOverOptions = {
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  readonly dialogs: Pick<Shell['dialogs'], 'saveFile'>;
  readonly locale: () => Locale;
  readonly today: () => CalendarDate;
};

export class HandOverService {
  readonly #options: HandOverOptions;

  constructor(options: HandOverOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'copy.save'> {
    return { 'copy.save': (asked) => this.#save(asked) };
  }

  async #save(asked: Args<'copy.save'>): Promise<Result<Exported & Registered>> {
    const { projects, dialogs, locale, today } = this.#options;
    const session = projects.session(asked.documentId);
    const beyond = beyondReaders(session.document.accompaniment, asked.giving, today());
    if (beyond !== null) return refuse(beyond);
    const parts = await this.#copyOf(session, forReaders(session.document.accompaniment, asked.giving.level));
    if (!parts.ok) return parts;
    const { register } = catalogueOf(locale());
    const { stem } = partsOf(session.fileName, FILE_ENDING);
    const target = await dialogs.saveFile({
      title: register.leave.copy,
      folder: dirname(session.path),
      name: fittingName(stem, (fitting) => `${register.copyName(fitting)}${FILE_ENDING}`, ON_DISK),
      filter: { name: 'Tierce', extension: FILE_ENDING.slice(1) },
    });
    if (target === null) return refuse({ code: 'cancelled' });
    const written = await writeApart(this.#options, target, parts.value);
    if (!written.ok) return written;
    const told = { kind: 'copy', title: stem, locale: locale(), pages: 0, fileName: written.value.name } as const;
    const bytes = Buffer.concat(parts.value);
    const registered = await keepGiven(this.#options, asked, { ...told, bytes, copy: null, lines: null, giving: asked.giving });
    return ok({ ...registered, ...written.value });
  }

  /** A file of its own, which says whose copy it is; in the clear, whatever protects the original. */
  async #copyOf(session: ProjectSession, readable: Readable): Promise<Result<readonly Uint8Array[]>> {
    const { services, today } = this.#options;
    const { now, by: worker } = services.context();
    const by =
      worker === ''
        ? accompanistsOf(readable)
            .map(({ name }) => name)
            .join(', ')
        : worker;
    const document = withOrigin(readable, { by, on: today() });
    const contents = plainContents(session, document);
    if (!contents.ok) return contents;
    const fileId = services.newId();
    const header = { fileId, copyOf: session.header.fileId, revision: 0, savedBy: by, savedAt: now, keys: { file: null, vault: null } };
    const { parts } = await projectContent({ header, document, history: NO_HISTORY, contents: contents.value }, null);
    return ok(parts);
  }
}

/** The accompaniment alone in an empty document: nothing has to be taken out of it. */
function withOrigin(accompaniment: Readable, { by, on }: { readonly by: string; readonly on: CalendarDate }): Document {
  const mission = Object.fromEntries(
    Object.entries(accompaniment.mission).map(([id, record]) => [
      id,
      id === SINGLE_ID ? { ...record, handedOverBy: by, handedOverOn: on, isExample: false } : record,
    ]),
  );
  return { ...emptyDocument('accompaniment'), accompaniment: { ...accompaniment, mission } };
}

/** @returns what the copy names, in the clear; or seal-broken */
function plainContents({ project, header: { fileId }, key }: ProjectSession, document: Document): Result<Contents> {
  const contents = new Map<string, ReturnType<typeof encodedContent>>();
  for (const sha256 of contentsNamedIn(document)) {
    const held = project.contents.get(sha256);
    if (held === undefined) continue;
    const opened = contentOf(held, { fileId, key });
    if (!opened.ok) return opened;
    contents.set(sha256, encodedContent(sha256, opened.value, { fileId, key: null }));
  }
  return ok(contents);
}
