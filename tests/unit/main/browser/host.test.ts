// Tests of the application behind the loopback: its file chooser and its events reach the page, and quitting waits for it.
import { once } from 'node:events';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

import type { ChooserRequest } from '@contract/chooser.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';

import { hostBrowserShell } from '../../../../main/browser/host.ts';
import { CODE_LIFE_MS } from '../../../../main/browser/sessions.ts';
import { enterBy, exchange } from '../../../support/entered-page.ts';
import { NOW } from '../../../support/moment.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';

afterEach(() => void vi.restoreAllMocks());

/** The application with folders of the test, and a page that has entered. */
async function hosted() {
  const folder = await temporaryFolder();
  const [data, documents] = [path.join(folder, 'data'), path.join(folder, 'Documents')];
  await mkdir(documents);
  const quits: string[] = [];
  const presence: boolean[] = [];
  const host = await hostBrowserShell({
    folders: { data, documents, resources: path.resolve('resources'), scripts: folder },
    window: folder,
    clock: { now: () => NOW, isBelievable: () => true, offsetMinutes: () => 120 },
    quit: () => void quits.push('quit'),
    onPresence: (isPresent) => void presence.push(isPresent),
  });
  onTestFinished(() => host.close());
  return { host, data, documents, quits, presence, ...(await pageAt(host.newAddress())) };
}

/** The page has entered, and answers about the chooser as well. */
async function pageAt(address: string) {
  const page = await enterBy(address);
  const tell = async (message: object): Promise<unknown> => (await page.post('chooser', message)).json();
  return { ...page, tell, listen: () => listenBy((signal) => page.post('events', {}, signal)) };
}

/** A page's stream. `next` returns its messages one by one. */
async function listenBy(open: (signal: AbortSignal) => Promise<Response>) {
  const leaving = new AbortController();
  const { body } = await open(leaving.signal);
  if (body === null) throw new Error('no stream');
  const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]).on('error', () => undefined);
  const lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => JSON.parse(String((await lines.next()).value)) as Record<string, unknown>;
  return { next, leave: () => leaving.abort() };
}
const chooserIn = (message: Record<string, unknown>) => message['chooser'] as ChooserRequest;

it('K2 shows its file chooser in the page, in the language of the page, and takes the folder that is chosen there', async () => {
  const { call, tell, listen, documents } = await hosted();
  await call('settings.save', { settings: { locale: 'en', theme: 'system', hidesFirstSteps: false, locksAfter: 10 } });
  const { next } = await listen();
  const choosing = call('library.choose');

  const { requestId, mode, places, texts } = chooserIn(await next());
  expect([mode, texts]).toEqual(['folder', outerTextsOf('en').chooser]);
  const place = places.find(({ label }) => label === texts.documents);
  expect(await tell({ act: 'choose', requestId, token: place?.token, name: null, isReplacing: false })).toEqual({ done: true });

  expect(await choosing).toMatchObject({ ok: true, value: { folderPath: documents } });
});

it('K2 gives a dialog up when the page that shows it is gone, and not when it listens once more', async () => {
  const { call, tell, listen, presence } = await hosted();
  const first = await listen();
  const choosing = call('project.choose');
  const { requestId, places } = chooserIn(await first.next());
  const second = await listen();
  expect(await tell({ act: 'list', requestId, token: places[0]?.token }), 'still open').toMatchObject({ parent: null });

  first.leave();
  second.leave();

  expect(await choosing).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(presence).toEqual([true, true, false]);
});

it('K2 tells the page what happens: a file that the system hands over', async () => {
  const { host, call, listen, documents } = await hosted();
  const file = path.join(documents, 'mission.tierce');
  await copyFile(EXAMPLE, file);
  await call('app.start');
  const { next } = await listen();

  await host.openPath(file);

  expect(await next()).toMatchObject({ event: 'opened', data: { ok: true, value: { fileName: 'mission.tierce' } } });
});

it('A2 K2 asks the page for what is being typed before it writes, and waits until it has come', async () => {
  const { host, call, listen } = await hosted();
  const { next } = await listen();
  let isFinished = false;
  const finishing = host.finish().finally(() => (isFinished = true));

  expect(await next()).toEqual({ event: 'closing', data: {} });
  await call('app.start');
  expect(isFinished, 'it may have more to say').toBe(false);
  await call('app.settled', { unsent: 0 });

  expect(await finishing).toEqual({ ok: true, value: null });
});

it('A2 K2 says what could not be written, and keeps it open', async () => {
  const { host, call, documents } = await hosted();
  const file = path.join(documents, 'mission.tierce');
  await copyFile(EXAMPLE, file);
  await host.openPath(file);
  type Opened = { readonly value: { readonly opened: { readonly value: { readonly documentId: string; readonly revision: number } } } };
  const { documentId, revision } = ((await call('app.start')) as Opened).value.opened.value;
  const command = { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Autre chose.' } } };
  expect(await call('project.run', { documentId, commandId: 'command-01', baseRevision: revision, command })).toMatchObject({ ok: true });
  await rm(documents, { recursive: true });

  expect(await host.finish()).toMatchObject({ ok: false });
  expect(await call('project.read', { documentId })).toMatchObject({ ok: true });
});

it('K2 ends when the page says so, once everything is written', async () => {
  const { call, quits } = await hosted();
  expect(await call('app.quit')).toEqual({ ok: true, value: null });
  expect(quits).toEqual(['quit']);
});

it('K2 takes a code for its minute, and no longer', async () => {
  const { host } = await hosted();
  const address = host.newAddress();
  const then = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => then + CODE_LIFE_MS + 1_000);

  expect((await exchange(address)).status).toBe(401);
});

it('K5 notes a message that broke off, with its time and nothing of what it said', async () => {
  const { authority, bearer, data } = await hosted();
  const [name = '', port] = authority.split(':');
  const socket = connect(Number(port), name);
  const from = [`Host: ${authority}`, `Origin: http://${authority}`, `Authorization: Bearer ${bearer}`];
  const head = ['POST /tierce/call HTTP/1.1', ...from, 'Content-Type: application/json', 'Content-Length: 100'];
  socket.write(`${head.join('\r\n')}\r\n\r\n{"channel":"secret`);
  await once(socket, 'connect');
  socket.end();

  const log = await vi.waitFor(() => readFile(path.join(data, 'tierce.log'), 'utf8'));
  expect(log).toBe(`${NOW} loopback: aborted\n`);
});
