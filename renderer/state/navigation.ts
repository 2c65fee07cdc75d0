// Going from screen to screen: the route in the store, and in the history of the window so that Back works. The address itself never changes.
import { begunForms } from './begun-forms.ts';
import { closeDialog } from './dialog.ts';
import { say } from './messages.ts';
import { isPrivateScreen } from './screens.ts';
import { texts } from './texts.ts';
import { commitDrafts } from './typing.ts';
import { addressOf, needsProject, type Route, routeOf } from './route.ts';
import { withVisit } from './visited.ts';
import { isFirstStart, windowStore } from './window-state.ts';

/** Shows a screen, after committing what was being typed. */
export function goTo(route: Route): void {
  commitDrafts();
  arrive(allowed(route));
  const address = addressOf(windowStore.get().route);
  if (window.history.state !== address) window.history.pushState(address, '');
}

/** Follows Back and Forward. @returns a function that stops following. */
export function followAddress(): () => void {
  const follow = ({ state }: PopStateEvent): void => {
    if (begunForms() > 0) {
      window.history.pushState(addressOf(windowStore.get().route), ''); // nothing moves behind a dialog in which something was typed
      return;
    }
    commitDrafts();
    arrive(allowed(routeOf(typeof state === 'string' ? state : '')));
  };
  window.addEventListener('popstate', follow);
  return () => window.removeEventListener('popstate', follow);
}

function arrive(route: Route): void {
  closeDialog('palette', 'time');
  const { project, visited, newSessionId } = windowStore.get();
  const isNew = route.screen === 'session' && route.sessionId === newSessionId;
  windowStore.set({
    route,
    newSessionId: isNew ? newSessionId : null, // one that was left is like any other
    visited: project === null ? visited : withVisit(visited, project.documentId, route),
  });
}

function allowed(route: Route): Route {
  const state = windowStore.get();
  if (state.isPresenting && isPrivateScreen(route.screen)) {
    say('accent', texts().presentation.notHere);
    return allowed({ screen: 'overview' });
  }
  if (needsProject(route.screen) && state.project === null) return { screen: isFirstStart(state) ? 'welcome' : 'home' };
  return route;
}
