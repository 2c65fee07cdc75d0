// When tests take place, separate from everything that makes commands: quick tests need no more.
import { calendarDate, instant } from '@domain/units.ts';

export const TODAY = calendarDate('2026-04-14');
export const NOW = instant('2026-04-14T12:32:07.000Z');
