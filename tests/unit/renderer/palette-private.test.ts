// I3, E1: the palette finds private notes while the notebook is unlocked, and holds nothing of them once it is locked.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Bridge, Channel, Value } from '@contract/channels.ts';
import type { PrivateNoteText, VaultStatus } from '@contract/vault.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { ok, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { calendarDate } from '@domain/units.ts';
import { dropAfterSearch, followVault, notebookStore, readForSearch } from '../../../renderer/state/notebook.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { searchAll } from '../../../renderer/state/search.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { type PaletteGroup, paletteGroups } from '../../../renderer/shell/palette-items.ts';
import { privateSearch } from '../../../renderer/shell/palette-private.ts';
import { openProject } from '../../support/open-project.ts';

const SECRET = 'La directrice hésite à partir';
const OPENED = openProject();
const OPEN: VaultStatus = { state: 'open', locksInMs: 600_000 };
const LOCKED: VaultStatus = { state: 'locked', locksInMs: null };
const NOTE: PrivateNoteText = {
  id: 'note-1',
  date: calendarDate('2026-04-14'),
  ...NO_LINKS,
  text: `Au téléphone.\n${SECRET}.`,
  writtenAt: null,
  isDropped: false,
};
const NOTES: Value<'vault.notes'> = { notes: [NOTE], conflicts: [], broken: [], revision: 4, vault: OPEN };

const listeners = new Map<string, (data: unknown) => void>();
const asked: Channel[] = [];
let vault: VaultStatus = OPEN;
let notes: () => Promise<Result<Value<'vault.notes'>>>;

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  vault = OPEN;
  notes = () => Promise.resolve(ok(NOTES));
  asked.length = 0;
  const call = (channel: Channel) => {
    asked.push(channel);
    return channel === 'vault.notes' ? notes() : Promise.resolve(ok(vault));
  };
  const on = (event: string, listener: (data: unknown) => void) => {
    listeners.set(event, listener);
    return () => undefined;
  };
  vi.stubGlobal('window', {
    history: { state: null, pushState: () => undefined },
    matchMedia: () => ({ matches: false }),
    tierce: { call, on } as unknown as Bridge,
  });
  windowStore.set({ project: null, messages: [], dialog: { kind: 'palette' }, visited: null });
  adopt(OPENED);
  windowStore.set({ route: { screen: 'sessions' }, dialog: { kind: 'palette' } });
  followVault();
});

const privately = (sought: string): PaletteGroup | undefined =>
  paletteGroups(sought, catalogueOf('fr')).find(({ isPrivate }) => isPrivate === true);
const lock = (): void => listeners.get('vaultLocked')?.({ documentId: 'd1' });

it('I3 finds a private note without its accents from any screen, marked as private, with the words around it', async () => {
  await readForSearch();

  expect(privately('hesite directrice')).toMatchObject({
    title: 'Carnet confidentiel, pour vous seul·e',
    isPrivate: true,
    items: [{ label: `${SECRET}.` }],
  });
  expect(privately('budget')).toBeUndefined();
  expect(privately('')).toBeUndefined();
});

it('I3 E1 drops what it found as soon as the notebook is locked, also from a palette that stands open', async () => {
  await readForSearch();
  expect(privately('directrice')).toBeDefined();

  lock();

  expect(privately('directrice')).toBeUndefined();
  expect(privateSearch()).toBe('closed');
  expect(
    JSON.stringify([
      notebookStore.get(),
      windowStore.get(),
      paletteGroups('', catalogueOf('fr')),
      searchAll(OPENED.document.accompaniment, 'directrice', 'fr'),
    ]),
  ).not.toMatch(/directrice/);
});

it('I3 E1 shows no private note of a notebook that is not open, whatever the window still holds', () => {
  notebookStore.set({ documentId: 'd1', state: 'locked', notes: [NOTE], readAt: 4 });
  expect(privately('directrice')).toBeUndefined();

  notebookStore.set({ documentId: 'another', state: 'open', notes: [NOTE], readAt: 4 });
  expect(privately('directrice')).toBeUndefined();
});

it('I3 E11 keeps no note that was asked for before the lock and arrives after it', async () => {
  let answer = (): void => undefined;
  notes = () =>
    new Promise((resolve) => {
      answer = () => resolve(ok(NOTES));
    });
  const reading = readForSearch();
  await vi.waitFor(() => expect(asked).toContain('vault.notes'));
  vault = LOCKED;
  lock();
  answer();
  await reading;

  expect(notebookStore.get()).toMatchObject({ state: 'locked', notes: [] });
});

it('I3 E11 asks for the notes of an open notebook alone, and never for more time', async () => {
  vault = LOCKED;
  await readForSearch();
  expect(asked).toEqual(['vault.status']);

  vault = OPEN;
  notebookStore.set({ state: 'unknown' });
  await readForSearch();
  expect(asked).not.toContain('vault.stay');
});

it('I3 lets go of the notes when the palette closes on another screen, and leaves them to the screen of the notebook', async () => {
  await readForSearch();
  windowStore.set({ dialog: null, route: { screen: 'notebook' } });
  dropAfterSearch();
  expect(notebookStore.get().notes).toHaveLength(1);

  windowStore.set({ route: { screen: 'sessions' } });
  dropAfterSearch();
  expect(notebookStore.get()).toMatchObject({ notes: [], readAt: null });
});

it('I3 a chosen note leads to the notebook, and neither its words nor its id enter the last places', async () => {
  await readForSearch();
  privately('directrice')?.items[0]?.run();

  expect(windowStore.get().route).toEqual({ screen: 'notebook' });
  expect(notebookStore.get().wantedId).toBe('note-1');
  expect(JSON.stringify(windowStore.get().visited)).not.toMatch(/note-1|directrice/);
  lock();
  expect(notebookStore.get().wantedId).toBeNull();
});
