// Light Markdown within a paragraph: bold, italics, code, links and images as runs of plain text. Linear in the length of the text.

/** A piece of text in one style; a line feed in it ends a line. */
export type Run = { readonly text: string; readonly isBold: boolean; readonly isItalic: boolean };
/** Whether a link of that label is defined somewhere in the text. */
export type IsDefined = (label: string) => boolean;

type Piece = {
  text: string;
  /** Emphasis that ends before the piece, and that begins after it. */
  closes: { bold: number; italic: number };
  opens: { bold: number; italic: number };
};
type Delimiter = {
  readonly piece: Piece;
  readonly sign: string;
  /** Its rank among the delimiters of the paragraph. */
  readonly rank: number;
  /** How many of its signs emphasis has not used up. */
  left: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  before: Delimiter | null;
  after: Delimiter | null;
};
type Bracket = {
  readonly piece: Piece;
  readonly isImage: boolean;
  readonly from: number;
  /** Delimiters before the bracket. */
  readonly below: Delimiter | null;
};

/** @returns the runs of a paragraph; what is not Markdown is shown as typed */
export function runsOf(text: string, isDefined: IsDefined): readonly Run[] {
  return new Reader(text, isDefined).runs();
}

/** @returns the words of one line without the marks of Markdown */
export function withoutMarks(line: string): string {
  const runs = runsOf(line, () => false);
  return runs.map(({ text }) => text).join('');
}

/** Longest address of a link, with its title, in characters: a longer one is shown as typed. */
const LONGEST_ADDRESS = 1000;
/** Longest label by which a link is defined, in characters. */
const LONGEST_LABEL = 200;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/u;
const ESCAPED = /[!-/:-@[-`{-~]/;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp);/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const ADDRESS = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,1000}|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})>/iy;
const PLAIN = /[^\\`*_[\]!<&\n]+/y;

class Reader {
  readonly #text: string;
  readonly #isDefined: IsDefined;
  readonly #pieces: Piece[] = [];
  readonly #brackets: Bracket[] = [];
  /** Brackets below this one hold a link already, and can be none. */
  #spent = 0;
  #last: Delimiter | null = null;
  #delimiters = 0;
  #at = 0;
  /** The next closing parenthesis, if known. */
  #parenthesis = -1;
  /** By length of a run of backticks: where the next one after any place is. */
  #ticks: Map<number, number[]> | null = null;

  constructor(text: string, isDefined: IsDefined) {
    this.#text = text;
    this.#isDefined = isDefined;
  }

  runs(): readonly Run[] {
    while (this.#at < this.#text.length) this.#next();
    this.#emphasise(null);
    return styled(this.#pieces);
  }

  #next(): void {
    const sign = this.#text[this.#at] ?? '';
    switch (sign) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#code();
      case '*':
      case '_':
        return this.#delimiter(sign);
      case '[':
        return this.#open(1);
      case '!':
        return this.#text[this.#at + 1] === '[' ? this.#open(2) : void this.#add('!');
      case ']':
        return this.#close();
      case '<':
        return this.#matched(ADDRESS, ([, address = '']) => address, '<');
      case '&':
        return this.#matched(ENTITY, ([, name = '']) => ENTITIES[name] ?? '', '&');
      case '\n':
        return this.#line();
      default:
        return this.#matched(PLAIN, ([plain]) => plain, sign);
    }
  }

  #add(text: string, taken = text.length): Piece {
    const piece: Piece = { text, closes: { bold: 0, italic: 0 }, opens: { bold: 0, italic: 0 } };
    this.#pieces.push(piece);
    this.#at += taken;
    return piece;
  }

  #matched(form: RegExp, shown: (match: RegExpExecArray) => string, otherwise: string): void {
    form.lastIndex = this.#at;
    const match = form.exec(this.#text);
    if (match === null) this.#add(otherwise);
    else this.#add(shown(match), match[0].length);
  }

  #escape(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') this.#at += 1;
    else if (ESCAPED.test(next)) this.#add(next, 2);
    else this.#add('\\');
  }

  /** A line ends where it was ended; spaces around that are not seen. */
  #line(): void {
    const last = this.#pieces.at(-1);
    if (last !== undefined) last.text = withoutLastSpaces(last.text);
    this.#add('\n');
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at += 1;
  }

  #runLength(sign: string): number {
    let end = this.#at;
    while (this.#text[end] === sign) end += 1;
    return end - this.#at;
  }

  #code(): void {
    const length = this.#runLength('`');
    const end = this.#closingTicks(length);
    if (end === null) {
      this.#add('`'.repeat(length));
      return;
    }
    const inside = this.#text.slice(this.#at + length, end).replaceAll('\n', ' ');
    const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    this.#add(isPadded ? inside.slice(1, -1) : inside, end + length - this.#at);
  }

  /** Each run of backticks is looked at once, however many there are. */
  #closingTicks(length: number): number | null {
    this.#ticks ??= ticksOf(this.#text);
    const places = this.#ticks.get(length) ?? [];
    while ((places.at(-1) ?? Infinity) <= this.#at) places.pop();
    return places.at(-1) ?? null;
  }

  #delimiter(sign: string): void {
    const length = this.#runLength(sign);
    const before = characterBefore(this.#text, this.#at);
    const after = characterAt(this.#text, this.#at + length);
    const isLeft = !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
    const isRight = !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
    const canOpen = isLeft && (sign === '*' || !isRight || PUNCTUATION.test(before));
    const canClose = isRight && (sign === '*' || !isLeft || PUNCTUATION.test(after));
    const piece = this.#add(sign.repeat(length));
    if (!canOpen && !canClose) return;
    this.#delimiters += 1;
    const rank = this.#delimiters;
    const delimiter: Delimiter = { piece, sign, rank, left: length, canOpen, canClose, before: this.#last, after: null };
    if (this.#last !== null) this.#last.after = delimiter;
    this.#last = delimiter;
  }

  #open(length: 1 | 2): void {
    const piece = this.#add(this.#text.slice(this.#at, this.#at + length));
    this.#brackets.push({ piece, isImage: length === 2, from: this.#at, below: this.#last });
  }

  #close(): void {
    const bracket = this.#brackets.pop();
    const isSpent = bracket !== undefined && this.#brackets.length < this.#spent && !bracket.isImage;
    this.#spent = Math.min(this.#spent, this.#brackets.length);
    const end = bracket === undefined || isSpent ? null : this.#endOfLink(bracket);
    if (bracket === undefined || end === null) {
      this.#add(']');
      return;
    }
    this.#emphasise(bracket.below);
    bracket.piece.text = '';
    this.#at = end;
    if (!bracket.isImage) this.#spent = this.#brackets.length;
  }

  /** @returns where the link or image ends whose words have just been read; `null` if it is none */
  #endOfLink(bracket: Bracket): number | null {
    const after = this.#at + 1;
    const address = this.#text[after] === '(' && this.#closesAfter(after) ? endOfAddress(this.#text, after + 1) : null;
    if (address !== null) return address;
    if (bracket.isImage) return null; // an image by name is shown as typed
    const label = this.#text[after] === '[' ? /\[([^[\]]{0,200})\]/y : null;
    if (label !== null) label.lastIndex = after;
    const named = label?.exec(this.#text) ?? null;
    const words = this.#text.slice(bracket.from, Math.min(this.#at, bracket.from + LONGEST_LABEL));
    if (named === null) return this.#isDefined(words) ? after : null;
    return this.#isDefined(named[1] === '' || named[1] === undefined ? words : named[1]) ? after + named[0].length : null;
  }

  /** A text with no parenthesis to close is looked through once, not at each link that begins. */
  #closesAfter(at: number): boolean {
    if (this.#parenthesis < at) this.#parenthesis = this.#text.indexOf(')', at);
    if (this.#parenthesis === -1) this.#parenthesis = Infinity;
    return this.#parenthesis < at + LONGEST_ADDRESS;
  }

  /** Pairs delimiters above `below`, and drops them. @source CommonMark 0.31, "process emphasis" */
  #emphasise(below: Delimiter | null): void {
    const floors = new Map<string, number>();
    let closer = below === null ? firstOf(this.#last) : below.after;
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.after;
        continue;
      }
      const key = `${closer.sign}${closer.canOpen ? 'o' : ''}${closer.left % 3}`;
      const floor = floors.get(key) ?? below?.rank ?? 0;
      const opener = openerOf(closer, floor);
      if (opener === null) floors.set(key, closer.rank - 1); // nothing below is looked at again
      closer = opener === null ? this.#passed(closer) : this.#pair(opener, closer);
    }
    this.#last = below;
    if (below !== null) below.after = null;
  }

  /** @returns the one after a closer that closes nothing */
  #passed(closer: Delimiter): Delimiter | null {
    const next = closer.after;
    if (!closer.canOpen) this.#drop(closer);
    return next;
  }

  /** @returns the closer if some of it is left, otherwise the next one */
  #pair(opener: Delimiter, closer: Delimiter): Delimiter | null {
    opener.after = closer; // those in between pair with nothing
    closer.before = opener;
    const isBold = opener.left > 1 && closer.left > 1;
    const used = isBold ? 2 : 1;
    opener.left -= used;
    closer.left -= used;
    opener.piece.text = opener.sign.repeat(opener.left);
    closer.piece.text = closer.sign.repeat(closer.left);
    opener.piece.opens[isBold ? 'bold' : 'italic'] += 1;
    closer.piece.closes[isBold ? 'bold' : 'italic'] += 1;
    if (opener.left === 0) this.#drop(opener);
    if (closer.left > 0) return closer;
    this.#drop(closer);
    return closer.after;
  }

  #drop(delimiter: Delimiter): void {
    if (delimiter.before !== null) delimiter.before.after = delimiter.after;
    if (delimiter.after === null) this.#last = delimiter.before;
    else delimiter.after.before = delimiter.before;
  }
}

function firstOf(last: Delimiter | null): Delimiter | null {
  let first = last;
  for (let before = last?.before ?? null; before !== null; before = before.before) first = before;
  return first;
}

/** @returns the nearest delimiter before a closer, and above a rank, that fits it */
function openerOf(closer: Delimiter, floor: number): Delimiter | null {
  let opener = closer.before;
  while (opener !== null && opener.rank > floor && !fits(opener, closer)) opener = opener.before;
  return opener === null || opener.rank <= floor ? null : opener;
}

/**
 * The rule of three: `*a**b*` is no bold within italics. It counts what is left of a run, as the readers do that people know, where
 * CommonMark counts the whole run: `**5*3 *a***` is bold.
 */
function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign || !opener.canOpen) return false;
  const isBoth = opener.canClose || closer.canOpen;
  return !isBoth || closer.left % 3 === 0 || (opener.left + closer.left) % 3 !== 0;
}

function withoutLastSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

/** By length, the places of all runs of backticks, the last first. */
function ticksOf(text: string): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].toReversed()) {
    const same = places.get(run.length);
    if (same === undefined) places.set(run.length, [index]);
    else same.push(index);
  }
  return places;
}

/** A text begins and ends as if with a space. */
function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : (text[at - 1] ?? ' ');
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? ' ' : String.fromCodePoint(point);
}

/** @param from after the opening parenthesis. @returns the place after the closing one, or `null` */
function endOfAddress(text: string, from: number): number | null {
  const limit = Math.min(text.length, from + LONGEST_ADDRESS);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return at + 1;
    else if (sign === ')') depth -= 1;
    else if (/\s/.test(sign)) return endOfTitle(text, at, limit);
  }
  return null;
}

function endOfTitle(text: string, from: number, limit: number): number | null {
  const title = /\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')?\s*\)/y;
  const cut = text.slice(from, limit);
  const match = title.exec(cut);
  return match === null ? null : from + match[0].length;
}

/** @returns the pieces joined to runs of one style each */
function styled(pieces: readonly Piece[]): readonly Run[] {
  const runs: { text: string; isBold: boolean; isItalic: boolean }[] = [];
  let [bold, italic] = [0, 0];
  for (const { text, closes, opens } of pieces) {
    bold -= closes.bold;
    italic -= closes.italic;
    const [isBold, isItalic] = [bold > 0, italic > 0];
    const last = runs.at(-1);
    if (last !== undefined && last.isBold === isBold && last.isItalic === isItalic) last.text += text;
    else if (text !== '') runs.push({ text, isBold, isItalic });
    bold += opens.bold;
    italic += opens.italic;
  }
  return runs;
}
