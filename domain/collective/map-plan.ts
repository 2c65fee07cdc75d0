// What stays in place on the map, during a replay and when a structure moves: the direction of each, and how much space each circle gets.
import { MAP_CIRCLES, type MapCircle } from './circles.ts';

/** A structure in the circle in which it is drawn when time does not matter; `from` is the one in which it arrived. */
export type Planned = { readonly id: string; readonly circle: MapCircle; readonly from: MapCircle };
export type MapPlan = {
  readonly angles: ReadonlyMap<string, number>;
  readonly counts: Readonly<Record<MapCircle, number>>;
  /** In which circle each arrived. */
  readonly arrivals: ReadonlyMap<string, MapCircle>;
};

/** Direction of the first structure of each circle, in degrees from the right, clockwise: away from the names of the circles at the top. */
const FIRST_ANGLES: Readonly<Record<MapCircle, number>> = { core: -62, partners: -38, network: -24 };

/**
 * @returns the plan: those that arrived in one circle are spread evenly around it, and keep their direction wherever they move, so that
 * a move leaves all others where they were. Only the structures that a map can show count.
 */
export function planMap(structures: readonly Planned[]): MapPlan {
  const drawn = MAP_CIRCLES.flatMap((circle) => structures.filter((one) => one.circle === circle)).slice(0, MOST_DOTS);
  const angles = MAP_CIRCLES.flatMap((circle) => {
    const arrived = structures.filter((one) => one.from === circle && drawn.includes(one));
    return arrived.map(({ id }, position) => [id, angleAt(circle, position / arrived.length)] as const);
  });
  const inCircle = (circle: MapCircle): number => drawn.filter((one) => one.circle === circle).length;
  return {
    angles: new Map(angles),
    counts: { core: inCircle('core'), partners: inCircle('partners'), network: inCircle('network') },
    arrivals: new Map(structures.map(({ id, from }) => [id, from])),
  };
}

function angleAt(circle: MapCircle, share: number): number {
  return FIRST_ANGLES[circle] + share * 360;
}

/**
 * @returns the least height of the map for so many dots, in pixels: each needs about the space of its name, and a circle is not higher
 * than wide.
 */
export function leastHeight(count: number, width = Infinity): number {
  return Math.round(Math.max(LEAST_HEIGHT, Math.min(width, ROOM_PER_DOT * Math.sqrt(count))));
}

const LEAST_HEIGHT = 396;
const ROOM_PER_DOT = 108;

/** Dots beyond this number are not drawn; the list shows all structures. */
export const MOST_DOTS = 60;
