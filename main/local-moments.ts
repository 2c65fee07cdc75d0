// Today and now in local time, by the shell's clock.
import type { CalendarDate, Instant } from '@domain/units.ts';
import { localDay, localTime } from './machine/moments.ts';
import type { Shell } from './shell.ts';

export class LocalMoments {
  readonly #clock: Shell['clock'];

  constructor(clock: Shell['clock']) {
    this.#clock = clock;
  }

  now(): Instant {
    return this.#clock.now();
  }

  today(): CalendarDate {
    return this.dayOf(this.now());
  }

  dayOf(at: Instant): CalendarDate {
    return localDay(at, this.#clock.offsetMinutes(at));
  }

  /** @returns date and time in a form that a file name can hold: `2026-04-14 14h32` */
  stamp(): string {
    const now = this.now();
    const local = localTime(now, this.#clock.offsetMinutes(now));
    return `${local.slice(0, 10)} ${local.slice(11, 13)}h${local.slice(14, 16)}`;
  }

  /** Whether the clock gives a moment at which somebody can be working. */
  isBelievable(): boolean {
    return this.#clock.isBelievable();
  }
}
