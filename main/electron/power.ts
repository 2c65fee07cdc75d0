// Hears from the system that nobody may be at the computer any more: it goes to sleep, or its screen is locked.
import type { PowerMonitor } from 'electron';

/** Not every system tells of its locked screen: on Linux only sleep is heard. */
export function lockWhenLeft(monitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  monitor.on('suspend', lock);
  monitor.on('lock-screen', lock);
}
