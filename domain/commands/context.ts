// What a command may ask of its surroundings: time, ids, places among siblings, methods. Main provides them, tests fix them.
import type { Method } from '../method/method.ts';
import type { FieldsOf } from '../tables/tables.ts';
import type { CalendarDate, Instant } from '../units.ts';

export type CommandContext = {
  readonly now: Instant;
  readonly today: CalendarDate;
  /** Name of the person at work, for the journal and the history. */
  readonly by: string;
  /** As what they work, and for whom: so an accompaniment that they begin names them. */
  readonly work: Pick<FieldsOf<'people'>, 'function' | 'firm'>;
  /** What their documents carry at the head; `logo` may be empty. */
  readonly paper: Pick<FieldsOf<'profile'>, 'letterhead' | 'logo'>;
  readonly newId: () => string;
  /** @returns a key that sorts between the two; `null` stands for the end of the list on that side. */
  readonly orderBetween: (before: string | null, after: string | null) => string;
  readonly method: (scheme: Method['scheme']) => Method;
};
