// E1, E11: what the window holds of the notebook, and that none of it survives locking.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Bridge, Channel, Value } from '@contract/channels.ts';
import type { PrivateNoteText, VaultStatus } from '@contract/vault.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { openProject } from '../../support/open-project.ts';
import {
  changePassphrase,
  createVault,
  followVault,
  newestFirst,
  notebookStore,
  readNotes,
  readStatus,
  recoverVault,
  writeNote,
} from '../../../renderer/state/notebook.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

const SECRET = 'La directrice hésite à partir';
const DATE = calendarDate('2026-04-14');
const OPENED = openProject();
const OPEN: VaultStatus = { state: 'open', locksInMs: 600_000 };
const LOCKED: VaultStatus = { state: 'locked', locksInMs: null };
const NOTE: PrivateNoteText = { id: 'note-1', date: DATE, ...NO_LINKS, text: SECRET, writtenAt: null, isDropped: false };
const NOTES: Value<'vault.notes'> = { notes: [NOTE], conflicts: [], broken: [], revision: 4, vault: OPEN };

function applied(revision: number, vault: VaultStatus = OPEN) {
  return { revision, changes: [], label: { command: '', table: null, title: '' }, undo: OPENED.undo, saveState: OPENED.saveState, vault };
}

const SHEET = { recoveryKey: 'ABCDE-FGHJK', unkept: null };
const said = () => windowStore.get().messages.map(({ tone, text }) => ({ tone, text }));

const listeners = new Map<string, (data: unknown) => void>();

/** A main that answers in the order given. */
function answering(...replies: readonly Result<unknown>[]) {
  const asked: { readonly channel: Channel; readonly args: Record<string, unknown> }[] = [];
  const queue = [...replies];
  const call = (channel: Channel, args: unknown) => {
    asked.push({ channel, args: args as Record<string, unknown> });
    return Promise.resolve(queue.shift() ?? refuse({ code: 'document-unknown' }));
  };
  const on = (event: string, listener: (data: unknown) => void) => {
    listeners.set(event, listener);
    return () => undefined;
  };
  vi.stubGlobal('window', { history: { state: null, pushState: () => undefined }, tierce: { call, on } as unknown as Bridge });
  followVault();
  return asked;
}

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  windowStore.set({ project: null, messages: [] });
  adopt(OPENED);
});

it('E1 E11 drops every opened text and key as soon as main says that the vault is locked', async () => {
  answering(ok({ ...applied(5), ...SHEET }), ok(NOTES));
  await createVault('tournesol trente-sept');
  await readNotes();
  expect(JSON.stringify(notebookStore.get())).toContain(SECRET);

  listeners.get('vaultLocked')?.({ documentId: 'another' });
  expect(notebookStore.get().state).toBe('open');
  listeners.get('vaultLocked')?.({ documentId: 'd1' });

  expect(notebookStore.get()).toMatchObject({ state: 'locked', notes: [], recoveryKey: null, openedBy: null, readAt: null });
  expect(JSON.stringify([notebookStore.get(), windowStore.get()])).not.toMatch(/directrice|FGHJK|tournesol/);
});

it.each([
  ['main says that it is locked by now', { ...SHEET, vault: LOCKED }],
  ['main gives none, since it was locked before', { ...SHEET, recoveryKey: '' }],
])('E1 E11 shows no recovery key of a notebook that was locked meanwhile, and says what to do: %s', async (_, reply) => {
  const { notebook } = catalogueOf('fr');
  answering(ok({ ...applied(5), ...reply }));
  await changePassphrase({ kind: 'passphrase', passphrase: 'tournesol trente-sept' }, 'une autre phrase', true);

  expect([notebookStore.get().recoveryKey, said()]).toEqual([
    null,
    [
      { tone: 'bad', text: notebook.sheetMissed },
      { tone: 'good', text: notebook.changed },
    ],
  ]);
  expect(JSON.stringify([notebookStore.get(), windowStore.get()])).not.toContain('FGHJK');
});

it('E1 A4 says that the file alone has the keys that were just made, with why, and shows the recovery key all the same', async () => {
  const { backups, failures, notebook } = catalogueOf('fr');
  const unkept = { code: 'disk-full', name: '/backup' } as const;
  answering(ok({ ...applied(5), ...SHEET, unkept }), ok({ ...applied(6), ...SHEET, recoveryKey: '', unkept }));
  await createVault('tournesol trente-sept');
  const [shown, first] = [notebookStore.get().recoveryKey, said()];
  await changePassphrase({ kind: 'passphrase', passphrase: 'tournesol trente-sept' }, 'une autre phrase');

  const told = { tone: 'bad', text: backups.keysUnkept(failureText(failures, unkept)) };
  expect([shown, first, said()]).toEqual([SHEET.recoveryKey, [told], [told, { tone: 'good', text: notebook.changed }]]);
});

it('E1 E11 drops everything when the file is let go, or another takes its place', async () => {
  answering(ok(applied(5)), ok(NOTES));
  await recoverVault('ABCDE-FGHJK');
  await readNotes();

  adopt({ ...OPENED, documentId: 'd2' });

  expect(notebookStore.get()).toMatchObject({ documentId: null, state: 'unknown', notes: [], openedBy: null });
});

it('E11 believes main when it says that the vault is locked, and drops the notes', async () => {
  answering(ok(NOTES), refuse({ code: 'vault-locked' }), ok({ state: 'locked', locksInMs: null }));
  await readStatus().catch(() => undefined);
  await readNotes();
  await readNotes();

  expect(notebookStore.get()).toMatchObject({ state: 'locked', notes: [] });
});

it('E1 seals an edit that comes too late as a note of its own, so that nothing typed is lost', async () => {
  const asked = answering(
    refuse({ code: 'vault-locked' }),
    ok({ ...applied(5, { state: 'locked', locksInMs: null }), recordId: 'note-2' }),
  );

  expect(await writeNote({ id: 'note-1', date: DATE, ...NO_LINKS, text: 'ajout tardif' })).toBe('note-2');

  expect(asked.map(({ args }) => (args['record'] as { id: string | null }).id)).toEqual(['note-1', null]);
  expect(notebookStore.get()).toMatchObject({ state: 'locked', notes: [] });
});

it('E1 shows what was written without reading everything again', async () => {
  const asked = answering(ok(NOTES), ok({ ...applied(5), recordId: 'note-1' }));
  await readNotes();
  await writeNote({ id: 'note-1', date: DATE, ...NO_LINKS, text: 'corrigé' });

  expect(notebookStore.get()).toMatchObject({ notes: [{ ...NOTE, text: 'corrigé' }], readAt: 5 });
  expect(asked.map(({ channel }) => channel)).toEqual(['vault.notes', 'vault.write']);
});

it('E1 lists the newest first, those of one day by the moment at which they were written', () => {
  const note = (id: string, date: string, at: string | null): PrivateNoteText => ({
    ...NOTE,
    id,
    date: calendarDate(date),
    writtenAt: at === null ? null : instant(at),
  });
  const notes = [
    note('a', '2026-04-02', null),
    note('b', '2026-04-14', '2026-04-14T08:00:00.000Z'),
    note('c', '2026-04-14', '2026-04-14T09:00:00.000Z'),
  ];

  expect(newestFirst(notes).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
