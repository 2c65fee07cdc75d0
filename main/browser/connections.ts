// Bounds how many connections the loopback server holds: any program of the computer can open some, and each takes a descriptor that a save may need.
/** As much of a socket and of a server as is needed: `server.ts` alone knows HTTP. */
type Socket = { readonly once: (event: 'close', act: () => void) => unknown; readonly destroy: () => unknown };
type Server = { readonly on: (event: 'connection', act: (socket: Socket) => void) => unknown };

/** A page holds a stream of events and a handful of calls and assets. */
export const MOST_CONNECTIONS = 48;
/** For what has not said yet what it wants; a page of this computer takes a moment. In milliseconds. */
const HEADERS_MS = 5_000;
/** For the whole of a message, the largest included. In milliseconds. */
const REQUEST_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

/** Times within which the server wants to hear something. */
export const PATIENCE = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: HEADERS_MS,
  connectionsCheckingInterval: LOOK_EVERY_MS,
} as const;

export type Connections = {
  /** The page's own: they are the last to be closed. */
  readonly admit: (socket: Socket) => void;
};

/** Where there are too many, the oldest of those that were not admitted is closed; of admitted ones only where there is no other. */
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
