// Tests of zooming from the keyboard.
import { describe, expect, it } from 'vitest';

import { zoomAfter } from '../../../../main/electron/zoom.ts';
import type { Pressed } from '../../../../main/electron/zoom.ts';

const press = (change: Partial<Pressed>): Pressed => ({
  type: 'keyDown',
  key: '',
  code: '',
  control: true,
  meta: false,
  alt: false,
  ...change,
});

describe('zoomAfter', () => {
  it('climbs and descends by steps, and stops at the ends', () => {
    expect(zoomAfter(press({ key: '+' }), 1)).toBe(1.1);
    expect(zoomAfter(press({ code: 'NumpadSubtract' }), 1)).toBe(0.9);
    expect(zoomAfter(press({ key: '=' }), 2.5)).toBe(2.5);
    expect(zoomAfter(press({ key: '-' }), 0.8)).toBe(0.8);
  });

  it('reaches 200 % from 100 % within seven steps', () => {
    let factor = 1;
    for (let count = 0; count < 7 && factor < 2; count += 1) factor = zoomAfter(press({ key: '+' }), factor) ?? factor;

    expect(factor).toBe(2);
  });

  it('knows a French keyboard: minus on the 6, zero under Shift', () => {
    expect(zoomAfter(press({ key: '-', code: 'Digit6' }), 1.5)).toBe(1.25);
    expect(zoomAfter(press({ key: 'à', code: 'Digit0' }), 1.5)).toBe(1);
    expect(zoomAfter(press({ control: false, meta: true, key: '+' }), 1)).toBe(1.1);
  });

  it.each<Partial<Pressed>>([
    { control: false, key: '+' },
    { type: 'keyUp', key: '+' },
    { alt: true, key: '+' },
    { key: 's', code: 'KeyS' },
  ])('leaves %j to the page', (change) => {
    expect(zoomAfter(press(change), 1)).toBeNull();
  });
});
