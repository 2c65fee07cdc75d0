// E7: what the window holds in presentation mode: nothing of the desk or the notebook, wherever it was.
import type { Bridge, Channel } from '@contract/channels.ts';
import type { VaultStatus } from '@contract/vault.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { declarationOf, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { calendarDate } from '@domain/units.ts';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openProject } from '../../support/open-project.ts';
import { profileOf } from '../../support/profiles.ts';
import { call } from '../../../renderer/state/bridge.ts';
import { say, sayFailure, sayPrivately } from '../../../renderer/state/messages.ts';
import { goTo } from '../../../renderer/state/navigation.ts';
import { notebookStore, readNotes } from '../../../renderer/state/notebook.ts';
import { enterPresentation, leavePresentation, togglePresentation } from '../../../renderer/state/presentation.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { NAVIGATION, navigationIn, SCREENS } from '../../../renderer/state/screens.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { NO_LINKS } from '@domain/tables/private.ts';

const WORD = 'loutremauve';
const OPEN: VaultStatus = { state: 'open', locksInMs: 600_000 };
const NOTE = { id: 'note-1', date: calendarDate('2026-04-14'), ...NO_LINKS, text: WORD, writtenAt: null, isDropped: false };
const DESK_TABLES = tableNames().filter((table) => declarationOf(table).class === 'desk');

/** An open file with a record in each table of the desk. */
function privateProject() {
  const opened = openProject();
  const desk = Object.fromEntries(DESK_TABLES.map((table) => [table, { one: { id: 'one', note: WORD } }]));
  const undo = { undo: { command: 'record.create', table: 'trustMarks', title: WORD }, redo: null };
  return { ...opened, undo, document: { ...opened.document, desk: desk as unknown as typeof opened.document.desk } };
}

const asked: { readonly channel: Channel; readonly args: Record<string, unknown> }[] = [];
let answers: Partial<Record<Channel, () => Promise<Result<unknown>>>> = {};
/** What waits for the next picture. */
let pictures: (() => void)[] = [];
const draw = (): void => {
  const due = pictures;
  pictures = [];
  for (const act of due) act();
};
const of = (channel: Channel) => asked.filter((one) => one.channel === channel);

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  asked.length = 0;
  answers = {};
  const ask = (channel: Channel, args: unknown): Promise<Result<unknown>> => {
    asked.push({ channel, args: args as Record<string, unknown> });
    return answers[channel]?.() ?? Promise.resolve(ok(null));
  };
  const history = { state: null, pushState: () => undefined, replaceState: () => undefined };
  vi.stubGlobal('window', { history, tierce: { call: ask, on: () => () => undefined } as unknown as Bridge });
  pictures = [];
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => pictures.push(act));
  windowStore.set({ phase: 'ready', isPresenting: false, project: null, messages: [], dialog: null, visited: null, help: null });
  adopt(privateProject());
  goTo({ screen: 'sessions' });
  goTo({ screen: 'notebook' });
  windowStore.set({ profile: profileOf(WORD), dialog: { kind: 'palette' } });
  notebookStore.set({ documentId: 'd1', state: 'open', notes: [NOTE], readAt: 3 });
});

it('E7 forgets at once every table of the desk and every note, and what was derived from them', async () => {
  sayPrivately('accent', WORD);
  expect(JSON.stringify([windowStore.get(), notebookStore.get()])).toContain(WORD);

  const entering = enterPresentation();

  const { project, route, visited, dialog, undo } = windowStore.get();
  expect(JSON.stringify([windowStore.get(), notebookStore.get()])).not.toContain(WORD);
  expect(Object.entries(project?.document.desk ?? {}).map(([table, rows]) => [table, Object.keys(rows).length])).toEqual(
    DESK_TABLES.map((table) => [table, 0]),
  );
  expect([route.screen, dialog, undo.undo]).toEqual(['overview', null, null]);
  expect(visited?.routes.map(({ screen }) => screen)).toEqual(['sessions']);
  await entering;
});

it('E7 tells main at once, says that the picture is clear only once one has been drawn, and that all is sealed', async () => {
  const entering = enterPresentation();
  expect(of('presentation.enter')).toHaveLength(1);
  await entering;
  draw();
  expect(of('presentation.cleared')).toHaveLength(0);
  draw();

  expect([of('presentation.cleared').length, of('presentation.sealed').length]).toEqual([1, 1]);
});

it('E7 gives main the recovery key that nobody has noted, and keeps none', async () => {
  notebookStore.set({ recoveryKey: 'ABCDE-FGHJK' });

  await enterPresentation();

  expect(of('presentation.enter')[0]?.args).toEqual({ unnoted: { documentId: 'd1', recoveryKey: 'ABCDE-FGHJK' } });
  expect(JSON.stringify(notebookStore.get())).not.toContain('FGHJK');
});

it('E7 takes nothing private from a reply that was on its way', async () => {
  let answer: (reply: Result<unknown>) => void = () => undefined;
  answers = { 'vault.notes': () => new Promise((resolve) => (answer = resolve)) };
  const reading = readNotes();
  await vi.waitFor(() => expect(of('vault.notes')).toHaveLength(1));
  const entering = enterPresentation();
  answer(ok({ notes: [NOTE], broken: [], revision: 9, vault: OPEN }));
  await Promise.all([reading, entering]);
  expect(JSON.stringify(notebookStore.get())).not.toContain(WORD);

  answers = { 'project.read': () => Promise.resolve(ok(privateProject())), 'profile.save': () => Promise.resolve(ok(profileOf(WORD))) };
  expect(JSON.stringify(await call('project.read', { documentId: 'd1' }))).not.toContain(WORD);
  expect(JSON.stringify(await call('profile.save', { profile: profileOf('') }))).not.toContain(WORD);
});

it('E7 leads from every private screen elsewhere, and names none in the navigation; no other loses its digit', async () => {
  await enterPresentation();
  const hidden = NAVIGATION.filter((entry) => !navigationIn(true).includes(entry));

  for (const { name } of hidden) {
    goTo({ screen: name });
    expect(windowStore.get().route.screen).toBe('overview');
  }
  expect(hidden.map(({ name }) => name)).toEqual(['notebook']);
  expect(windowStore.get().messages.at(-1)?.text).toBe(catalogueOf('fr').presentation.notHere);
  expect(SCREENS.filter(({ name }) => name === 'notebook')).toHaveLength(1);
});

it('E7 says in the mode only that something waits, and the whole of it afterwards', async () => {
  const { presentation, failures } = catalogueOf('fr');
  await enterPresentation();
  sayFailure({ code: 'vault-key-unknown' });
  sayPrivately('good', WORD);
  say('good', 'Enregistré');
  expect(windowStore.get().messages.map(({ text }) => text)).toEqual([presentation.waits, 'Enregistré']);

  answers = { 'presentation.leave': () => Promise.resolve(ok({ project: null, profile: null, vault: null, unnoted: null })) };
  await leavePresentation();

  expect(windowStore.get().messages.map(({ text }) => text)).toEqual([
    'Enregistré',
    presentation.left,
    failures['vault-key-unknown']({ code: 'vault-key-unknown' }),
  ]);
});

it('E7 pressed twice before main has answered, the key is pressed once', async () => {
  togglePresentation();
  togglePresentation();
  await vi.waitFor(() => expect(of('presentation.sealed')).toHaveLength(1));

  expect([of('presentation.leave'), windowStore.get().isPresenting]).toEqual([[], true]);
});

it('E7 asks for the passphrase if main wants it, and has everything again with it', async () => {
  await enterPresentation();
  answers = { 'presentation.leave': () => Promise.resolve(refuse({ code: 'presentation-held' })) };
  await leavePresentation();
  expect([windowStore.get().dialog, windowStore.get().isPresenting]).toEqual([{ kind: 'leave-presentation' }, true]);

  const after = { project: privateProject(), profile: profileOf(WORD), vault: OPEN, unnoted: { documentId: 'd1', recoveryKey: 'ABCDE' } };
  answers = { 'presentation.leave': () => Promise.resolve(ok(after)) };
  await leavePresentation({ kind: 'passphrase', passphrase: 'tournesol trente-sept' });

  expect([windowStore.get().dialog, windowStore.get().isPresenting, windowStore.get().route.screen]).toEqual([null, false, 'notebook']);
  expect(Object.keys(windowStore.get().project?.document.desk.trustMarks ?? {})).toEqual(['one']);
  expect(notebookStore.get()).toMatchObject({ state: 'open', recoveryKey: 'ABCDE' });
});
