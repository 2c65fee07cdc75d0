// The window's copy of a project: commands in turn, stale copies read again, lost replies repaired.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge, Channel } from '@contract/channels.ts';
import type { Applied } from '@contract/project.ts';
import type { Command } from '@domain/commands/command.ts';
import type { Change } from '@domain/document.ts';
import { expectOk, ok, refuse, type Result } from '@domain/result.ts';
import { startedDocument } from '../../support/documents.ts';
import { openProject } from '../../support/open-project.ts';
import { adopt, answered, applyToView, readAgain, run, stepWithUndo, takeOver } from '../../../renderer/state/project.ts';
import { call } from '../../../renderer/state/bridge.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { Typing } from '../../../renderer/state/typing.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

const document = startedDocument();
const mission = document.accompaniment.mission['single']!;
const OPENED = openProject({ document });
const COMMAND: Command = { name: 'record.update', args: { table: 'mission', id: 'single', fields: { territory: 'Provins' } } };

function titled(title: string): readonly Change[] {
  return [{ table: 'mission', id: 'single', before: mission, after: { ...mission, title } }];
}

function applied(revision: number, changes: readonly Change[]): Result<Applied> {
  return ok({
    revision,
    changes,
    label: { command: 'record.update', table: 'mission', title: '' },
    undo: { undo: null, redo: null },
    saveState: { where: 'journal', at: null, failure: null, isSafeHere: true },
  });
}

/** A bridge that answers in the order given, and records what it was asked. */
function answering(...replies: readonly (Result<unknown> | 'lost')[]) {
  const asked: { readonly channel: Channel; readonly args: unknown }[] = [];
  const queue = [...replies];
  const call = vi.fn((channel: Channel, args: unknown) => {
    asked.push({ channel, args });
    const reply = queue.shift();
    return reply === undefined || reply === 'lost' ? Promise.reject(new Error('lost')) : Promise.resolve(reply);
  });
  vi.stubGlobal('window', {
    history: { state: null, pushState: () => undefined },
    tierce: { call, on: () => () => undefined } as unknown as Bridge,
  });
  return asked;
}

const title = (): string | undefined => windowStore.get().project?.document.accompaniment.mission['single']?.title;

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  windowStore.set({ messages: [] });
  adopt(OPENED);
});

it('applies what main answers and goes on from its revision', async () => {
  const asked = answering(applied(5, titled('Un')), applied(6, titled('Deux')));

  await Promise.all([run(COMMAND), run(COMMAND)]);

  expect(title()).toBe('Deux');
  expect(asked.map(({ args }) => args)).toMatchObject([{ baseRevision: 4 }, { baseRevision: 5 }]);
  expect(windowStore.get().unsent).toBe(0);
});

it('A9 leads Home when main had to let the file go', async () => {
  answering(refuse({ code: 'document-unknown' }));

  await readAgain();

  expect([windowStore.get().project, windowStore.get().route]).toMatchObject([null, { screen: 'home' }]);
});

it('reads the project again when its copy was stale, and sends the same command once more', async () => {
  const asked = answering(refuse({ code: 'stale', revision: 9 }), ok({ ...OPENED, revision: 9 }), applied(10, titled('Après')));

  await run(COMMAND);

  expect(asked.map(({ channel }) => channel)).toEqual(['project.run', 'project.read', 'project.run']);
  expect(asked[2]?.args).toMatchObject({ baseRevision: 9, commandId: (asked[0]?.args as { commandId: string }).commandId });
  expect(title()).toBe('Après');
});

it('asks the same again when a reply was lost, so that main does not act twice', async () => {
  const asked = answering('lost', applied(5, titled('Une seule fois')));

  expect(await run(COMMAND)).toHaveLength(1);

  expect(asked[1]).toEqual(asked[0]);
  expect(title()).toBe('Une seule fois');
});

it('reads the project again when replies stay lost, and says that something went wrong', async () => {
  const fresh = applyToView(document, titled('Écrit par main'));
  answering('lost', 'lost', ok({ ...OPENED, revision: 5, document: fresh }));

  expect(await run(COMMAND)).toBeNull();

  expect(title()).toBe('Écrit par main');
  expect(windowStore.get().messages.at(-1)?.tone).toBe('bad');
});

it('A2 is never left behind: a copy that is stale at the second try is read again too', async () => {
  const stale = refuse({ code: 'stale', revision: 9 });
  answering(stale, ok({ ...OPENED, revision: 9 }), stale, ok({ ...OPENED, revision: 12 }));

  expect(await run(COMMAND)).toBeNull();

  expect(windowStore.get().project?.revision).toBe(12);
});

it('A2 sends what was typed in a file to that file when another one is handed over meanwhile', async () => {
  const asked = answering(applied(5, titled('Un')), applied(6, titled('Deux')), ok(null));
  const first = run(COMMAND);
  const second = run(COMMAND);

  await takeOver({ ...OPENED, documentId: 'd2', revision: 1 });
  await Promise.all([first, second]);

  expect(asked.map(({ channel, args }) => [channel, (args as { documentId: string }).documentId])).toEqual([
    ['project.run', 'd1'],
    ['project.run', 'd1'],
    ['project.close', 'd1'],
  ]);
  expect(windowStore.get().project).toMatchObject({ documentId: 'd2', revision: 1 });
  expect(title()).toBe(mission.title);
});

it('A2 never sends to a file the command that was given for another, and says so', async () => {
  const asked = answering();
  const late = run(COMMAND);
  adopt({ ...OPENED, documentId: 'd2' });

  expect(await late).toBeNull();

  expect(asked).toEqual([]);
  expect(windowStore.get().messages.at(-1)?.tone).toBe('bad');
});

it('keeps its copy as it was when main refuses, and says why', async () => {
  answering(refuse({ code: 'record-missing', table: 'sessions', id: 'x' }));

  expect(await run(COMMAND)).toBeNull();

  expect(title()).toBe(mission.title);
  expect(windowStore.get().messages.at(-1)?.text).toContain('n’existe plus');
});

it('never holds a sealed record', () => {
  const view = applyToView(document, [{ table: 'privateNotes', id: 'n', before: null, after: { id: 'n', box: 'sealed' } }]);

  expect(JSON.stringify(view)).not.toContain('sealed');
});

describe('one intention, one act', () => {
  const ADD: Command = { name: 'record.create', args: { table: 'organisations', fields: { name: 'Le Fournil' } } };

  it('I7 sends what creates a record once, however often one presses before it is answered', async () => {
    const asked = answering(applied(5, titled('Un')), applied(6, titled('Deux')));

    const [first, second] = await Promise.all([run(ADD), run(ADD)]);
    expect([asked.length, first === second]).toEqual([1, true]);

    await run(ADD);
    expect(asked).toHaveLength(2);
  });

  it('I7 does not take two different records, or one in two files, for one intention', async () => {
    const asked = answering(applied(5, titled('Un')), applied(6, titled('Deux')), applied(7, titled('Trois')));
    const other: Command = { name: 'record.create', args: { table: 'organisations', fields: { name: 'La Remise' } } };

    await Promise.all([run(ADD), run(other)]);
    const inFirst = run(ADD);
    windowStore.set({ project: { ...windowStore.get().project!, documentId: 'another-file' } });
    await Promise.all([inFirst, run(ADD)]);

    expect(asked.length).toBeGreaterThan(2);
  });
});

describe('the undoing that a message offers', () => {
  const REMOVE: Command = { name: 'record.remove', args: { table: 'deliverables', id: 'd-1' } };
  const remove = () => stepWithUndo((base) => call('project.run', { ...base, command: REMOVE }), { tone: 'accent', text: 'Retiré' });

  it('I7 names its step, and asks to undo that step alone', async () => {
    const asked = answering(applied(5, titled('Un')), applied(6, titled('Deux')));
    await remove();
    const [message] = windowStore.get().messages;
    message?.action?.run();
    await answered();

    expect(message?.action?.ofStep).toEqual({ documentId: OPENED.documentId, revision: 5 });
    expect(asked[1]).toMatchObject({ channel: 'project.undo', args: { step: 5, baseRevision: 5 } });
  });

  it('I7 says why nothing was undone when another step has followed', async () => {
    answering(applied(5, titled('Un')), refuse({ code: 'step-followed' }));
    await remove();
    windowStore.get().messages[0]?.action?.run();
    await answered();

    expect(windowStore.get().messages.at(-1)).toMatchObject({ tone: 'bad', action: null });
    expect(title()).toBe('Un');
  });

  it('I7 offers nothing where nothing differed: the last step is another one', async () => {
    const nothing = expectOk(applied(5, []));
    answering(ok({ ...nothing, label: { command: '', table: null, title: '' } }));

    expect(await remove()).toBe(true);
    expect(windowStore.get().messages).toMatchObject([{ text: 'Retiré', action: null }]);
  });

  it('I7 offers nothing for what was refused', async () => {
    answering(refuse({ code: 'record-missing', table: 'deliverables', id: 'd-1' }));

    expect(await remove()).toBe(false);
    expect(windowStore.get().messages).toMatchObject([{ tone: 'bad', action: null }]);
  });
});

it('A2 forgets what was refused in a file when another one takes its place, says so, and counts nothing of it', async () => {
  const typing = Typing.in<string>({
    place: 'mission/single/title',
    sends: 'on leaving',
    saved: () => undefined,
    keep: () => false,
    onLeft: () => undefined,
    onLost: () => undefined,
  });
  typing.type('Refusé');
  await typing.settle();
  const before = windowStore.get().unsent;
  adopt({ ...OPENED, documentId: 'another-file' });

  expect([before, windowStore.get().unsent, windowStore.get().typing, typing.shown.typed]).toEqual([1, 0, 0, undefined]);
  expect(windowStore.get().messages).toMatchObject([{ tone: 'bad' }]);
});
