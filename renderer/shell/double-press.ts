// The second press of a double click never lands on what the first one has brought: a button that came up under the mouse was not meant.

const CONTROLS = 'button, a[href], [role="button"], [role="option"], [role="menuitem"], input[type="checkbox"], label';
/** What a press brings besides its beginning. */
const ENDS = ['pointerup', 'mouseup', 'click', 'dblclick'] as const;

/** Stops the second press before anything acts on it; the system says which one it is. @returns a function that stops watching */
export function refuseStrayPresses(): () => void {
  let first: Element | null = null;
  let pointerId = 0;
  let isStray = false;
  const onPointerDown = (event: PointerEvent): void => {
    pointerId = event.pointerId;
    isStray = false;
  };
  const onMouseDown = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
    if (event.detail <= 1) first = control;
    else if (first !== null && control !== null && control !== first) {
      control.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId, pointerType: 'mouse' })); // its press has begun
      isStray = true;
      stop(event);
    }
  };
  const onEnd = (event: UIEvent): void => {
    const isOfAssistant = event.type === 'click' && event.detail === 0; // a keyboard or a screen reader presses without a pointer
    if (isStray && !isOfAssistant) stop(event);
  };
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener('pointerdown', onPointerDown, options);
  window.addEventListener('mousedown', onMouseDown, options);
  for (const end of ENDS) window.addEventListener(end, onEnd, options);
  return () => listening.abort();
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
