// Date and time fields ask the engine for the zone of this computer, and fail if it names one that it does not accept itself (Etc/Unknown).
import { ZONE } from '../state/moment.ts';

if (ZONE === undefined) nameUtc();

/** Makes the engine answer UTC instead. Dates and clock times in Tierce have no zone, so any zone will do. */
function nameUtc(): void {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  const unknown = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // eslint-disable-next-line eslint/no-extend-native -- the code that asks belongs to a library, which accepts no zone from us
  Intl.DateTimeFormat.prototype.resolvedOptions = function resolved(this: Intl.DateTimeFormat) {
    const told = resolvedOptions.call(this);
    return told.timeZone === unknown ? { ...told, timeZone: 'UTC' } : told;
  };
}
