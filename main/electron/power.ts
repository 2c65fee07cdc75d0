// Hears from the system that the user may have left the computer: it goes to sleep, or its screen is locked.
import type { PowerMonitor } from 'electron';

/** Not every system reports that its screen is locked: Linux reports sleep only. */
export function lockWhenLeft(monitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  monitor.on('suspend', lock);
  monitor.on('lock-screen', lock);
}
