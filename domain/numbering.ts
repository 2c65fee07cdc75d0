// Numbers that are given once and stay: those of sessions, and of decisions within the year of their session.
import { type Accompaniment, applyChanges, type Change, type Document, emptyDocument } from './document.ts';
import { by, compareSessions, inOrder } from './ordering.ts';
import { onlyOf, type RecordOf, SINGLE_ID } from './tables/tables.ts';

const NUMBERED = ['sessions', 'decisions'] as const;
type Numbered = (typeof NUMBERED)[number];
type NumberedRecord = RecordOf<'sessions'> | RecordOf<'decisions'>;
/** The highest number of each series, such as `sessions` or `decisions-2026`. */
type Highest = ReadonlyMap<string, number>;
type Numbers = ReadonlyMap<string, string>;

/**
 * @returns the number of every session that was not cancelled, by its id. One without a number, from a file of before they were given, has
 * the next by date, counting on from the sessions held before the file was started
 */
export function sessionNumbers(accompaniment: Accompaniment): ReadonlyMap<string, number> {
  const shown = numbersOf(accompaniment, 'sessions');
  return new Map([...shown].flatMap(([id, number]) => (isCancelled(accompaniment, id) ? [] : [[id, Number(number)]])));
}

/** @returns the number of a session; 0 if it was cancelled or is not there */
export function sessionNumber(accompaniment: Accompaniment, sessionId: string): number {
  const own = accompaniment.sessions[sessionId];
  if (own !== undefined && own.number !== '' && own.status !== 'cancelled') return Number(own.number);
  return sessionNumbers(accompaniment).get(sessionId) ?? 0;
}

/** @returns the number of every decision by its id, such as "2026-07": the seventh of the year of its session */
export function decisionNumbers(accompaniment: Accompaniment): Numbers {
  return numbersOf(accompaniment, 'decisions');
}

/** @returns how the number of a decision is written, such as "D-2026-07"; empty for none */
export function decisionMark(number: string): string {
  return number === '' ? '' : `D-${number}`;
}

/**
 * @returns the changes, with a number for what they add and, for good, for what had none; and with the highest number of a series
 * remembered in the mission when its record goes, so that no number is ever given twice
 */
export function withNumbers(document: Document, changes: readonly Change[]): readonly Change[] {
  if (document.kind !== 'accompaniment' || changes.every((change) => isOther(change)) || isTyped(document, changes)) return changes;
  const settled = numberingOf(document.accompaniment);
  const before = applyChanges(document, settled);
  const after = applyChanges(
    before,
    changes.map((change) => onto(change, settled)),
  );
  const added = numberingOf(after.accompaniment);
  const numbered = [...settled, ...added];
  const told = changes.map((change) => onto(change, numbered));
  const others = settled.filter((one) => !changes.some((change) => isSameRecord(change, one)));
  return [...told, ...others, ...remembering(before, applyChanges(after, added))];
}

/** @returns the same with every number written down that a record without one is shown by, so that the others keep theirs without it */
export function withShownNumbers(accompaniment: Accompaniment): Accompaniment {
  const changes = numberingOf(accompaniment);
  if (changes.length === 0) return accompaniment;
  return applyChanges({ ...emptyDocument('accompaniment'), accompaniment }, changes).accompaniment;
}

function isOther({ table }: Change): boolean {
  return !isNumbered(table);
}

/** Whether texts alone change and every record has its number: so it is at each pause of somebody who types, and there is nothing to do. */
function isTyped({ accompaniment }: Document, changes: readonly Change[]): boolean {
  const isKept = (change: Change): boolean => isOther(change) || (change.before !== null && change.after !== null);
  return (
    changes.every(isKept) &&
    NUMBERED.every((table) => Object.values<NumberedRecord>(accompaniment[table]).every(({ number }) => number !== ''))
  );
}

function numbersOf(accompaniment: Accompaniment, table: Numbered): Numbers {
  const next = new Map(highestOf(accompaniment));
  const numbers = new Map<string, string>();
  for (const record of inTurn(accompaniment, table)) {
    if (record.number !== '') numbers.set(record.id, record.number);
    else if (table !== 'sessions' || !isCancelled(accompaniment, record.id)) {
      const series = seriesOf(accompaniment, record);
      const number = (next.get(series) ?? 0) + 1;
      next.set(series, number);
      numbers.set(record.id, written(series, number));
    }
  }
  return numbers;
}

/** The changes that give a number to each record that has none yet. */
function numberingOf(accompaniment: Accompaniment): readonly Change[] {
  return NUMBERED.flatMap((table) => {
    const waiting = Object.values<NumberedRecord>(accompaniment[table]).filter(({ number }) => number === '');
    if (waiting.length === 0) return [];
    const numbers = numbersOf(accompaniment, table);
    return waiting.flatMap((before): readonly Change[] => {
      const number = numbers.get(before.id);
      return number === undefined ? [] : [{ table, id: before.id, before, after: { ...before, number } }];
    });
  });
}

/** What changes a record that is given a number meanwhile: its number is kept. */
function onto(change: Change, numbering: readonly Change[]): Change {
  const number = numbering.findLast((one) => isSameRecord(one, change))?.after?.['number'];
  return number === undefined || change.after === null ? change : { ...change, after: { ...change.after, number } };
}

/** The change of the mission that remembers the numbers of which the last record goes. */
function remembering(before: Document, after: Document): readonly Change[] {
  const mission = onlyOf(after.accompaniment.mission);
  if (mission === undefined) return [];
  const left = highestOf(after.accompaniment);
  const gone = [...highestOf(before.accompaniment)].filter(([series, number]) => number > (left.get(series) ?? 0));
  if (gone.length === 0) return [];
  const series = new Map([...readSeries(mission.numbersGiven), ...gone]);
  return [{ table: 'mission', id: SINGLE_ID, before: mission, after: { ...mission, numbersGiven: writtenSeries(series) } }];
}

function highestOf(accompaniment: Accompaniment): Highest {
  const mission = onlyOf(accompaniment.mission);
  const highest = new Map(readSeries(mission?.numbersGiven ?? ''));
  const raise = (series: string, number: number): void => {
    highest.set(series, Math.max(highest.get(series) ?? 0, number));
  };
  raise('sessions', mission?.sessionsBefore ?? 0);
  for (const { number } of Object.values(accompaniment.sessions)) if (number !== '') raise('sessions', Number(number));
  for (const { number } of Object.values(accompaniment.decisions))
    if (number !== '') raise(`decisions-${number.slice(0, 4)}`, Number(number.slice(5)));
  return highest;
}

/** In the order in which they would have been given. */
function inTurn(accompaniment: Accompaniment, table: Numbered): readonly NumberedRecord[] {
  const sessions = Object.values(accompaniment.sessions).toSorted(compareSessions);
  if (table === 'sessions') return sessions;
  const ranks = new Map(sessions.map(({ id }, rank) => [id, rank]));
  return inOrder(Object.values(accompaniment.decisions)).toSorted(by<RecordOf<'decisions'>>(({ sessionId }) => ranks.get(sessionId) ?? 0));
}

function seriesOf(accompaniment: Accompaniment, record: NumberedRecord): string {
  return 'sessionId' in record ? `decisions-${(accompaniment.sessions[record.sessionId]?.date ?? '').slice(0, 4)}` : 'sessions';
}

function written(series: string, number: number): string {
  const year = /-(\d{4})$/.exec(series)?.[1];
  return year === undefined ? String(number) : `${year}-${String(number).padStart(2, '0')}`;
}

function readSeries(text: string): Highest {
  return new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((one) => {
        const [series = '', number = ''] = one.split(':');
        return [series, Number(number)];
      }),
  );
}

function writtenSeries(highest: Highest): string {
  return [...highest]
    .map(([series, number]) => `${series}:${number}`)
    .toSorted()
    .join(' ');
}

function isNumbered(table: string): table is Numbered {
  return NUMBERED.some((name) => name === table);
}

function isCancelled(accompaniment: Accompaniment, sessionId: string): boolean {
  return accompaniment.sessions[sessionId]?.status === 'cancelled';
}

function isSameRecord(a: Change, b: Change): boolean {
  return a.table === b.table && a.id === b.id;
}
