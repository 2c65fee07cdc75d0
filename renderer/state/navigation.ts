// Going from screen to screen: the route in the store, mirrored in the address so that Back works.
import { commitDrafts } from './drafts.ts';
import { addressOf, needsProject, type Route, routeOf } from './route.ts';
import { windowStore } from './window-state.ts';

/** Shows a screen; what was being typed is kept first. */
export function goTo(route: Route): void {
  commitDrafts();
  windowStore.set({ route: allowed(route), isPaletteOpen: false });
  const address = `#${addressOf(windowStore.get().route)}`;
  if (window.location.hash !== address) window.history.pushState(null, '', address);
}

/** Follows Back and Forward. @returns a function that stops following. */
export function followAddress(): () => void {
  const follow = (): void => {
    commitDrafts();
    windowStore.set({ route: allowed(routeOf(window.location.hash)), isPaletteOpen: false });
  };
  window.addEventListener('popstate', follow);
  return () => window.removeEventListener('popstate', follow);
}

function allowed(route: Route): Route {
  const { profile, project } = windowStore.get();
  if (needsProject(route.screen) && project === null) return { screen: profile === null ? 'welcome' : 'home' };
  return route;
}
