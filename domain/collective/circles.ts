// In which circle each structure stands on a date, from its dated moves.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';
import { by } from '../ordering.ts';

export type Move = RecordOf<'circleMoves'>;
/** Where a move leads: one of the three circles, or out of the collective. */
export type Circle = Move['circle'];
/** A circle that the map draws. */
export type MapCircle = Exclude<Circle, 'left'>;

/** The three circles, from the inside out. @source seeds: France Active guide (noyau dur, partenaires actifs, réseau) */
export const MAP_CIRCLES = ['core', 'partners', 'network'] as const satisfies readonly MapCircle[];

const NO_MOVES: readonly Move[] = [];

const compareMoves = by<Move>(
  ({ on }) => on,
  ({ order }) => order,
  ({ id }) => id,
);

/** The moves of every structure, each list in the order of time. */
export type MovesOf = (organisationId: string) => readonly Move[];

/** @returns the moves of each structure in the order of time; of two on one day, the one entered later comes last. */
export function movesByOrganisation({ circleMoves }: Pick<Accompaniment, 'circleMoves'>): MovesOf {
  const groups = new Map<string, Move[]>();
  for (const move of Object.values(circleMoves)) {
    const group = groups.get(move.organisationId);
    if (group === undefined) groups.set(move.organisationId, [move]);
    else group.push(move);
  }
  const sorted = new Map([...groups].map(([id, moves]) => [id, moves.toSorted(compareMoves)]));
  return (organisationId) => sorted.get(organisationId) ?? NO_MOVES;
}

/** @returns the circle that a structure is in on `date`, by these moves; `null` before its first move. */
export function circleOn(moves: readonly Move[], date: CalendarDate): Circle | null {
  return moves.findLast(({ on }) => on <= date)?.circle ?? null;
}

/** A move with the circle that it led from; `null` for the first one. */
export type Passage = { readonly move: Move; readonly from: Circle | null };

/** @returns the circle in which a structure arrived; `null` if it never did. */
export function arrivalCircle(moves: readonly Move[]): MapCircle | null {
  const circle = moves.find((move) => move.circle !== 'left')?.circle;
  return circle === undefined || circle === 'left' ? null : circle;
}

/** @returns each move with the circle that it led from, in the order of time. */
export function passages(moves: readonly Move[]): readonly Passage[] {
  return moves.map((move, index) => ({ move, from: moves[index - 1]?.circle ?? null }));
}

/** @returns the last passage up to `date` from one circle to another; `null` if there is none. */
export function lastPassage(moves: readonly Move[], date: CalendarDate): Passage | null {
  return passages(moves).findLast(({ move, from }) => move.on <= date && from !== null && from !== move.circle) ?? null;
}

/** @returns the circle in which a structure is drawn when time does not matter: the latest, not counting its departure. */
export function lastingCircle(moves: readonly Move[]): MapCircle | null {
  const circle = moves.findLast((move) => move.circle !== 'left')?.circle;
  return circle === undefined || circle === 'left' ? null : circle;
}

/** @returns the days before `today` on which something moved, earliest first, each only once. */
export function turningDays({ circleMoves }: Pick<Accompaniment, 'circleMoves'>, today: CalendarDate): readonly CalendarDate[] {
  return [...new Set(Object.values(circleMoves).map(({ on }) => on))].filter((on) => on < today).toSorted();
}
