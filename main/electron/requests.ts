// Decides which requests may leave the window: those for its own files, and nothing on any network.
import { resolveAsset } from '../window/asset-path.ts';
import type { Asset } from '../window/asset-path.ts';

export const SCHEME = 'tierce';
export const HOST = 'app';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Schemes that never leave the process; `devtools:` only during development. */
const INNER_SCHEMES: readonly string[] = ['blob:', 'data:'];

function read(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** @returns whether the address is one of the window's own. `URL.origin` is `null` for custom schemes, hence the parts. */
export function isOwnAddress(address: string): boolean {
  const url = read(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}

/** @returns whether a request may proceed; every way to a network is closed, in the window and in its workers. */
export function mayRequest(address: string, isDeveloped: boolean): boolean {
  const url = read(address);
  if (url === null) return false;
  return isOwnAddress(address) || INNER_SCHEMES.includes(url.protocol) || (isDeveloped && url.protocol === 'devtools:');
}

export type Answer = { readonly status: 200; readonly asset: Asset } | { readonly status: 400 | 404 | 405 };

/** Decides the answer to a request on our own scheme: GET only, the known host only, inside the window's folder only. */
export function answerRequest(folder: string, request: { readonly method: string; readonly url: string }): Answer {
  if (request.method !== 'GET') return { status: 405 };
  if (!isOwnAddress(request.url)) return { status: 400 };
  const asset = resolveAsset(folder, new URL(request.url).pathname);
  return asset === null ? { status: 404 } : { status: 200, asset };
}
