// Opens one file at a time: created, opened, picked in a dialog, explored as the example, or continued elsewhere.
import type { OpenProject } from '@contract/project.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { emptyDocument } from '@domain/document.ts';
import { advance } from '@domain/guards/advance.ts';
import type { Draft } from '@domain/method/draft.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Handlers } from './contract/dispatch.ts';
import { diskFailure, orThrow } from './files/disk-failure.ts';
import { FILE_ENDING } from './files/envelope.ts';
import { makeFolderIfPossible } from './files/lasting-folder.ts';
import { freePath, stemFor } from './files/new-name.ts';
import { openExample } from './library/example.ts';
import type { Library } from './library/library.ts';
import type { LibraryTime } from './library/library-time.ts';
import type { Shell } from './shell.ts';
import { lendingCopy } from './vault/lent-keys.ts';
import type { Attempts } from './project/attempts.ts';
import type { OpenProjects } from './project/open-projects.ts';
import type { OpeningOptions } from './project/open-session.ts';
import type { SessionServices } from './project/session-services.ts';
import { onlyOf } from '@domain/tables/tables.ts';

export type OpeningServiceOptions = {
  readonly shell: Shell;
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  readonly attempts: Attempts;
  readonly library: Library;
  readonly time: LibraryTime;
  readonly folder: () => string;
  readonly texts: () => Catalogue;
};

type Channels = 'project.create' | 'project.open' | 'project.choose' | 'project.example' | 'project.allowChanges' | 'project.saveElsewhere';

const FILTER = { name: 'Tierce', extension: FILE_ENDING.slice(1) };
const OWNER_WRITES = 0o200;

export class OpeningService {
  readonly #options: OpeningServiceOptions;

  constructor(options: OpeningServiceOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, Channels> {
    return {
      'project.create': ({ draft }) => this.#create(draft),
      'project.open': ({ entryId }) => this.#openEntry(entryId),
      'project.choose': () => this.#choose(),
      'project.example': () => this.#openExample(),
      'project.allowChanges': ({ documentId }) => this.#allowChanges(documentId),
      'project.saveElsewhere': ({ documentId }) => this.#saveElsewhere(documentId),
    };
  }

  /** @param fileId where it is known, for a file that can no longer say it */
  async open(path: string, how: OpeningOptions = {}, fileId: string | null = null): Promise<Result<OpenProject>> {
    const { projects, attempts } = this.#options;
    const opened = await this.alone(() => projects.open(path, how));
    attempts.note(path, opened, { fileId, isTakingOver: how.how === 'take-over', keyOf: how.keyOf, accepted: how.accepted ?? [] });
    return opened;
  }

  /**
   * One project at a time: the previous one is closed once the next is open, and no other is opened while leaving it would lose something.
   */
  alone(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    return this.#options.time.between(() => this.#leaveFor(open)); // never while time is being added to that same file
  }

  async #leaveFor(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    const { projects } = this.#options;
    const left = projects.areSafeHere ? ok(null) : await projects.closeAll(true);
    if (!left.ok) return left;
    const first = await open();
    const opened = isHeldHere(first) ? await this.#openOnceLetGo(open) : first;
    if (opened.ok) await projects.closeOthers(opened.value.documentId);
    return opened;
  }

  /** The open project holds the journal of a copy of itself, so it is closed first. */
  async #openOnceLetGo(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    const left = await this.#options.projects.closeAll(true);
    return left.ok ? open() : left;
  }

  async #create(draft: Draft): Promise<Result<OpenProject>> {
    const { services, projects } = this.#options;
    const folder = this.#options.folder();
    const context = services.context();
    const before = emptyDocument('accompaniment');
    const planned = planCommand(before, { name: 'accompaniment.start', args: { draft } }, context);
    if (!planned.ok) return planned;
    const document = advance(before, planned.value.changes, context.today);
    if (!document.ok) return document;
    await makeFolderIfPossible(services.files, folder);
    const title = onlyOf(document.value.accompaniment.mission)?.title ?? '';
    const path = await freePath(services.files, folder, { stem: stemFor(title), ending: FILE_ENDING });
    return this.alone(() => projects.create(path, document.value));
  }

  #openEntry(entryId: string): Promise<Result<OpenProject>> {
    const { library } = this.#options;
    const path = library.pathOf(entryId);
    return path === null ? Promise.resolve(refuse({ code: 'token-unknown' })) : this.open(path, {}, library.fileIdOf(entryId));
  }

  async #choose(): Promise<Result<OpenProject>> {
    const { shell, folder, texts } = this.#options;
    const path = await shell.dialogs.chooseFile({ title: texts().home.openFile, folder: folder(), filter: FILTER });
    return path === null ? refuse({ code: 'cancelled' }) : this.open(path);
  }

  #openExample(): Promise<Result<OpenProject>> {
    const { services, shell, projects, folder } = this.#options;
    return this.alone(() => openExample({ services, shell, projects, library: folder() }));
  }

  /** Somebody set the write protection, so it is removed only when the user asks for that. */
  async #allowChanges(documentId: string): Promise<Result<OpenProject>> {
    const { projects, services } = this.#options;
    const { path, readOnly, key, keys, fileName } = projects.session(documentId);
    if (readOnly?.why !== 'protected') return refuse({ code: 'token-unknown' });
    try {
      await services.files.chmod(path, (await services.files.stat(path)).mode | OWNER_WRITES);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), fileName));
    }
    return lendingCopy(keys.copy(), (keyOf) => this.open(path, key === null ? {} : { keyOf }));
  }

  /** For a place that can no longer be written to: work continues in another one. */
  async #saveElsewhere(documentId: string): Promise<Result<OpenProject>> {
    const { projects, shell, folder, texts } = this.#options;
    const { fileName: name } = projects.session(documentId);
    const path = await shell.dialogs.saveFile({ title: texts().recovery.elsewhereTitle, folder: folder(), name, filter: FILTER });
    return path === null ? refuse({ code: 'cancelled' }) : projects.continueIn(documentId, path);
  }
}

function isHeldHere(opened: Result<OpenProject>): boolean {
  return !opened.ok && opened.failure.code === 'file-locked' && opened.failure.holder.where === 'window';
}
