// How much space names take on the map, and how far two things overlap.

/** A rectangle, in pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type LabelBox = Box & { readonly lines: 1 | 2; readonly isAbove: boolean };

/** Widest line of a name; a name that does not fit in two lines is cut with an ellipsis. */
export const LABEL_WIDTH = 126;
/** Widest name on a crowded map, on one line. */
const CROWDED_WIDTH = 100;
/** Mean width of a letter of Inter at 12.5 px, half bold, and the height of its line. */
const LETTER = 6.9;
const LINE = 16;
const GAP = 4;

export type LabelSize = { readonly width: number; readonly lines: 1 | 2 };

/** @returns the space that a name takes: one line or two, or one short line on a crowded map. */
export function labelSize(name: string, isCrowded: boolean): LabelSize {
  const whole = name.length * LETTER + 8;
  if (isCrowded) return { width: Math.min(whole, CROWDED_WIDTH), lines: 1 };
  if (whole <= LABEL_WIDTH) return { width: whole, lines: 1 };
  return { width: Math.min(LABEL_WIDTH, Math.max(whole * 0.62, LABEL_WIDTH * 0.8)), lines: 2 };
}

/** A dot, as far as its name needs it. */
type Bearer = { readonly x: number; readonly y: number; readonly radius: number };

/** @returns the box of a name under its dot. */
export function labelUnder({ x, y, radius }: Bearer, { width, lines }: LabelSize): LabelBox {
  return { left: x - width / 2, top: y + radius + GAP, width, height: lines * LINE, lines, isAbove: false };
}

/** How far aside a name is tried, as a share of what leaves its dot within its width. */
const SIDES: readonly number[] = [0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1];

/** @returns the boxes where a name still clearly belongs to its dot, the one under it first; `aside`: by how many pixels it is moved */
export function labelPlaces(dot: Bearer, size: LabelSize): readonly { readonly aside: number; readonly label: LabelBox }[] {
  const under = labelUnder(dot, size);
  const above = { ...under, top: dot.y - dot.radius - GAP - under.height, isAbove: true };
  const most = Math.max(0, size.width / 2 - dot.radius);
  return [under, above].flatMap((label) =>
    SIDES.map((side) => ({ aside: Math.abs(side) * most, label: { ...label, left: label.left + side * most } })),
  );
}

/** Above this share of the area, dots with whole names can no longer be kept apart. */
const CROWDED_SHARE = 0.34;

/** @returns whether whole names would fill too much of a map of this area, in square pixels. */
export function isCrowded(names: readonly string[], surface: number): boolean {
  const asked = names.map((name) => labelSize(name, false)).reduce((sum, { width, lines }) => sum + width * (lines * LINE + 28), 0);
  return asked > surface * CROWDED_SHARE;
}

/** @returns the area that two boxes share, in square pixels. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** @returns by how many pixels a box extends beyond another, summed over its four sides. */
export function overhang(box: Box, inside: Box): number {
  return (
    Math.max(0, inside.left - box.left) +
    Math.max(0, inside.top - box.top) +
    Math.max(0, box.left + box.width - inside.left - inside.width) +
    Math.max(0, box.top + box.height - inside.top - inside.height)
  );
}

/** @returns by how many pixels a circle cuts into a box: the lesser of what lies inside and outside of it; 0 for a circle that is clear. */
export function crossing(box: Box, centre: { readonly x: number; readonly y: number }, radius: number): number {
  const [left, top] = [box.left - centre.x, box.top - centre.y];
  const [right, bottom] = [left + box.width, top + box.height];
  const nearest = Math.hypot(Math.max(left, -right, 0), Math.max(top, -bottom, 0));
  const farthest = Math.hypot(Math.max(-left, right), Math.max(-top, bottom));
  return Math.max(0, Math.min(radius - nearest, farthest - radius));
}
