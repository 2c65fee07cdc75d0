// The start and the end of the window.
import type { Failure } from '@domain/failures.ts';
import type { Result } from '@domain/result.ts';
import type { CalendarDate } from '@domain/units.ts';
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';
import type { Profile, Settings } from './settings.ts';

export type Start = {
  readonly version: string;
  readonly today: CalendarDate;
  /** Whether this computer's clock gives a moment at which somebody can be working; otherwise `today` is the nearest possible day. */
  readonly isClockBelievable: boolean;
  readonly settings: Settings;
  /** `null` at the first start, and if the personal file cannot be read: then `profileFailure` says why. */
  readonly profile: Profile | null;
  readonly profileFailure: Failure | null;
  readonly proposedFolder: string;
  readonly proposedName: string;
  /** A file handed over by the system or the command line, already opened or refused. */
  readonly opened: Result<OpenProject> | null;
  /** Whether presentation mode is on: a window that is loaded again comes back in it. */
  readonly isPresenting: boolean;
};

export const startChannels = {
  'app.start': channel<NoArgs, Start>(),
  /** The window has sent everything that it was asked to commit by `closing`. `unsent`: how much it holds that would be lost with it. */
  'app.settled': channel<{ readonly unsent: number }, null>(),
  'app.quit': channel<NoArgs, null>(),
};
