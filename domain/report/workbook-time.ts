// The time sheet of the workbook, from which its days are reckoned: each entry has its minutes in the one column where they belong.
import type { Accompaniment } from '../document.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import { compareEntries } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { isWithin, type Period } from './days-statement.ts';
import { type Cell, type Column, columnLetter, FIRST_ROW, type Sheet, sumOf } from './sheets.ts';
import { envelopeLabels, kindLabels, phaseLabels, sessionLabels, TIME, type WorkbookScope } from './workbook-scope.ts';

/** In the order of the columns, from the one at `TIME.counted`. */
const COLUMNS: readonly (readonly Standing[])[] = [['counted'], ['planned', 'later'], ['unfunded'], ['unfunded-planned', 'unfunded-later']];

/** The entries of the period, the oldest first. No total mixes what is paid for with what is not. */
export function timeSheet(scope: WorkbookScope): Sheet {
  const { accompaniment, period, locale } = scope;
  const { workbook: words } = catalogueOf(locale);
  const lineOf = linesFor(scope);
  const rows = entriesOf(accompaniment, period).map((entry, index) => lineOf(entry, FIRST_ROW + index));
  const sums = COLUMNS.map((_, index) => sumOf(TIME.counted + index, rows));
  const minutes = [words.countedMinutes, words.notYetMinutes, words.unfundedMinutes, words.unfundedNotYetMinutes];
  return {
    name: words.time,
    columns: [
      { head: words.date, format: 'date', width: 13 },
      { head: words.kind, format: 'text', width: 18 },
      { head: words.phase, format: 'text', width: 42 },
      { head: words.session, format: 'text', width: 10 },
      { head: words.envelope, format: 'text', width: 34 },
      { head: words.status, format: 'text', width: 13 },
      ...minutes.map((head): Column => ({ head, format: 'whole', width: 16 })),
      { head: words.dayLength, format: 'whole', width: 14 },
      { head: words.fundedDays, format: 'days', width: 14 },
      { head: words.person, format: 'text', width: 20 },
      { head: words.note, format: 'text', width: 44 },
    ],
    rows,
    total: [words.total, '', '', '', '', '', ...sums, null, sumOf(TIME.days, rows), '', ''],
  };
}

function linesFor({ accompaniment, on, locale }: WorkbookScope) {
  const { workbook: words, tables } = catalogueOf(locale);
  const phases = phaseLabels(accompaniment);
  const envelopes = envelopeLabels(accompaniment);
  const kinds = kindLabels(accompaniment, locale);
  const sessions = sessionLabels(accompaniment);
  return (entry: RecordOf<'timeEntries'>, row: number): readonly Cell[] => {
    const day = entry.envelopeId === null ? null : (accompaniment.envelopes[entry.envelopeId]?.minutesPerDay ?? null);
    const standing = standingOf(accompaniment, entry, on);
    const isLater = standing === 'later' || standing === 'unfunded-later';
    return [
      { date: entry.date },
      kinds.get(entry.kindId) ?? '',
      phases.get(entry.phaseId ?? '') ?? words.noPhase,
      sessions.get(entry.sessionId ?? '') ?? '',
      envelopes.get(entry.envelopeId ?? '') ?? words.noEnvelope,
      isLater ? words.toConfirm : tables.timeEntries.choices.status[entry.status],
      ...COLUMNS.map((own): Cell => (own.includes(standing) ? entry.minutes : null)),
      day,
      day !== null && standing === 'counted'
        ? { formula: `${columnLetter(TIME.counted)}${row}/${columnLetter(TIME.dayLength)}${row}`, value: entry.minutes / day }
        : 0,
      entry.personId === null ? '' : (accompaniment.people[entry.personId]?.name ?? ''),
      entry.note,
    ];
  };
}

function entriesOf(accompaniment: Accompaniment, period: Period): readonly RecordOf<'timeEntries'>[] {
  return Object.values(accompaniment.timeEntries)
    .filter((entry) => isWithin(period, entry.date))
    .toSorted(compareEntries);
}
