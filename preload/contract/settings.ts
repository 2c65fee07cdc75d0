// The user's settings and profile.
import type { RecordOf } from '@domain/tables/tables.ts';
import { channel } from './channel.ts';

export type Locale = 'fr' | 'en';

export type Theme = 'system' | 'light' | 'dark';

export type Scheme = RecordOf<'mission'>['scheme'];

/** `hidesFirstSteps`: the user has closed the first steps on Home for good. */
export type Settings = { readonly locale: Locale; readonly theme: Theme; readonly hidesFirstSteps: boolean };

/** The accompanist as stored in their personal file. */
export type Profile = Omit<RecordOf<'profile'>, 'id'>;

export const settingsChannels = {
  'settings.save': channel<{ readonly settings: Settings }, Settings>(),
  /** Creates the personal file in the library folder, or changes it. */
  'profile.save': channel<{ readonly profile: Profile }, Profile>(),
};
