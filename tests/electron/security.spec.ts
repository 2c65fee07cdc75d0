// What the window can reach and what it cannot, on a real Electron, as an ordinary user with the whole sandbox.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import type { JSHandle, Page } from '@playwright/test';

import type { ElectronTestApp } from '../e2e/shells/electron-app.ts';
import { expect, test } from './electron-test.ts';

// Every test here provokes refusals, which the page reports in its console.
test.use({ isSilent: false });

/** What the policy of the page refuses from now on: the directive of each refusal. */
function refusalsIn(page: Page): Promise<JSHandle<readonly string[]>> {
  return page.evaluateHandle(() => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.push(effectiveDirective));
    return directives;
  });
}

/** The page's navigations that main sees from now on: whether each was prevented. */
function navigationsOf(app: ElectronTestApp): Promise<JSHandle<readonly boolean[]>> {
  return app.electron().evaluateHandle(({ BrowserWindow }) => {
    const prevented: boolean[] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => void prevented.push(event.defaultPrevented));
    return prevented;
  });
}

test('the window reaches exactly the contract', async ({ standing: app }) => {
  const reach = await app.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    const doors = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'ipcRenderer',
      'electron',
      'contextBridge',
      '__dirname',
      'setImmediate',
    ];
    return {
      bridge: Object.keys(world['tierce'] as object).toSorted(),
      doors: doors.filter((name) => world[name] !== undefined),
      isFrozen: Object.isFrozen(world['tierce']),
    };
  });

  expect(reach).toEqual({ bridge: ['call', 'on'], doors: [], isFrozen: true });
});

test('the bridge knows no other channel and no other event', async ({ standing: app }) => {
  const answers = await app.page.evaluate(async () => {
    const { call, on } = (
      globalThis as unknown as {
        tierce: { call: (channel: string, args: unknown) => Promise<unknown>; on: (event: string, listener: () => void) => unknown };
      }
    ).tierce;
    return [
      await call('shell.openPath', { path: '/etc/passwd' }),
      await call('__proto__', {}),
      await call('app.start', { path: '/etc/passwd' }),
      typeof on('ELECTRON_BROWSER_EVENT', () => undefined),
    ];
  });

  expect(answers).toMatchObject([
    { failure: { code: 'channel-unknown' } },
    { failure: { code: 'channel-unknown' } },
    { failure: { code: 'message-invalid' } },
    'function',
  ]);
});

test("the window's process has its seccomp filter and is not root", async ({ app }) => {
  test.skip(process.platform !== 'linux', 'seccomp is a thing of Linux');
  const pid = await app.electron().evaluate(({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'Tab')?.pid);

  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');

  expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe('2');
  expect(/^Uid:\s*(\d+)/m.exec(status)?.[1]).not.toBe('0');
  for (const one of await app.electron().evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid: each }) => each))) {
    expect(readFileSync(`/proc/${String(one)}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  }
});

test('the window keeps its isolation whatever it is asked', async ({ standing: app }) => {
  const preferences = await app.electron().evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });

  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(preferences.webviewTag ?? false).toBe(false);
});

test('navigation is refused and nothing arrives', async ({ standing: app, intruder }) => {
  const before = app.page.url();
  const address = `http://127.0.0.1:${String(intruder.port)}/`;
  const [refusals, navigations] = [await refusalsIn(app.page), await navigationsOf(app)];

  await app.page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
  }, address);
  await expect.poll(() => navigations.jsonValue()).toEqual([true]);
  await app.page.evaluate((to) => location.assign(to), address);
  await expect.poll(() => navigations.jsonValue()).toEqual([true, true]);
  await app.page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { action, method: 'post' });
    document.body.append(form);
    form.submit();
  }, address);
  await expect.poll(() => refusals.jsonValue()).toEqual(['form-action']);

  expect(app.page.url()).toBe(before);
  expect(await intruder.visits()).toBe(0);
});

test('a dropped file does not replace the page', async ({ standing: app }) => {
  const [before, { length: heard }] = [app.page.url(), app.troubles];
  await app.page.evaluate(() => location.assign('file:///etc/passwd'));

  await expect.poll(() => app.troubles.slice(heard)).toContainEqual(expect.stringContaining('Not allowed to load local resource'));
  expect(app.page.url()).toBe(before);
});

test('no other window opens', async ({ standing: app, intruder }) => {
  const opened = await app.page.evaluate(
    (address) => {
      const link = document.createElement('a');
      link.href = address;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return [window.open(address), window.open('about:blank'), window.open('tierce://app/')].map((one) => one === null);
    },
    `http://127.0.0.1:${String(intruder.port)}/`,
  );

  expect(opened).toEqual([true, true, true]);
  expect(await app.electron().evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(await intruder.visits()).toBe(0);
});

test('a webview stays an unknown element', async ({ standing: app, intruder }) => {
  const hasMethods = await app.page.evaluate(
    (address) => {
      const view = document.createElement('webview');
      view.setAttribute('src', address);
      document.body.append(view);
      return 'loadURL' in view || 'getWebContentsId' in view;
    },
    `http://127.0.0.1:${String(intruder.port)}/`,
  );

  expect(hasMethods).toBe(false);
  expect(await intruder.visits()).toBe(0);
});

test('every permission is refused', async ({ standing: app }) => {
  const answers = await app.page.evaluate(async () => {
    const refused = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : 'refused'),
      );
    return {
      notifications: await Notification.requestPermission(),
      media: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      position: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('refused')))),
      ),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });

  expect(answers.notifications).toBe('denied');
  for (const answer of [answers.media, answers.screen, answers.position, answers.clipboard]) expect(answer).not.toBe('granted');
});

test('a download is refused', async ({ standing: app }) => {
  const seen = await app.electron().evaluateHandle(({ session }) => {
    const states: boolean[] = [];
    session.defaultSession.on('will-download', (event) => void states.push(event.defaultPrevented));
    return states;
  });
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'intruder.txt';
    document.body.append(link);
    link.click();
  });

  await expect.poll(() => seen.jsonValue()).toEqual([true]);
  expect(readdirSync(app.folders.base, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('intruder'))).toEqual([]);
});

/** The directives that refuse the page's requests; for possible later requests (`prefetch`), each Chromium reports something else. */
const REFUSALS = [
  'connect-src',
  'connect-src',
  'connect-src',
  'connect-src',
  'connect-src',
  'frame-src',
  'img-src',
  'media-src',
  'object-src',
  'script-src-elem',
  'style-src-elem',
];

test('no request of the page reaches a network, by any road', async ({ standing: app, intruder }) => {
  const refusals = await refusalsIn(app.page);
  const results = await app.page.evaluate(async (port) => {
    const address = `http://127.0.0.1:${String(port)}/`;
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'through',
        () => 'refused',
      );
    const opened = (one: WebSocket | EventSource) =>
      new Promise((resolve, reject) => void [one.addEventListener('open', resolve), one.addEventListener('error', reject)]);
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender'])
      document.head.append(Object.assign(document.createElement('link'), { rel, href: address }));
    for (const name of ['img', 'script', 'iframe', 'video'])
      document.head.append(Object.assign(document.createElement(name), { src: address }));
    document.body.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
      Object.assign(document.createElement('object'), { data: address }),
    );
    navigator.sendBeacon(address, 'x');
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${String(port)}` }] });
    peer.createDataChannel('x');
    const gathered = new Promise((resolve) =>
      peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && resolve(null)),
    );
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
    const source = new EventSource(address);
    return Promise.all(
      [
        fetch(address),
        fetch(address, { mode: 'no-cors' }),
        opened(new WebSocket(address.replace('http', 'ws'))),
        opened(source).finally(() => source.close()),
      ].map(outcome),
    );
  }, intruder.port);

  expect(results).toEqual(['refused', 'refused', 'refused', 'refused']);
  await expect
    .poll(async () => (await refusals.jsonValue()).filter((directive) => REFUSALS.includes(directive)).toSorted())
    .toEqual(REFUSALS);
  expect(await intruder.visits()).toBe(0);
});

test('the session refuses the network by itself, without the help of the page policy', async ({ app, intruder }) => {
  const outcomes = await app.electron().evaluate(async ({ net, session, BrowserWindow }, port) => {
    const asked = (url: string) =>
      new Promise<string>((resolve) => {
        const request = net.request({ url, session: session.defaultSession });
        request.on('response', () => resolve('through'));
        request.on('error', (error) => resolve(error.message));
        request.end();
      });
    // A page without any policy, in the same session.
    const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    const loading = await bare.loadURL(`http://127.0.0.1:${String(port)}/`).then(
      () => 'through',
      (error: Error) => error.message,
    );
    bare.destroy();
    return [await asked(`http://127.0.0.1:${String(port)}/`), await asked('http://localhost/'), loading];
  }, intruder.port);

  for (const outcome of outcomes) expect(outcome).toMatch(/ERR_(BLOCKED_BY_CLIENT|FAILED|NAME_NOT_RESOLVED)/);
  expect(await intruder.visits()).toBe(0);
});

test('a worker has no road either', async ({ standing: app, intruder }) => {
  const outcome = await app.page.evaluate(
    (port) =>
      new Promise((resolve) => {
        try {
          const code = `fetch('http://127.0.0.1:${String(port)}/').then(() => postMessage('through'), () => postMessage('refused'))`;
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.addEventListener('message', ({ data }) => resolve(data));
          worker.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      }),
    intruder.port,
  );

  expect(outcome).toBe('refused');
  expect(await intruder.visits()).toBe(0);
});

test('a message from a subframe is refused', async ({ app }) => {
  const answers = await app.electron().evaluate(async ({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    await contents.executeJavaScript("document.body.append(Object.assign(document.createElement('iframe'), { id: 'inner' })); null");
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, args: unknown) => unknown> })._invokeHandlers;
    const handle = handlers.get('app.start')!;
    const inner = contents.mainFrame.frames[0];
    // Electron wraps handlers: some versions return the answer, others pass it to the event.
    const ask = (senderFrame: unknown, sender: unknown) =>
      new Promise<{ ok: boolean; failure?: { code: string } }>((resolve, reject) => {
        const answer = handle({ sender, senderFrame, _reply: resolve, _throw: reject, sendReply: resolve }, {});
        void Promise.resolve(answer).then((value) => value !== undefined && resolve(value as { ok: boolean }), reject);
      });
    const stranger = new BrowserWindow({ show: false });
    const results = [
      await ask(contents.mainFrame, contents),
      await ask(inner, contents),
      await ask(null, contents),
      await ask(stranger.webContents.mainFrame, stranger.webContents),
    ];
    stranger.destroy();
    return { hasInner: inner !== undefined, codes: results.map(({ ok, failure }) => (ok ? 'heard' : failure?.code)) };
  });

  expect(answers.hasInner).toBe(true);
  expect(answers.codes).toEqual(['heard', 'sender-refused', 'sender-refused', 'sender-refused']);
});

test('a subframe has no bridge', async ({ standing: app }) => {
  const inside = await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof (frame.contentWindow as unknown as { tierce?: unknown }).tierce;
  });

  expect(inside).toBe('undefined');
});

test('the scheme gives nothing outside the window folder', async ({ standing: app }) => {
  const statuses = await app.page.evaluate(async () => {
    const ask = (address: string, method = 'GET') =>
      fetch(address, { method }).then(
        ({ status }) => status,
        () => 'refused' as const,
      );
    return {
      page: await ask('tierce://app/index.html'),
      outside: await Promise.all(
        [
          '/../package.json',
          '/%2e%2e/main/package.json',
          '/..%2f..%2f..%2fetc%2fpasswd',
          '/assets/%2e%2e/%2e%2e/main/package.json',
          '//etc/passwd',
          '/%00',
          '/%5c..%5cmain',
        ].map((path) => ask(`tierce://app${path}`)),
      ),
      host: await ask('tierce://other/index.html'),
      post: await ask('tierce://app/index.html', 'POST'),
      file: await ask('file:///etc/passwd'),
    };
  });

  expect(statuses.page).toBe(200);
  for (const status of [...statuses.outside, statuses.host, statuses.post, statuses.file])
    expect(['refused', 400, 404, 405]).toContain(status);
});

test('the page carries the strict policy', async ({ standing: app }) => {
  const policy = await app.page.evaluate(async () => (await fetch('tierce://app/')).headers.get('content-security-policy'));
  const evaluated = await app.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruded = true;';
    document.head.append(script);
    return (globalThis as unknown as { intruded?: boolean }).intruded ?? false;
  });

  expect(policy).toContain("default-src 'none'");
  expect(evaluated).toBe(false);
});

test('nothing of Chromium lies in the folder of the documents', async ({ tierce, folders }) => {
  await tierce.close();

  expect(readdirSync(folders.documents)).toEqual([]);
  expect(existsSync(folders.data)).toBe(true);
});
