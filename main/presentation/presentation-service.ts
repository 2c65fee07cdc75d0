// Presentation mode, for the window: enter it, say what is gone from the screen, and leave it.
import type { AfterPresentation, UnnotedKey } from '@contract/presentation.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { FailureCode } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { ProfileKeeper } from '../person/profile-keeper.ts';
import type { Later } from '../project/later.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { VaultService } from '../vault/vault-service.ts';
import type { Presentation } from './presentation.ts';

export type PresentationOptions = {
  readonly presentation: Presentation;
  readonly projects: OpenProjects;
  readonly vaults: VaultService;
  readonly profile: ProfileKeeper;
  readonly later: Later;
};

type Channels = 'presentation.enter' | 'presentation.cleared' | 'presentation.sealed' | 'presentation.leave';

/** A window that does not say that it has sealed what was typed must not keep a notebook open. In milliseconds. */
const PATIENCE_MS = 5_000;
/** Reported only once the secret has proved to be the right one: the notebook stays closed, and says why when it is opened. */
const OPENED_ALL_THE_SAME: readonly FailureCode[] = ['vault-key-foreign', 'vault-key-changed', 'vault-missing'];

/**
 * If a notebook was open when the mode began, its passphrase ends it: whoever sits at the keyboard in the room gets back what its owner saw
 * only by proving to be its owner. The recovery key does as well. Somebody who has neither is not trapped: closing the file ends the need
 * for it, and what is of the vault stays sealed in that file as it always is; only the working data of the desk, which no key protects,
 * can then be seen by opening the file anew.
 */
export class PresentationService {
  readonly #options: PresentationOptions;
  #stopWaiting: () => void = () => undefined;

  constructor(options: PresentationOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, Channels> {
    return {
      'presentation.enter': ({ unnoted }) => Promise.resolve(this.#enter(unnoted)),
      'presentation.cleared': () => Promise.resolve(this.#cleared()),
      'presentation.sealed': () => Promise.resolve(this.#sealed()),
      'presentation.leave': ({ secret }) => this.#leave(secret),
    };
  }

  /** A page that has just started shows nothing private, and has nothing to seal. @returns whether it starts in the mode */
  begun(): boolean {
    const { presentation } = this.#options;
    if (!presentation.isOn) return false;
    this.#cleared();
    this.#sealed();
    return true;
  }

  #enter(unnoted: UnnotedKey | null): Result<null> {
    const { presentation, vaults, later } = this.#options;
    if (presentation.isOn) return ok(null);
    presentation.begin(vaults.unlocked(), unnoted);
    this.#stopWaiting = later(PATIENCE_MS, () => presentation.isOn && vaults.lockAll());
    return ok(null);
  }

  #cleared(): Result<null> {
    this.#options.presentation.cleared();
    return ok(null);
  }

  #sealed(): Result<null> {
    const { presentation, vaults } = this.#options;
    if (!presentation.isOn) return ok(null);
    this.#stopWaiting();
    presentation.sealed();
    vaults.lockAll();
    return ok(null);
  }

  async #leave(secret: VaultSecret | null): Promise<Result<AfterPresentation>> {
    const { presentation, vaults, projects } = this.#options;
    const held = presentation.isOn ? presentation.held.find((documentId) => projects.isOpen(documentId)) : undefined;
    if (held !== undefined) {
      if (secret === null) return refuse({ code: 'presentation-held' });
      const opened = await vaults.openAgain(held, secret);
      if (!opened.ok && !OPENED_ALL_THE_SAME.includes(opened.failure.code)) return opened;
    }
    return ok(this.#left());
  }

  #left(): AfterPresentation {
    const { presentation, vaults, projects, profile } = this.#options;
    const { unnoted } = presentation;
    this.#stopWaiting();
    presentation.end();
    const current = projects.current();
    const project = current?.ok ? current.value : null;
    return {
      project,
      profile: profile.profile,
      vault: project === null ? null : vaults.status(project.documentId),
      unnoted: unnoted?.documentId === project?.documentId ? unnoted : null,
    };
  }
}
