// The user's settings and profile.
import type { LockMinutes } from '@domain/lock-delay.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { channel } from './channel.ts';

export type Locale = 'fr' | 'en';

export type Theme = 'system' | 'light' | 'dark';

export type Scheme = RecordOf<'mission'>['scheme'];

/**
 * Of this computer. `hidesFirstSteps`: the user has closed the first steps on Home for good. `locksAfter`: after how many minutes without
 * an act a notebook locks itself.
 */
export type Settings = {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly hidesFirstSteps: boolean;
  readonly locksAfter: LockMinutes;
};

/** The accompanist as stored in their personal file. */
export type Profile = Omit<RecordOf<'profile'>, 'id'>;

export const settingsChannels = {
  'settings.save': channel<{ readonly settings: Settings }, Settings>(),
  /** Creates the personal file in the library folder, or changes it. */
  'profile.save': channel<{ readonly profile: Profile }, Profile>(),
};
