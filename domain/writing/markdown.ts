// Light Markdown as a neutral model, for the window and for documents: the part of CommonMark that people write.
// Its time grows with the length of the text alone, whatever stands in it: readers of all of CommonMark need minutes for some texts.
import { type IsDefined, type Run, runsOf } from './markdown-runs.ts';

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly runs: readonly Run[] }
  /** `start`: the number of the first item; `null` for a list without numbers. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' }
  /** Code, and what lies too deep: shown as it was typed. */
  | { readonly kind: 'typed'; readonly text: string };

/** As many levels of lists and quotations as Word has; people write no more, and hostile text must not exhaust a page. */
const DEEPEST = 9;

/** No paragraph changes its style so often; one that does is shown as typed, since each run is drawn by itself. */
const MOST_RUNS = 2000;

/** @returns the blocks of a text; not a word of it is left out, but for the addresses of links */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const labels = new Set(lines.flatMap((line) => definedLabel(line) ?? []));
  return new Blocks(lines, { depth: 0, isDefined: (label) => labels.size > 0 && labels.has(plainLabel(label)) }).read();
}

const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]: *\S+(?: +["'(][^\n]*["')])? *$/;

function definedLabel(line: string): string | null {
  const label = DEFINITION.exec(line)?.[1];
  return label === undefined ? null : plainLabel(label);
}

function plainLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

type Place = { readonly depth: number; readonly isDefined: IsDefined };

const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
const HEADING = /^ {0,3}#{1,6}(?: +|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+) *$/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const QUOTE = /^ {0,3}>/;
/**
 * Beyond CommonMark, which knows hyphens, pluses, stars and numbers: dashes and round bullets begin an item too, if a space follows. Keyboards
 * and programs write them for a hyphen, and in minutes a line that begins like this is always meant as one of a list.
 */
const ITEM = /^( {0,3})(?:([-+*]|\d{1,9}[.)])(?= |$)|([–—•])(?= ))/;
const BLANK = /^ *$/;
const INDENTED = /^ {4}/;

type Marker = { readonly sign: string; readonly start: number | null; readonly width: number; readonly isEmpty: boolean };

class Blocks {
  readonly #lines: readonly string[];
  readonly #place: Place;
  readonly #blocks: Block[] = [];
  #at = 0;

  constructor(lines: readonly string[], place: Place) {
    this.#lines = lines;
    this.#place = place;
  }

  read(): readonly Block[] {
    while (this.#at < this.#lines.length) this.#block(spaced(this.#lines[this.#at] ?? ''));
    return this.#blocks;
  }

  #block(line: string): void {
    if (BLANK.test(line)) this.#at += 1;
    else if (this.#place.depth > DEEPEST) this.#tooDeep();
    else if (INDENTED.test(line)) this.#indented();
    else if (FENCE.test(line)) this.#fenced(line);
    else if (isRule(line)) this.#push({ kind: 'rule' });
    else if (HEADING.test(line)) this.#push({ kind: 'heading', runs: this.#runs(headingIn(line)) });
    else if (QUOTE.test(line)) this.#quote();
    else if (ITEM.test(line)) this.#list(line);
    else this.#paragraph();
  }

  #push(block: Block): void {
    this.#blocks.push(block);
    this.#at += 1;
  }

  #runs(text: string): readonly Run[] {
    const runs = runsOf(text, this.#place.isDefined);
    return runs.length > MOST_RUNS ? [{ text, isBold: false, isItalic: false }] : runs;
  }

  #inside(lines: readonly string[]): readonly Block[] {
    return new Blocks(lines, { ...this.#place, depth: this.#place.depth + 1 }).read();
  }

  #tooDeep(): void {
    this.#blocks.push({ kind: 'typed', text: this.#lines.slice(this.#at).join('\n') });
    this.#at = this.#lines.length;
  }

  #indented(): void {
    const from = this.#at;
    let end = from;
    for (let at = from; at < this.#lines.length; at += 1) {
      const line = spaced(this.#lines[at] ?? '');
      if (INDENTED.test(line)) end = at + 1;
      else if (!BLANK.test(line)) break;
    }
    this.#at = end;
    const code = this.#lines.slice(from, end).map((line) => spaced(line).replace(INDENTED, ''));
    this.#blocks.push({ kind: 'typed', text: code.join('\n') });
  }

  #fenced(line: string): void {
    const fence = FENCE.exec(line)?.[1] ?? '';
    const from = this.#at + 1;
    let at = from;
    while (at < this.#lines.length && !closes(this.#lines[at] ?? '', fence)) at += 1;
    this.#at = at + 1;
    const name = line.trim().slice(fence.length).trim(); // of the language, as somebody may have begun the code there
    this.#blocks.push({ kind: 'typed', text: [...(name === '' ? [] : [name]), ...this.#lines.slice(from, at)].join('\n') });
  }

  #quote(): void {
    const own: string[] = [];
    const lazy = new Laziness();
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = spaced(this.#lines[this.#at] ?? '');
      if (!QUOTE.test(line) && !lazy.continues(line)) break;
      const inside = line.replace(/^ {0,3}> ?/, '');
      own.push(inside);
      lazy.see(inside);
    }
    this.#blocks.push({ kind: 'quote', blocks: this.#inside(own) });
  }

  #list(line: string): void {
    const first = markerOf(line);
    const items: (readonly Block[])[] = [];
    for (let marker = first; marker !== null && marker.sign === first?.sign; marker = this.#nextMarker()) {
      items.push(this.#inside(this.#item(marker)));
    }
    this.#blocks.push({ kind: 'list', start: first?.start ?? null, items });
  }

  /** @returns the marker of the next line that is not blank */
  #nextMarker(): Marker | null {
    while (this.#at < this.#lines.length && BLANK.test(spaced(this.#lines[this.#at] ?? ''))) this.#at += 1;
    const next = spaced(this.#lines[this.#at] ?? '');
    return isRule(next) ? null : markerOf(next);
  }

  /** @returns the lines of an item, without the indent */
  #item({ width, isEmpty }: Marker): readonly string[] {
    const own = [spaced(this.#lines[this.#at] ?? '').slice(width)];
    const lazy = new Laziness();
    lazy.see(own[0] ?? '');
    this.#at += 1;
    let blanks = 0;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = spaced(this.#lines[this.#at] ?? '');
      if (BLANK.test(line)) {
        blanks += 1;
        if (isEmpty && own.length === 1) break; // what begins with a blank line ends with the second
        continue;
      }
      const isInside = indentOf(line) >= width;
      if (!isInside && (blanks > 0 || !lazy.continues(line))) break;
      for (let blank = 0; blank < blanks; blank += 1) own.push('');
      if (blanks > 0) lazy.see('');
      own.push(isInside ? line.slice(width) : line);
      lazy.see(own.at(-1) ?? '');
      blanks = 0;
    }
    return own;
  }

  #paragraph(): void {
    const first = this.#lines[this.#at] ?? '';
    if (definedLabel(first) !== null) {
      this.#push({ kind: 'typed', text: first.trim() });
      return;
    }
    const own: string[] = [];
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = spaced(this.#lines[this.#at] ?? '');
      if (own.length > 0 && UNDERLINE.test(line)) {
        this.#push({ kind: 'heading', runs: this.#runs(own.join('\n')) });
        return;
      }
      if (BLANK.test(line) || (own.length > 0 && interrupts(line))) break;
      own.push(line.trimStart());
    }
    this.#blocks.push({ kind: 'paragraph', runs: this.#runs(own.join('\n').trimEnd()) });
  }
}

/** Whether a line without the mark of its container goes on with the paragraph that ends it. */
class Laziness {
  #isParagraph = false;
  #fence = '';

  continues(line: string): boolean {
    // here any item ends the paragraph, the second of a list too: it stands beside the container, and not in the paragraph
    return this.#isParagraph && !BLANK.test(line) && !interrupts(line) && markerOf(line) === null;
  }

  see(inside: string): void {
    if (this.#fence !== '') {
      if (closes(inside, this.#fence)) this.#fence = '';
      return;
    }
    let line = inside;
    // what opens a container may hold a paragraph itself
    for (let depth = 0; depth <= DEEPEST && (QUOTE.test(line) || (markerOf(line) !== null && !isRule(line))); depth += 1)
      line = QUOTE.test(line) ? line.replace(/^ {0,3}> ?/, '') : line.slice(markerOf(line)?.width ?? 0);
    this.#fence = FENCE.exec(line)?.[1] ?? '';
    const isOther = this.#fence !== '' || BLANK.test(line) || HEADING.test(line) || isRule(line);
    this.#isParagraph = !isOther && (this.#isParagraph || !INDENTED.test(line));
  }
}

/** @returns the line with its leading tabs as spaces, to stops of four */
function spaced(line: string): string {
  const lead = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (!lead.includes('\t')) return line;
  const columns = [...lead].reduce((width, sign) => (sign === '\t' ? width + 4 - (width % 4) : width + 1), 0);
  return ' '.repeat(columns) + line.slice(lead.length);
}

function indentOf(line: string): number {
  return (/^ */.exec(line)?.[0] ?? '').length;
}

/** Longer rules are somebody's drawing, and are shown as typed. */
const LONGEST_RULE = 1000;

function isRule(line: string): boolean {
  return line.length <= LONGEST_RULE && RULE.test(line);
}

function headingIn(line: string): string {
  const words = line.replace(HEADING, '').trim();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const before = words.slice(0, end);
  return before === '' ? '' : before.endsWith(' ') ? before.trimEnd() : words;
}

function closes(line: string, fence: string): boolean {
  const inside = line.trim();
  return indentOf(line) < 4 && inside.length >= fence.length && [...inside].every((sign) => sign === fence[0]);
}

/** What begins another block although a paragraph is under way. */
function interrupts(line: string): boolean {
  if (INDENTED.test(line)) return false;
  if (QUOTE.test(line) || HEADING.test(line) || FENCE.test(line) || isRule(line)) return true;
  const marker = markerOf(line);
  return marker !== null && !marker.isEmpty && (marker.start === null || marker.start === 1);
}

/** @returns the marker at the start of an item, with the width of what comes before its text */
function markerOf(line: string): Marker | null {
  const [whole, , known, dash = ''] = ITEM.exec(line) ?? [];
  const mark = known ?? dash;
  if (whole === undefined) return null;
  const rest = line.slice(whole.length);
  const gap = indentOf(rest);
  const isEmpty = gap === rest.length;
  const width = whole.length + (isEmpty || gap > 4 ? 1 : gap);
  const digits = mark.length > 1 ? Number(mark.slice(0, -1)) : null;
  return { sign: mark.slice(-1), start: digits, width, isEmpty };
}
