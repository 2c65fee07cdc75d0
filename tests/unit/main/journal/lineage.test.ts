// A2: the line of work that a journal records, whoever has written to it and in whatever order.
import type { Step } from '@domain/commands/step.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../main/journal/journal-entry.ts';
import { lastTaking, lineageOf, markOf, markOfContent, stepsAfter, stepsBeyond } from '../../../../main/journal/lineage.ts';
import { digest, held, mark, noted, stepAt } from '../../../support/journal-steps.ts';

type Act = { readonly by: number; readonly does: 'take' | 'step' | 'again' | 'mark'; readonly share: number };
const anyActs = fc.array(
  fc.record({
    by: fc.integer({ min: 0, max: 2 }),
    does: fc.constantFrom('take', 'step', 'step', 'again', 'mark'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 25 },
);

/** Windows that each know their own steps; the one that took the file last decides, and a displaced one never does again. */
class Windows {
  readonly entries: JournalEntry[] = [];
  readonly everyStep: Step[] = [];
  readonly marks: JournalEntry[] = [];
  readonly #own: Step[][] = [[], [], []];
  readonly #displaced = new Set<number>();
  #holder = -1;

  get said(): readonly Step[] {
    return this.#own[this.#holder] ?? [];
  }

  act({ by, does, share }: Act): void {
    const own = this.#own[by] ?? [];
    const token = `holder-${by}`;
    const isNew = does === 'take' || own.length === 0 || this.#holder === -1;
    if (does === 'take' && this.#displaced.has(by)) {
      this.entries.push(held(token, own.length));
    } else if (does === 'take' && this.#holder === by) {
      this.entries.push(held(token, Math.round(share * own.length))); // begins anew: it notes again what it has noted before
    } else if (does === 'take' || this.#holder === -1) {
      this.#displaced.add(this.#holder);
      this.#own[by] = this.said.slice(0, Math.round(share * this.said.length));
      this.#holder = by;
      this.entries.push(held(token, this.#own[by].length));
    } else if (does === 'mark') {
      this.entries.push(mark('saved', own.length, digest('d'), token));
      if (by === this.#holder) this.marks.push(this.entries.at(-1) as JournalEntry);
    } else {
      const step = does === 'again' && !isNew ? (own.at(-1) as Step) : stepAt(own.length + 1, { by: `${token}, ${this.everyStep.length}` });
      if (!own.includes(step)) own.push(step);
      this.everyStep.push(step);
      this.entries.push(noted(step, token));
    }
  }
}

describe('the line of work of a journal', () => {
  it('A2 is that of whoever took the file last, and nothing that anybody else noted is forgotten', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const windows = new Windows();
        for (const act of acts) windows.act(act);

        const { steps, marks, displaced } = lineageOf(windows.entries);

        expect(steps).toEqual(windows.said);
        expect(new Set(displaced)).toEqual(new Set(windows.everyStep.filter((step) => !windows.said.includes(step))));
        expect(marks.map(({ place }) => windows.entries[place])).toEqual(windows.marks);
      }),
      { numRuns: 300 },
    );
  });

  it('A2 keeps what was noted first when its holder began anew and a power cut took what was noted again', () => {
    const steps = [stepAt(1), stepAt(2), stepAt(3)] as const;
    const entries = [held('first', 0), ...steps.map((step) => noted(step, 'first')), held('first', 1), noted(steps[1], 'first')];

    expect(lineageOf(entries)).toMatchObject({ steps, displaced: [] });
  });

  it('A7 A2 takes everything of an older Tierce, whose lines name no holder, and a step that was written twice once', () => {
    const steps = [stepAt(1), stepAt(2), stepAt(3)] as const;

    const told = lineageOf([noted(steps[0]), noted(steps[1]), mark('saved', 1, digest('a')), noted(steps[1]), noted(steps[2])]);

    expect(told).toEqual({ steps, displaced: [], marks: [{ kind: 'saved', revision: 1, digest: digest('a'), place: 2 }] });
  });

  it('A2 counts a step as displaced only when whoever came after has not noted the same again', () => {
    const [same, other] = [stepAt(1), stepAt(2)];

    const { steps, displaced } = lineageOf([noted(same, 'a'), noted(other, 'a'), held('b', 0), noted(same, 'b')]);

    expect([steps, displaced]).toEqual([[same], [other]]);
  });

  it('A2 stays that of the last holder when one who was displaced begins anew', () => {
    const entries = [
      held('a', 0),
      noted(stepAt(1), 'a'),
      held('b', 1),
      noted(stepAt(2), 'b'),
      held('a', 1),
      mark('saving', 1, digest('a'), 'a'),
      noted(stepAt(3), 'a'),
    ];

    const { steps, marks, displaced } = lineageOf(entries);

    expect([steps, marks, displaced]).toEqual([[stepAt(1), stepAt(2)], [], [stepAt(3)]]);
    expect(lastTaking(entries)).toBe(entries[2]);
    expect(lastTaking(entries.slice(0, 2))).toBe(entries[0]);
    expect(lastTaking([noted(stepAt(1), 'a')])).toBeUndefined();
  });

  it('A2 keeps what the new holder took up, as far as the revision that it says', () => {
    const { steps, displaced } = lineageOf([noted(stepAt(1), 'a'), noted(stepAt(2), 'a'), noted(stepAt(3), 'a'), held('b', 2)]);

    expect([steps.map(({ revision }) => revision), displaced.map(({ revision }) => revision)]).toEqual([[1, 2], [3]]);
  });

  it('A2 counts each displaced step once, when one holder after the other goes on from before', () => {
    const ofA = [1, 2, 3].map((revision) => noted(stepAt(revision), 'a'));

    const { displaced } = lineageOf([...ofA, held('b', 2), held('c', 1)]);

    expect(displaced.map(({ revision }) => revision)).toEqual([3, 2]);
  });
});

describe('the mark that a file matches', () => {
  const [a, b, c] = [digest('a'), digest('b'), digest('c')];
  const saved = [mark('saved', 0, a), mark('saving', 1, b), mark('saved', 1, b), mark('saving', 2, c)];
  const placeOf = (entries: readonly JournalEntry[], of: string): number | undefined => markOf(lineageOf(entries), of)?.place;

  it('A2 is the last confirmed or one announced since; an older copy that was put back has none', () => {
    expect([a, b, c, digest('d')].map((each) => placeOf(saved, each))).toEqual([undefined, 1, 3, undefined]);
  });

  it('A2 A10 is the first of two of one content: what came between them may be in no file', () => {
    const crossing = [mark('saving', 1, b), noted(stepAt(2)), mark('saved', 1, b)];

    expect(placeOf(crossing, b)).toBe(0);
    expect(markOfContent(lineageOf(crossing), 'b')).toMatchObject({ place: 0, revision: 1 });
  });

  it('A2 is found where none was ever confirmed', () => {
    expect([placeOf([mark('saving', 1, b), mark('saving', 2, c)], b), placeOf([], a)]).toEqual([0, undefined]);
  });

  it('A11 of a backup is found by how its digest begins, however old it is', () => {
    const lineage = lineageOf(saved);

    expect(['aaaa', 'bbbb', 'cccc', 'dddd'].map((start) => markOfContent(lineage, start)?.place)).toEqual([0, 1, 3, undefined]);
    expect(markOfContent(lineage, a.slice(0, 8).concat('b'))).toBeNull();
    expect(markOfContent(lineageOf([mark('saved', 1, `beef${a.slice(4)}`)]), 'aaaa')).toBeNull();
  });

  it('A11 tells which steps came after it; none when the journal never heard of that content', () => {
    const entries = [mark('saved', 1, a), noted(stepAt(1)), noted(stepAt(2)), noted(stepAt(3))];

    expect(stepsAfter(lineageOf(entries), { revision: 1 })).toEqual([stepAt(2), stepAt(3)]);
    expect([stepsBeyond(entries, 'aaaa'), stepsBeyond(entries, 'bbbb')]).toEqual([[stepAt(2), stepAt(3)], []]);
  });
});
