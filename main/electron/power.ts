// Hears from the system that the user may have left the computer: it goes to sleep, its screen is locked, or another user takes it.
import type { PowerMonitor } from 'electron';

/**
 * A closed lid arrives as sleep, where the system is set to sleep for it. Not every system reports that its screen is locked: Linux reports
 * sleep only. macOS alone reports that another user takes over.
 */
export function lockWhenLeft(monitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  monitor.on('suspend', lock);
  monitor.on('lock-screen', lock);
  monitor.on('user-did-resign-active', lock);
}
