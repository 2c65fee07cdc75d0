// The person proposed when a step is ticked or a gate is passed.
import type { Accompaniment } from '@domain/document.ts';

/** @returns the id of the first accompanist; `null` when none is noted */
export function accompanistOf({ people }: Pick<Accompaniment, 'people'>): string | null {
  return Object.values(people).find((person) => person.role === 'accompanist')?.id ?? null;
}
