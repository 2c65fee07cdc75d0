// A6: what can be undone and redone after any steps.
import { type Step, UNDO_DEPTH } from '@domain/commands/step.ts';
import { EMPTY_STACK, pushStep, stackOf } from '@domain/commands/undo-stack.ts';
import type { Change } from '@domain/document.ts';
import { instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const change = (id: string, table: Change['table'] = 'sessions'): Change => ({ table, id, before: null, after: { id } });
const step = (
  revision: number,
  kind: Step['kind'] = 'do',
  changes: readonly Change[] = [change(`s-${revision}`)],
  isAct = false,
): Step => ({
  revision,
  kind,
  of: null,
  isAct,
  at: instant('2026-04-14T08:00:00Z'),
  by: '',
  label: { command: 'test', table: null, title: '' },
  changes,
});
const revisions = (steps: readonly Step[]): readonly number[] => steps.map(({ revision }) => revision);
const sides = (steps: readonly Step[]) => {
  const { done, undone } = stackOf(steps);
  return [revisions(done), revisions(undone)];
};

describe('what can be undone and redone', () => {
  it('A6 is nothing at first, then the last step first', () => {
    expect(sides([])).toEqual([[], []]);
    expect(sides([step(1), step(2)])).toEqual([[1, 2], []]);
    expect(sides([step(1), step(2), step(3, 'undo')])).toEqual([[1], [2]]);
    expect(sides([step(1), step(2), step(3, 'undo'), step(4, 'undo')])).toEqual([[], [2, 1]]);
    expect(sides([step(1), step(2), step(3, 'undo'), step(4, 'undo'), step(5, 'redo')])).toEqual([[1], [2]]);
  });

  it('A6 is not what was undone once something else is done, be it an act', () => {
    expect(sides([step(1), step(2), step(3, 'undo'), step(4)])).toEqual([[1, 4], []]);
    expect(sides([step(1), step(2), step(3, 'undo'), step(4, 'do', [change('g', 'gates')], true)])).toEqual([[1], []]);
  });

  it('A6 is not an act, nor an edit of what an act has fixed, but all others', () => {
    const act = step(4, 'do', [change('g', 'gates'), change('p-1', 'phases')], true);
    const before = [step(1, 'do', [change('s-1')]), step(2, 'do', [change('x'), change('p-1', 'phases')]), step(3, 'do', [change('p-1')])];

    expect(sides([...before, act])).toEqual([[1, 3], []]);
    expect(sides([act, step(5, 'do', [change('p-1', 'phases')])])).toEqual([[5], []]);
  });

  it('A6 is the last two hundred steps', () => {
    const many = Array.from({ length: UNDO_DEPTH + 5 }, (_, index) => step(index));

    expect([UNDO_DEPTH, stackOf(many).done.length, stackOf(many).done[0]?.revision]).toEqual([200, 200, 5]);
    expect(stackOf(many.slice(0, UNDO_DEPTH)).done[0]?.revision).toBe(0);
  });

  it('A6 undone and redone, is what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), (count, back) => {
        const stack = stackOf(Array.from({ length: count }, (_, index) => step(index)));
        const turns = Math.min(back, count);
        const undone = Array.from({ length: turns }, () => step(100, 'undo')).reduce(pushStep, stack);

        expect(undone.done).toHaveLength(count - turns);
        expect(Array.from({ length: turns }, () => step(200, 'redo')).reduce(pushStep, undone)).toEqual(stack);
      }),
    );
    expect(pushStep(EMPTY_STACK, step(1, 'undo'))).toEqual(EMPTY_STACK);
    expect(pushStep(EMPTY_STACK, step(1, 'redo'))).toEqual(EMPTY_STACK);
  });
});
