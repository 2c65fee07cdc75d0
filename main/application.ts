// The application behind every shell: builds the services and answers the window's messages.
import { basename, dirname, join } from 'node:path';
import type { OpenProject } from '@contract/project.ts';
import type { Locale, Profile, Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { emptyDocument } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { advance } from '@domain/guards/advance.ts';
import { pageOf } from '@domain/history/history.ts';
import type { Draft } from '@domain/method/draft.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { AttachmentService } from './attachments/attachment-service.ts';
import { ContentStore } from './attachments/content-store.ts';
import { bugWithoutData } from './bug.ts';
import { BackupExport } from './backups/backup-export.ts';
import { BackupService } from './backups/backup-service.ts';
import { BackupStore } from './backups/backup-store.ts';
import { RunDays } from './backups/run-days.ts';
import { createDispatch, type Dispatch, type Handlers } from './contract/dispatch.ts';
import type { Renderer } from './documents/renderer.ts';
import { type DocumentOrder, DocumentService } from './documents/document-service.ts';
import { ExportService } from './exports/export-service.ts';
import { exploredIds, openExample } from './library/example.ts';
import { diskFailure, orThrow } from './files/disk-failure.ts';
import { FILE_ENDING } from './files/envelope.ts';
import { type FileSystem, realFileSystem } from './files/file-system.ts';
import { freePath, stemFor } from './files/new-name.ts';
import { Library } from './library/library.ts';
import { LibraryIndex } from './library/library-index.ts';
import { type EntryReader, readingHere } from './library/read-entry.ts';
import { LibraryTime } from './library/library-time.ts';
import { isGone } from './machine/absent-file.ts';
import { homeFolder } from './machine/home-folder.ts';
import { localDay, localTime } from './machine/moments.ts';
import { methodOf } from './methods.ts';
import { orderBetween } from './order-keys.ts';
import { FileMemory } from './memory/file-memory.ts';
import { makeFolderIfPossible } from './files/lasting-folder.ts';
import { readProfile, saveProfile } from './person/personal-file.ts';
import { Attempts } from './project/attempts.ts';
import { ConflictService } from './project/conflict-service.ts';
import { GoneFiles } from './project/gone-files.ts';
import { OpenProjects } from './project/open-projects.ts';
import { isRemovable } from './project/removable.ts';
import type { OpeningOptions } from './project/open-session.ts';
import type { SessionServices } from './project/session-services.ts';
import { FileRecovery } from './project/file-recovery.ts';
import { TracesService } from './project/traces-service.ts';
import { type Later, laterOnTheClock } from './project/later.ts';
import { openSettings, type SettingsKeeper } from './settings.ts';
import type { Shell } from './shell.ts';
import { ProtectionService } from './vault/protection-service.ts';
import { lendingCopy } from './vault/lent-keys.ts';
import { VaultService } from './vault/vault-service.ts';

export type Application = {
  readonly dispatch: Dispatch;
  /** Opens a file handed over by the system or the command line: before the window asks, it is part of its start; later the window is told. */
  readonly openPath: (path: string) => Promise<void>;
  /** Writes everything. @returns why something could not be written; the journal keeps it all the same. */
  readonly finish: (evenUnsaved: boolean) => Promise<Result<null>>;
  /** Whether leaving now loses nothing, even if a file cannot be written. */
  readonly isSafeHere: () => boolean;
  readonly settings: () => Settings;
  /** Forgets the keys of every vault that is open: the computer goes to sleep, or its screen is locked. */
  readonly lockVaults: () => void;
};
export type ApplicationOptions = {
  readonly shell: Shell;
  readonly renderer: Renderer;
  /** Of the files of the library; in this process when left out. */ readonly entries?: EntryReader;
  readonly files?: FileSystem;
  readonly later?: Later;
};

/** Builds an application; nothing but settings and profile is read yet. */
export async function createApplication({
  shell,
  renderer,
  files = realFileSystem,
  entries = readingHere(files),
  later = laterOnTheClock,
}: ApplicationOptions): Promise<Application> {
  const settings = await openSettings({ files, folder: shell.folders.data, newId: shell.newId }, shell.systemLocale);
  const core = new Core({ shell, files, renderer, entries, later }, settings);
  await Promise.all([core.readProfile(), core.sweep()]);
  return {
    dispatch: createDispatch({
      handlers: core.handlers(),
      admit: (message) => core.projects.admit(message),
      newId: shell.newId,
      onBug: (id, channel, error) => shell.log(`bug ${id} in ${channel}: ${bugWithoutData(error)}`),
    }),
    openPath: (path) => core.openPath(path),
    finish: (evenUnsaved) => core.finish(evenUnsaved),
    isSafeHere: () => core.projects.areSafeHere && !core.isAddingTime,
    settings: () => core.settings,
    lockVaults: () => core.vaults.lockAll(),
  };
}

class Core {
  readonly projects: OpenProjects;
  readonly vaults: VaultService;
  readonly #shell: Shell;
  readonly #files: FileSystem;
  readonly #library: Library;
  readonly #documents: DocumentService;
  readonly #services: SessionServices;
  readonly #settings: SettingsKeeper;
  readonly #runDays: RunDays;
  readonly #time: LibraryTime;
  readonly #backups: BackupService;
  readonly #backupExport: BackupExport;
  readonly #conflicts: ConflictService;
  readonly #attempts: Attempts;
  readonly #protection: ProtectionService;
  readonly #exports: ExportService;
  readonly #gone: GoneFiles;
  readonly #traces: TracesService;
  readonly #attachments: AttachmentService;
  #profile: Profile | null = null;
  #profileFailure: Failure | null = null;
  #handedOver: Result<OpenProject> | null = null;
  #hasStarted = false;

  constructor({ shell, files, renderer, entries, later }: Required<ApplicationOptions>, settings: SettingsKeeper) {
    this.#shell = shell;
    this.#files = files;
    this.#settings = settings;
    const { folders, newId, running } = shell;
    const contents = new ContentStore({ files, folder: join(folders.data, 'attachments'), newId });
    this.#runDays = new RunDays({ files, path: join(folders.data, 'days.json'), today: () => this.#today(), newId });
    const backups = new BackupStore({
      files,
      contents,
      newId,
      folder: join(folders.data, 'backups'),
      runDay: () => this.#runDays.count(),
      dayOf: (at) => this.#dayOf(at),
    });
    const memory = new FileMemory({ files, folder: join(folders.data, 'memory'), newId });
    this.#services = {
      files,
      journalFolder: join(folders.data, 'journals'),
      backups,
      contents,
      memory,
      unlist: (fileId) => this.#library.forget(fileId),
      running,
      newId,
      context: () => this.#context(),
      dayOf: (at) => this.#dayOf(at),
      later,
    };
    const index = new LibraryIndex({ files, path: join(folders.data, 'library.json'), newId });
    this.#library = new Library({
      files,
      newId,
      reader: entries,
      index,
      later,
      onRead: () => shell.send('library', {}),
      isRemovable: (place) => isRemovable(join(place, FILE_ENDING), { platform: process.platform, home: homeFolder() }),
    });
    this.#documents = new DocumentService(shell, files, renderer);
    this.projects = new OpenProjects(
      this.#services,
      (documentId, saveState, fileName) => shell.send('saveState', { documentId, saveState, fileName }),
      (documentId) => void this.vaults.lock(documentId),
    );
    this.#time = new LibraryTime(this.#services, this.projects);
    this.#backups = new BackupService(this.#services, this.projects);
    this.#conflicts = new ConflictService({ services: this.#services, projects: this.projects, stamp: () => this.#stamp() });
    const recovery = new FileRecovery({ services: this.#services, nameOf: (name) => this.#texts.recovery.fileName(name, this.#stamp()) });
    this.#protection = new ProtectionService(this.#services, this.projects);
    this.#backupExport = new BackupExport({
      services: this.#services,
      projects: this.projects,
      dialogs: shell.dialogs,
      locale: () => this.#settings.current.locale,
    });
    this.#exports = new ExportService({
      shell,
      files,
      projects: this.projects,
      locale: () => this.#settings.current.locale,
      today: () => this.#today(),
    });
    this.#traces = new TracesService(this.#services, this.projects);
    this.#attachments = new AttachmentService({
      shell,
      services: this.#services,
      projects: this.projects,
      locale: () => this.#settings.current.locale,
    });
    this.#attempts = new Attempts({
      projects: this.projects,
      recovery,
      newId,
      open: ({ path, fileId }, how) => this.#open(path, how, fileId),
      alone: (act) => this.#alone(act),
    });
    const explored = (): Promise<readonly string[]> => exploredIds(files, folders.data);
    this.#gone = new GoneFiles({ services: this.#services, attempts: this.#attempts, library: () => this.#folder, explored });
    this.vaults = new VaultService(this.projects, shell.newId, {
      nowMs: () => Date.parse(shell.clock.now()),
      later,
      onLocked: (documentId) => shell.send('vaultLocked', { documentId }),
      shield: shell.shieldWindow,
    });
  }

  get isAddingTime(): boolean {
    return this.#time.isBusy;
  }

  get settings(): Settings {
    const { locale, theme } = this.#settings.current;
    return { locale, theme };
  }

  get #folder(): string {
    return this.#settings.current.libraryFolder ?? join(this.#shell.folders.documents, 'Tierce');
  }

  /** Whoever has chosen a folder has begun before: where it is not there, a stick is missing, and this is no first start. */
  async readProfile(): Promise<void> {
    const read = await readProfile(this.#files, this.#folder);
    const isMissing =
      read.ok && read.value === null && this.#settings.current.libraryFolder !== null && (await isGone(this.#files, this.#folder));
    this.#knowProfile(isMissing ? refuse({ code: 'file-not-found', name: basename(this.#folder) }) : read);
  }

  #knowProfile(read: Result<Profile | null>): void {
    if (read.ok) this.#profile = read.value ?? this.#profile;
    this.#profileFailure = read.ok ? null : read.failure;
  }

  async openPath(path: string): Promise<void> {
    const opened = await this.#open(path);
    if (this.#hasStarted) this.#shell.send('opened', opened);
    else this.#handedOver = opened;
  }

  handlers(): Handlers {
    const { projects } = this;
    return {
      'app.start': () => this.#start(),
      'app.settled': () => Promise.resolve(ok(null)),
      'app.quit': () => this.#quit(),
      'settings.save': ({ settings }) => this.#keepSettings(settings),
      'profile.save': ({ profile }) => this.#saveProfile(profile),
      'library.list': () => this.#list(),
      'library.choose': () => this.#chooseFolder(),
      'library.timeChoices': ({ entryId }) => this.#atEntry(entryId, (path) => this.#time.choices(path)),
      'library.addTime': ({ entryId, commandId, time }) => this.#atEntry(entryId, (path) => this.#time.add(path, commandId, time)),
      'project.create': ({ draft }) => this.#create(draft),
      'project.open': ({ entryId }) => this.#openEntry(entryId),
      'project.choose': () => this.#chooseFile(),
      'project.example': () => this.#openExample(),
      'project.read': ({ documentId }) => Promise.resolve(ok(projects.view(documentId))),
      'project.run': async ({ documentId, commandId, command }) =>
        projects.applied(documentId, await projects.session(documentId).run(commandId, command)),
      'project.undo': async ({ documentId, commandId }) => projects.applied(documentId, await projects.session(documentId).undo(commandId)),
      'project.redo': async ({ documentId, commandId }) => projects.applied(documentId, await projects.session(documentId).redo(commandId)),
      'project.save': async ({ documentId }) => ok(await projects.session(documentId).save()),
      'project.close': ({ documentId, evenUnsaved }) => projects.close(documentId, evenUnsaved),
      'document.save': ({ documentId, request, locale }) =>
        this.#documents.save(this.#order(documentId, request, locale), dirname(projects.session(documentId).path)),
      'document.preview': ({ documentId, request, locale }) => this.#documents.preview(this.#order(documentId, request, locale)),
      'document.open': ({ documentToken }) => this.#documents.open(documentToken),
      'project.allowChanges': ({ documentId }) => this.#allowChanges(documentId),
      'project.saveElsewhere': ({ documentId }) => this.#saveElsewhere(documentId),
      ...this.vaults.handlers(),
      ...this.#backups.handlers(),
      ...this.#backupExport.handlers(),
      ...this.#conflicts.handlers(),
      ...this.#attempts.handlers(),
      ...this.#gone.handlers(),
      ...this.#protection.handlers(),
      ...this.#exports.handlers(),
      ...this.#traces.handlers(),
      ...this.#attachments.handlers(),
      'history.read': ({ documentId, record, skip }) => Promise.resolve(ok(pageOf(projects.session(documentId).history, record, skip))),
    };
  }

  #order(documentId: string, request: DocumentRequest, locale: Locale): DocumentOrder {
    return { accompaniment: this.projects.session(documentId).document.accompaniment, request, locale, today: this.#today() };
  }

  async #start(): Promise<Result<Start>> {
    await this.#runDays.count();
    const opened = this.#handedOver ?? this.projects.current(); // a page that is drawn anew finds its file again
    this.#hasStarted = true;
    this.#handedOver = null;
    this.vaults.lockAll(); // a page that starts anew has opened nothing
    const { version, userName } = this.#shell;
    const proposed = { proposedFolder: this.#folder, proposedName: userName };
    return ok({
      version,
      today: this.#today(),
      isClockBelievable: this.#shell.clock.isBelievable(),
      settings: this.settings,
      profile: this.#profile,
      profileFailure: this.#profileFailure,
      ...proposed,
      opened,
    });
  }

  async #quit(): Promise<Result<null>> {
    const closed = await this.finish(false);
    if (closed.ok) this.#shell.quit();
    return closed;
  }

  /** Writes and lets go of everything, once time that is being added has arrived. */
  async finish(evenUnsaved: boolean): Promise<Result<null>> {
    const closed = await this.#time.between(() => this.projects.closeAll(evenUnsaved));
    if (closed.ok) await this.sweep();
    return closed;
  }

  /** Copies of attachments that were made to be opened do not outlive the application. */
  sweep(): Promise<void> {
    return this.#attachments.sweep();
  }

  async #keepSettings(settings: Settings): Promise<Result<Settings>> {
    const kept = await this.#settings.keep(settings);
    return kept.ok ? ok(this.settings) : kept;
  }

  async #saveProfile(profile: Profile): Promise<Result<Profile>> {
    const saved = await this.#time.between(() => saveProfile(this.#services, this.#folder, profile));
    if (saved.ok) this.#knowProfile(saved);
    return saved;
  }

  async #list() {
    const folder = this.#folder;
    if (this.#profileFailure !== null) await this.readProfile(); // what was out of reach may be there again
    const listed = await this.#library.list(folder, this.#today());
    return listed.ok ? ok({ folderName: basename(folder), folderPath: folder, ...listed.value }) : listed;
  }

  async #chooseFolder() {
    const folder = await this.#shell.dialogs.chooseFolder({ title: this.#texts.home.library, folder: this.#folder });
    if (folder === null) return refuse({ code: 'cancelled' });
    const kept = await this.#settings.keep({ libraryFolder: folder });
    if (!kept.ok) return kept;
    const found = await readProfile(this.#files, folder);
    this.#knowProfile(found);
    if (found.ok && found.value === null && this.#profile !== null) await saveProfile(this.#services, folder, this.#profile); // who is working goes along; a folder that refuses says so at the first file
    return this.#list();
  }

  async #create(draft: Draft): Promise<Result<OpenProject>> {
    const before = emptyDocument('accompaniment');
    const planned = planCommand(before, { name: 'accompaniment.start', args: { draft } }, this.#context());
    if (!planned.ok) return planned;
    const document = advance(before, planned.value.changes, this.#today());
    if (!document.ok) return document;
    await makeFolderIfPossible(this.#files, this.#folder);
    const title = Object.values(document.value.accompaniment.mission)[0]?.title ?? '';
    const path = await freePath(this.#files, this.#folder, { stem: stemFor(title), ending: FILE_ENDING });
    return this.#alone(() => this.projects.create(path, document.value));
  }

  #openEntry(entryId: string): Promise<Result<OpenProject>> {
    return this.#atEntry(entryId, (path) => this.#open(path, {}, this.#library.fileIdOf(entryId)));
  }

  #atEntry<T>(entryId: string, act: (path: string) => Promise<Result<T>>): Promise<Result<T>> {
    const path = this.#library.pathOf(entryId);
    return path === null ? Promise.resolve(refuse({ code: 'token-unknown' })) : act(path);
  }

  async #chooseFile(): Promise<Result<OpenProject>> {
    const path = await this.#shell.dialogs.chooseFile({
      title: this.#texts.home.openFile,
      folder: this.#folder,
      filter: { name: 'Tierce', extension: FILE_ENDING.slice(1) },
    });
    return path === null ? refuse({ code: 'cancelled' }) : this.#open(path);
  }

  #openExample(): Promise<Result<OpenProject>> {
    return this.#alone(() => openExample({ services: this.#services, shell: this.#shell, projects: this.projects, library: this.#folder }));
  }

  /** @param fileId as far as it is known, for when the file cannot say it any more */
  async #open(path: string, how: OpeningOptions = {}, fileId: string | null = null): Promise<Result<OpenProject>> {
    const opened = await this.#alone(() => this.projects.open(path, how));
    this.#attempts.note(path, opened, { fileId, isTakingOver: how.how === 'take-over', keyOf: how.keyOf, accepted: how.accepted ?? [] });
    return opened;
  }

  /** The protection against writing was set by somebody: it is taken off only when the user asks for that. */
  async #allowChanges(documentId: string): Promise<Result<OpenProject>> {
    const { path, readOnly, key, keys, fileName } = this.projects.session(documentId);
    if (readOnly?.why !== 'protected') return refuse({ code: 'token-unknown' });
    try {
      await this.#files.chmod(path, (await this.#files.stat(path)).mode | OWNER_WRITES);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), fileName));
    }
    return lendingCopy(keys.copy(), (keyOf) => this.#open(path, key === null ? {} : { keyOf }));
  }

  /** For a place that cannot be written any more: the work goes on in another one. */
  async #saveElsewhere(documentId: string): Promise<Result<OpenProject>> {
    const session = this.projects.session(documentId);
    const path = await this.#shell.dialogs.saveFile({
      title: this.#texts.recovery.elsewhereTitle,
      folder: this.#folder,
      name: session.fileName,
      filter: { name: 'Tierce', extension: FILE_ENDING.slice(1) },
    });
    return path === null ? refuse({ code: 'cancelled' }) : this.projects.continueIn(documentId, path);
  }

  /** One project at a time: the one before is let go once the next is open, and no other is opened while leaving it would lose something. */
  #alone(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    return this.#time.between(() => this.#leaveFor(open)); // never while time is being added to that very file
  }

  async #leaveFor(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    const left = this.projects.areSafeHere ? ok(null) : await this.projects.closeAll(true);
    if (!left.ok) return left;
    const first = await open();
    const opened = isHeldHere(first) ? await this.#openOnceLetGo(open) : first;
    if (opened.ok) await this.projects.closeOthers(opened.value.documentId);
    return opened;
  }

  /** What is open holds the journal of a copy of itself: it is let go first. */
  async #openOnceLetGo(open: () => Promise<Result<OpenProject>>): Promise<Result<OpenProject>> {
    const left = await this.projects.closeAll(true);
    return left.ok ? open() : left;
  }

  get #texts() {
    return catalogueOf(this.#settings.current.locale);
  }

  #today(): CalendarDate {
    return this.#dayOf(this.#shell.clock.now());
  }

  /** Date and clock of this place as a file name can hold them: `2026-04-14 14h32`. */
  #stamp(): string {
    const now = this.#shell.clock.now();
    const local = localTime(now, this.#shell.clock.offsetMinutes(now));
    return `${local.slice(0, 10)} ${local.slice(11, 13)}h${local.slice(14, 16)}`;
  }

  #dayOf(at: Instant): CalendarDate {
    return localDay(at, this.#shell.clock.offsetMinutes(at));
  }

  #context(): CommandContext {
    return {
      now: this.#shell.clock.now(),
      today: this.#today(),
      by: this.#profile?.name ?? '',
      newId: this.#shell.newId,
      orderBetween,
      method: methodOf,
    };
  }
}

const OWNER_WRITES = 0o200;

function isHeldHere(opened: Result<OpenProject>): boolean {
  return !opened.ok && opened.failure.code === 'file-locked' && opened.failure.holder.where === 'window';
}
