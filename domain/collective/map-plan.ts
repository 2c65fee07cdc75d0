// What stays in place on the map during a replay: the direction of each structure, and how much space each circle gets.
import { MAP_CIRCLES, type MapCircle } from './circles.ts';

export type Planned = { readonly id: string; readonly circle: MapCircle };
export type MapPlan = { readonly angles: ReadonlyMap<string, number>; readonly counts: Readonly<Record<MapCircle, number>> };

/** Direction of the first structure of each circle, in degrees from the right, clockwise: away from the names of the circles at the top. */
const FIRST_ANGLES: Readonly<Record<MapCircle, number>> = { core: -62, partners: -38, network: -24 };

/**
 * @returns the plan for structures in their lasting circle: those of one circle are spread evenly around it. Only the structures that a
 * map can show count.
 */
export function planMap(structures: readonly Planned[]): MapPlan {
  const drawn = MAP_CIRCLES.flatMap((circle) => structures.filter((one) => one.circle === circle)).slice(0, MOST_DOTS);
  const byCircle = MAP_CIRCLES.map((circle) => drawn.filter((one) => one.circle === circle));
  const [core = [], partners = [], network = []] = byCircle;
  const angles = byCircle.flatMap((own, index) =>
    own.map(({ id }, position) => [id, angleAt(MAP_CIRCLES[index] ?? 'core', position / own.length)] as const),
  );
  return { angles: new Map(angles), counts: { core: core.length, partners: partners.length, network: network.length } };
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
