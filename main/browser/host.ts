// Hosts the application on the loopback address, for one page at a time.
import type { ChooserRequest } from '@contract/chooser.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import type { Locale } from '@domain/text/locale.ts';

import { createApplication } from '../application.ts';
import type { Application } from '../application.ts';
import { readingApart } from '../library/reading-apart.ts';
import { workerRenderer } from '../documents/renderer.ts';
import { runningProcess } from '../locks/running-process.ts';
import type { Shell } from '../shell.ts';
import { newId, openLog, systemLocale, systemUserName } from '../system.ts';
import { version } from '../version.ts';
import { watchTraffic } from '../window/traffic.ts';
import type { Traffic } from '../window/traffic.ts';
import { createChooser } from './chooser.ts';
import type { Chooser } from './chooser.ts';
import { openWithSystem } from './open-with-system.ts';
import { pluggedOn } from './places.ts';
import { startServer } from './server.ts';
import { createSessions } from './sessions.ts';

export type HostOptions = {
  readonly folders: Shell['folders'];
  /** The built window. */
  readonly window: string;
  readonly clock: Shell['clock'];
  /** Dialogs to use instead of the page's own chooser. */
  readonly dialogs?: Shell['dialogs'];
  readonly quit: () => void;
  readonly onPresence: (isPresent: boolean) => void;
};

export type Host = {
  /** @returns the page's address with a fresh code, good for one exchange within a minute, or within `lifeMs` */
  readonly newAddress: (lifeMs?: number) => string;
  readonly locale: () => Locale;
  readonly openPath: Application['openPath'];
  /** Lets the window commit what is being typed, then writes everything. */
  readonly finish: () => ReturnType<Application['finish']>;
  readonly close: () => Promise<void>;
};

/** Starts the application and its server; nothing is shown yet. */
export async function hostBrowserShell(options: HostOptions): Promise<Host> {
  const log = openLog(options.folders.data, () => options.clock.now());
  const sessions = createSessions(() => performance.now());
  // Application and server need each other: the server answers nobody until the application exists, since no code has been issued yet.
  const server = await startServer({
    folder: options.window,
    sessions,
    log,
    answer: (road, message) => (road === 'chooser' ? chooser.answer(message) : answerCall(traffic, message)),
    onPresence: (isPresent) => {
      if (!isPresent) chooser.abandon();
      options.onPresence(isPresent);
    },
  });
  const locale = (): Locale => application.settings().locale;
  const places = { documents: options.folders.documents, plugged: pluggedOn(process.platform, systemUserName()) };
  const show = (request: ChooserRequest): void => void server.send({ chooser: request });
  const chooser = createChooser({ send: show, places, texts: () => outerTextsOf(locale()).chooser });
  const shell = shellOf(options, { chooser, log, send: (event, data) => void server.send({ event, data }) });
  const renderer = workerRenderer(options.folders, log);
  const entries = readingApart(options.folders.scripts, log);
  const application = await createApplication({ shell, renderer, entries });
  const traffic = watchTraffic(application.dispatch);
  return {
    // The fragment never leaves the page: it is in no log and no referrer.
    newAddress: (lifeMs) => `http://${server.host}/#${sessions.issueCode(lifeMs)}`,
    locale,
    openPath: application.openPath,
    async finish() {
      // A dialog that is still open would keep its message waiting for ever.
      chooser.abandon();
      await traffic.settle(() => server.send({ event: 'closing', data: {} }));
      return application.finish(false);
    },
    async close() {
      await server.close();
      await Promise.all([renderer.stop(), entries.stop()]);
    },
  };
}

function answerCall({ dispatch }: Traffic, message: unknown): Promise<unknown> {
  const { channel, args }: { channel?: unknown; args?: unknown } = typeof message === 'object' && message !== null ? message : {};
  return dispatch(channel, args);
}

type Parts = { readonly chooser: Chooser; readonly log: Shell['log']; readonly send: Shell['send'] };

function shellOf(options: HostOptions, { chooser, log, send }: Parts): Shell {
  return {
    version,
    folders: options.folders,
    dialogs: options.dialogs ?? chooser.dialogs,
    openWithSystem,
    send,
    quit: options.quit,
    secrets: null,
    clipboard: null, // the page does what it can: renderer/state/private-clipboard.ts
    shieldWindow: () => undefined, // a page cannot control who captures it
    clock: options.clock,
    newId,
    running: runningProcess(),
    systemLocale: systemLocale(process.env, process.platform),
    userName: systemUserName(),
    log,
  };
}
