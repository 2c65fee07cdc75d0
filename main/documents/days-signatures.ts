// The foot of the statement of days: place and day, and a block to sign for each party, never divided between pages.
import type { Locale } from '@contract/settings.ts';
import type { Party } from '@domain/report/parties.ts';
import type { DaysStatement } from '@domain/report/days-statement.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { byHand, ENDING, lineByHand } from './by-hand.ts';
import { QUIET, TEXT_WIDTH, unparted } from './paper.ts';

/** Blocks beside each other. */
const BESIDE = 3;
const GAP = 18; // points
const WIDTH = (TEXT_WIDTH - (BESIDE - 1) * GAP) / BESIDE;
/** Above the line on which somebody signs, in points. */
const ROOM = 52;

/** Somebody who signs; without a name there is room for it. */
type Signatory = { readonly as: string; readonly party: Party | null };

/** @returns the blocks of the consultants, of who follows the mission, and of a representative of the structures */
export function signatures({ scheme, accompanists, officers }: DaysStatement, locale: Locale): Content[] {
  const { documents, statement: texts } = catalogueOf(locale);
  const as = (name: string, parties: readonly Party[]): readonly Signatory[] =>
    parties.length === 0 ? [{ as: name, party: null }] : parties.map((party) => ({ as: name, party }));
  const signatories = [
    ...as(documents.accompaniment[scheme], accompanists),
    ...as(documents.officers[scheme], officers),
    ...as(texts.forBeneficiaries, []),
  ];
  const place = byHand(
    [
      [texts.doneAt, 150],
      [texts.doneOn, 100],
    ],
    ENDING,
  );
  return Array.from({ length: Math.ceil(signatories.length / BESIDE) }, (_, row) =>
    unparted([...(row === 0 ? [place] : []), blocks(signatories.slice(row * BESIDE, (row + 1) * BESIDE), locale)]),
  );
}

/** The lines to sign on are on one height, however much stands above each. */
function blocks(signatories: readonly Signatory[], locale: Locale): Content {
  const { statement: texts } = catalogueOf(locale);
  const underLine: Content = { text: texts.signature, color: QUIET, fontSize: 8.5, margin: [0, 2, 0, 0] };
  return {
    table: {
      widths: signatories.map(() => WIDTH),
      body: [signatories.map((one) => names(one, locale)), signatories.map(() => ({ stack: [lineByHand(WIDTH, ROOM), underLine] }))],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: (column) => (column === BESIDE - 1 ? 0 : GAP),
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, 20, 0, 0],
  };
}

function names({ as, party }: Signatory, locale: Locale): TableCell {
  const unnamed: Content = { text: catalogueOf(locale).statement.nameAndFunction, color: QUIET };
  const named = party === null ? [unnamed] : [party.name, party.function, party.belongsTo].filter((part) => part !== '');
  return { stack: [{ text: as, bold: true }, ...named] };
}
