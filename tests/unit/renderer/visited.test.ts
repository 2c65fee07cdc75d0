// The last places visited: each once, the latest first, of one file only.
import { expect, it } from 'vitest';
import type { Route } from '../../../renderer/state/route.ts';
import { placesBefore, withVisit } from '../../../renderer/state/visited.ts';

const visits = (...routes: readonly Route[]) =>
  routes.reduce<ReturnType<typeof withVisit> | null>((before, route) => withVisit(before, 'document-1', route), null);

it('I4 keeps the last places, each once, without the one where one is', () => {
  const visited = visits(
    { screen: 'overview' },
    { screen: 'time' },
    { screen: 'session', sessionId: 'a' },
    { screen: 'time' },
    { screen: 'home' },
  );

  expect(placesBefore(visited, 'document-1', { screen: 'time' })).toEqual([{ screen: 'session', sessionId: 'a' }, { screen: 'overview' }]);
  expect(placesBefore(visited, 'document-2', { screen: 'time' })).toEqual([]);
  expect(withVisit(visited, 'document-2', { screen: 'frame' }).routes).toEqual([{ screen: 'frame' }]);
});

it('I4 keeps eight places before the current one', () => {
  const visited = visits(...Array.from({ length: 20 }, (_, number): Route => ({ screen: 'session', sessionId: `s${number}` })));

  expect(placesBefore(visited, 'document-1', { screen: 'session', sessionId: 's19' })).toHaveLength(8);
});
