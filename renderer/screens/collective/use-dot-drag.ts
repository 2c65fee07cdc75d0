// Dragging a dot of the map: where it is held now, and over which circle.
import { type PointerEvent, useRef, useState } from 'react';
import type { Circle } from '@domain/collective/circles.ts';
import { circleAt, type MapDot, type MapLayout, type Point } from '@domain/collective/map-layout.ts';

export type Held = { readonly dot: MapDot; readonly at: Point; readonly over: Circle };

/** A press that moves less than this, in pixels, is a press and no drag. */
const SLACK = 6;

type Start = { readonly dot: MapDot; readonly x: number; readonly y: number };
type DotHandlers = Partial<Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', (event: PointerEvent) => void>>;

/**
 * @param onDropped is told the circle into which a dot was dragged, unless it is the one where it was; `null`: nothing can be dragged
 * @returns the dot that is held, the handlers of a dot, and whether the click that follows is the end of a drag
 */
export function useDotDrag(layout: MapLayout | null, onDropped: ((id: string, circle: Circle) => void) | null) {
  const start = useRef<Start | null>(null);
  const hasDragged = useRef(false);
  const [held, setHeld] = useState<Held | null>(null);
  const heldAt = ({ clientX, clientY }: PointerEvent): Held | null => {
    if (start.current === null || layout === null) return null;
    const { dot, x, y } = start.current;
    const [right, down] = [clientX - x, clientY - y];
    if (held === null && Math.hypot(right, down) < SLACK) return null;
    const at = { x: dot.x + right, y: dot.y + down };
    return { dot, at, over: circleAt(layout, at) };
  };
  const end = (event: PointerEvent, isDropped: boolean): void => {
    const last = heldAt(event);
    start.current = null;
    setHeld(null);
    hasDragged.current = last !== null;
    if (isDropped && last !== null && last.over !== last.dot.circle) onDropped?.(last.dot.id, last.over);
  };
  const handlersOf = (dot: MapDot): DotHandlers =>
    onDropped === null
      ? {}
      : {
          onPointerDown: (event) => {
            if (event.button !== 0) return;
            hasDragged.current = false;
            start.current = { dot, x: event.clientX, y: event.clientY };
            event.currentTarget.setPointerCapture(event.pointerId);
          },
          onPointerMove: (event) => {
            const now = heldAt(event);
            if (now !== null) setHeld(now);
          },
          onPointerUp: (event) => end(event, true),
          onPointerCancel: (event) => end(event, false),
        };
  return { held, handlersOf, isEndOfDrag: (): boolean => hasDragged.current };
}
