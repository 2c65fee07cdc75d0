// Zooms the page from the keyboard, since the window has no menu for it.
import type { Input, WebContents } from 'electron';

const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5] as const;

/** By character or by physical key: on a French keyboard the minus is on the 6, and the zero needs Shift. */
const LARGER = ['+', '=', 'Equal', 'NumpadAdd'];
const SMALLER = ['-', 'Minus', 'NumpadSubtract'];
const PLAIN = ['0', 'Digit0', 'Numpad0'];

export type Pressed = Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt'>;

/** @returns the factor after a key, or `null` when the key is not about zooming */
export function zoomAfter(pressed: Pressed, factor: number): number | null {
  if (pressed.type !== 'keyDown' || pressed.alt || !(pressed.control || pressed.meta)) return null;
  const isOne = (keys: readonly string[]): boolean => keys.includes(pressed.key) || keys.includes(pressed.code);
  if (isOne(LARGER)) return STEPS.find((step) => step > factor + 0.01) ?? factor;
  if (isOne(SMALLER)) return STEPS.findLast((step) => step < factor - 0.01) ?? factor;
  return isOne(PLAIN) ? 1 : null;
}

/** Sees keys before the page does. */
export function zoomByKeyboard(contents: WebContents): void {
  contents.on('before-input-event', (event, pressed) => {
    const factor = zoomAfter(pressed, contents.getZoomFactor());
    if (factor === null) return;
    event.preventDefault();
    contents.setZoomFactor(factor);
  });
}
