// Tests of the loopback server by itself, with answers of the test instead of the application.
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { connect, Server, type Socket } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { MOST_CONNECTIONS } from '../../../../main/browser/connections.ts';
import { type LoopbackServer, startServer } from '../../../../main/browser/server.ts';
import { createSessions } from '../../../../main/browser/sessions.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

type Answering = (road: 'call' | 'chooser', message: unknown) => Promise<unknown>;

/** A server whose window has these files; its requests are answered as told. */
async function serving(files: Readonly<Record<string, string | Buffer>> = {}, answer: Answering = () => Promise.resolve(null)) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const sessions = createSessions(() => 0);
  const presence: boolean[] = [];
  const logged: string[] = [];
  const troubles: Error[] = [];
  const onPresence = (isPresent: boolean): void => {
    presence.push(isPresent);
    const trouble = troubles.shift();
    if (trouble !== undefined) throw trouble;
  };
  const server = await startServer({ folder, sessions, answer, onPresence, log: (line) => void logged.push(line) });
  onTestFinished(() => server.close());
  return { server, sessions, presence, logged, troubles };
}

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
};

/** Sends plain HTTP: every header is the test's. @returns the answer as soon as it begins */
async function ask({ host }: LoopbackServer, given: Sent): Promise<IncomingMessage> {
  const { method = 'GET', path: at = '/', headers = {}, body, agent } = given;
  const [name, port] = host.split(':');
  const sent = request({ host: name, port, method, path: at, headers: { host, ...headers }, agent });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  sent.on('error', () => undefined);
  return response;
}
const jsonHeaders = (host: string, body: string | Buffer, bearer: string): OutgoingHttpHeaders => ({
  origin: `http://${host}`,
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  authorization: `Bearer ${bearer}`,
});
const STRICT = { 'content-security-policy': expect.stringContaining("default-src 'none'") as string, 'cache-control': 'no-store' };
const post = (server: LoopbackServer, road: string, bearer: string, body: string | Buffer = '{}') =>
  ask(server, { method: 'POST', path: `/tierce/${road}`, body, headers: jsonHeaders(server.host, body, bearer) });

type Serving = Awaited<ReturnType<typeof serving>>;

/** Enters as the page does. @returns its bearer */
async function enter({ server, sessions }: Serving): Promise<string> {
  const response = await post(server, 'exchange', '', JSON.stringify({ code: sessions.issueCode() }));
  return (JSON.parse(await text(response)) as { readonly bearer: string }).bearer;
}

/** How a call of the page begins, up to its length. */
const headOf = ({ host }: LoopbackServer, bearer: string): readonly string[] => [
  'POST /tierce/call HTTP/1.1',
  `Host: ${host}`,
  `Origin: http://${host}`,
  `Authorization: Bearer ${bearer}`,
  'Content-Type: application/json',
];

/** Sends the test's bytes to the server. @returns all that it replies until it hangs up */
async function speakRaw({ host }: LoopbackServer, words: string): Promise<string> {
  const [name = '', port] = host.split(':');
  const socket = connect(Number(port), name);
  socket.write(words);
  return text(socket);
}

/** A connection from any program on this computer that sends nothing. */
async function silent({ host }: LoopbackServer): Promise<Socket> {
  const [name = '', port] = host.split(':');
  const socket = connect(Number(port), name).on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

describe('the files of the window', () => {
  it('K2 carry the strict policy and their type, whatever stands behind the question mark', async () => {
    const { server } = await serving({ 'assets/a.js': 'export {};' });

    const response = await ask(server, { path: '/assets/a.js?v=1' });

    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ ...STRICT, 'content-type': 'text/javascript; charset=utf-8' });
  });

  it('K2 arrive byte for byte, but for the page itself', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0xff, 0xfe, ...Buffer.from('<script')]);
    const { server } = await serving({ 'a.png': bytes });

    const response = await ask(server, { path: '/a.png' });

    expect(Buffer.concat((await response.toArray()) as Buffer[])).toEqual(bytes);
  });

  it('K2 come without an icon to be asked for and without an offer to translate', async () => {
    const { server } = await serving({ 'index.html': '<!doctype html><script type="module" src="./a.js"></script>' });

    const page = await text(await ask(server, {}));

    expect(page).toContain('<link rel="icon" href="data:,">');
    expect(page).toContain('<meta name="google" content="notranslate">');
  });

  it('K2 are shown to the window that arrives from the page with its code, and to no other page elsewhere', async () => {
    const { server } = await serving({ 'index.html': '<!doctype html>' });
    const from = async (mode: string, destination: string) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': destination };
      return (await ask(server, { headers })).statusCode;
    };

    const came = [await from('navigate', 'document'), await from('navigate', 'iframe'), await from('no-cors', 'document')];
    expect(came).toEqual([200, 403, 403]);
  });
});

describe('a refusal', () => {
  it('K2 says nothing, stands under the strict policy, and ends the connection', async () => {
    const { server } = await serving();

    const response = await ask(server, { path: '/absent.js' });

    expect([response.statusCode, await text(response)]).toEqual([404, '']);
    expect(response.headers).toMatchObject({ ...STRICT, connection: 'close', 'content-type': 'text/plain; charset=utf-8' });
  });

  it.each(['//../a.js', '/assets', '/a.exe'])('K2 answers what cannot be a file of the window: %s', async (at) => {
    const { server } = await serving({ 'assets/a.js': '' });
    expect((await ask(server, { path: at })).statusCode).toBe(404);
  });

  it('K2 answers what is asked as of a proxy, and what names no path', async () => {
    const { server } = await serving({ 'index.html': '<!doctype html>' });

    expect((await ask(server, { path: `http://${server.host}/` })).statusCode).toBe(400);
    expect((await ask(server, { method: 'OPTIONS', path: '*' })).statusCode).toBe(400);
  });

  it('K2 answers a message whose length is said twice, in two ways', async () => {
    const answer = vi.fn<Answering>();
    const world = await serving({}, answer);
    const bearer = await enter(world);

    const head = [...headOf(world.server, bearer), 'Content-Length: 2', 'Transfer-Encoding: chunked'];
    const said = await speakRaw(world.server, [...head, '', '4', '{}{}', '0', '', ''].join('\r\n'));

    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toHaveBeenCalled();
  });

  it('K2 takes nothing for a message that goes on behind its length', async () => {
    const answer = vi.fn<Answering>(() => Promise.resolve('heard'));
    const world = await serving({}, answer);
    const bearer = await enter(world);

    const said = await speakRaw(world.server, [...headOf(world.server, bearer), 'Content-Length: 2', '', '{}{"more":1}'].join('\r\n'));

    expect(answer.mock.calls).toEqual([['call', {}]]);
    expect(said).toContain('400 Bad Request');
  });

  it('K2 answers a message that is no text, though it could be read as one', async () => {
    const answer = vi.fn<Answering>();
    const world = await serving({}, answer);
    const bearer = await enter(world);

    expect((await post(world.server, 'call', bearer, Buffer.from([0x22, 0xff, 0x22]))).statusCode).toBe(400);
    expect(answer).not.toHaveBeenCalled();
  });

  const NO_CODES = ['null', '"code"', '5', 'true', '[]', '{}', '{"code":5}', '{"code":""}'];
  it.each(NO_CODES)('K2 answers %s in the place of a code, and says no more than to a wrong one', async (body) => {
    const { server, sessions, logged } = await serving();
    const code = sessions.issueCode();

    const response = await post(server, 'exchange', '', body);

    expect([response.statusCode, await text(response), logged]).toEqual([401, '', []]);
    expect(sessions.exchange(code), 'the code is still good').not.toBeNull();
  });
});

describe('an answer', () => {
  it('K2 is JSON under the strict policy, and knows by which road it was asked', async () => {
    const world = await serving({}, (road, message) => Promise.resolve({ road, message }));
    const bearer = await enter(world);

    for (const road of ['call', 'chooser']) {
      const response = await post(world.server, road, bearer, '{"a":1}');
      expect(response.headers).toMatchObject({ ...STRICT, 'content-type': 'application/json; charset=utf-8' });
      expect(JSON.parse(await text(response))).toEqual({ road, message: { a: 1 } });
    }
  });

  it.each([
    [new Error('no more room'), 'loopback: no more room'],
    ['a word', 'loopback: unknown trouble'],
  ])('K5 that fails is told in the log, and the page hears that it failed (%s)', async (trouble, line) => {
    const world = await serving({}, () => Promise.reject(trouble));
    const bearer = await enter(world);

    const response = await post(world.server, 'call', bearer);

    expect([response.statusCode, await text(response)]).toEqual([500, '']);
    expect(world.logged).toEqual([line]);
  });

  it('K5 that fails once it has begun is cut off, and the server goes on', async () => {
    const world = await serving({ 'index.html': '<!doctype html>' });
    const bearer = await enter(world);
    world.troubles.push(new Error('no more room'));

    const stream = await post(world.server, 'events', bearer);

    await expect(text(stream)).rejects.toThrow('aborted');
    expect(world.logged).toEqual(['loopback: no more room']);
    expect((await ask(world.server, {})).statusCode).toBe(200);
  });
});

describe('the stream of the page', () => {
  it('K2 is of JSON lines, under the strict policy, and brings what is sent', async () => {
    const world = await serving();
    expect(world.server.send({ event: 'early' }), 'nobody there').toBe(false);
    const stream = await post(world.server, 'events', await enter(world));

    expect(world.server.send({ event: 'one' })).toBe(true);
    expect(world.server.send({ event: 'two' })).toBe(true);
    await world.server.close();

    expect(stream.headers).toMatchObject({ ...STRICT, 'content-type': 'application/x-ndjson; charset=utf-8' });
    expect(await text(stream)).toBe('{"event":"one"}\n{"event":"two"}\n');
  });

  it('K2 ends when another page enters, and the page is gone only with the last of its streams', async () => {
    const world = await serving();
    const bearer = await enter(world);
    const streams = [await post(world.server, 'events', bearer), await post(world.server, 'events', bearer)];
    expect(world.presence).toEqual([true, true]);

    const next = await enter(world);
    await Promise.all(streams.map((stream) => text(stream)));

    expect(world.presence).toEqual([true, true, false]);
    expect(world.server.send({}), 'nobody left').toBe(false);
    await post(world.server, 'events', next);
    expect(world.presence).toEqual([true, true, false, true]);
  });
});

describe('connections of other programs', () => {
  it('K2 B-9 never cost the page its stream', async () => {
    const world = await serving();
    const stream = await post(world.server, 'events', await enter(world));
    for (let opened = 0; opened < 2 * MOST_CONNECTIONS; opened += 1) await silent(world.server);

    world.server.send({ event: 'still here' });
    expect(String((await once(stream, 'data'))[0])).toBe('{"event":"still here"}\n');
  });

  it.each(['call', 'chooser'])('K2 B-9 never cost the page what it is waiting for (%s)', async (road) => {
    const waits: (() => void)[] = [];
    const world = await serving({}, () => new Promise((resolve) => void waits.push(() => resolve('at last'))));
    const waiting = post(world.server, road, await enter(world));
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    const opened: Socket[] = [];
    for (let more = 0; more < 2 * MOST_CONNECTIONS; more += 1) opened.push(await silent(world.server));
    await vi.waitFor(() => expect(opened.some(({ closed }) => closed)).toBe(true));

    waits[0]?.();
    expect(await text(await waiting)).toBe('"at last"');
  });

  it('K2 B-9 give way to newer ones when they have asked for what anybody may have', async () => {
    const { server } = await serving({ 'index.html': '<!doctype html>' });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const page = await ask(server, { agent });
    const closed = once(page.socket, 'close');
    await text(page);
    for (let opened = 0; opened < MOST_CONNECTIONS; opened += 1) await silent(server);

    await closed;
  });
});

it('K2 fails aloud where it cannot listen', async () => {
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function listen(this: Server) {
    queueMicrotask(() => void this.emit('error', new Error('no address is free')));
    return this;
  });
  onTestFinished(() => void vi.restoreAllMocks());

  await expect(serving()).rejects.toThrow('no address is free');
});
