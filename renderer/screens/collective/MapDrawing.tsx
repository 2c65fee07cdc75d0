// The circles, the dots in them, and the last move as a dotted line.
import { useId } from 'react';
import { MAP_CIRCLES, type Passage } from '@domain/collective/circles.ts';
import type { MapLayout } from '@domain/collective/map-layout.ts';
import { trailTo } from '@domain/collective/map-trail.ts';
import type { Held } from './use-dot-drag.ts';
import { useTexts } from '../../state/texts.ts';

type DrawingProps = {
  readonly layout: MapLayout;
  readonly chosen?: string | null;
  readonly trail?: Passage | null;
  /** Whether the circles have their names: a small map has no room for them. */
  readonly isNamed?: boolean;
  /** The dot that is being dragged. */
  readonly held?: Held | null;
};

/** Decorative: names and what can be pressed stand above it. A ring is interrupted where it would run through a name. */
export function MapDrawing({ layout, chosen = null, trail = null, isNamed = true, held = null }: DrawingProps) {
  const { collective: texts } = useTexts();
  const maskId = useId();
  const { centre, rings, dots } = layout;
  const moved = dots.find(({ id }) => id === trail?.move.organisationId);
  const path = trail === null || trail.from === null || moved === undefined ? null : trailTo(layout, moved, trail.from);
  return (
    <svg className="map-drawing" aria-hidden="true" focusable="false">
      <mask id={maskId} maskUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%">
        <rect width="100%" height="100%" fill="#fff" />
        {dots.map(({ id, name, label }) =>
          name === '' ? null : <rect key={id} x={label.left} y={label.top} width={label.width} height={label.height} rx="4" fill="#000" />,
        )}
      </mask>
      <circle className="ring-ground" cx={centre.x} cy={centre.y} r={rings.core} />
      <g mask={`url(#${maskId})`}>
        {MAP_CIRCLES.toReversed().map((circle) => (
          <circle
            key={circle}
            className={`ring ring-${circle}${held?.over === circle ? ' ring-over' : ''}`}
            cx={centre.x}
            cy={centre.y}
            r={rings[circle]}
          />
        ))}
        {path === null ? null : <path className="map-trail" d={path} />}
      </g>
      {(isNamed ? MAP_CIRCLES : []).map((circle) => (
        <text key={circle} className="ring-name" x={centre.x} y={centre.y - rings[circle] + 16}>
          {texts.circle[circle]}
        </text>
      ))}
      {dots.map((dot) => (
        <g key={dot.id}>
          {dot.id === chosen ? <circle className="map-chosen" cx={dot.x} cy={dot.y} r={dot.radius + 6} /> : null}
          <circle className={`map-point map-point-${dot.circle}`} cx={dot.x} cy={dot.y} r={dot.radius} />
        </g>
      ))}
      {held === null ? null : <circle className="map-held" cx={held.at.x} cy={held.at.y} r={held.dot.radius} />}
    </svg>
  );
}
