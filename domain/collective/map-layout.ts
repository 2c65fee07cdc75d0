// Where the dots are on the map of circles: always the same for the same collective, and apart from one another as far as space allows.
import { type Circle, MAP_CIRCLES, type MapCircle } from './circles.ts';
import {
  type Box,
  crossing,
  isCrowded,
  type LabelBox,
  type LabelSize,
  labelPlaces,
  labelSize,
  labelUnder,
  overhang,
  overlap,
} from './map-labels.ts';
import type { MapPlan } from './map-plan.ts';
import { by } from '../ordering.ts';

/** A structure as the map needs it. */
export type MapPlace = { readonly id: string; readonly name: string; readonly jobs: number | null; readonly circle: MapCircle };
/** The space for the map, in pixels. */
export type MapArea = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };
export type MapDot = MapPlace & Point & { readonly radius: number; readonly label: LabelBox };
export type Rings = Readonly<Record<MapCircle, number>>;
export type MapLayout = { readonly centre: Point; readonly rings: Rings; readonly dots: readonly MapDot[] };

/** @returns the rings, and a dot for each structure, the inner circles first. All lengths in pixels. */
export function layOutMap(plan: MapPlan, places: readonly MapPlace[], area: MapArea): MapLayout {
  const centre = { x: area.width / 2, y: area.height / 2 };
  const rings = ringsOf(plan, area);
  const most = Math.max(1, ...places.map(({ jobs }) => jobs ?? 0));
  const ground: Ground = { plan, rings, centre, area, fixed: MAP_CIRCLES.map((circle) => ringTitle(centre, rings[circle])) };
  const ordered = MAP_CIRCLES.flatMap((circle) => places.filter((place) => place.circle === circle));
  const crowded = isCrowded(
    places.map(({ name }) => name),
    Math.PI * rings.network ** 2,
  );
  // Who has moved finds a place beside those who were there, and not the other way round.
  const hasMoved = ({ id, circle }: MapPlace): number => Number((plan.arrivals.get(id) ?? circle) !== circle);
  let dots: readonly MapDot[] = [];
  for (const place of ordered.toSorted(by(hasMoved)))
    dots = [...dots, placed(ground, { ...place, radius: dotRadius(place.jobs, most), label: labelSize(place.name, crowded) }, dots)];
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const dot of dots) dots = dots.map((one) => (one === dot ? placed(ground, dot, without(dots, dot)) : one));
  for (const dot of dots) dots = dots.map((one) => (one === dot ? named(ground, dot, without(dots, dot)) : one));
  return { centre, rings, dots: dots.toSorted(by(({ id }) => ordered.findIndex((place) => place.id === id))) };
}

/** @returns a point of a circle: `angle` in degrees from the right, clockwise; `reach` is how far out between its two rings (0 to 1). */
export function pointIn(
  { centre, rings }: Pick<MapLayout, 'centre' | 'rings'>,
  circle: MapCircle,
  at: { readonly angle: number; readonly reach: number },
): Point {
  const inner = circle === 'core' ? 0 : circle === 'partners' ? rings.core : rings.partners;
  const distance = inner + (rings[circle] - inner) * at.reach;
  const radians = (at.angle * Math.PI) / 180;
  return { x: round(centre.x + distance * Math.cos(radians)), y: round(centre.y + distance * Math.sin(radians)) };
}

/** @returns the innermost circle in which a point is; outside of all it is out of the collective */
export function circleAt({ centre, rings }: Pick<MapLayout, 'centre' | 'rings'>, { x, y }: Point): Circle {
  const distance = Math.hypot(x - centre.x, y - centre.y);
  return MAP_CIRCLES.find((circle) => distance <= rings[circle]) ?? 'left';
}

type Sized = MapPlace & { readonly radius: number; readonly label: LabelSize };
type Ground = {
  readonly plan: MapPlan;
  readonly rings: Rings;
  readonly centre: Point;
  readonly area: MapArea;
  readonly fixed: readonly Box[];
};

/** How often each dot is placed again once all the others are in place. */
const SWEEPS = 2;
const SMALLEST_DOT = 7;
const LARGEST_DOT = 14;
/** Margin at the edge, in pixels. */
const EDGE = 6;
/** How far out a dot is tried in its circle, the best position first. */
const REACHES: Readonly<Record<MapCircle, readonly number[]>> = {
  core: [0.56, 0.7, 0.42, 0.82, 0.25, 0],
  partners: [0.62, 0.75, 0.48, 0.88, 0.34, 0.2],
  network: [0.8, 0.92, 0.66, 0.52, 0.38, 0.24],
};
const TURN_STEP = 6;
/**
 * What a position costs: per degree and per full width of the circle away from the best one, per square pixel hidden, per pixel outside.
 */
const COST = { degree: 1.2, reach: 60, hidden: 2, outside: 40, crossed: 8, aside: 0.5, above: 12 };

function placed(ground: Ground, place: Sized, others: readonly MapDot[]): MapDot {
  const taken = [...ground.fixed, ...others.flatMap(boxesOf)];
  const home = ground.plan.angles.get(place.id) ?? 0;
  const [best, ...reaches] = reachesFor(ground, place);
  let choice = dotAt(ground, place, { angle: home, reach: best });
  let least = hiddenBy(choice, taken, ground.area);
  for (const reach of [best, ...reaches]) {
    for (const turn of TURNS) {
      const cost = Math.abs(turn) * COST.degree + Math.abs(reach - best) * COST.reach;
      if (cost >= least) continue;
      const dot = dotAt(ground, place, { angle: home + turn, reach });
      const whole = cost + hiddenBy(dot, taken, ground.area);
      if (whole < least) [choice, least] = [dot, whole];
    }
  }
  return choice;
}

/**
 * A ring that runs through a name makes it hard to read: the name is moved aside, or above its dot. The dot stays, so that a move that
 * shifts the rings a little shifts no dot.
 */
function named(ground: Ground, dot: MapDot, others: readonly MapDot[]): MapDot {
  const taken = [...ground.fixed, ...others.flatMap(boxesOf)];
  let [choice, least] = [dot, Infinity];
  for (const { aside, label } of labelPlaces(dot, dot.label)) {
    const one = { ...dot, label };
    const cost = aside * COST.aside + Number(label.isAbove) * COST.above + crossedBy(ground, one);
    if (cost >= least) continue;
    const whole = cost + hiddenBy(one, taken, ground.area);
    if (whole < least) [choice, least] = [one, whole];
  }
  return choice;
}

/** From the nearest turn to the farthest, both ways. */
const TURNS: readonly number[] = Array.from({ length: 180 / TURN_STEP }, (_, step) => (step + 1) * TURN_STEP).reduce<readonly number[]>(
  (all, turn) => [...all, turn, -turn],
  [0],
);

/** A structure alone in the core is placed in the middle. */
function reachesFor({ plan }: Ground, { circle }: Sized): readonly [number, ...number[]] {
  const [first = 0, ...rest] = REACHES[circle];
  return circle === 'core' && plan.counts.core === 1 ? [0, first, ...rest] : [first, ...rest];
}

function dotAt(ground: Ground, place: Sized, at: { readonly angle: number; readonly reach: number }): MapDot {
  const point = pointIn(ground, place.circle, at);
  return { ...place, ...point, label: labelUnder({ ...point, radius: place.radius }, place.label) };
}

/** The cost of what would be drawn over something else, or outside. */
function hiddenBy(dot: MapDot, taken: readonly Box[], area: MapArea): number {
  const own = boxesOf(dot);
  const hidden = own.reduce((sum, box) => taken.reduce((inner, other) => inner + overlap(box, other), sum), 0);
  const inside = { left: EDGE, top: EDGE, width: area.width - 2 * EDGE, height: area.height - 2 * EDGE };
  return hidden * COST.hidden + own.reduce((sum, box) => sum + overhang(box, inside), 0) * COST.outside;
}

/** The cost of the rings that run through a name. */
function crossedBy({ rings, centre }: Ground, { label }: MapDot): number {
  return MAP_CIRCLES.reduce((sum, circle) => sum + crossing(label, centre, rings[circle]), 0) * COST.crossed;
}

/** @returns what a dot covers: itself with the ring that it has when chosen, and its name. */
export function boxesOf({ x, y, radius, label }: Pick<MapDot, 'x' | 'y' | 'radius' | 'label'>): readonly Box[] {
  const reach = radius + 4;
  return [{ left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach }, label];
}

function ringsOf({ counts }: MapPlan, { width, height }: MapArea): Rings {
  const outer = Math.max(60, Math.min(width, height) / 2 - EDGE);
  const all = counts.core + counts.partners + counts.network;
  // Shares of the area: those of a small collective, shifted towards where most structures are.
  const core = (4 + counts.core) / (30 + all);
  const partners = (10.7 + counts.partners) / (30 + all);
  return { core: round(outer * Math.sqrt(core)), partners: round(outer * Math.sqrt(core + partners)), network: round(outer) };
}

/** The name of a circle is at its top, inside. */
function ringTitle(centre: Point, radius: number): Box {
  return { left: centre.x - 62, top: centre.y - radius + 3, width: 124, height: 18 };
}

/** The area of a dot grows with the number of jobs; the smallest dot if it is unknown. */
function dotRadius(jobs: number | null, most: number): number {
  return round(SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt((jobs ?? 0) / most));
}

function without(dots: readonly MapDot[], dot: MapDot): readonly MapDot[] {
  return dots.filter((one) => one.id !== dot.id);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
