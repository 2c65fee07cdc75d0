// The map of circles: where dots are, and where arrow keys lead.
import { expect, it } from 'vitest';
import type { MapCircle } from '@domain/collective/circles.ts';
import { crossing, LABEL_WIDTH, overhang, overlap } from '@domain/collective/map-labels.ts';
import { boxesOf, circleAt, layOutMap, type MapArea, type MapLayout, type MapPlace } from '@domain/collective/map-layout.ts';
import { neighbourOf } from '@domain/collective/map-neighbour.ts';
import { trailTo } from '@domain/collective/map-trail.ts';
import { leastHeight, type MapPlan, planMap } from '@domain/collective/map-plan.ts';

/** The rings give way to one more structure by less than this, in pixels. */
const A_DOT = 14;
const AREA: MapArea = { width: 624, height: 560 };

/** All in the circle in which they arrived. */
function places(core: number, partners: number, network: number, name = 'Structure'): readonly MapPlace[] {
  const of = (circle: MapCircle, count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `${circle}-${index}`, name: `${name} ${index + 1}`, jobs: index * 7, circle }));
  return [...of('core', core), ...of('partners', partners), ...of('network', network)];
}

function drawn(all: readonly MapPlace[], area = AREA): MapLayout {
  return layOutMap(planOf(all), all, area);
}

function planOf(all: readonly MapPlace[], from: (place: MapPlace) => MapCircle = ({ circle }) => circle): MapPlan {
  return planMap(all.map((place) => ({ ...place, from: from(place) })));
}

function hidden({ dots }: MapLayout): number {
  const pairs = dots.flatMap((dot, index) => dots.slice(index + 1).map((other) => [dot, other] as const));
  return pairs.filter(([a, b]) => boxesOf(a).some((box) => boxesOf(b).some((other) => overlap(box, other) > 4))).length;
}

it('gives the same picture for the same collective', () => {
  expect(drawn(places(3, 3, 2))).toEqual(drawn(places(3, 3, 2)));
});

it.each([
  [1, 0, 0],
  [3, 3, 2],
  [4, 5, 5],
  [5, 12, 10],
  [8, 14, 18],
] as const)('keeps %i + %i + %i dots and names apart and inside', (core, partners, network) => {
  const all = places(core, partners, network);
  const area = { width: 700, height: Math.max(560, leastHeight(all.length)) };
  const layout = drawn(all, area);

  expect(hidden(layout)).toBe(0);
  const inside = { left: 0, top: 0, ...area };
  expect(layout.dots.flatMap(boxesOf).filter((box) => overhang(box, inside) > 0)).toEqual([]);
});

it('hides little even when forty long names crowd a small window', () => {
  const all = places(10, 15, 15, 'Association intercommunale du Val');

  expect(hidden(drawn(all, { width: 560, height: leastHeight(40) }))).toBeLessThan(8);
});

it('puts each dot between the rings of its circle', () => {
  const { dots, rings, centre } = drawn(places(4, 5, 5));
  const away = (dot: { readonly x: number; readonly y: number }) => Math.hypot(dot.x - centre.x, dot.y - centre.y);

  for (const dot of dots) {
    const inner = dot.circle === 'core' ? 0 : dot.circle === 'partners' ? rings.core : rings.partners;
    expect(away(dot)).toBeGreaterThanOrEqual(inner - 1);
    expect(away(dot)).toBeLessThanOrEqual(rings[dot.circle] + 1);
  }
});

it('puts somebody alone in the core in its middle', () => {
  const { dots, centre } = drawn(places(1, 0, 0));

  expect(dots[0]).toMatchObject(centre);
});

it('draws more jobs larger, and unknown jobs smallest', () => {
  const [small, large, unknown] = drawn([
    { id: 'a', name: 'A', jobs: 5, circle: 'core' },
    { id: 'b', name: 'B', jobs: 50, circle: 'core' },
    { id: 'c', name: 'C', jobs: null, circle: 'core' },
  ]).dots;

  expect(large!.radius).toBeGreaterThan(small!.radius);
  expect(unknown!.radius).toBeLessThan(small!.radius);
});

it('keeps the direction of a structure while it moves between circles', () => {
  const today = places(2, 2, 1);
  const plan = planOf(today);
  const before = today.map((place) => (place.id === 'partners-0' ? { ...place, circle: 'network' as const } : place));
  const angle = (layout: MapLayout) => {
    const dot = layout.dots.find(({ id }) => id === 'partners-0')!;
    return (Math.atan2(dot.y - layout.centre.y, dot.x - layout.centre.x) * 180) / Math.PI;
  };

  expect(Math.abs(angle(layOutMap(plan, before, AREA)) - angle(layOutMap(plan, today, AREA)))).toBeLessThan(20);
});

it.each([
  ['partners', 'core'],
  ['network', 'partners'],
  ['core', 'network'],
] as const)('C2 leaves the others where they are when a structure moves from %s to %s', (from, to) => {
  const before = places(3, 5, 4);
  const moves = `${from}-1`;
  const after = before.map((place) => (place.id === moves ? { ...place, circle: to } : place));
  const arrivedIn = new Map(before.map(({ id, circle }) => [id, circle]));
  const layouts = [before, after].map((all) =>
    layOutMap(
      planOf(all, ({ id }) => arrivedIn.get(id) ?? 'core'),
      all,
      AREA,
    ),
  );
  const [old, now] = layouts.map(({ dots }) => new Map(dots.map((dot) => [dot.id, dot])));

  const shifted = before
    .filter(({ id }) => id !== moves)
    .map(({ id }) => [id, Math.round(Math.hypot(old!.get(id)!.x - now!.get(id)!.x, old!.get(id)!.y - now!.get(id)!.y))] as const);
  expect(shifted.filter(([, by]) => by > A_DOT)).toEqual([]);
});

it('leaves a name two lines at most', () => {
  const [dot] = drawn([{ id: 'a', name: 'Association '.repeat(25), jobs: null, circle: 'core' }]).dots;

  expect(dot!.label).toMatchObject({ lines: 2, width: LABEL_WIDTH });
});

it('leads with an arrow to the nearest dot on that side, straight ahead first', () => {
  const dots = [
    { id: 'here', x: 0, y: 0 },
    { id: 'right', x: 60, y: 4 },
    { id: 'aside', x: 40, y: 60 },
    { id: 'below', x: 5, y: 90 },
  ];
  const here = dots[0]!;

  expect(neighbourOf(dots, here, 'right')?.id).toBe('right');
  expect(neighbourOf(dots, here, 'down')?.id).toBe('below');
  expect(neighbourOf(dots, here, 'up')).toBeNull();
});

it('dots the way from the circle that was left, up to the dot and never over its name', () => {
  const layout = drawn(places(4, 2, 0));
  const dot = layout.dots.find(({ id }) => id === 'core-2')!;
  const points = (trailTo(layout, dot, 'partners') ?? '')
    .split(/[ML]/)
    .slice(1)
    .map((pair) => pair.trim().split(' ').map(Number));

  expect(points.length).toBeGreaterThan(2);
  expect(points.every(([x, y]) => overlap({ left: x! - 0.5, top: y! - 0.5, width: 1, height: 1 }, dot.label) === 0)).toBe(true);
  expect(Math.hypot(points[0]![0]! - layout.centre.x, points[0]![1]! - layout.centre.y)).toBeGreaterThan(layout.rings.core);
  expect(trailTo(layout, dot, 'left')).toBeNull();
});

it('keeps room for the inner circles when the network is far larger than a map can carry', () => {
  const { rings } = drawn(places(6, 14, 40));

  expect(layOutMap(planOf(places(6, 14, 1980)), places(6, 14, 40), AREA).rings).toEqual(rings);
});

it('is never asked to be higher than wide', () => {
  expect(leastHeight(60, 624)).toBe(624);
  expect(leastHeight(4)).toBeLessThan(420);
});

it('C2 tells the circle of a point: the innermost that holds it, and out of the collective beyond all', () => {
  const { centre, rings } = drawn(places(3, 3, 2));
  const at = (distance: number) => circleAt({ centre, rings }, { x: centre.x, y: centre.y - distance });

  expect([
    at(0),
    at(rings.core),
    at(rings.core + 1),
    at(rings.partners),
    at(rings.partners + 1),
    at(rings.network),
    at(rings.network + 1),
  ]).toEqual(['core', 'core', 'partners', 'partners', 'network', 'network', 'left']);
});

it('lets no ring run through the name of a structure where there is room for it', () => {
  const named = (id: string, name: string, circle: MapCircle): MapPlace => ({ id, name, jobs: 20, circle });
  const { dots, rings, centre } = drawn(
    [
      named('a', 'Atelier du Pont', 'core'),
      named('b', 'Relais du Val', 'core'),
      named('c', 'La Boucle', 'partners'),
      named('d', 'Mains Libres Services', 'partners'),
      named('e', 'CRESS', 'network'),
    ],
    { width: 800, height: 800 },
  );

  const crossed = dots.filter(({ label }) => Object.values(rings).some((ring) => crossing(label, centre, ring) > 0));
  expect(crossed.map(({ name }) => name)).toEqual([]);
});

it('tells by how much a circle cuts into a box, and that one which is clear of it does not', () => {
  const box = { left: 90, top: -5, width: 40, height: 10 };

  expect(crossing(box, { x: 0, y: 0 }, 100)).toBe(10);
  expect([50, 90, 131].map((radius) => crossing(box, { x: 0, y: 0 }, radius))).toEqual([0, 0, 0]);
});

it('leads the way of a move past other structures and not over them where it can', () => {
  const layout = drawn(places(4, 2, 0));
  const dot = layout.dots.find(({ id }) => id === 'core-2')!;
  const plain = trailTo({ ...layout, dots: [dot] }, dot, 'partners')!;
  const [x, y] = plain.split(' ').slice(1, 3).map(Number);
  const inTheWay = { ...dot, id: 'other', x: x!, y: y!, label: { ...dot.label, left: x! - 20, top: y! + 10 } };

  expect(trailTo({ ...layout, dots: [dot, inTheWay] }, dot, 'partners')).not.toBe(plain);
});
