// What leaving a field changes on the page waits until the press that left it has ended: nothing moves away from under the pointer.

const ENDS = ['pointerup', 'pointercancel'] as const;

let isPressing = false;

/** Once, when the window starts. */
export function watchPresses(): void {
  const set = (value: boolean) => (): void => {
    isPressing = value;
  };
  window.addEventListener('pointerdown', set(true), true);
  for (const end of ENDS) window.addEventListener(end, set(false), true);
}

/** Acts at once; while a press is on its way, after it. */
export function afterPress(act: () => void): void {
  if (!isPressing) {
    act();
    return;
  }
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
    // the button under the pointer hears of the press first
    setTimeout(act);
  };
  for (const name of ENDS) window.addEventListener(name, end, { capture: true, signal: ended.signal });
}
