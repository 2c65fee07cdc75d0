// The start and the end of a window: what it is given at the start, which settings are stored, and how it is left.
import type { OpenProject } from '@contract/project.ts';
import type { Profile, Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { AttachmentService } from './attachments/attachment-service.ts';
import type { RunDays } from './backups/run-days.ts';
import type { Handlers } from './contract/dispatch.ts';
import type { LibraryTime } from './library/library-time.ts';
import { isSoundPicture } from './logos/png.ts';
import type { LocalMoments } from './local-moments.ts';
import type { ProfileKeeper } from './person/profile-keeper.ts';
import type { OpenProjects } from './project/open-projects.ts';
import type { OpeningService } from './opening-service.ts';
import type { SettingsKeeper } from './settings.ts';
import type { Shell } from './shell.ts';
import type { PresentationService } from './presentation/presentation-service.ts';
import type { VaultService } from './vault/vault-service.ts';

export type StartServiceOptions = {
  readonly shell: Shell;
  readonly moments: LocalMoments;
  readonly settings: SettingsKeeper;
  readonly profile: ProfileKeeper;
  readonly folder: () => string;
  readonly runDays: RunDays;
  readonly opening: OpeningService;
  readonly projects: OpenProjects;
  readonly time: LibraryTime;
  readonly vaults: VaultService;
  readonly attachments: AttachmentService;
  readonly presentation: PresentationService;
};

export class StartService {
  readonly #options: StartServiceOptions;
  #handedOver: Result<OpenProject> | null = null;
  #hasStarted = false;

  constructor(options: StartServiceOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'app.start' | 'app.settled' | 'app.quit' | 'settings.save' | 'profile.save'> {
    return {
      'app.start': () => this.#start(),
      'app.settled': () => Promise.resolve(ok(null)),
      'app.quit': () => this.#quit(),
      'settings.save': ({ settings }) => this.#keepSettings(settings),
      'profile.save': ({ profile }) => this.#keepProfile(profile),
    };
  }

  get settings(): Settings {
    const { locale, theme, hidesFirstSteps, locksAfter } = this.#options.settings.current;
    return { locale, theme, hidesFirstSteps, locksAfter };
  }

  /**
   * Opens a file that the system or the command line hands over. Until the window asks, it is part of the start; after that the window is
   * notified.
   */
  async openPath(path: string): Promise<void> {
    const opened = await this.#options.opening.open(path);
    if (this.#hasStarted) this.#options.shell.send('opened', opened);
    else this.#handedOver = opened;
  }

  /** Saves and closes everything, once time that is being added has arrived. @returns why something could not be written */
  async finish(evenUnsaved: boolean): Promise<Result<null>> {
    const { time, projects } = this.#options;
    const closed = await time.between(() => projects.closeAll(evenUnsaved));
    if (closed.ok) await this.sweep();
    return closed;
  }

  /** Removes the copies of attachments that were made for opening: they must not outlive the application. */
  sweep(): Promise<void> {
    return this.#options.attachments.sweep();
  }

  async #start(): Promise<Result<Start>> {
    const { shell, moments, profile, folder, projects, runDays, vaults, presentation } = this.#options;
    await runDays.count();
    const opened = this.#handedOver ?? projects.current(); // a page that is reloaded finds its file again
    this.#hasStarted = true;
    this.#handedOver = null;
    vaults.lockAll(); // a page that has just started has opened no vault
    return ok({
      version: shell.version,
      today: moments.today(),
      isClockBelievable: moments.isBelievable(),
      settings: this.settings,
      profile: profile.profile,
      profileFailure: profile.failure,
      proposedFolder: folder(),
      proposedName: shell.userName,
      opened,
      isPresenting: presentation.begun(),
    });
  }

  async #quit(): Promise<Result<null>> {
    const closed = await this.finish(false);
    if (closed.ok) this.#options.shell.quit();
    return closed;
  }

  async #keepSettings(settings: Settings): Promise<Result<Settings>> {
    const kept = await this.#options.settings.keep(settings);
    return kept.ok ? ok(this.settings) : kept;
  }

  #keepProfile(profile: Profile): Promise<Result<Profile>> {
    if (profile.logo !== '' && !isSoundPicture(profile.logo))
      return Promise.resolve(refuse({ code: 'record-invalid', table: 'profile', field: 'logo' }));
    return this.#options.time.between(() => this.#options.profile.save(profile));
  }
}
