// The line of work in a journal: its steps in order, the marks between them, and what displaced holders wrote.
import type { Step } from '@domain/commands/step.ts';
import type { JournalEntry, Mark } from './journal-entry.ts';

/** `place`: index of the entry in what was read. */
export type Placed = Mark & { readonly place: number };
export type Lineage = {
  /** One for each revision, in order. */
  readonly steps: readonly Step[];
  readonly marks: readonly Placed[];
  /** Steps of holders who went on writing after another had taken the file over; none of them was reported as safe. */
  readonly displaced: readonly Step[];
};

/**
 * A step whose flush failed may have been written all the same and then written again: the second one is left out. Marks and steps may
 * cross, since commands go on while the file is written: what a mark covers is given by its revision, never by its place.
 */
export function lineageOf(entries: readonly JournalEntry[]): Lineage {
  const holders = new Holders();
  let steps: Step[] = [];
  const marks: Placed[] = [];
  const displaced: Step[] = [];
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === 'held') {
      // a restarted journal repeats the same steps: a power cut may take the second ones, but never the first
      if (holders.isHeldBy(entry.token) || !holders.take(entry.token)) continue;
      displaced.push(...steps.filter(({ revision }) => revision > entry.revision));
      steps = steps.filter(({ revision }) => revision <= entry.revision);
    } else if (!holders.holds(entry.token)) {
      if (entry.kind === 'step') displaced.push(entry.step);
    } else if (entry.kind !== 'step') marks.push({ kind: entry.kind, revision: entry.revision, digest: entry.digest, place });
    else if (entry.step.revision > (steps.at(-1)?.revision ?? 0)) steps.push(entry.step);
  }
  return { steps, marks, displaced: lackingIn(steps, displaced) };
}

/** Who controls a journal, line by line. A holder who was displaced once never regains it. */
class Holders {
  readonly #displaced = new Set<string | null>();
  #holder: string | null = null;

  /** @returns whether the holder with this token controls it from here on */
  take(token: string | null): boolean {
    if (this.#displaced.has(token)) return false;
    if (this.#holder !== null && this.#holder !== token) this.#displaced.add(this.#holder);
    this.#holder = token;
    return true;
  }

  isHeldBy(token: string | null): boolean {
    return this.#holder !== null && this.#holder === token;
  }

  /** Lines before the first holder, and those of an older Tierce, belong to anybody. */
  holds(token: string | null): boolean {
    return this.#holder === null || this.#holder === token;
  }
}

/** @returns the last entry by which somebody took the journal over; `undefined` if nobody has */
export function lastTaking(entries: readonly JournalEntry[]): JournalEntry | undefined {
  const holders = new Holders();
  return entries.filter((entry) => entry.kind === 'held' && holders.take(entry.token)).at(-1);
}

/** Restarting a journal repeats the steps that no file holds yet: the same step is then in both lists, or twice among the displaced. */
function lackingIn(steps: readonly Step[], displaced: readonly Step[]): readonly Step[] {
  if (displaced.length === 0) return displaced;
  const known = new Set(steps.map((step) => JSON.stringify(step)));
  return displaced.filter((step) => !known.has(JSON.stringify(step)) && known.add(JSON.stringify(step)));
}

/**
 * The mark that the file matches: the last one that was confirmed, or one announced since.
 * An older one means that somebody deliberately restored an older copy, into which nothing is replayed.
 * @returns its first mention, or `null`
 */
export function markOf({ marks }: Lineage, digest: string): Placed | null {
  const confirmed = Math.max(
    0,
    marks.findLastIndex(({ kind }) => kind === 'saved'),
  );
  const standing = marks.slice(confirmed).findLast((mark) => mark.digest === digest);
  return standing === undefined ? null : (marks.find((mark) => mark.digest === digest) ?? standing);
}

/** @returns the first mention of the content whose digest begins with this, or `null` */
export function markOfContent({ marks }: Lineage, digestStart: string): Placed | null {
  return marks.find((mark) => mark.digest.startsWith(digestStart)) ?? null;
}

/** @returns the steps that came after a content */
export function stepsAfter({ steps }: Lineage, { revision }: Pick<Mark, 'revision'>): readonly Step[] {
  return steps.filter((step) => step.revision > revision);
}

/** @returns the steps that the journal has after the content whose digest begins with this; none if it never noted that content */
export function stepsBeyond(entries: readonly JournalEntry[], digestStart: string): readonly Step[] {
  const lineage = lineageOf(entries);
  const mark = markOfContent(lineage, digestStart);
  return mark === null ? [] : stepsAfter(lineage, mark);
}
