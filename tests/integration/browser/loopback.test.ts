// The loopback server as an outsider on the same computer sees it: each refusal, and the one way in.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { hostBrowserShell } from '../../../main/browser/host.ts';
import type { Host } from '../../../main/browser/host.ts';
import { systemClock } from '../../../main/system.ts';

let folder: string;
let host: Host;
let presence: boolean[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loopback-'));
  await mkdir(path.join(folder, 'window', 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'window', 'index.html'), '<!doctype html><script type="module" src="./assets/a.js"></script>');
  await writeFile(path.join(folder, 'window', 'assets', 'a.js'), 'export {};');
  await writeFile(path.join(folder, 'secret.js'), 'secret');
  presence = [];
  host = await hostBrowserShell({
    folders: { data: path.join(folder, 'data'), documents: folder, resources: folder, scripts: folder },
    window: path.join(folder, 'window'),
    clock: systemClock,
    quit: () => undefined,
    onPresence: (isPresent) => void presence.push(isPresent),
  });
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Sends plain HTTP, which a browser would not let a page do: every header is ours. */
function speak(
  authority: string,
  options: { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string; address?: string },
): Promise<Answer> {
  const [name = '', port = ''] = authority.split(':');
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: options.address ?? name,
        port,
        method: options.method ?? 'GET',
        path: options.path ?? '/',
        headers: { host: authority, ...options.headers },
      },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        if (options.path === '/tierce/events') resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const post = (authority: string, road: string, message: unknown, headers: OutgoingHttpHeaders = {}) => {
  const body = JSON.stringify(message);
  return speak(authority, {
    method: 'POST',
    path: road,
    body,
    headers: { origin: `http://${authority}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  });
};

/** Enters as the page does. */
async function enter() {
  const [authority, code] = addressParts(host.newAddress());
  const answer = await post(authority, '/tierce/exchange', { code });
  const { bearer } = JSON.parse(answer.text) as { bearer: string };
  return { authority, headers: { authorization: `Bearer ${bearer}` } };
}

function addressParts(address: string): [authority: string, code: string] {
  const url = new URL(address);
  return [url.host, url.hash.slice(1)];
}

describe('the loopback server', () => {
  it('serves the page with its bridge first, under the strict policy, never stored', async () => {
    const [authority] = addressParts(host.newAddress());

    const page = await speak(authority, {});

    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /<meta name="google" content="notranslate">.*<script type="module" src="\/http-bridge\.js"><\/script><script type="module" src="\.\/assets\/a\.js">/,
    );
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    expect((await speak(authority, { path: '/assets/a.js' })).headers['content-type']).toContain('text/javascript');
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/absent.js', '//secret.js'])(
    'gives nothing at %s',
    async (path_) => {
      const [authority] = addressParts(host.newAddress());

      expect((await speak(authority, { path: path_ })).status).toBe(404);
    },
  );

  it('keeps the code out of what is sent: it is in the fragment', () => {
    const url = new URL(host.newAddress());

    expect(url.search).toBe('');
    expect(url.hash.length).toBeGreaterThan(40);
  });

  it('answers the page that has exchanged its code', async () => {
    const { authority, headers } = await enter();

    const answer = await post(authority, '/tierce/call', { channel: 'app.start', args: {} }, headers);

    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { profile: null } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('checks the arguments of a call like every shell', async () => {
    const { authority, headers } = await enter();
    const said = async (message: unknown): Promise<unknown> => JSON.parse((await post(authority, '/tierce/call', message, headers)).text);

    expect(await said({ channel: 'app.start', args: { more: 1 } })).toMatchObject({ ok: false, failure: { code: 'message-invalid' } });
    expect(await said({ channel: 'constructor', args: {} })).toMatchObject({ ok: false, failure: { code: 'channel-unknown' } });
    expect(await said(null)).toMatchObject({ ok: false, failure: { code: 'channel-unknown' } });
  });

  it('exchanges a code once, and no other', async () => {
    const [authority, code] = addressParts(host.newAddress());
    expect((await post(authority, '/tierce/exchange', { code: 'x'.repeat(43) })).status).toBe(401);
    expect((await post(authority, '/tierce/exchange', { code: [code] })).status).toBe(401);
    expect((await post(authority, '/tierce/exchange', { code })).status).toBe(200);

    expect((await post(authority, '/tierce/exchange', { code })).status).toBe(401);
  });

  it('forgets the page before when another has entered', async () => {
    const first = await enter();
    await enter();

    expect((await post(first.authority, '/tierce/call', { channel: 'app.start', args: {} }, first.headers)).status).toBe(401);
  });

  it.each<[string, OutgoingHttpHeaders, number]>([
    ['no bearer', { authorization: '' }, 401],
    ['a wrong bearer', { authorization: `Bearer ${'x'.repeat(43)}` }, 401],
    ['another host', { host: 'evil.example' }, 403],
    ['localhost for a name', { host: 'localhost' }, 403],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['the origin of a file', { origin: 'null' }, 403],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['too large a message', { 'content-length': 9_000_000 }, 413],
  ])('refuses a call with %s', async (_, change, status) => {
    const { authority, headers } = await enter();

    expect((await post(authority, '/tierce/call', { channel: 'app.start', args: {} }, { ...headers, ...change })).status).toBe(status);
  });

  it('refuses what is not JSON', async () => {
    const { authority, headers } = await enter();
    const body = '{"channel":';

    const answer = await speak(authority, {
      method: 'POST',
      path: '/tierce/call',
      body,
      headers: { ...headers, origin: `http://${authority}`, 'content-type': 'application/json', 'content-length': body.length },
    });

    expect(answer.status).toBe(400);
  });

  it('refuses a preflight and every other method', async () => {
    const { authority } = await enter();
    for (const method of ['OPTIONS', 'GET', 'PUT', 'DELETE']) {
      expect(
        (await speak(authority, { method, path: '/tierce/call', headers: { origin: 'http://evil.example' } })).status,
      ).toBeGreaterThanOrEqual(403);
    }
  });

  it('listens on the loopback address alone', async () => {
    const [authority] = addressParts(host.newAddress());
    const others = Object.values(networkInterfaces())
      .flatMap((some) => some ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) await expect(speak(authority, { address })).rejects.toThrow('ECONNREFUSED');
  });

  it('notices the page come and go by its stream', async () => {
    const { authority, headers } = await enter();
    await post(authority, '/tierce/events', {}, headers);
    expect(presence).toEqual([true]);

    await enter();

    await expect.poll(() => presence).toEqual([true, false]);
  });
});
