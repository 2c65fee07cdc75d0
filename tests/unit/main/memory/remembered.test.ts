// A12 E1: what is remembered of a file, read strictly, and what in a file contradicts it.
import { instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import {
  contradictionOf,
  firstSight,
  printOf,
  readRemembered,
  type Remembered,
  rememberedText,
} from '../../../../main/memory/remembered.ts';
import { RING } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const PRINT = 'a'.repeat(64);
const REMEMBERED: Remembered = { revision: 12, isSealed: true, vaultKey: PRINT, newerJournal: null };

describe('a file in which something is remembered', () => {
  it('A12 says again what was written', () => {
    const others: readonly Remembered[] = [REMEMBERED, { revision: 0, isSealed: false, vaultKey: null, newerJournal: null }];

    expect(others.map((each) => readRemembered(rememberedText(each)))).toEqual(others);
  });

  it.each([
    ['nothing', ''],
    ['half of it', rememberedText(REMEMBERED).slice(0, 20)],
    ['null', 'null'],
    ['another form', '{"version":1,"revision":12}'],
    ['a field too many', '{"version":1,"revision":12,"isSealed":true,"vaultKey":null,"note":"x"}'],
    ['a revision that is none', '{"version":1,"revision":-1,"isSealed":true,"vaultKey":null}'],
    ['a revision beyond the last', '{"version":1,"revision":1000000000000000,"isSealed":true,"vaultKey":null}'],
    ['a print that is none', '{"version":1,"revision":12,"isSealed":true,"vaultKey":"abc"}'],
    ['an older version', '{"version":0,"revision":12,"isSealed":true,"vaultKey":null}'],
  ])('A12 says nothing when it holds %s', (_, text) => {
    expect(readRemembered(text)).toBeNull();
  });

  it('A12 is a newer Tierce’s when its version is higher, whatever else it holds', () => {
    expect(readRemembered('{"version":2,"what":"ever"}')).toBe('later');
  });
});

describe('the print of a notebook’s key', () => {
  it('E1 is none without a notebook, and tells one key from another', () => {
    const vault = (publicKey: string) => ({ ...RING, publicKey, privateKey: 'AAAA' });

    expect(printOf(null)).toBeNull();
    expect(printOf(vault('AAAA'))).toMatch(/^[0-9a-f]{64}$/);
    expect(printOf(vault('AAAA'))).not.toBe(printOf(vault('AAAB')));
  });
});

describe('what a file says against what is remembered', () => {
  const header = { ...HEADER, revision: 9, savedAt: instant('2026-03-02T10:00:00.000Z') };
  const sealed = { ...header, keys: { file: RING, vault: null } };
  const older = { code: 'file-older', name: 'x', revision: 9, remembered: 12, savedAt: header.savedAt };

  it('A12 is nothing at first sight, nor for one that goes on', () => {
    expect(contradictionOf(null, { name: 'x', header, reached: 0, newerJournal: null }, [])).toBeNull();
    expect(contradictionOf(REMEMBERED, { name: 'x', header: { ...sealed, revision: 12 }, reached: 12, newerJournal: null }, [])).toBeNull();
    const protectedSince = { name: 'x', header: { ...sealed, revision: 14 }, reached: 14, newerJournal: null };
    expect(contradictionOf({ ...REMEMBERED, isSealed: false }, protectedSince, [])).toBeNull();
  });

  it('A12 is that it is older, unless the journal leads on to what is remembered', () => {
    expect(contradictionOf(REMEMBERED, { name: 'x', header: sealed, reached: 11, newerJournal: null }, [])).toEqual(older);
    expect(contradictionOf(REMEMBERED, { name: 'x', header: sealed, reached: 12, newerJournal: null }, [])).toBeNull();
  });

  it('A12 is that its protection is gone first, then that it is older; each accepted for itself', () => {
    const found = { name: 'x', header, reached: 9, newerJournal: null };

    expect(contradictionOf(REMEMBERED, found, [])).toEqual({ code: 'protection-lost', name: 'x' });
    expect(contradictionOf(REMEMBERED, found, ['file-older'])).toEqual({ code: 'protection-lost', name: 'x' });
    expect(contradictionOf(REMEMBERED, found, ['protection-lost'])).toEqual(older);
    expect(contradictionOf(REMEMBERED, found, ['protection-lost', 'file-older'])).toBeNull();
  });

  it('A12 is told at first sight by the file alone', () => {
    expect(firstSight(sealed)).toEqual({ revision: 9, isSealed: true, vaultKey: null, newerJournal: null });
  });
});
