// The map of the circles on a given day, and the slider that replays it.
import { useMemo, useState } from 'react';
import { firstOf } from '@domain/first-of.ts';
import { type Circle, lastPassage, type Passage, turningDays } from '@domain/collective/circles.ts';
import { MOST_DOTS } from '@domain/collective/map-plan.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useReadOnly, useWindow } from '../../state/window-state.ts';
import { CircleMap } from './CircleMap.tsx';
import { type CollectiveView, type Organisation, shortNameOf, type ViewProps } from './collective-view.ts';
import { CoordinationNotice } from './CoordinationNotice.tsx';
import { placesOn, planOf } from './map-places.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { MapReplay } from './MapReplay.tsx';
import { WithoutHomeLine } from './WithoutHomeLine.tsx';

/** Starts with today; the slider goes back as far as the first move. */
export function CirclesTab({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const [past, setPast] = useState<CalendarDate | null>(null);
  const chosen = useWindow((state) => (state.route.screen === 'collective' ? (state.route.organisationId ?? null) : null));
  const day = past ?? view.today;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const isReadOnly = useReadOnly();
  const { organisations, movesOf } = view;
  const plan = useMemo(() => planOf({ organisations, movesOf }), [organisations, movesOf]);
  const places = useMemo(() => placesOn({ organisations, movesOf }, day), [organisations, movesOf, day]);
  const drawn = useMemo(() => places.slice(0, MOST_DOTS), [places]);
  return (
    <div className="circles">
      {places.length === 0 ? <p className="quiet">{texts.nobodyYet(formatDate(day, 'long', locale))}</p> : null}
      <CircleMap
        plan={plan}
        places={drawn}
        chosen={chosen}
        trail={trailOf(view, chosen, day)}
        onMove={past !== null || isReadOnly ? null : (id, circle) => setWanted({ id, circle })}
      />
      <MoveWanted view={view} wanted={wanted} onClose={() => setWanted(null)} />
      {places.length > drawn.length ? <p className="quiet small">{texts.tooMany(drawn.length, places.length - drawn.length)}</p> : null}
      <BesideMap view={view} day={day} />
      <CoordinationNotice view={view} />
      <MapReplay
        view={view}
        days={turningDays(view.accompaniment, view.today)}
        day={day}
        onDay={(next) => setPast(next === view.today ? null : next)}
      />
    </div>
  );
}

/** A move that was begun on the map. */
type Wanted = { readonly id: string; readonly circle: Circle };

function MoveWanted({ view, wanted, onClose }: ViewProps & { readonly wanted: Wanted | null; readonly onClose: () => void }) {
  const organisation = wanted === null ? undefined : view.accompaniment.organisations[wanted.id];
  if (wanted === null || organisation === undefined) return null;
  return <MoveDialog organisation={organisation} move={null} circle={wanted.circle} onClose={onClose} />;
}

/** @returns the last passage up to that day: of the chosen structure, or of any when none is chosen */
function trailOf(view: CollectiveView, chosen: string | null, day: CalendarDate): Passage | null {
  if (chosen !== null && view.accompaniment.organisations[chosen] !== undefined) return lastPassage(view.movesOf(chosen), day);
  let latest: Passage | null = null;
  for (const { id } of view.organisations) {
    const passage = lastPassage(view.movesOf(id), day);
    if (passage !== null && (latest === null || passage.move.on > latest.move.on)) latest = passage;
  }
  return latest;
}

/** What is in no circle: structures that left or are not placed yet, and people without a structure. */
function BesideMap({ view, day }: ViewProps & { readonly day: CalendarDate }) {
  const { collective: texts } = useTexts();
  const left = view.organisations.filter(({ id }) => view.circleOf(id, day) === 'left');
  const unplaced = day === view.today ? view.organisations.filter(({ id }) => view.circleOf(id, day) === null) : [];
  if (left.length + unplaced.length + view.peopleOf('').length === 0) return null;
  return (
    <div className="beside-map small" role="group" aria-label={texts.aside}>
      <Beside title={texts.asideLeft} organisations={left} />
      <Beside title={texts.asideUnplaced} organisations={unplaced} />
      <WithoutHomeLine view={view} />
    </div>
  );
}

const MOST_NAMED = 8;

function Beside({ title, organisations }: { readonly title: string; readonly organisations: readonly Organisation[] }) {
  if (organisations.length === 0) return null;
  const { shown, others } = firstOf(organisations, MOST_NAMED);
  return (
    <p>
      <span className="quiet">{title}</span>
      {shown.map((organisation) => (
        <Button key={organisation.id} kind="quiet" onPress={() => goTo({ screen: 'collective', organisationId: organisation.id })}>
          {shortNameOf(organisation)}
        </Button>
      ))}
      {others > 0 ? <span className="quiet number">+ {others}</span> : null}
    </p>
  );
}
