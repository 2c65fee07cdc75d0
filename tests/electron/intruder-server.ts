// A server on this computer that counts its visitors: whatever the window tries, there must be none.
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

export type Intruder = {
  readonly port: number;
  /** @returns how many have come. The test itself then visits each way, so that anything already under way is counted first. */
  readonly visits: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const HERE = '127.0.0.1';

/** Listens for TCP and, on the same port, for UDP (a STUN request would be one). */
export async function startIntruder(): Promise<Intruder> {
  let visits = 0;
  const tcp: Server = createServer((socket) => {
    visits += 1;
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nhi');
  });
  await new Promise<void>((resolve) => void tcp.listen(0, HERE, resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp: Socket = createSocket('udp4');
  udp.on('message', (_, sender) => {
    visits += 1;
    udp.send('hi', sender.port, HERE);
  });
  await new Promise<void>((resolve) => void udp.bind(port, HERE, resolve));
  return {
    port,
    visits: async () => {
      await comeLast(port);
      visits -= 2;
      return visits;
    },
    close: () =>
      new Promise((resolve) => {
        udp.close();
        tcp.close(() => resolve());
      }),
  };
}

/** Visits both ways and returns once answered: neither way lets anything overtake. */
async function comeLast(port: number): Promise<void> {
  const caller = createSocket('udp4');
  const isAnswered = once(caller, 'message');
  caller.send('hi', port, HERE);
  await Promise.all([isAnswered, once(connect(port, HERE).resume(), 'close')]);
  caller.close();
}
