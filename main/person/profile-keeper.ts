// The person who works here, from the personal file in the library folder: read at the start, stored when it is changed.
import { basename } from 'node:path';
import type { Profile } from '@contract/settings.ts';
import type { Failure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import { isGone } from '../machine/absent-file.ts';
import type { SessionServices } from '../project/session-services.ts';
import { readProfile, saveProfile } from './personal-file.ts';

export type ProfileOptions = {
  readonly services: SessionServices;
  /** The current library folder. */
  readonly folder: () => string;
  /** Whether the user has chosen it, and so has used Tierce before. */
  readonly isFolderChosen: () => boolean;
};

export class ProfileKeeper {
  readonly #options: ProfileOptions;
  #profile: Profile | null = null;
  #failure: Failure | null = null;

  constructor(options: ProfileOptions) {
    this.#options = options;
  }

  /** `null` until there is one. */
  get profile(): Profile | null {
    return this.#profile;
  }

  /** Why the personal file cannot be read, `null` where it can. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** If a folder that the user chose is missing, a stick is not plugged in; this is not a first start. */
  async read(): Promise<void> {
    const folder = this.#options.folder();
    const { files } = this.#options.services;
    const read = await readProfile(files, folder);
    const isMissing = read.ok && read.value === null && this.#options.isFolderChosen() && (await isGone(files, folder));
    this.#know(isMissing ? refuse({ code: 'file-not-found', name: basename(folder) }) : read);
  }

  /** Tries again: what was out of reach may be back. */
  async readAgain(): Promise<void> {
    if (this.#failure !== null) await this.read();
  }

  /** Fails as `saveProfile` does. */
  async save(profile: Profile): Promise<Result<Profile>> {
    const saved = await saveProfile(this.#options.services, this.#options.folder(), profile);
    if (saved.ok) this.#know(saved);
    return saved;
  }

  /**
   * Copies the profile into another library folder, unless that has one already; a folder that cannot be written to reports so with its
   * first file.
   */
  async goAlong(): Promise<void> {
    const { services } = this.#options;
    const folder = this.#options.folder();
    const found = await readProfile(services.files, folder);
    this.#know(found);
    if (found.ok && found.value === null && this.#profile !== null) await saveProfile(services, folder, this.#profile);
  }

  #know(read: Result<Profile | null>): void {
    if (read.ok) this.#profile = read.value ?? this.#profile;
    this.#failure = read.ok ? null : read.failure;
  }
}
