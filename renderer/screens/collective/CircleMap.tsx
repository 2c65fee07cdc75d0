// Draws the map: three circles, a dot for each structure, the last move as a dotted line.
import { type ComponentProps, type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { type Circle, MAP_CIRCLES, type Passage } from '@domain/collective/circles.ts';
import { layOutMap, type MapDot, type MapPlace } from '@domain/collective/map-layout.ts';
import { type Direction, neighbourOf } from '@domain/collective/map-neighbour.ts';
import { leastHeight, type MapPlan } from '@domain/collective/map-plan.ts';
import { useArea } from '../../kit/use-area.ts';
import { goTo } from '../../state/navigation.ts';
import { keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';
import { labelClass } from './map-places.ts';
import { MapDrawing } from './MapDrawing.tsx';
import { useDotDrag } from './use-dot-drag.ts';

type CircleMapProps = {
  readonly plan: MapPlan;
  readonly places: readonly MapPlace[];
  readonly chosen: string | null;
  readonly trail: Passage | null;
  /** Asks for a move to another circle; `null` where nothing can be moved. */
  readonly onMove: ((id: string, circle: Circle) => void) | null;
};

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** From the inside out, then out of the collective. */
const OUTWARDS: readonly Circle[] = [...MAP_CIRCLES, 'left'];
/** Which way Shift and an arrow move a structure: towards the middle or away from it. */
const STEPS: Readonly<Partial<Record<Direction, 1 | -1>>> = { up: -1, down: 1 };

/**
 * Each structure is a button: Tab goes to the next one, an arrow key to the nearest one in its direction. It is dragged to another circle,
 * or moved there with Shift and an arrow.
 */
export function CircleMap({ plan, places, chosen, trail, onMove }: CircleMapProps) {
  const { collective: texts } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const area = useArea(place);
  const hintId = useId();
  // Placing dozens of names is slow: done only when something that is drawn has changed.
  const layout = useMemo(() => (area === null ? null : layOutMap(plan, places, area)), [plan, places, area]);
  const { held, handlersOf, isEndOfDrag } = useDotDrag(layout, onMove);
  const step = (event: KeyboardEvent, from: MapDot): void => {
    const direction = DIRECTIONS[keyOf(event)];
    if (direction === undefined || layout === null) return;
    event.preventDefault();
    if (event.shiftKey) {
      const circle = OUTWARDS[OUTWARDS.indexOf(from.circle) + (STEPS[direction] ?? 0)];
      if (circle !== undefined && circle !== from.circle) onMove?.(from.id, circle);
      return;
    }
    const next = neighbourOf(layout.dots, from, direction);
    place.current?.querySelector<HTMLElement>(`[data-id="${next?.id ?? from.id}"]`)?.focus();
  };
  return (
    <div ref={place} className="map" style={{ minHeight: leastHeight(places.length, area?.width) }}>
      {layout === null ? null : (
        <>
          <MapDrawing layout={layout} chosen={chosen} trail={trail} held={held} />
          <p id={hintId} className="visually-hidden">
            {texts.mapHint}
          </p>
          <div role="group" aria-label={texts.map} aria-describedby={hintId}>
            {layout.dots.map((dot) => (
              <DotButton
                key={dot.id}
                dot={dot}
                isChosen={dot.id === chosen}
                onPress={() => (isEndOfDrag() ? undefined : goTo({ screen: 'collective', organisationId: dot.id }))}
                handlers={{ ...handlersOf(dot), onKeyDown: (event) => step(event, dot) }}
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

type DotProps = {
  readonly dot: MapDot;
  readonly isChosen: boolean;
  readonly onPress: () => void;
  readonly handlers: Pick<ComponentProps<'button'>, 'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;
};

function DotButton({ dot, isChosen, onPress, handlers }: DotProps) {
  const { collective: texts } = useTexts();
  const { label, radius } = dot;
  const top = Math.min(dot.y - radius - 3, label.top);
  const underName = label.top + label.height;
  const bottom = Math.max(dot.y + radius + 3, underName);
  return (
    <button
      type="button"
      className={`map-dot ${labelClass(label)}${isChosen ? ' map-dot-chosen' : ''}`}
      data-id={dot.id}
      aria-label={texts.placedIn(dot.name, texts.inCircle[dot.circle])}
      aria-current={isChosen ? 'true' : undefined}
      style={{
        left: label.left,
        top,
        width: label.width,
        height: bottom - top,
        paddingTop: label.top - top,
        paddingBottom: bottom - underName,
      }}
      onClick={onPress}
      {...handlers}
    >
      <span className="map-dot-name">{dot.name}</span>
    </button>
  );
}
