// Gives each sign of a document a font that can draw it; what none can is drawn by its number, and told.
import { drawable, signNumber, simplerForm } from '@domain/writing/drawable.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FALLBACKS, type Family } from './fonts.ts';
import { withBreaks } from './long-words.ts';

/** A piece of a text in one font; `null` is the font that the text has anyway. */
export type FontRun = { readonly text: string; readonly font: Family | null };
type Piece = FontRun | { readonly missing: string };
type Has = (family: Family) => (codePoint: number) => boolean;

/** Signs told by name at most; the rest is of the same scripts. */
const MOST_TOLD = 40;
/** Signs drawn by their numbers at most: whole pages of them tell nothing more. */
const MOST_SPELT = 2000;
/** Both fonts to write with have all of these. */
const COMMON = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u202f\u20ac]*$/;
/** A font of mathematics has some of these, which there neither join nor run from right to left. */
const WRITTEN_OTHERWISE = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const CLUSTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

export class Glyphs {
  readonly #has: Has;
  readonly #missing = new Set<string>();
  #spelt = 0;

  constructor(has: Has) {
    this.#has = has;
  }

  /** The signs that no font has, each once, in the order in which they were met; complete once the document has been drawn. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** @returns the same document, every text of it in fonts that can draw it: content, headers and footers */
  fitted(definition: TDocumentDefinitions): TDocumentDefinitions {
    const { content, header, footer } = definition;
    return {
      ...definition,
      content: this.#part(content, 'Inter') as Content,
      ...(typeof header === 'function' ? { header: (...page) => this.#part(header(...page), 'Inter') as Content } : {}),
      ...(typeof footer === 'function' ? { footer: (...page) => this.#part(footer(...page), 'Inter') as Content } : {}),
    }; // the same structure, only its texts changed
  }

  /** @param family of the text around */
  #part(part: unknown, family: Family): unknown {
    if (typeof part === 'string') return this.#alone(part, family);
    if (Array.isArray(part)) return part.map((one) => this.#part(one, family));
    if (typeof part !== 'object' || part === null) return part;
    const own = 'font' in part && part.font === 'Serif' ? 'Serif' : family;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]: [string, unknown]) => {
        if (key === 'text') return [key, this.#text(value, own, longestRunOf(part))];
        return [key, CONTENT_KEYS.has(key) ? this.#part(value, own) : value];
      }),
    );
  }

  #alone(text: string, family: Family): unknown {
    const runs = this.runs(text, family);
    return runs.length === 1 && runs[0]?.font === null ? runs[0].text : { text: runs.map(leaf) };
  }

  /** Runs in runs lose their style in pdfmake: the pieces of one stand beside each other, each with its style. */
  #text(value: unknown, family: Family, longestRun?: number): unknown {
    if (typeof value === 'string') {
      const runs = this.runs(value, family, longestRun);
      return runs.length === 1 && runs[0]?.font === null ? runs[0].text : runs.map(leaf);
    }
    if (!Array.isArray(value)) return this.#part(value, family);
    return value.flatMap((one: unknown): readonly unknown[] => {
      if (typeof one === 'string') return this.runs(one, family).map(leaf);
      if (typeof one !== 'object' || one === null || !('text' in one) || typeof one.text !== 'string') return [this.#part(one, family)];
      return this.runs(one.text, family).map((run) => ({ ...one, ...leaf(run) }));
    });
  }

  /**
   * @param longestRun of letters that is not broken, where its column is narrow
   * @returns a text in the pieces that its fonts make of it; at least one
   */
  runs(text: string, family: Family, longestRun?: number): readonly FontRun[] {
    const plain = withBreaks(drawable(text), longestRun);
    if (COMMON.test(plain)) return [{ text: plain, font: null }];
    const runs: { text: string; font: Family | null }[] = [];
    const add = (run: FontRun): void => {
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push({ ...run });
    };
    let unknown: string[] = [];
    const spell = (): void => {
      if (unknown.length > 0) add({ text: this.#spelling(unknown), font: null });
      unknown = [];
    };
    for (const { segment } of CLUSTERS.segment(plain)) {
      for (const piece of this.#pieces(segment, family)) {
        if ('missing' in piece) unknown.push(piece.missing);
        else {
          spell();
          add(piece);
        }
      }
    }
    spell();
    return runs.length === 0 ? [{ text: '', font: null }] : runs;
  }

  /** @returns the pieces of one letter; signs without a font after those that are drawn, so that no accent stands on their numbers */
  #pieces(cluster: string, family: Family): readonly Piece[] {
    const font = this.#fontOf(cluster, family);
    if (font !== undefined) return [{ text: cluster, font }];
    const pieces = Array.from(cluster, (sign) => this.#piece(sign, family));
    return [...pieces.filter((piece) => 'font' in piece), ...pieces.filter((piece) => 'missing' in piece)];
  }

  #piece(sign: string, family: Family): Piece {
    const own = this.#fontOf(sign, family);
    if (own !== undefined) return { text: sign, font: own };
    const simpler = simplerForm(sign);
    const other = simpler === sign ? undefined : this.#fontOf(simpler, family);
    return other === undefined ? { missing: sign } : { text: simpler, font: other };
  }

  /** @returns the first font that has all of a text: `null` for its own; `undefined` if there is none */
  #fontOf(text: string, family: Family): Family | null | undefined {
    const points = [...text].map((sign) => sign.codePointAt(0) ?? 0).filter((point) => point !== LINE_FEED);
    if (points.every(this.#has(family))) return null;
    if (WRITTEN_OTHERWISE.test(text)) return undefined;
    return FALLBACKS.find((other) => other !== family && points.every(this.#has(other)));
  }

  #spelling(signs: readonly string[]): string {
    for (const sign of signs) if (this.#missing.size < MOST_TOLD) this.#missing.add(sign);
    const spelt = signs.slice(0, Math.max(0, MOST_SPELT - this.#spelt));
    this.#spelt += spelt.length;
    return `[${[...spelt.map(signNumber), ...(spelt.length < signs.length ? ['…'] : [])].join(' ')}]`;
  }
}

const LINE_FEED = 10;
/** Where pdfmake keeps content; other keys hold settings. */
const CONTENT_KEYS = new Set(['stack', 'columns', 'ul', 'ol', 'table', 'body']);

function longestRunOf(part: object): number | undefined {
  return 'longestRun' in part && typeof part.longestRun === 'number' ? part.longestRun : undefined;
}

function leaf({ text, font }: FontRun): { readonly text: string; readonly font?: Family } {
  return font === null ? { text } : { text, font };
}
