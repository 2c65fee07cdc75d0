// Home: listing and choosing the library folder, and adding time to one of its files.
import { basename } from 'node:path';
import type { Library as Listed } from '@contract/library.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { ProfileKeeper } from '../person/profile-keeper.ts';
import type { SettingsKeeper } from '../settings.ts';
import type { Dialogs } from '../shell.ts';
import type { Library } from './library.ts';
import type { LibraryTime } from './library-time.ts';

export type LibraryServiceOptions = {
  readonly library: Library;
  readonly time: LibraryTime;
  readonly settings: SettingsKeeper;
  readonly profile: ProfileKeeper;
  readonly dialogs: Dialogs;
  readonly folder: () => string;
  readonly today: () => CalendarDate;
  /** Ids of explored examples of which something is still here. */
  readonly explored: () => Promise<readonly string[]>;
};

export class LibraryService {
  readonly #options: LibraryServiceOptions;

  constructor(options: LibraryServiceOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'library.list' | 'library.choose' | 'library.timeChoices' | 'library.addTime'> {
    const { time } = this.#options;
    return {
      'library.list': () => this.#list(),
      'library.choose': () => this.#choose(),
      'library.timeChoices': ({ entryId }) => this.atEntry(entryId, (path) => time.choices(path)),
      'library.addTime': ({ entryId, commandId, time: entered }) => this.atEntry(entryId, (path) => time.add(path, commandId, entered)),
    };
  }

  /** Does something with the file of a row. Refused as token-unknown if no row has that id. */
  atEntry<T>(entryId: string, act: (path: string) => Promise<Result<T>>): Promise<Result<T>> {
    const path = this.#options.library.pathOf(entryId);
    return path === null ? Promise.resolve(refuse({ code: 'token-unknown' })) : act(path);
  }

  async #list(): Promise<Result<Listed>> {
    const { library, profile, today, explored } = this.#options;
    const folder = this.#options.folder();
    await profile.readAgain();
    const listed = await library.list(folder, today());
    if (!listed.ok) return listed;
    const isExampleExplored = (await explored()).length > 0;
    return ok({ folderName: basename(folder), folderPath: folder, isExampleExplored, ...listed.value });
  }

  async #choose(): Promise<Result<Listed>> {
    const { settings, profile, dialogs } = this.#options;
    const title = catalogueOf(settings.current.locale).home.libraryTitle;
    const libraryFolder = await dialogs.chooseFolder({ title, folder: this.#options.folder() });
    if (libraryFolder === null) return refuse({ code: 'cancelled' });
    const kept = await settings.keep({ libraryFolder });
    if (!kept.ok) return kept;
    await profile.goAlong();
    return this.#list();
  }
}
