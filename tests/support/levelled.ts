// An accompaniment in which everything that has a level exists once for each level, with words that tell it.
import { type Change, type Document } from '@domain/document.ts';
import { LEVELS, type Level } from '@domain/levels/level.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { plainField } from '@domain/tables/field.ts';
import { type AnyRecord, declarationOf, fieldEntries, type FieldValue, type TableName } from '@domain/tables/tables.ts';
import { advance } from '@domain/guards/advance.ts';
import { expectOk } from '@domain/result.ts';
import { TODAY } from './context.ts';
import { firstId, kindId, startedDocument } from './documents.ts';
import { NOW } from './moment.ts';

/** @returns the word in that field of the record that is for the readers of this level */
export function levelWord(level: Level, table: TableName, field: string): string {
  return `genette${level}${table}${field}`.toLowerCase();
}

/** The records made for each level, in the order in which they refer to each other; `null`: the level of what they stand under. */
const MADE: readonly (readonly [TableName, (level: Level, document: Document) => Readonly<Record<string, FieldValue>>])[] = [
  ['organisations', (level) => ({ name: `Structure ${level}`, jobs: 4242, fteHundredths: 424200, figuresLevel: level, noteLevel: level })],
  ['sessions', (level) => ({ date: TODAY, status: 'held', level })],
  ['agendaItems', (level) => ({ sessionId: id('sessions', level) })],
  ['attendances', (level, document) => ({ sessionId: id('sessions', level), personId: firstId(document.accompaniment.people) })],
  ['decisions', (level) => ({ sessionId: id('sessions', level) })],
  ['actions', (level) => ({ sessionId: id('sessions', level) })],
  ['commitments', (level) => ({ decisionId: id('decisions', level), askedOn: TODAY })],
  ['disagreements', (level) => ({ sessionId: id('sessions', level) })],
  ['positions', (level) => ({ disagreementId: id('disagreements', level), organisationId: id('organisations', level) })],
  [
    'timeEntries',
    (level, document) => ({
      date: TODAY,
      minutes: 5,
      kindId: kindId(document, 'travel'),
      sessionId: id('sessions', level),
      enteredAt: NOW,
    }),
  ],
  ['documents', (level) => ({ level, sha256: 'a'.repeat(64), givenOn: TODAY })],
  ['recipients', (level, document) => ({ documentId: id('documents', level), personId: firstId(document.accompaniment.people) })],
];

export const LEVELLED_TABLES: readonly TableName[] = MADE.map(([table]) => table);

function id(table: TableName, level: Level): string {
  return `${table.toLowerCase()}-${level}`;
}

function recordOf(table: TableName, level: Level, given: Readonly<Record<string, FieldValue>>): AnyRecord {
  const told = fieldEntries(table).flatMap(([name, field]): readonly (readonly [string, FieldValue])[] => {
    const plain = plainField(field);
    if (plain.kind === 'text') return [[name, levelWord(level, table, name)]];
    if (plain.kind === 'stamp') return [[name, field.kind === 'optional' ? null : NOW]];
    return plain.kind === 'order' ? [[name, `a${LEVELS.indexOf(level)}`]] : [];
  });
  return { id: id(table, level), ...blankFields(table), ...Object.fromEntries(told), ...given };
}

/** @returns a started mission with all of that */
export function levelledDocument(): Document {
  const started = startedDocument();
  const changes = MADE.flatMap(([table, given]) =>
    LEVELS.map((level): Change => {
      const after = recordOf(table, level, given(level, started));
      return { table, id: after.id, before: null, after };
    }),
  );
  return expectOk(advance(started, changes, TODAY));
}

/** Every word that is for the readers of this level: of whole records, and of the fields that have a level of their own. */
export function wordsFor(level: Level): readonly string[] {
  return LEVELLED_TABLES.flatMap((table) => governedFields(table).map((field) => levelWord(level, table, field)));
}

function governedFields(table: TableName): readonly string[] {
  const over = (declarationOf(table).levels ?? []).flatMap((rule) => rule.over ?? []);
  const texts = fieldEntries(table).flatMap(([name, field]) => (plainField(field).kind === 'text' ? [name] : []));
  return over.length === 0 ? texts : texts.filter((name) => over.includes(name));
}
