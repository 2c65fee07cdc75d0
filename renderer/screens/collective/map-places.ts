// The structures of the collective as the map needs them.
import { arrivalCircle, circleOn, lastingCircle, MAP_CIRCLES } from '@domain/collective/circles.ts';
import type { LabelBox } from '@domain/collective/map-labels.ts';
import type { MapPlace } from '@domain/collective/map-layout.ts';
import { planMap, type MapPlan } from '@domain/collective/map-plan.ts';
import type { CalendarDate } from '@domain/units.ts';
import { type CollectiveView, shortNameOf } from './collective-view.ts';

type Placed = Pick<CollectiveView, 'organisations' | 'movesOf'>;

/** @returns inner circles first, so that they are the ones drawn when there are too many structures for the map */
export function placesOn({ organisations, movesOf }: Placed, day: CalendarDate): readonly MapPlace[] {
  const placed = organisations.flatMap((organisation): readonly MapPlace[] => {
    const circle = circleOn(movesOf(organisation.id), day);
    if (circle === null || circle === 'left') return [];
    return [{ id: organisation.id, name: shortNameOf(organisation), jobs: organisation.jobs, circle }];
  });
  return MAP_CIRCLES.flatMap((circle) => placed.filter((place) => place.circle === circle));
}

/** @returns the plan in which each structure keeps its direction, whatever the day */
export function planOf({ organisations, movesOf }: Placed): MapPlan {
  return planMap(
    organisations.flatMap(({ id }) => {
      const circle = lastingCircle(movesOf(id));
      return circle === null ? [] : [{ id, circle, from: arrivalCircle(movesOf(id)) ?? circle }];
    }),
  );
}

/** @returns the classes of what holds a name: its lines, and on which side of its dot it is */
export function labelClass({ lines, isAbove }: LabelBox): string {
  return `map-dot-${lines === 2 ? 'two-lines' : 'one-line'} map-dot-${isAbove ? 'above' : 'under'}`;
}
