// The application behind every shell: composes the services, and lets each of them answer its part of the window's messages.
import { join } from 'node:path';
import type { Locale, Profile, Settings } from '@contract/settings.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import type { Result } from '@domain/result.ts';
import { withoutPrivate } from '@domain/presentation/withhold.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { OpenedCopies } from './attachments/opened-copies.ts';
import { AttachmentService } from './attachments/attachment-service.ts';
import { ContentStore } from './attachments/content-store.ts';
import { BackupExport } from './backups/backup-export.ts';
import { BackupService } from './backups/backup-service.ts';
import { BackupStore } from './backups/backup-store.ts';
import { RunDays } from './backups/run-days.ts';
import { bugWithoutData } from './bug.ts';
import { PrivateClipboard } from './clipboard/private-clipboard.ts';
import { createDispatch, type Dispatch, type Handlers } from './contract/dispatch.ts';
import { DocumentService } from './documents/document-service.ts';
import type { Renderer } from './documents/renderer.ts';
import { ExportService } from './exports/export-service.ts';
import { FILE_ENDING } from './files/envelope.ts';
import { type FileSystem, realFileSystem } from './files/file-system.ts';
import { exploredIds } from './library/example.ts';
import { LibraryIndex } from './library/library-index.ts';
import { LibraryService } from './library/library-service.ts';
import { LibraryTime } from './library/library-time.ts';
import { Library } from './library/library.ts';
import { type EntryReader, readingHere } from './library/read-entry.ts';
import { HandOverService } from './handover/hand-over-service.ts';
import { LogoService } from './logos/logo-service.ts';
import { LocalMoments } from './local-moments.ts';
import { homeFolder } from './machine/home-folder.ts';
import { FileMemory } from './memory/file-memory.ts';
import { methodOf } from './methods.ts';
import { type Hiding, OpenFileService } from './open-file-service.ts';
import { OpeningService } from './opening-service.ts';
import { orderBetween } from './order-keys.ts';
import { ProfileKeeper } from './person/profile-keeper.ts';
import { Attempts } from './project/attempts.ts';
import { ConflictService } from './project/conflict-service.ts';
import { FileRecovery } from './project/file-recovery.ts';
import { GoneFiles } from './project/gone-files.ts';
import { type Later, laterOnTheClock } from './project/later.ts';
import { OpenProjects } from './project/open-projects.ts';
import { isRemovable } from './project/removable.ts';
import type { SessionServices } from './project/session-services.ts';
import { TracesService } from './project/traces-service.ts';
import { openSettings, type SettingsKeeper } from './settings.ts';
import { RegisterService } from './register/register-service.ts';
import type { Shell } from './shell.ts';
import { StartService } from './start-service.ts';
import { Presentation, withholding } from './presentation/presentation.ts';
import { PresentationService } from './presentation/presentation-service.ts';
import { ProtectionService } from './vault/protection-service.ts';
import { VaultService } from './vault/vault-service.ts';

export type Application = {
  readonly dispatch: Dispatch;
  /**
   * Opens a file handed over by the system or the command line: before the window asks, as part of its start; later by an event to the
   * window.
   */
  readonly openPath: (path: string) => Promise<void>;
  /** Writes everything. @returns why something could not be written; the journal keeps it nevertheless. */
  readonly finish: (evenUnsaved: boolean) => Promise<Result<null>>;
  /** Whether leaving now loses nothing, even if a file cannot be written. */
  readonly isSafeHere: () => boolean;
  readonly settings: () => Settings;
  /** Forgets the keys of every open vault: the computer goes to sleep, or its screen is locked. */
  readonly lockVaults: () => void;
};
export type ApplicationOptions = {
  readonly shell: Shell;
  readonly renderer: Renderer;
  /** Reads the files of the library; in this process if omitted. */ readonly entries?: EntryReader;
  readonly files?: FileSystem;
  readonly later?: Later;
};

/** Builds an application; at first it reads only settings and profile. */
export async function createApplication({
  shell: host,
  renderer,
  files = realFileSystem,
  entries = readingHere(files),
  later = laterOnTheClock,
}: ApplicationOptions): Promise<Application> {
  const presentation = new Presentation(host.shieldWindow);
  const shell: Shell = { ...host, send: (event, data) => host.send(event, presentation.isOn ? withoutPrivate(data) : data) };
  const settings = await openSettings({ files, folder: shell.folders.data, newId: shell.newId }, shell.systemLocale);
  const made = composed({ shell, files, renderer, entries, later, settings, presentation });
  const { handlers, copied, profile, projects, start, time, vaults } = made;
  await Promise.all([profile.read(), start.sweep()]);
  return {
    dispatch: withholding(
      presentation,
      createDispatch({
        handlers,
        admit: (message) => projects.admit(message),
        newId: shell.newId,
        onBug: (id, channel, error) => shell.log(`bug ${id} in ${channel}: ${bugWithoutData(error)}`),
      }),
    ),
    openPath: (path) => start.openPath(path),
    finish: async (evenUnsaved) => {
      await copied.clear();
      return start.finish(evenUnsaved);
    },
    isSafeHere: () => projects.areSafeHere && !time.isBusy,
    settings: () => start.settings,
    lockVaults: () => vaults.lockAll(),
  };
}

type Parts = Required<ApplicationOptions> & { readonly settings: SettingsKeeper; readonly presentation: Presentation };

/** Every service with those that it needs. Services later in the list are fetched when they are needed, never before. */
function composed(parts: Parts) {
  const { shell, files, settings, later, presentation } = parts;
  const { newId, dialogs } = shell;
  const moments = new LocalMoments(shell.clock);
  const today = (): CalendarDate => moments.today();
  const locale = (): Locale => settings.current.locale;
  const texts = (): Catalogue => catalogueOf(locale());
  const folder = (): string => settings.current.libraryFolder ?? join(shell.folders.documents, 'Tierce');
  const runDays = new RunDays({ files, path: join(shell.folders.data, 'days.json'), today, newId });
  const library = libraryOf(parts);
  const services = sessionServices(parts, { runDays, moments, library, worker: () => profile.profile });
  const profile = new ProfileKeeper({ services, folder, isFolderChosen: () => settings.current.libraryFolder !== null });
  const projects: OpenProjects = new OpenProjects(
    services,
    (documentId, saveState, fileName) => shell.send('saveState', { documentId, saveState, fileName }),
    (documentId) => void vaults.lock(documentId),
  );
  const copied = new PrivateClipboard({ clipboard: shell.clipboard, later });
  const vaults = vaultsOf(parts, { projects, moments, copied });
  const presenting = new PresentationService({ presentation, projects, vaults, profile, later });
  const time = new LibraryTime(services, projects);
  const protection = new ProtectionService(services, projects);
  const recovery = new FileRecovery({ services, nameOf: (name) => texts().recovery.fileName(name, moments.stamp()) });
  const attempts: Attempts = new Attempts({
    projects,
    recovery,
    newId,
    open: ({ path, fileId }, how) => opening.open(path, how, fileId),
    alone: (act) => opening.alone(act),
    strengthen: (opened, passphrase) => protection.strengthen(opened, passphrase),
  });
  const opening = new OpeningService({ shell, services, projects, attempts, library, time, folder, texts });
  const explored = (): Promise<readonly string[]> => exploredIds(files, shell.folders.data);
  const copies = new OpenedCopies(files, join(shell.folders.data, 'opened'), newId);
  const attachments = new AttachmentService({ shell, services, projects, locale, today, copies });
  const kept = { settings, profile, folder, runDays };
  const start = new StartService({ shell, moments, ...kept, opening, projects, time, vaults, attachments, presentation: presenting });
  const handlers: Handlers = {
    ...start.handlers(),
    ...new LibraryService({ library, time, settings, profile, dialogs, folder, today, explored }).handlers(),
    ...opening.handlers(),
    ...new OpenFileService(projects, hidingBy(vaults, presentation)).handlers(),
    ...documentHandlers(parts, { services, projects, today, locale, copies }),
    ...vaults.handlers(),
    ...presenting.handlers(),
    ...copied.handlers(),
    ...new BackupService(services, projects).handlers(),
    ...new BackupExport({ services, projects, dialogs, locale }).handlers(),
    ...new ConflictService({ services, projects, stamp: () => moments.stamp() }).handlers(),
    ...attempts.handlers(),
    ...new GoneFiles({ services, attempts, library: folder, explored }).handlers(),
    ...protection.handlers(),
    ...new TracesService(services, projects).handlers(),
    ...attachments.handlers(),
  };
  return { handlers, copied, profile, projects, start, time, vaults };
}

type ForVaults = { readonly projects: OpenProjects; readonly moments: LocalMoments; readonly copied: PrivateClipboard };

/** The notebooks of the open files. */
function vaultsOf({ shell, settings, later, presentation }: Parts, { projects, moments, copied }: ForVaults): VaultService {
  return new VaultService(projects, shell.newId, {
    nowMs: () => Date.parse(moments.now()),
    idleMs: () => settings.current.locksAfter * 60_000,
    later,
    secrets: shell.secrets,
    onLocked: (documentId) => {
      void copied.clear();
      shell.send('vaultLocked', { documentId });
    },
    shield: (isShielded) => presentation.shield(isShielded),
    presentation,
  });
}

function hidingBy(vaults: VaultService, presentation: Presentation): Hiding {
  return { isNotebookOpen: (documentId) => vaults.isUnlocked(documentId), isPresenting: () => presentation.isOn };
}

type ForDocuments = {
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  readonly today: () => CalendarDate;
  readonly locale: () => Locale;
  readonly copies: OpenedCopies;
};

/** What leaves: the documents with the logos at their head, exports, copies, and the register of all of them. */
function documentHandlers({ shell, files, renderer }: Parts, { services, projects, today, locale, copies }: ForDocuments) {
  const { dialogs } = shell;
  return {
    ...new ExportService({ shell, files, projects, locale, today }).handlers(),
    ...new HandOverService({ services, projects, dialogs, locale, today }).handlers(),
    ...new RegisterService({ shell, files, renderer, projects, today, locale, copies }).handlers(),
    ...new DocumentService({ shell, files, renderer, projects, today }).handlers(),
    ...new LogoService({ shell, files, projects, locale }).handlers(),
  };
}

function libraryOf({ shell, files, entries, later }: Parts): Library {
  const { newId, folders } = shell;
  const index = new LibraryIndex({ files, path: join(folders.data, 'library.json'), newId });
  const taken = { platform: process.platform, home: homeFolder() };
  return new Library({
    files,
    newId,
    reader: entries,
    index,
    later,
    onRead: () => shell.send('library', {}),
    isRemovable: (place) => isRemovable(join(place, FILE_ENDING), taken),
  });
}

/** `worker`: the person at work here. */
type Around = {
  readonly library: Library;
  readonly runDays: RunDays;
  readonly moments: LocalMoments;
  readonly worker: () => Profile | null;
};

/** What every session of a file needs from this computer. */
function sessionServices({ shell, files, later }: Parts, { runDays, moments, library, worker }: Around): SessionServices {
  const { newId, running, folders } = shell;
  const dayOf = (at: Instant): CalendarDate => moments.dayOf(at);
  const contents = new ContentStore({ files, folder: join(folders.data, 'attachments'), newId });
  const context = (): CommandContext => ({
    now: moments.now(),
    today: moments.today(),
    by: worker()?.name ?? '',
    work: { function: worker()?.function ?? '', firm: worker()?.organisation ?? '' },
    paper: { letterhead: worker()?.letterhead ?? '', logo: worker()?.logo ?? '' },
    newId,
    orderBetween,
    method: methodOf,
  });
  return {
    files,
    journalFolder: join(folders.data, 'journals'),
    backups: new BackupStore({ files, contents, newId, folder: join(folders.data, 'backups'), runDay: () => runDays.count(), dayOf }),
    contents,
    memory: new FileMemory({ files, folder: join(folders.data, 'memory'), newId }),
    unlist: (fileId) => library.forget(fileId),
    listedAs: (fileId) => library.nameOf(fileId),
    running,
    newId,
    context,
    dayOf,
    later,
  };
}
