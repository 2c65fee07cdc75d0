// E1: every sealed table is served by one mechanism: written, read, filed, resealed, removed and undone alike.
import { expectOk } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import { SEALED_TABLES } from '../../../../main/vault/sealed-forms.ts';
import { openRecord, sealForInbox } from '../../../../main/vault/vault.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';
import { BY_PHRASE, NEWER, notebook, ON, openedNotebook, refused, vaultMade } from '../../../support/notebook.ts';

vi.mock('../../../../main/vault/derive-key.ts', async () => import('../../../model/cheap-derivation.ts'));

const NOTE = { date: ON, ...NO_LINKS, text: 'Une note' };
const CONFLICT = { name: 'Qui signe ?', openedOn: ON, settledOn: null };
const DRAFTS = {
  privateNotes: [
    { table: 'privateNotes', id: null, ...NOTE },
    { table: 'privateNotes', id: null, ...NOTE, conflictId: 'conflict-1' },
  ],
  privateConflicts: [
    { table: 'privateConflicts', id: null, ...CONFLICT },
    { table: 'privateConflicts', id: null, ...CONFLICT, settledOn: ON },
  ],
} as const;

describe.each(SEALED_TABLES)('the table %s', (table) => {
  const [first, second] = DRAFTS[table];
  const opened = async () => {
    const book = await openedNotebook();
    const write = (record: (typeof DRAFTS)[typeof table][number] | { readonly id: string }) =>
      book.call['vault.write']({ ...book.act(), record: record as never });
    return {
      ...book,
      put: write,
      rows: () => Object.values(book.session.document.vault[table]).map(({ box }) => box),
      shown: async () => {
        const { notes, conflicts } = await book.notes();
        return (table === 'privateNotes' ? notes : conflicts).map((record) => ({ table, ...record }));
      },
    };
  };

  it('E1 takes a record, an edit and a removal, each undone, and its boxes never leave', async () => {
    const book = await opened();
    const made = expectOk(await book.put(first));
    const changed = expectOk(await book.put({ ...second, id: made.recordId }));
    const record = { table, id: made.recordId };
    const removed = expectOk(await book.call['vault.remove']({ ...book.act(), record }));
    const gone = book.rows();
    expectOk(await book.session.undo(book.act().commandId));

    expect([made.changes, changed.changes, removed.changes, gone]).toEqual([[], [], [], []]);
    expect(removed.undo.undo).toEqual({ command: 'record.remove', table, title: '' });
    expect(await book.shown()).toMatchObject([{ ...second, id: made.recordId }]);
    expectOk(await book.session.undo(book.act().commandId));
    expect(await book.shown()).toMatchObject([{ ...first, id: made.recordId }]);
  });

  it('E1 makes no step of an edit that changes nothing', async () => {
    const book = await opened();
    const { recordId: id, revision } = expectOk(await book.put(first));

    expect(expectOk(await book.put({ ...first, id })).revision).toBe(revision);
  });

  it('E1 takes no edit, no claim and no removal while the notebook is locked', async () => {
    const book = await opened();
    const { recordId: id } = expectOk(await book.put(first));
    book.lock();
    const record = { table, id };

    expect([
      await book.put({ ...second, id }),
      await book.call['vault.own']({ ...book.act(), record }),
      await book.call['vault.remove']({ ...book.act(), record }),
    ]).toEqual([refused('vault-locked'), refused('vault-locked'), refused('vault-locked')]);
  });

  it('E1 files at the unlock what somebody dropped in, says that until it is claimed, and shows the rest as broken', async () => {
    const { vault } = await vaultMade();
    const { table: _, id: __, ...content } = first;
    const boxes = {
      'dropped-1': expectOk(sealForInbox(vault.keys, { table, id: 'dropped-1' }, new Sealed(content as never))),
      'dropped-2': expectOk(sealForInbox(vault.keys, { table, id: 'elsewhere' }, new Sealed(content as never))),
    };
    const book = await notebook(vault.keys);
    const changes = Object.entries(boxes).map(([id, box]) => ({ table, id, before: null, after: { id, box } }));
    const label = { command: 'record.create', table, title: '' };
    expectOk(await book.session.runPlanned('dropped-in', () => ({ ok: true, value: { changes, isAct: true, label } })));
    expectOk(await book.unlock());
    const { notes, conflicts, broken } = await book.notes();

    expect(book.session.document.vault[table]['dropped-1']?.box).toMatch(/^s\./);
    expect([...notes, ...conflicts]).toMatchObject([{ id: 'dropped-1', isDropped: true }]);
    expect(broken).toEqual([{ table, id: 'dropped-2', text: null }]);
    expectOk(await book.call['vault.own']({ ...book.act(), record: { table, id: 'dropped-1' } }));
    expectOk(await book.call['vault.remove']({ ...book.act(), record: { table, id: 'dropped-2' } }));
    const after = await book.notes();
    expect([...after.notes, ...after.conflicts, ...after.broken]).toMatchObject([{ id: 'dropped-1', isDropped: false }]);
  });

  it('E1 A12 is sealed under a new key as soon as there is one', async () => {
    const book = await opened();
    const { recordId: id } = expectOk(await book.put(first));
    const [before] = book.rows();
    expectOk(await book.call['vault.change']({ ...book.act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: true }));
    const [after = ''] = book.rows();
    const { vault: stranger } = await vaultMade();

    expect([after === before, after.startsWith('s.'), openRecord(stranger, { table, id }, after).ok]).toEqual([false, true, false]);
    expect(await book.shown()).toMatchObject([{ id }]);
  });
});

it('E1 a box of one table does not open in another', async () => {
  const book = await openedNotebook();
  const { recordId: id } = expectOk(await book.call['vault.write']({ ...book.act(), record: { ...DRAFTS.privateNotes[0] } }));
  const { box = '' } = book.session.document.vault.privateNotes[id] ?? {};
  const changes = [{ table: 'privateConflicts', id, before: null, after: { id, box } } as const];
  const label = { command: 'record.create', table: 'privateConflicts', title: '' };
  expectOk(await book.session.runPlanned('moved-over', () => ({ ok: true, value: { changes, isAct: true, label } })));

  expect((await book.notes()).broken).toEqual([{ table: 'privateConflicts', id, text: null }]);
});

it('E1 a tension is not made while the notebook is locked, and none without a name', async () => {
  const book = await openedNotebook();
  const record = DRAFTS.privateConflicts[0];
  const nameless = await book.call['vault.write']({ ...book.act(), record: { ...record, name: ' ' } });
  book.lock();

  expect([nameless, await book.call['vault.write']({ ...book.act(), record })]).toEqual([
    { ok: false, failure: { code: 'record-invalid', table: 'privateConflicts', field: 'name' } },
    refused('vault-locked'),
  ]);
});
