// Going from screen to screen: the route in the store, and in the history of the window so that Back works. The address itself never changes.
import { commitDrafts } from './waiting.ts';
import { addressOf, needsProject, type Route, routeOf } from './route.ts';
import { windowStore } from './window-state.ts';

/** Shows a screen; what was being typed is kept first. */
export function goTo(route: Route): void {
  commitDrafts();
  windowStore.set({ route: allowed(route), isPaletteOpen: false });
  const address = addressOf(windowStore.get().route);
  if (window.history.state !== address) window.history.pushState(address, '');
}

/** Follows Back and Forward. @returns a function that stops following. */
export function followAddress(): () => void {
  const follow = ({ state }: PopStateEvent): void => {
    commitDrafts();
    windowStore.set({ route: allowed(routeOf(typeof state === 'string' ? state : '')), isPaletteOpen: false });
  };
  window.addEventListener('popstate', follow);
  return () => window.removeEventListener('popstate', follow);
}

function allowed(route: Route): Route {
  const { profile, project } = windowStore.get();
  if (needsProject(route.screen) && project === null) return { screen: profile === null ? 'welcome' : 'home' };
  return route;
}
