// E1: decrypted private notes, as the window sees them while the vault is unlocked, and the boxes that it writes.
import { NO_LINKS } from '@domain/tables/private.ts';
import { expectOk, ok } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { editedBox, lineBox, newBox, openedRecords, ownBox } from '../../../../main/vault/opened-records.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';
import { type OpenVault, sealRecord } from '../../../../main/vault/vault.ts';
import { NOW } from '../../../support/context.ts';
import { forgedBox, LOW_ORDER_KEYS } from '../../../support/forged-inbox.ts';
import { ON, vaultMade } from '../../../support/notebook.ts';

const { vault } = await vaultMade();
const NOTE = { date: ON, ...NO_LINKS, sessionId: 'session-1', text: 'Une tension.' };
const SHOWN = { id: 'note-1', ...NOTE, writtenAt: NOW, isDropped: false };
const LATER = instant('2026-04-15T08:00:00.000Z');
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const rowsOf = (named: string, boxes: readonly string[]) =>
  Object.fromEntries(boxes.map((box, place) => [`${named}-${place + 1}`, { id: `${named}-${place + 1}`, box }]));
const note = (id: string) => ({ table: 'privateNotes', id }) as const;
const read = (...boxes: readonly string[]) => openedRecords(vault, { privateNotes: rowsOf('note', boxes), privateConflicts: {} });
const shownOf = (text: string | Uint8Array) => read(forgedBox(vault.keys, 'note-1', text)).broken[0]?.text;

describe('a note', () => {
  it('E1 is shown with all of it, whether it was written with the key or dropped in', () => {
    const line = expectOk(lineBox(vault.keys, note('note-2'), NOTE, LATER));

    expect(read(newBox(vault, note('note-1'), NOTE, NOW), line)).toEqual({
      notes: [SHOWN, { ...SHOWN, id: 'note-2', writtenAt: LATER, isDropped: true }],
      conflicts: [],
      broken: [],
    });
  });

  it('E1 of before, which had no moment, is shown without one', () => {
    expect(read(sealRecord(vault, { table: 'privateNotes', id: 'note-1' }, new Sealed(NOTE))).notes).toEqual([
      { ...SHOWN, writtenAt: null },
    ]);
  });

  it('E1 cannot be dropped in under a key that everybody knows', () => {
    const keys = { ...vault.keys, publicKey: LOW_ORDER_KEYS[0] ?? '' };

    expect(lineBox(keys, note('note-1'), NOTE, NOW)).toEqual({ ok: false, failure: { code: 'vault-key-foreign' } });
  });
});

describe('an edit', () => {
  const box = newBox(vault, note('note-1'), NOTE, NOW);

  it.each([{ text: 'Autre' }, { date: '2026-04-15' }, { sessionId: null }])('E1 keeps when the note was written (%o)', (change) => {
    const edited = { ...NOTE, ...change } as typeof NOTE;

    expect(read(expectOk(editedBox(vault, note('note-1'), box, edited))).notes).toEqual([{ ...SHOWN, ...edited }]);
  });

  it('E1 that changes nothing leaves the very box', () => {
    expect(editedBox(vault, note('note-1'), box, { ...NOTE })).toEqual(ok(box));
  });

  it('E1 leaves said that a note was dropped in', () => {
    const line = expectOk(lineBox(vault.keys, note('note-1'), NOTE, NOW));

    expect(read(expectOk(editedBox(vault, note('note-1'), line, { ...NOTE, text: 'Autre' }))).notes).toMatchObject([
      { text: 'Autre', isDropped: true },
    ]);
  });

  it('E1 of what does not open, or is no note, is refused', () => {
    expect([editedBox(vault, note('note-2'), box, NOTE), ownBox(vault, note('note-2'), box)]).toEqual([BROKEN, BROKEN]);
    expect(ownBox(vault, note('note-1'), forgedBox(vault.keys, 'note-1', 'x'))).toEqual({ ok: false, failure: { code: 'note-unsound' } });
  });
});

it('E1 calls a note one’s own: nothing else of it changes, and it is done once', () => {
  const line = expectOk(lineBox(vault.keys, note('note-1'), NOTE, NOW));
  const own = expectOk(ownBox(vault, note('note-1'), line));

  expect(read(own).notes).toEqual([SHOWN]);
  expect(ownBox(vault, note('note-1'), own)).toEqual(ok(own));
});

describe('what is no note', () => {
  it('E1 stands apart: what does not open without a word, what does as what it says', () => {
    const other: OpenVault = { ...vault, key: Buffer.alloc(32, 5) };
    const foreign = newBox(other, note('note-1'), NOTE, NOW);

    expect(read(foreign, newBox(vault, note('note-2'), NOTE, NOW), forgedBox(vault.keys, 'note-3', 'Publicité'))).toEqual({
      notes: [{ ...SHOWN, id: 'note-2' }],
      conflicts: [],
      broken: [
        { ...note('note-1'), text: null },
        { ...note('note-3'), text: 'Publicité' },
      ],
    });
  });

  it('E1 shows signs that would steer the line they stand in as boxes, but for tabs and ends of lines', () => {
    expect(shownOf('a\tb\nc\u202ed\u0000e\u200bf\rg')).toBe('a\tb\nc\ufffdd\ufffde\ufffdf\ufffdg');
    expect(shownOf(Buffer.from([0xff, 0x61]))).toBe('\ufffda');
  });

  it('E1 shows as much of it as tells what it is', () => {
    expect([shownOf('x'.repeat(2_000))?.length, shownOf('x'.repeat(2_001))?.length]).toEqual([2_000, 2_000]);
  });
});
