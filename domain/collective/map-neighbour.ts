// Which dot of the map an arrow key leads to.
import type { Point } from './map-layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const AHEAD: Readonly<Record<Direction, readonly [number, number]>> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

/** @returns the nearest dot in that direction, those straight ahead first; `null` if there is none. */
export function neighbourOf<D extends Point & { readonly id: string }>(
  dots: readonly D[],
  from: Point & { readonly id: string },
  direction: Direction,
): D | null {
  const [right, down] = AHEAD[direction];
  let nearest: { readonly dot: D; readonly distance: number } | null = null;
  for (const dot of dots) {
    const x = dot.x - from.x;
    const y = dot.y - from.y;
    const ahead = x * right + y * down;
    if (dot.id === from.id || ahead <= 0) continue;
    const distance = ahead + 2 * Math.abs(x * down + y * right);
    if (nearest === null || distance < nearest.distance) nearest = { dot, distance };
  }
  return nearest?.dot ?? null;
}
