// The logos of the example: fictional marks, drawn from shapes with soft edges.
import { png } from '../../tests/support/pictures.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** How much of the shape covers a point, from 0 to 1; places in the drawing from 0 to its width and height. */
type Shape = { readonly colour: Colour; readonly cover: (x: number, y: number) => number };

const SCALE = 4;
const soft = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * SCALE));

/** A ring around a point, cut at a height so that it stands as the arch of a bridge. */
function arch(x: number, y: number, radius: number, thick: number): Shape['cover'] {
  return (px, py) => Math.min(soft(Math.abs(Math.hypot(px - x, py - y) - radius) - thick / 2), soft(py - y));
}

function block(x: number, y: number, width: number, height: number): Shape['cover'] {
  return (px, py) => soft(Math.max(Math.abs(px - x - width / 2) - width / 2, Math.abs(py - y - height / 2) - height / 2));
}

function disc(x: number, y: number, radius: number): Shape['cover'] {
  return (px, py) => soft(Math.hypot(px - x, py - y) - radius);
}

const TEAL: Colour = [31, 96, 104];
const SAND: Colour = [196, 140, 74];
const BLUE: Colour = [42, 72, 128];
const GREEN: Colour = [88, 138, 82];

/** Two arches over water: the firm of the example. */
export const FIRM_LOGO = drawn(60, 36, [
  { colour: TEAL, cover: arch(19, 26, 13, 5) },
  { colour: TEAL, cover: arch(43, 26, 11, 5) },
  { colour: SAND, cover: block(2, 29, 56, 3) },
]);
/** Three discs that touch on a bar: who funds in the example. */
export const FUNDER_LOGO = drawn(60, 36, [
  { colour: BLUE, cover: disc(14, 14, 9) },
  { colour: GREEN, cover: disc(31, 14, 7) },
  { colour: SAND, cover: disc(45, 14, 6) },
  { colour: BLUE, cover: block(5, 28, 47, 3) },
]);

/** @returns a PNG in Base64 */
function drawn(width: number, height: number, shapes: readonly Shape[]): string {
  const pixelAt = (x: number, y: number): readonly number[] => pixelOf(shapes, x / SCALE, y / SCALE);
  return png({ width: width * SCALE, height: height * SCALE, pixelAt }).toString('base64');
}

function pixelOf(shapes: readonly Shape[], x: number, y: number): readonly number[] {
  const covering = shapes.map(({ colour, cover }) => ({ colour, by: cover(x, y) })).toSorted((one, other) => other.by - one.by)[0];
  return covering === undefined ? [0, 0, 0, 0] : [...covering.colour, Math.round(covering.by * 255)];
}
