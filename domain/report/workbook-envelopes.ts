// The contracts of the workbook: an envelope on each line, with its days as formulas over the time sheet; and their amendments.
import { groupedBy } from '../grouping.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { quantity } from '../ledger/quantity.ts';
import { envelopesInOrder } from '../ledger/envelopes-in-order.ts';
import { compareAmendments } from '../ordering.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { minutesPerDay } from '../units.ts';
import { LESS_THAN_A_MINUTE, sumWhere } from './days-formulas.ts';
import { type Cell, FIRST_ROW, type Sheet, sumOf, valueOf } from './sheets.ts';
import { envelopeLabels, TIME, type WorkbookScope } from './workbook-scope.ts';

/** One line per envelope: granted, amended, done, left. */
export function envelopesSheet({ accompaniment, on, locale, period }: WorkbookScope, time: Sheet, ledger: Ledger): Sheet {
  const { workbook: words } = catalogueOf(locale);
  const labels = envelopeLabels(accompaniment);
  const amendments = groupedBy(
    Object.values(accompaniment.amendments).filter((amendment) => amendment.on <= on),
    ({ envelopeId }) => envelopeId,
  );
  const entries = groupedBy(time.rows, (cells) => cells[TIME.envelope]);
  const rows = ledger.envelopes.map((line, index): readonly Cell[] => {
    const row = FIRST_ROW + index;
    const { envelope, minutesPerDay: day } = line;
    const label = labels.get(envelope.id) ?? '';
    const inForce = amendments.get(envelope.id) ?? [];
    const listed = (entries.get(label) ?? []).reduce((sum, cells) => sum + valueOf(cells[TIME.days] ?? null), 0);
    const outside = line.counted / day - envelope.openingMinutes / day - listed;
    const before = envelope.openingMinutes / day + (Math.abs(outside) < LESS_THAN_A_MINUTE ? 0 : outside);
    return [
      label,
      day,
      envelope.grantedMinutes / day,
      inForce.reduce((sum, amendment) => sum + amendment.minutes / day, 0),
      before,
      { formula: `E${row}+${sumWhere(time, [[TIME.envelope, `$A${row}`]])}`, value: line.counted / day },
      line.planned / day,
      { formula: `C${row}+D${row}-F${row}`, value: line.remaining / day },
    ];
  });
  return {
    name: words.envelopes,
    columns: [
      { head: words.envelope, format: 'text', width: 34 },
      { head: words.dayLength, format: 'hours', width: 12 },
      { head: words.granted, format: 'days', width: 12 },
      { head: words.amendments, format: 'days', width: 12 },
      { head: period.from === null && period.to === null ? words.opening : words.openingAndOutside, format: 'days', width: 22 },
      { head: words.done, format: 'days', width: 10 },
      { head: words.planned, format: 'days', width: 10 },
      { head: words.remaining, format: 'days', width: 10 },
    ],
    rows,
    total: [words.total, null, ...[2, 3, 4, 5, 6, 7].map((index) => sumOf(index, rows))],
  };
}

/** Every amendment with its reason, by envelope, then by date; those of a day to come say so. */
export function amendmentsSheet({ accompaniment, on, locale }: WorkbookScope): Sheet {
  const { workbook: words } = catalogueOf(locale);
  const labels = envelopeLabels(accompaniment);
  const byEnvelope = groupedBy(Object.values(accompaniment.amendments).toSorted(compareAmendments), ({ envelopeId }) => envelopeId);
  const rows = envelopesInOrder(accompaniment.envelopes).flatMap((envelope) =>
    (byEnvelope.get(envelope.id) ?? []).map((amendment): readonly Cell[] => [
      labels.get(envelope.id) ?? '',
      { date: amendment.on },
      quantity(amendment.minutes, minutesPerDay(envelope.minutesPerDay)).days,
      amendment.minutes,
      amendment.reason,
      amendment.on <= on ? words.inForce : words.notInForce,
    ]),
  );
  return {
    name: words.amendmentsSheet,
    columns: [
      { head: words.envelope, format: 'text', width: 34 },
      { head: words.date, format: 'date', width: 13 },
      { head: words.amendedDays, format: 'days', width: 10 },
      { head: words.hours, format: 'signed-hours', width: 10 },
      { head: words.reason, format: 'text', width: 46 },
      { head: words.status, format: 'text', width: 22 },
    ],
    rows,
    total: null,
  };
}
