// The order of contracts, the same on every screen, in every document and in every sheet.
import type { Accompaniment } from '../document.ts';
import { by, type Comparison } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { byText } from '../writing/sort.ts';

type Envelope = RecordOf<'envelopes'>;

const byStart = by<Envelope>(({ startsOn }) => startsOn ?? '');
const byFunder = byText<Envelope>(({ funder }) => funder);
const compareEnvelopes: Comparison<Envelope> = (a, b) => byStart(a, b) || byFunder(a, b);

/** @returns envelopes by the day on which they start, those without one first, then by funder */
export function envelopesInOrder(envelopes: Accompaniment['envelopes']): readonly Envelope[] {
  return Object.values(envelopes).toSorted(compareEnvelopes);
}
