// How much space names take on the map, and how far two things overlap.

/** A rectangle, in pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type LabelBox = Box & { readonly lines: 1 | 2 };

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

/** @returns the box of a name under its dot. */
export function labelUnder(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  { width, lines }: LabelSize,
): LabelBox {
  return { left: x - width / 2, top: y + radius + GAP, width, height: lines * LINE, lines };
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
