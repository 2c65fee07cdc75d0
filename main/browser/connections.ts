// Limits the connections of the loopback server: any program can open some, and each takes a descriptor that a save may need.
/** The part of a socket and of a server that is needed: only `server.ts` knows HTTP. */
type Socket = { readonly once: (event: 'close', act: () => void) => unknown; readonly destroy: () => unknown };
type Server = { readonly on: (event: 'connection', act: (socket: Socket) => void) => unknown };

/** A page needs one stream of events and a handful of calls and assets. */
export const MOST_CONNECTIONS = 48;
/** Time to send the headers; a page on this computer needs a moment. In milliseconds. */
const HEADERS_MS = 5_000;
/** Time to send a whole message, even the largest. In milliseconds. */
const REQUEST_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

/** The server's time limits for receiving. */
export const PATIENCE = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: HEADERS_MS,
  connectionsCheckingInterval: LOOK_EVERY_MS,
} as const;

export type Connections = {
  /** Marks a socket as the page's own: those are closed last. */
  readonly admit: (socket: Socket) => void;
};

/** If there are too many, closes the oldest that is not the page's own; the page's own only if there is no other. */
export function boundConnections(server: Server, most = MOST_CONNECTIONS): Connections {
  const strangers = new Set<Socket>();
  const admitted = new Set<Socket>();
  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => {
      strangers.delete(socket);
      admitted.delete(socket);
    });
    if (strangers.size + admitted.size <= most) return;
    const [first] = strangers.size > 1 ? strangers : admitted;
    first?.destroy();
  });
  return {
    admit: (socket) => {
      if (strangers.delete(socket)) admitted.add(socket);
    },
  };
}
