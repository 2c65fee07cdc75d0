// The loopback server of the browser shell: the window's files, its calls, and one stream of events to its page.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { resolveAsset } from '../window/asset-path.ts';
import { WINDOW_HEADERS } from '../window/content-policy.ts';
import { admit } from './admission.ts';
import type { RequestFacts, Road } from './admission.ts';
import { boundConnections, type Connections, PATIENCE } from './connections.ts';
import type { Sessions } from './sessions.ts';

export type ServerOptions = {
  /** The built window. */
  readonly folder: string;
  readonly sessions: Sessions;
  /** Answers a message of the page that arrived by `road`. */
  readonly answer: (road: 'call' | 'chooser', message: unknown) => Promise<unknown>;
  /** Called when a page starts listening and when none is left. */
  readonly onPresence: (isPresent: boolean) => void;
  readonly log: (line: string) => void;
};

export type LoopbackServer = {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** @returns whether a page is there to receive it */
  readonly send: (message: unknown) => boolean;
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';

/** Starts listening on a free port of the loopback address only. */
export async function startServer(options: ServerOptions): Promise<LoopbackServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer(PATIENCE, (request, response) => {
    serve({ options, listeners, connections, own: hostOf(server) }, request, response).catch((error: unknown) => {
      options.log(`loopback: ${error instanceof Error ? error.message : 'unknown trouble'}`);
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  const connections = boundConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  return {
    host: hostOf(server),
    send: (message) => {
      listeners.forEach((response) => response.write(`${JSON.stringify(message)}\n`));
      return listeners.size > 0;
    },
    close: () => closeServer(server, listeners),
  };
}

/** Paths that require the page's own token. */
const NEEDS_BEARER: readonly Road[] = ['call', 'events', 'chooser'];

type Context = {
  readonly options: ServerOptions;
  readonly listeners: Set<ServerResponse>;
  readonly connections: Connections;
  readonly own: string;
};

function hostOf(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? `${LOOPBACK}:${String(address.port)}` : '';
}

function closeServer(server: Server, listeners: Set<ServerResponse>): Promise<void> {
  for (const response of listeners) response.end();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const facts = factsOf(request);
  if (facts === null) return refuse(response, 400);
  const admission = admit(facts, context.own, context.options.sessions.isBearer);
  if ('status' in admission) return refuse(response, admission.status);
  if (NEEDS_BEARER.includes(admission.road)) context.connections.admit(request.socket);
  if (admission.road === 'asset') await sendAsset(context.options.folder, facts.pathname, response);
  else if (admission.road === 'events') listen(context, response);
  else await converse(context, admission.road, request, response);
}

/** @returns `null` for a request that names no path of this server: an absolute URL, as sent to a proxy, or `*` */
function factsOf({ method, url, headers }: IncomingMessage): RequestFacts | null {
  if (!url?.startsWith('/')) return null;
  return {
    method,
    // The raw path: parsing would already have resolved `..`, and the refusal must be ours.
    pathname: url.replace(/[?#].*/, ''),
    host: headers.host,
    origin: headers.origin,
    fetchSite: headers['sec-fetch-site'],
    fetchMode: headers['sec-fetch-mode'],
    fetchDest: headers['sec-fetch-dest'],
    contentType: headers['content-type'],
    contentLength: headers['content-length'],
    authorization: headers.authorization,
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...WINDOW_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end();
}

async function sendAsset(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const asset = resolveAsset(folder, pathname);
  if (asset === null) return refuse(response, 404);
  const content = await readFile(asset.file).catch(() => null);
  if (content === null) return refuse(response, 404);
  response.writeHead(200, { ...WINDOW_HEADERS, 'Content-Type': asset.contentType });
  response.end(asset.file.endsWith('index.html') ? withBridge(content.toString('utf8')) : content);
}

/**
 * Stops things that browsers do by themselves and an application window must not: offering to translate, which would send the page away,
 * and requesting an icon.
 */
const NOT_TRANSLATED = '<meta name="google" content="notranslate">';
const NO_ICON = '<link rel="icon" href="data:,">';
const BRIDGE = '<script type="module" src="/http-bridge.js"></script>';

/** The same page as in Electron; only here it gets its bridge from a script, which must run first. */
function withBridge(page: string): string {
  return page.replace(/<script\b/, `${NOT_TRANSLATED}${NO_ICON}${BRIDGE}$&`);
}

function listen({ options, listeners }: Context, response: ServerResponse): void {
  response.writeHead(200, { ...WINDOW_HEADERS, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  response.flushHeaders();
  listeners.add(response);
  options.onPresence(true);
  response.on('close', () => {
    listeners.delete(response);
    if (listeners.size === 0) options.onPresence(false);
  });
}

async function converse(
  { options, listeners }: Context,
  road: Exclude<Road, 'asset' | 'events'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const message = parse(await buffer(request)); // never more than the admitted length: HTTP treats what follows as the next request
  if (message === undefined) return refuse(response, 400);
  if (road !== 'exchange') return sendJson(response, await options.answer(road, message));
  const code = typeof message === 'object' && message !== null && 'code' in message ? message.code : null;
  const bearer = typeof code === 'string' ? options.sessions.exchange(code) : null;
  if (bearer === null) return refuse(response, 401);
  // One page at a time: the previous one has lost its bearer, and receives nothing more.
  for (const listener of listeners) listener.end();
  return sendJson(response, { bearer });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...WINDOW_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** @returns the value, or `undefined`, which JSON cannot represent, if it is not JSON */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
