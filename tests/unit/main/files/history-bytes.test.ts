// A13: the history in a file: one entry per line, the oldest first, always in the same form.
import { historyOf, NO_HISTORY } from '@domain/history/history.ts';
import { describe, expect, it } from 'vitest';
import { historyBytes, historyLine } from '../../../../main/files/history-bytes.ts';
import { RENAMED } from '../../../support/loose-pieces.ts';

const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8');
const LINE =
  '{"at":"2026-04-14T12:32:07.000Z","by":"Sonia","kind":"do","command":"record.update","table":"people","id":"per-1",' +
  '"before":{"name":"N"},"after":{"name":"Nadia"}}';

describe('the history in a file', () => {
  it('A13 is a list with an entry on each line', () => {
    const other = { ...RENAMED, by: 'Inès' };

    expect(text(historyBytes(historyOf([RENAMED, other])))).toBe(`[\n${LINE},\n${LINE.replace('Sonia', 'Inès')}\n]`);
    expect(text(historyBytes(historyOf([RENAMED])))).toBe(`[\n${LINE}\n]`);
    expect(text(historyBytes(NO_HISTORY))).toBe('[]');
  });

  it('A13 L2 writes an entry in one order, and once', () => {
    const { at, ...others } = RENAMED;

    expect(historyLine({ ...others, at }).toString('utf8')).toBe(`,\n${LINE}`);
    expect(historyLine(RENAMED)).toBe(historyLine(RENAMED));
  });
});
