// A server on this computer that counts who comes: whatever the window tries, nobody may.
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

export type Intruder = { readonly port: number; readonly visits: () => number; readonly close: () => Promise<void> };

/** Listens for TCP and, on the same port, for UDP (a STUN request would be one). */
export async function startIntruder(): Promise<Intruder> {
  let visits = 0;
  const tcp: Server = createServer((socket) => {
    visits += 1;
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nhi');
  });
  await new Promise<void>((resolve) => void tcp.listen(0, '127.0.0.1', resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp: Socket = createSocket('udp4');
  udp.on('message', () => void (visits += 1));
  await new Promise<void>((resolve) => void udp.bind(port, '127.0.0.1', resolve));
  return {
    port,
    visits: () => visits,
    close: () =>
      new Promise((resolve) => {
        udp.close();
        tcp.close(() => resolve());
      }),
  };
}
