// The calendar asks the engine for the zone of this computer, and stops where it names one that it does not take itself (Etc/Unknown).
import { ZONE } from '../state/moment.ts';

if (ZONE === undefined) nameUtc();

/** Dates and clock times of the trade have no zone: any zone will do here. */
function nameUtc(): void {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  const unknown = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // eslint-disable-next-line eslint/no-extend-native -- what asks is a library's own code, which takes no zone from us
  Intl.DateTimeFormat.prototype.resolvedOptions = function resolved(this: Intl.DateTimeFormat) {
    const told = resolvedOptions.call(this);
    return told.timeZone === unknown ? { ...told, timeZone: 'UTC' } : told;
  };
}
