// Where the user is: the routes, and their form as text.

export type Route =
  | { readonly screen: 'welcome' | 'home' | 'new' | 'attempt' | 'overview' | 'sessions' | 'notebook' | 'file' }
  /** Frame and phases, with a phase open when one is named. */
  | { readonly screen: 'frame'; readonly phaseId?: string }
  /** Time, ready for an entry of the session when one is named. */
  | { readonly screen: 'time'; readonly sessionId?: string }
  /** Documents, ready for those of the session when one is named. */
  | { readonly screen: 'documents'; readonly sessionId?: string }
  /** The collective, with the record of a structure open when one is named. */
  | { readonly screen: 'collective'; readonly organisationId?: string }
  | { readonly screen: 'session'; readonly sessionId: string };

export type ScreenName = Route['screen'];

const LIBRARY_SCREENS = ['welcome', 'home', 'new', 'attempt'] as const satisfies readonly ScreenName[];
export type LibraryScreen = (typeof LIBRARY_SCREENS)[number];

/** Screens that show an open accompaniment. */
export function needsProject(screen: ScreenName): boolean {
  return !LIBRARY_SCREENS.some((name) => name === screen);
}

/** @returns the address of a route, as links and the history of the window hold it. */
export function addressOf(route: Route): string {
  const id =
    'sessionId' in route
      ? route.sessionId
      : 'organisationId' in route
        ? route.organisationId
        : 'phaseId' in route
          ? route.phaseId
          : undefined;
  return id === undefined ? route.screen : `${route.screen}/${encodeURIComponent(id)}`;
}

/** @returns the route of a screen, with what is open on it where an id is named */
export function routeTo(screen: ScreenName, id: string | null): Route {
  return routeOf(id === null ? screen : `${screen}/${encodeURIComponent(id)}`);
}

/** @returns the route of an address, Home for one that names nothing. */
export function routeOf(address: string): Route {
  const [screen = '', id = ''] = address.replace(/^#/, '').split('/');
  if (screen === 'session' && id !== '') return { screen, sessionId: decode(id) };
  if (
    screen === 'welcome' ||
    screen === 'new' ||
    screen === 'overview' ||
    screen === 'sessions' ||
    screen === 'notebook' ||
    screen === 'file'
  )
    return { screen };
  if (screen === 'time' || screen === 'documents') return id === '' ? { screen } : { screen, sessionId: decode(id) };
  if (screen === 'frame') return id === '' ? { screen } : { screen, phaseId: decode(id) };
  if (screen === 'collective') return id === '' ? { screen } : { screen, organisationId: decode(id) };
  return { screen: 'home' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a hand-made address: taken as it is, and found to name nothing
  }
}
