// Who works here, from the personal file in the library folder: read at the start, kept when it is changed.
import { basename } from 'node:path';
import type { Profile } from '@contract/settings.ts';
import type { Failure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import { isGone } from '../machine/absent-file.ts';
import type { SessionServices } from '../project/session-services.ts';
import { readProfile, saveProfile } from './personal-file.ts';

export type ProfileOptions = {
  readonly services: SessionServices;
  /** The library folder, as it is by now. */
  readonly folder: () => string;
  /** Whether the user has chosen it, and has thus begun before. */
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

  /** Where a folder that was chosen is not there, a stick is missing, and this is no first start. */
  async read(): Promise<void> {
    const folder = this.#options.folder();
    const { files } = this.#options.services;
    const read = await readProfile(files, folder);
    const isMissing = read.ok && read.value === null && this.#options.isFolderChosen() && (await isGone(files, folder));
    this.#know(isMissing ? refuse({ code: 'file-not-found', name: basename(folder) }) : read);
  }

  /** What was out of reach may be there again. */
  async readAgain(): Promise<void> {
    if (this.#failure !== null) await this.read();
  }

  /** Refused as `saveProfile` is. */
  async save(profile: Profile): Promise<Result<Profile>> {
    const saved = await saveProfile(this.#options.services, this.#options.folder(), profile);
    if (saved.ok) this.#know(saved);
    return saved;
  }

  /** Who is working goes along into another library folder, unless somebody is there already; a folder that refuses says so at the first file. */
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
