// The circles of the collective on the overview, small: who is where today.
import { useMemo, useRef } from 'react';
import { MAP_CIRCLES } from '@domain/collective/circles.ts';
import { layOutMap, type MapDot, type MapPlace } from '@domain/collective/map-layout.ts';
import { MOST_DOTS, type MapPlan } from '@domain/collective/map-plan.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { useArea } from '../../kit/use-area.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useCollective } from '../collective/collective-view.ts';
import { labelClass, placesOn, planOf } from '../collective/map-places.ts';
import { MapDrawing } from '../collective/MapDrawing.tsx';
import '../collective/circle-map.css';

/** More structures than this are dots without names: the map of the collective has the room. */
const MOST_NAMED = 12;

/** Nothing in it is pressed: the whole map is one press away. */
export function CirclesCard() {
  const { overview, collective } = useTexts();
  const { organisations, movesOf, today } = useCollective();
  const places = useMemo(() => placesOn({ organisations, movesOf }, today), [organisations, movesOf, today]);
  const plan = useMemo(() => planOf({ organisations, movesOf }), [organisations, movesOf]);
  return (
    <Card
      title={overview.circles}
      action={
        <Button kind="quiet" onPress={() => goTo({ screen: 'collective' })}>
          {collective.title}
        </Button>
      }
    >
      {places.length === 0 ? <p className="quiet">{overview.noCircles}</p> : <SmallMap plan={plan} places={places} />}
      {places.length === 0 ? null : (
        <p className="small quiet number overview-words">
          {MAP_CIRCLES.map((circle) => [circle, places.filter((one) => one.circle === circle).length] as const)
            .flatMap(([circle, count]) => (count === 0 ? [] : [overview.inCircle[circle](count)]))
            .join(' · ')}
        </p>
      )}
    </Card>
  );
}

type SmallMapProps = { readonly plan: MapPlan; readonly places: readonly MapPlace[] };

function SmallMap({ plan, places }: SmallMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const area = useArea(place);
  const isNamed = places.length <= MOST_NAMED;
  const layout = useMemo(() => {
    if (area === null) return null;
    return layOutMap(plan, isNamed ? places : places.slice(0, MOST_DOTS).map((one) => ({ ...one, name: '' })), area);
  }, [plan, places, isNamed, area]);
  return (
    <div ref={place} className="overview-map">
      {layout === null ? null : <MapDrawing layout={layout} isNamed={false} />}
      {layout === null || !isNamed ? null : layout.dots.map((dot) => <Name key={dot.id} dot={dot} />)}
    </div>
  );
}

function Name({ dot: { name, label } }: { readonly dot: MapDot }) {
  return (
    <span
      className={`overview-map-name ${labelClass(label)}`}
      style={{ left: label.left, top: label.top, width: label.width, height: label.height }}
    >
      <span className="map-dot-name">{name}</span>
    </span>
  );
}
