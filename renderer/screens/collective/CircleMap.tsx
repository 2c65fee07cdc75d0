// Draws the map: three circles, a dot for each structure, the last move as a dotted line.
import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { MAP_CIRCLES, type Passage } from '@domain/collective/circles.ts';
import { layOutMap, type MapDot, type MapLayout, type MapPlace } from '@domain/collective/map-layout.ts';
import { type Direction, neighbourOf } from '@domain/collective/map-neighbour.ts';
import { leastHeight, type MapPlan } from '@domain/collective/map-plan.ts';
import { trailTo } from '@domain/collective/map-trail.ts';
import { useArea } from '../../kit/use-area.ts';
import { goTo } from '../../state/navigation.ts';
import { keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';

type CircleMapProps = {
  readonly plan: MapPlan;
  readonly places: readonly MapPlace[];
  readonly chosen: string | null;
  readonly trail: Passage | null;
};

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Each structure is a button: Tab goes to the next one, an arrow key to the nearest one in its direction. */
export function CircleMap({ plan, places, chosen, trail }: CircleMapProps) {
  const { collective: texts } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const area = useArea(place);
  const hintId = useId();
  // Placing dozens of names is slow: done only when something that is drawn has changed.
  const layout = useMemo(() => (area === null ? null : layOutMap(plan, places, area)), [plan, places, area]);
  const step = (event: KeyboardEvent, from: MapDot): void => {
    const direction = DIRECTIONS[keyOf(event)];
    if (direction === undefined || layout === null) return;
    event.preventDefault();
    const next = neighbourOf(layout.dots, from, direction);
    place.current?.querySelector<HTMLElement>(`[data-id="${next?.id ?? from.id}"]`)?.focus();
  };
  return (
    <div ref={place} className="map" style={{ minHeight: leastHeight(places.length, area?.width) }}>
      {layout === null ? null : (
        <>
          <MapDrawing layout={layout} chosen={chosen} trail={trail} />
          <p id={hintId} className="visually-hidden">
            {texts.mapHint}
          </p>
          <div role="group" aria-label={texts.map} aria-describedby={hintId}>
            {layout.dots.map((dot) => (
              <DotButton key={dot.id} dot={dot} isChosen={dot.id === chosen} onKeyDown={(event) => step(event, dot)} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

type DotProps = { readonly dot: MapDot; readonly isChosen: boolean; readonly onKeyDown: (event: KeyboardEvent) => void };

function DotButton({ dot, isChosen, onKeyDown }: DotProps) {
  const { collective: texts } = useTexts();
  const { label, radius } = dot;
  const top = dot.y - radius - 3;
  return (
    <button
      type="button"
      className={`map-dot map-dot-${label.lines === 2 ? 'two-lines' : 'one-line'}${isChosen ? ' map-dot-chosen' : ''}`}
      data-id={dot.id}
      aria-label={texts.placedIn(dot.name, texts.inCircle[dot.circle])}
      aria-current={isChosen ? 'true' : undefined}
      style={{ left: label.left, top, width: label.width, paddingTop: label.top - top }}
      onClick={() => goTo({ screen: 'collective', organisationId: dot.id })}
      onKeyDown={onKeyDown}
    >
      <span className="map-dot-name">{dot.name}</span>
    </button>
  );
}

type DrawingProps = { readonly layout: MapLayout; readonly chosen: string | null; readonly trail: Passage | null };

function MapDrawing({ layout, chosen, trail }: DrawingProps) {
  const { collective: texts } = useTexts();
  const { centre, rings, dots } = layout;
  const moved = dots.find(({ id }) => id === trail?.move.organisationId);
  const path = trail === null || trail.from === null || moved === undefined ? null : trailTo(layout, moved, trail.from);
  return (
    <svg className="map-drawing" aria-hidden="true" focusable="false">
      {MAP_CIRCLES.toReversed().map((circle) => (
        <circle key={circle} className={`ring ring-${circle}`} cx={centre.x} cy={centre.y} r={rings[circle]} />
      ))}
      {MAP_CIRCLES.map((circle) => (
        <text key={circle} className="ring-name" x={centre.x} y={centre.y - rings[circle] + 16}>
          {texts.circle[circle]}
        </text>
      ))}
      {path === null ? null : <path className="map-trail" d={path} />}
      {dots.map((dot) => (
        <g key={dot.id}>
          {dot.id === chosen ? <circle className="map-chosen" cx={dot.x} cy={dot.y} r={dot.radius + 6} /> : null}
          <circle className={`map-point map-point-${dot.circle}`} cx={dot.x} cy={dot.y} r={dot.radius} />
        </g>
      ))}
    </svg>
  );
}
