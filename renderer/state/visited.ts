// The last places visited in the open accompaniment, so that the user can return to them with two keystrokes.
import { addressOf, needsProject, type Route } from './route.ts';

export type Visited = { readonly documentId: string; readonly routes: readonly Route[] };

/** The current place, and the eight before it. */
const MOST_KEPT = 9;

/** @returns the places with `route` added, the latest first, each only once; those of another file are forgotten. */
export function withVisit(before: Visited | null, documentId: string, route: Route): Visited {
  const earlier = before?.documentId === documentId ? before.routes : [];
  if (!needsProject(route.screen)) return { documentId, routes: earlier };
  const address = addressOf(route);
  return { documentId, routes: [route, ...earlier.filter((one) => addressOf(one) !== address)].slice(0, MOST_KEPT) };
}

/** @returns the places other than the current one, the latest first. */
export function placesBefore(visited: Visited | null, documentId: string, current: Route): readonly Route[] {
  if (visited?.documentId !== documentId) return [];
  return visited.routes.filter((route) => addressOf(route) !== addressOf(current));
}
