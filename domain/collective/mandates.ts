// What each structure has agreed to, and what it has not been asked yet.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';
import { by, lastFirst } from '../ordering.ts';

export type Mandate = RecordOf<'mandates'>;
export type MandateMatter = Mandate['about'];

/** In the order in which they are requested. @source promises.md C9 */
export const MANDATE_MATTERS: readonly MandateMatter[] = ['commitment', 'board', 'council', 'team'];

/** The mandates of one structure on one matter, the latest first. */
export type MandatesOf = (organisationId: string, about: MandateMatter) => readonly Mandate[];

const NONE: readonly Mandate[] = [];

/**
 * @returns the mandates of every structure; a dated one counts as later than an undated one, and of two on one day the one entered last.
 */
export function mandatesByOrganisation({ mandates }: Pick<Accompaniment, 'mandates'>): MandatesOf {
  const groups = new Map<string, Mandate[]>();
  for (const mandate of Object.values(mandates).toReversed()) {
    const key = `${mandate.organisationId}/${mandate.about}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mandate]);
    else group.push(mandate);
  }
  const sorted = new Map([...groups].map(([key, own]) => [key, own.toSorted(latestFirst)]));
  return (organisationId, about) => sorted.get(`${organisationId}/${about}`) ?? NONE;
}

const latestFirst = lastFirst(by<Mandate>(({ on }) => on ?? ''));

/** How a mandate stands today: as noted, or overtaken by its date. */
export type Standing = Exclude<Mandate['state'], 'todo'> | 'todo' | 'late' | 'lapsed';

/** @returns how a mandate stands: one that was to be obtained before today is late, one that was agreed until before today has lapsed. */
export function standingOf({ state, on, until }: Pick<Mandate, 'state' | 'on' | 'until'>, today: CalendarDate): Standing {
  if (state === 'todo') return on !== null && on < today ? 'late' : 'todo';
  if (state === 'agreed' && until !== null && until < today) return 'lapsed';
  return state;
}

/** @returns what still has to be obtained from a structure before anything is approved in its name. */
export function openMatters(mandatesOf: MandatesOf, organisationId: string, today: CalendarDate): readonly MandateMatter[] {
  return MANDATE_MATTERS.filter((about) => {
    const [latest] = mandatesOf(organisationId, about);
    return latest === undefined || ['todo', 'late', 'lapsed'].includes(standingOf(latest, today));
  });
}
