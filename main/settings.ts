// Settings of this computer: language, theme, library folder, what is no longer shown. They contain nothing from any accompaniment.
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '@contract/settings.ts';
import type { FileFailure } from '@domain/failures.ts';
import { LOCK_MINUTES } from '@domain/lock-delay.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { firstLocale } from '@domain/text/locale.ts';
import { diskFailure, errnoOf, orThrow } from './files/disk-failure.ts';
import type { FileSystem } from './files/file-system.ts';
import { readSmallFile } from './files/read-small-file.ts';
import { putAside, replaceFile } from './files/replace-file.ts';
import { Turns } from './project/turns.ts';

export type StoredSettings = Settings & { readonly libraryFolder: string | null };
export type SettingsPlace = { readonly files: FileSystem; readonly folder: string; readonly newId: () => string };
/** `isWhole`: rewriting the settings would lose nothing. */
type Standing = { readonly settings: StoredSettings | null; readonly isWhole: boolean };

const folder = z.string().refine((path) => isAbsolute(path) && !path.includes('\0'));
const fields = {
  locale: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  libraryFolder: folder.nullable(),
  hidesFirstSteps: z.boolean().default(false), // an earlier Tierce did not store it
  locksAfter: z.literal(LOCK_MINUTES).default(10), // nor this
};
const strict = z.strictObject(fields);
/** A newer Tierce may store more. */
const known = z.object(fields);
const FILE_NAME = 'settings.json';
const FIRST = { theme: 'system', libraryFolder: null, hidesFirstSteps: false, locksAfter: 10 } as const;

export class SettingsKeeper {
  readonly #place: SettingsPlace;
  readonly #turns = new Turns();
  #current: StoredSettings;

  constructor(place: SettingsPlace, current: StoredSettings) {
    this.#place = place;
    this.#current = current;
  }

  get current(): StoredSettings {
    return this.#current;
  }

  /**
   * Changes some of them, one change at a time. Content that was not understood is set aside.
   * @returns all of them once they are stored; or a disk-* or file-* failure, after which the previous ones apply
   */
  keep(change: Partial<StoredSettings>): Promise<Result<StoredSettings, FileFailure>> {
    return this.#turns.take(async () => {
      const written = await this.#write(change);
      if (!written.ok) return written;
      this.#current = { ...this.#current, ...change };
      return ok(this.#current);
    });
  }

  async #write(change: Partial<StoredSettings>): Promise<Result<string, FileFailure>> {
    const { files, folder: place, newId } = this.#place;
    const path = join(place, FILE_NAME);
    try {
      await files.mkdir(place, { recursive: true });
      const { settings, isWhole } = await standingAt(files, path);
      if (!isWhole) await putAside(files, path, `settings-set-aside~${newId()}.json`);
      const kept = { ...(settings ?? this.#current), ...change }; // keeps what another window of this computer has stored meanwhile
      return await replaceFile(files, { path, parts: [Buffer.from(`${JSON.stringify(kept, null, 2)}\n`, 'utf8')], nonce: newId() });
    } catch (error) {
      return refuse(diskFailure(orThrow(error), FILE_NAME));
    }
  }
}

/** @returns the settings; the defaults where there are none yet or they cannot be understood. */
export async function openSettings(place: SettingsPlace, systemLocale: string): Promise<SettingsKeeper> {
  const { settings } = await standingAt(place.files, join(place.folder, FILE_NAME));
  return new SettingsKeeper(place, settings ?? { locale: firstLocale(systemLocale), ...FIRST });
}

async function standingAt(files: FileSystem, path: string): Promise<Standing> {
  try {
    const read = await readSmallFile(files, path);
    if (read === 'none') return { settings: null, isWhole: true };
    return typeof read === 'string' ? NOT_OURS : settingsIn(read.text);
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return NOT_OURS; // not readable by us, or not JSON
  }
}

const NOT_OURS: Standing = { settings: null, isWhole: false };

function settingsIn(text: string): Standing {
  const data: unknown = JSON.parse(text);
  const read = known.safeParse(data);
  return { settings: read.success ? read.data : null, isWhole: strict.safeParse(data).success };
}
