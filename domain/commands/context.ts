// What a command may ask of the world: time, ids, places among siblings, methods. Main provides it, tests fix it.
import type { Method } from '../method/method.ts';
import type { CalendarDate, Instant } from '../units.ts';

export type CommandContext = {
  readonly now: Instant;
  readonly today: CalendarDate;
  /** Name of the person who works, for the journal and the history. */
  readonly by: string;
  readonly newId: () => string;
  /** @returns a key that sorts between the two; `null` stands for the end of the list on that side. */
  readonly orderBetween: (before: string | null, after: string | null) => string;
  readonly method: (scheme: Method['scheme']) => Method;
};
