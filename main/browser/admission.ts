// Decides which requests the loopback server accepts: its own host, its own page, the known bearer, small JSON.

/** The largest message of the window: the minutes of a session at their limit, with room to spare. */
export const LARGEST_BODY_BYTES = 8 * 1024 * 1024;

export type RequestFacts = {
  readonly method: string | undefined;
  readonly pathname: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** `navigate` and `document` when a window goes to a page. */
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly authorization: string | undefined;
};

export type Road = 'asset' | 'exchange' | 'call' | 'events' | 'chooser';
export type Admission = { readonly road: Road } | { readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 };

const POSTS: Readonly<Record<string, Road>> = {
  '/tierce/exchange': 'exchange',
  '/tierce/call': 'call',
  '/tierce/events': 'events',
  '/tierce/chooser': 'chooser',
};

/**
 * Decides what a request may reach.
 * @param own the server's own `host:port`, the only name that it accepts (any other means DNS rebinding)
 * @param isBearer whether a token is the page's
 */
export function admit(request: RequestFacts, own: string, isBearer: (token: string) => boolean): Admission {
  if (request.host !== own) return { status: 403 };
  if (request.origin !== undefined && request.origin !== `http://${own}`) return { status: 403 };
  const road = Object.hasOwn(POSTS, request.pathname) ? POSTS[request.pathname] : undefined;
  if (road !== undefined) return admitPost(road, request, isBearer);
  if (request.pathname.startsWith('/tierce/')) return { status: 404 };
  if (request.method !== 'GET') return { status: 405 };
  return isFromElsewhere(request.fetchSite) && !isArriving(request) ? { status: 403 } : { road: 'asset' };
}

/**
 * The window arrives from the page with its code, which is a file. Another site that links here reaches a page without a code, which shows
 * nothing.
 */
function isArriving({ pathname, fetchMode, fetchDest }: RequestFacts): boolean {
  return pathname === '/' && fetchMode === 'navigate' && fetchDest === 'document';
}

/** A typed address has the site `none`; a missing header means an old browser, or none. */
function isFromElsewhere(site: string | undefined): boolean {
  return site === 'cross-site' || site === 'same-site';
}

function admitPost(road: Road, request: RequestFacts, isBearer: (token: string) => boolean): Admission {
  if (request.method !== 'POST') return { status: 405 };
  // Browsers always send the origin of a POST: one without Origin is not from the page.
  if (request.origin === undefined || isFromElsewhere(request.fetchSite)) return { status: 403 };
  if (request.contentType !== 'application/json') return { status: 415 };
  const length = Number(request.contentLength);
  if (!Number.isSafeInteger(length) || length <= 0) return { status: 400 };
  if (length > LARGEST_BODY_BYTES) return { status: 413 };
  if (road === 'exchange') return { road };
  const token = /^Bearer ([\w-]{20,100})$/.exec(request.authorization ?? '')?.[1];
  return token !== undefined && isBearer(token) ? { road } : { status: 401 };
}
