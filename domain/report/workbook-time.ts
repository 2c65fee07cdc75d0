// The time sheet of the workbook, from which its days are reckoned: each entry has its minutes in the one column where they belong.
import type { Accompaniment } from '../document.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import { compareEntries } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { accompanistsOf } from './parties.ts';
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
  const hours = [words.countedHours, words.notYetHours, words.unfundedHours, words.unfundedNotYetHours];
  return {
    name: words.time,
    columns: [
      { head: words.date, format: 'date', width: 13 },
      { head: words.kind, format: 'text', width: 16 },
      { head: words.phase, format: 'text', width: 38 },
      { head: words.session, format: 'text', width: 9 },
      { head: words.envelope, format: 'text', width: 24 },
      { head: words.status, format: 'text', width: 12 },
      ...hours.map((head): Column => ({ head, format: 'hours', width: 12 })),
      { head: words.dayLength, format: 'hours', width: 10 },
      { head: words.fundedDays, format: 'days', width: 10 },
      { head: words.person, format: 'text', width: 18 },
      { head: words.note, format: 'text', width: 34 },
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
  const [one, another] = accompanistsOf(accompaniment);
  const worker = another === undefined ? (one?.name ?? '') : ''; // who alone accompanies has done what bears no name
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
      accompaniment.people[entry.personId ?? '']?.name ?? worker,
      entry.note,
    ];
  };
}

function entriesOf(accompaniment: Accompaniment, period: Period): readonly RecordOf<'timeEntries'>[] {
  return Object.values(accompaniment.timeEntries)
    .filter((entry) => isWithin(period, entry.date))
    .toSorted(compareEntries(accompaniment.kinds));
}
