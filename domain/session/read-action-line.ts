// Reads who and when in the line of an action: `Envoyer la grille @Mehdi 16/04`.
import type { DateFailure } from '../failures.ts';
import type { DateContext } from '../time/parse-date.ts';
import type { CalendarDate } from '../units.ts';
import { dueIn, isTied, MOST_DUE_WORDS } from './due-words.ts';
import { bareName, meantBy, type Owner, type Owners } from './owners.ts';

/** A name that stays in the text: nobody has it, several have it, or somebody is in charge already. */
export type NameLeft =
  | { readonly why: 'unknown'; readonly name: string }
  | { readonly why: 'second'; readonly name: string }
  | { readonly why: 'ambiguous'; readonly name: string; readonly among: readonly Owner[] };

export type ActionLine = {
  /** The text without what was understood of it; the text as it is where nothing else would be left. */
  readonly title: string;
  readonly owner: Owner | null;
  readonly dueOn: CalendarDate | null;
  readonly namesLeft: readonly NameLeft[];
  /** A day that does not exist stays in the text, too. */
  readonly noDay: DateFailure | null;
};
/** `today`: the day of the session, from which its actions say when. */
export type ActionContext = DateContext & { readonly owners: Owners };

/**
 * The owner follows an `@` that begins a word: by the whole name of a person or of a structure, or by its first words where only one has
 * them. The day follows the owner, or ends the line. A text with neither is the title as it is.
 */
export function readActionLine(typed: string, context: ActionContext): ActionLine {
  const words = wordsOf(typed);
  const mentions = mentionsIn(words, context.owners);
  const chosen = mentions.find(({ meant }) => meant.length === 1);
  const day = dayIn(words, chosen ?? null, context);
  const cuts = [chosen, day?.read.ok === true ? day : undefined].flatMap((one) => (one === undefined ? [] : [one]));
  return {
    title: without(typed, words, cuts),
    owner: chosen?.meant[0] ?? null,
    dueOn: day?.read.ok === true ? day.read.value : null,
    namesLeft: mentions.filter((mention) => mention !== chosen).map(leftOf),
    noDay: day === null || day.read.ok ? null : day.read.failure,
  };
}

type Word = { readonly text: string; readonly from: number; readonly to: number };
/** Words from the one of that index up to before the other. */
type Span = { readonly first: number; readonly end: number };
type Mention = Span & { readonly name: string; readonly meant: readonly Owner[] };

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ text: word, from: index, to: index + word.length }));
}

function mentionsIn(words: readonly Word[], owners: Owners): readonly Mention[] {
  const mentions: Mention[] = [];
  words.forEach(({ text }, index) => {
    if (/^@[^@\s]/u.test(text) && index >= (mentions.at(-1)?.end ?? 0)) mentions.push(mentionAt(words, index, owners));
  });
  return mentions;
}

/** The longest name that stands there. */
function mentionAt(words: readonly Word[], first: number, owners: Owners): Mention {
  const most = Math.min(owners.mostWords, words.length - first);
  for (let count = most; count > 0; count -= 1) {
    const end = first + count;
    const name = nameIn(words, { first, end });
    const { owners: meant, isWhole } = meantBy(owners, name);
    const next = words[end]?.text ?? '';
    // `@Marie Curie` is not the one Marie of the collective; at the beginning of a line the next word may well have a capital.
    const isOther = !isWhole && first > 0 && /^\p{Lu}/u.test(next);
    if (meant.length > 0 && !isOther) return { first, end, name: bareName(name), meant };
  }
  const others = words.slice(first + 1).findIndex(({ text }) => !/^\p{Lu}/u.test(text));
  const end = first > 0 ? (others === -1 ? words.length : first + 1 + others) : first + 1;
  return { first, end, name: bareName(nameIn(words, { first, end })), meant: [] };
}

function nameIn(words: readonly Word[], { first, end }: Span): string {
  return words
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ')
    .slice(1);
}

function leftOf({ name, meant }: Mention): NameLeft {
  if (meant.length > 1) return { why: 'ambiguous', name, among: meant };
  return { why: meant.length === 1 ? 'second' : 'unknown', name };
}

type Day = Span & { readonly read: NonNullable<ReturnType<typeof dueIn>> };

function dayIn(words: readonly Word[], owner: Span | null, context: ActionContext): Day | null {
  const after = owner === null ? null : dayFrom(words, owner.end, context);
  if (after !== null) return after;
  const end = owner !== null && owner.end === words.length ? owner.first : words.length;
  return dayUpTo(words, end, context);
}

function dayFrom(words: readonly Word[], first: number, context: ActionContext): Day | null {
  const most = Math.min(MOST_DUE_WORDS, words.length - first);
  for (let count = most; count > 0; count -= 1) {
    const day = dayOf(words, { first, end: first + count }, context);
    if (day !== null) return day;
  }
  return null;
}

function dayUpTo(words: readonly Word[], end: number, context: ActionContext): Day | null {
  for (let first = Math.max(0, end - MOST_DUE_WORDS); first < end; first += 1) {
    const day = dayOf(words, { first, end }, context);
    if (day !== null) return isTied(words[first - 1]?.text ?? '') ? null : day;
  }
  return null;
}

function dayOf(words: readonly Word[], { first, end }: Span, context: ActionContext): Day | null {
  const text = words
    .slice(first, end)
    .map((word) => word.text)
    .join(' ');
  const read = dueIn(text, context);
  return read === null ? null : { first, end, read };
}

/** What is cut out takes the spaces around it along, and the comma or dash that tied it to the rest. */
function without(typed: string, words: readonly Word[], cuts: readonly Span[]): string {
  if (cuts.length === 0) return typed;
  const gone = new Set(cuts.flatMap(({ first, end }) => words.slice(first, end)));
  const pieces: string[] = [];
  let from = 0;
  for (const word of words) {
    if (!gone.has(word)) continue;
    pieces.push(typed.slice(from, word.from).trim());
    from = word.to;
  }
  const isCutFirst = words[0] !== undefined && gone.has(words[0]);
  const rest = [...pieces, typed.slice(from).trim()].filter((piece) => piece !== '').join(' ');
  const begun = isCutFirst ? rest.replace(/^[:,;–—-]+\s*/u, '') : rest;
  const ended = gone.has(words.at(-1) ?? { text: '', from: 0, to: 0 }) ? begun.replace(/\s*[:,;–—-]+$/u, '') : begun;
  return ended === '' ? typed.trim() : ended;
}
