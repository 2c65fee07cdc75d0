// The dotted line from the circle that a structure left to where it is now.
import type { Circle, MapCircle } from './circles.ts';
import { type MapDot, type MapLayout, type Point, pointIn } from './map-layout.ts';
import { by } from '../ordering.ts';

/** A small turn aside, so that the line bends instead of running through the middle. */
const TURN = 13;
const REACH = 0.8;
/** Gap between the end of the line and the ring of the chosen dot, in pixels. */
const GAP = 11;

/** @returns an SVG path, on the side that passes fewer other structures, or `null` for a structure that comes back from outside. */
export function trailTo(layout: MapLayout, dot: MapDot, from: Circle): string | null {
  if (from === 'left' || from === dot.circle) return null;
  const others = layout.dots.filter(({ id }) => id !== dot.id);
  const met = (trail: readonly Point[]): number => trail.filter((point) => others.some((other) => isCovered(point, other))).length;
  const [points = []] = [TURN, -TURN].map((turn) => trailFrom(layout, dot, from, turn)).toSorted(by(met, (trail) => -trail.length));
  return points.length < 2 ? null : `M ${points.map(({ x, y }) => `${figure(x)} ${figure(y)}`).join(' L ')}`;
}

/** @param turn by how many degrees it begins beside the direction of the dot */
function trailFrom(layout: MapLayout, dot: MapDot, from: MapCircle, turn: number): readonly Point[] {
  const angle = (Math.atan2(dot.y - layout.centre.y, dot.x - layout.centre.x) * 180) / Math.PI;
  const start = pointIn(layout, from, { angle: angle - turn, reach: REACH });
  const side = Math.sign(turn) * BEND;
  const bend = { x: (start.x + dot.x) / 2 + (start.y - dot.y) * side, y: (start.y + dot.y) / 2 - (start.x - dot.x) * side };
  const points: Point[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const point = onCurve(start, bend, dot, step / STEPS);
    if (isCovered(point, dot)) break;
    points.push(point);
  }
  return points;
}

/** How far aside the line bends, as a share of its length. */
const BEND = 0.14;
const STEPS = 40;

function onCurve(start: Point, bend: Point, end: Point, share: number): Point {
  const mix = (a: number, b: number, c: number): number => (1 - share) ** 2 * a + 2 * (1 - share) * share * b + share ** 2 * c;
  return { x: mix(start.x, bend.x, end.x), y: mix(start.y, bend.y, end.y) };
}

/** The line stops before the dot and before the name under it. */
function isCovered({ x, y }: Point, { label, radius, ...dot }: MapDot): boolean {
  const isInName = x > label.left && x < label.left + label.width && y > label.top && y < label.top + label.height + 3;
  return isInName || Math.hypot(x - dot.x, y - dot.y) < radius + GAP;
}

function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
