// K2 B-9: a program that opens connections without end takes none from the page, and only a limited amount from the computer.
import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundConnections, PATIENCE } from '../../../../main/browser/connections.ts';

const MOST = 5;
let server: Server;
let port: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/own') connections.admit(request.socket);
    response.write('.'); // continues, like a stream of events
  });
  const connections = boundConnections(server, MOST);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A connection that sends nothing. */
async function silent(): Promise<Socket> {
  const arrived = once(server, 'connection');
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  await Promise.all([once(socket, 'connect'), arrived]);
  return socket;
}

/** A request that is answered and continues. */
async function stream(path: string): Promise<Socket> {
  const request = get({ port, host: '127.0.0.1', path, agent: false }).on('error', () => undefined);
  const [response] = (await once(request, 'response')) as [{ readonly socket: Socket; on: (event: string, act: () => void) => void }];
  response.on('error', () => undefined);
  sockets.push(response.socket);
  return response.socket;
}

const count = (): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, found) => (error === null ? resolve(found) : reject(error))));

describe('connections to the page’s server', () => {
  it('K2 are bounded, and the oldest that says nothing goes first', async () => {
    const first = await silent();
    const others = await Promise.all(Array.from({ length: MOST - 1 }, silent));
    const closed = once(first, 'close');
    await silent();
    await closed;

    expect([others.some(({ destroyed }) => destroyed), await count()]).toEqual([false, MOST]);
  });

  it('K2 of the page stay while there are others to close', async () => {
    const own = await stream('/own');
    for (let opened = 0; opened < 10 * MOST; opened += 1) await silent();

    await expect.poll(count).toBe(MOST);
    expect(own.destroyed).toBe(false);
  });

  it('K2 that only ask for what anybody may have count as others', async () => {
    const asset = await stream('/asset');
    const closed = once(asset, 'close');
    for (let opened = 0; opened < MOST; opened += 1) await silent();

    await closed;
    expect(await count()).toBe(MOST);
  });

  it('K2 of the page itself are bounded too: the oldest goes', async () => {
    const [first] = [await stream('/own')];
    const closed = once(first, 'close');
    for (let opened = 0; opened < MOST - 1; opened += 1) await stream('/own');
    await silent();

    await closed;
    expect(await count()).toBe(MOST);
  });

  it('K2 are not waited for without end', () => {
    expect(PATIENCE.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(PATIENCE.requestTimeout).toBeGreaterThan(PATIENCE.headersTimeout);
  });
});
