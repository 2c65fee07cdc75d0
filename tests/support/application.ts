// A whole application in a temporary folder, its dialogs answered from a queue.
import { resolve } from 'node:path';
import { join } from 'node:path';
import type { Args, Channel, Value } from '@contract/channels.ts';
import type { EventName } from '@contract/events.ts';
import type { Result } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { onTestFinished } from 'vitest';
import { type Application, createApplication } from '../../main/application.ts';
import { render } from '../../main/documents/render.ts';
import type { Renderer } from '../../main/documents/renderer.ts';
import { type FileSystem, realFileSystem } from '../../main/files/file-system.ts';
import type { Shell } from '../../main/shell.ts';
import { countedIds, NOW } from './context.ts';
import { processNamed } from './running.ts';
import { handTimers, temporaryFolder } from './worlds.ts';

export const RESOURCES = resolve('resources');
/** Draws in the test's own thread: the worker is built code, tested by the journeys. */
export const hereRenderer: Renderer = {
  render: async (request) => ({ ok: true, value: await render(request, RESOURCES) }),
  stop: () => Promise.resolve(),
};

/** For tests of whether a document leaves this computer, not of what it shows. */
export const blankRenderer: Renderer = {
  render: () => Promise.resolve({ ok: true, value: { bytes: Buffer.from('%PDF-'), pages: 1, missing: [], lines: [] } }),
  stop: () => Promise.resolve(),
};

export type TestApplication = {
  /** Moves the application's clock forward, in minutes. */
  readonly wait: (minutes: number) => void;
  /** Every call to keep the window out of screen captures, in order. */
  readonly shielded: boolean[];
  readonly application: Application;
  readonly folder: string;
  readonly documents: string;
  readonly data: string;
  readonly call: <C extends Channel>(channel: C, args: Args<C>) => Promise<Result<Value<C>>>;
  /** The answers of the next dialogs, in order; `null` cancels. */
  readonly answers: (string | null)[];
  readonly clipboard: NonNullable<Shell['clipboard']>;
  readonly sent: [EventName, unknown][];
  readonly opened: string[];
  readonly logged: string[];
  readonly fire: () => number;
  readonly clock: Shell['clock'];
};

type Options = {
  readonly folder?: string;
  readonly files?: FileSystem;
  readonly areOthersGone?: boolean;
  readonly renderer?: Renderer;
  /** The system's secret store; none by default. */
  readonly secrets?: Shell['secrets'];
  /** Overrides of what the system says. */
  readonly system?: Partial<Pick<Shell, 'clock' | 'userName' | 'systemLocale'>>;
};

export async function testApplication(options: Options = {}): Promise<TestApplication> {
  const folder = options.folder ?? (await temporaryFolder());
  const answers: (string | null)[] = [];
  const sent: [EventName, unknown][] = [];
  const opened: string[] = [];
  const logged: string[] = [];
  const shielded: boolean[] = [];
  let waited = 0;
  const answer = (): Promise<string | null> => Promise.resolve(answers.shift() ?? null);
  const documents = join(folder, 'Documents');
  const data = join(folder, 'data');
  const clipboard = heldClipboard();
  const shell: Shell = {
    version: '0.1.0',
    folders: { data, documents, resources: RESOURCES, scripts: '' },
    dialogs: { chooseFile: answer, chooseFolder: answer, saveFile: answer },
    openWithSystem: (path) => Promise.resolve(opened.push(path) > 0),
    send: (event, payload) => void sent.push([event, payload]),
    quit: () => void opened.push('quit'),
    secrets: options.secrets ?? null,
    clipboard,
    shieldWindow: (isShielded) => void shielded.push(isShielded),
    clock: {
      now: () => instant(new Date(Date.parse(NOW) + waited * 60_000).toISOString()),
      isBelievable: () => true,
      offsetMinutes: () => 120,
    },
    newId: countedIds(`app${(started += 1)}`),
    running: processNamed({ areOthersGone: options.areOthersGone ?? true }),
    systemLocale: 'fr-FR',
    userName: 'Sonia Nadir',
    log: (line) => void logged.push(line),
    ...options.system,
  };
  const { later, fire } = handTimers();
  const application = await createApplication({
    shell,
    renderer: options.renderer ?? hereRenderer,
    later,
    files: options.files ?? realFileSystem,
  });
  onTestFinished(async () => void (await application.finish(true)));
  const call = (channel: string, args: unknown) => application.dispatch(channel, args);
  return {
    application,
    folder,
    documents,
    data,
    call: call as TestApplication['call'],
    answers,
    clipboard,
    sent,
    opened,
    logged,
    fire,
    shielded,
    clock: shell.clock,
    wait: (minutes) => void (waited += minutes),
  };
}

let started = 0;

/** A clipboard of the test's own. */
function heldClipboard() {
  let held = '';
  return { read: async () => held, write: async (text: string) => void (held = text) };
}
