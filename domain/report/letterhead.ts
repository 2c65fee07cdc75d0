// What stands at the head of a document: the firm that accompanies with its contact details and logo, and the logos of those who fund.
import type { Accompaniment } from '../document.ts';
import { inOrder } from '../ordering.ts';
import { MOST_LOGOS } from '../tables/logos.ts';
import { onlyOf } from '../tables/tables.ts';
import { accompanistsOf } from './parties.ts';

export type Letterhead = {
  /** May be empty: a logo often has the name in it. */
  readonly firm: string;
  readonly contact: string;
  /** Pictures as records hold them. */
  readonly firmLogos: readonly string[];
  readonly funderLogos: readonly string[];
};

/** @returns the head of the documents; `null` where neither contact details nor a logo are given, since a name alone stands in them anyway */
export function letterheadOf(accompaniment: Accompaniment): Letterhead | null {
  const contact = onlyOf(accompaniment.mission)?.letterhead.trim() ?? '';
  const logos = inOrder(Object.values(accompaniment.logos))
    .filter(({ picture }) => picture !== '')
    .slice(0, MOST_LOGOS); // two files brought together may have more
  if (contact === '' && logos.length === 0) return null;
  const picturesOf = (wanted: string) => logos.filter(({ of }) => of === wanted).map(({ picture }) => picture);
  return {
    firm: accompanistsOf(accompaniment).find(({ belongsTo }) => belongsTo !== '')?.belongsTo ?? '',
    contact,
    firmLogos: picturesOf('firm'),
    funderLogos: picturesOf('funder'),
  };
}
