// The second press of a double click never lands on what the first one has brought: a button that came up under the mouse was not meant.

/** Two presses farther apart than this, in time or place, are meant as two: nobody reads a new button in less. */
const LONGEST_MS = 300;
const FARTHEST_PX = 8;
const CONTROLS = 'button, a[href], [role="button"], [role="option"], [role="menuitem"], input[type="checkbox"], label';

type Press = { readonly control: Element | null; readonly at: number; readonly x: number; readonly y: number };

/** Stops the second press and its click before anything hears of them. @returns a function that stops watching */
export function refuseStrayPresses(): () => void {
  let last: Press | null = null;
  let isStray = false;
  const onPointerDown = (event: PointerEvent): void => {
    const press = pressOf(event);
    isStray = last !== null && isOfDoubleClick(last, press) && press.control !== null && press.control !== last.control;
    if (isStray) stop(event);
    else last = press;
  };
  const forget = (): void => {
    isStray = false;
    last = null; // what is pressed after a key, or after this press is over, is meant
  };
  const onEnd = (event: UIEvent): void => {
    if (!isStray) return;
    const isOfAssistant = event.type === 'click' && event.detail === 0; // a screen reader presses without a pointer
    if (!isOfAssistant) stop(event);
    if (event.type === 'click' || event.type === 'pointercancel') forget();
  };
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener('pointerdown', onPointerDown, options);
  for (const end of ENDS) window.addEventListener(end, onEnd, options);
  window.addEventListener('keydown', forget, options);
  return () => listening.abort();
}

/** What a press brings besides its beginning. */
const ENDS = ['pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click', 'dblclick'] as const;

function pressOf({ target, timeStamp, clientX, clientY }: PointerEvent): Press {
  return { control: target instanceof Element ? target.closest(CONTROLS) : null, at: timeStamp, x: clientX, y: clientY };
}

function isOfDoubleClick(first: Press, second: Press): boolean {
  const isNear = Math.hypot(second.x - first.x, second.y - first.y) <= FARTHEST_PX;
  return first.control !== null && isNear && second.at - first.at <= LONGEST_MS;
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
