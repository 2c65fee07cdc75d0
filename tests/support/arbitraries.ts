// Arbitrary values, records and commands, derived from the declarations of the tables: a new table is covered without a change here.
import type { Command, CommandName, FieldValues } from '@domain/commands/command.ts';
import { type Document, rowsOf } from '@domain/document.ts';
import { commandNames, editableTables } from '@domain/schema/commands.ts';
import { type Field, isMadeByMain, type PlainField, plainField } from '@domain/tables/field.ts';
import { declarationOf, fieldEntries, type FieldValue, orderFieldOf, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { type CalendarDate, calendarDate, clockTime, minutes } from '@domain/units.ts';
import { addDays } from '@domain/time/calendar.ts';
import fc from 'fast-check';
import { DRAFT } from './documents.ts';
import { TINY_PICTURE } from './pictures.ts';

export const anyDate: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 400 })
  .map((days) => addDays(calendarDate('2026-01-01'), days));
export const anyClock = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => clockTime(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`));
/** Text as people paste it: accents, emoji, right-to-left, quotes, line ends. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('Relevé', 'été', '👩🏽‍🔧 atelier', 'שלום עולם', '"}],{', '\u2028', '__proto__', ' '),
);

/** @returns values of a field. `document` provides the ids that references may point to. */
export function fieldValues(field: Field, document: Document | null): fc.Arbitrary<FieldValue> {
  const values = plainValues(plainField(field), document);
  return field.kind === 'optional' ? fc.option(values, { nil: null }) : values;
}

function plainValues(field: PlainField, document: Document | null): fc.Arbitrary<FieldValue> {
  switch (field.kind) {
    case 'text':
      return anyText.map((text) => {
        const fitting = (field.prose ? text : text.replace(/[\r\n\u2028\u2029]/g, ' '))
          .slice(0, field.max)
          .replace(/[\p{Surrogate}\0]/gu, '');
        return field.required && fitting.trim() === '' ? 'x' : fitting;
      });
    case 'key':
      return anyText.map((text) => text.replace(/[\r\n\u2028\u2029\p{Surrogate}\0]/gu, '').slice(0, field.max));
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'date':
      return anyDate;
    case 'clock':
      return anyClock;
    case 'stamp':
      return anyDate.map((date) => `${date}T08:00:00.000Z`);
    case 'minutes':
    case 'whole':
      return fc.integer({ min: field.min, max: Math.min(field.max, 2000) });
    case 'flag':
      return fc.boolean();
    case 'order':
      return fc
        .integer({ min: 0, max: 61 })
        .map((index) => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index] ?? '0'}`);
    case 'box':
      return fc.uint8Array({ minLength: 60, maxLength: 90 }).map((bytes) => `s.${Buffer.from(bytes).toString('base64')}`);
    case 'fingerprint':
      return fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
    case 'picture':
      return fc.constantFrom('', TINY_PICTURE);
    case 'given':
      return fc.constantFrom('', ...(field.within === 'file' ? ['7', '12'] : ['2026-07', '2025-112']));
    case 'series':
      return fc.constantFrom('', 'decisions-2026:7 sessions:12');
    case 'reference':
      return idOf(field.to as TableName, document);
  }
}

function idOf(table: TableName, document: Document | null): fc.Arbitrary<string> {
  const ids = document === null ? [] : Object.keys(rowsOf(document, table));
  return ids.length === 0 ? fc.constant('nobody-there') : fc.constantFrom(...ids);
}

/** Some of the fields that the window may send for a table; all of them when `isWhole`. */
export function typedFields(table: TableName, document: Document, isWhole: boolean): fc.Arbitrary<FieldValues> {
  const typed = fieldEntries(table).filter(([, field]) => !isMadeByMain(field));
  const shape = Object.fromEntries(typed.map(([name, field]) => [name, fieldValues(field, document)]));
  const anyWhole: fc.Arbitrary<FieldValues> = fc.record(shape);
  const whole = fc.tuple(anyWhole, fc.nat(3)).map(([fields, chance]) => (chance === 0 ? fields : inPeriods(table, fields)));
  if (isWhole) return whole;
  return fc
    .tuple(whole, fc.subarray(Object.keys(shape)))
    .map(([fields, kept]) => Object.fromEntries(Object.entries(fields).filter(([name]) => kept.includes(name))));
}

/** Most records have the dates of their periods in order: of those drawn at random too few do. */
function inPeriods(table: TableName, fields: FieldValues): FieldValues {
  return (declarationOf(table).periods ?? []).reduce((held, [from, to]) => {
    const [start, end] = [held[from], held[to]];
    return typeof start === 'string' && typeof end === 'string' && end < start ? { ...held, [from]: end } : held;
  }, fields);
}

/** Any command, its ids mostly those of the document. */
export function anyCommand(document: Document): fc.Arbitrary<Command> {
  return fc.oneof(...commandNames().map((name) => ({ arbitrary: commandNamed(name, document), weight: WEIGHTS[name] ?? 1 })));
}

const WEIGHTS: Partial<Record<CommandName, number>> = { 'record.create': 8, 'record.update': 5, 'session.create': 2 };

function commandNamed(name: CommandName, document: Document): fc.Arbitrary<Command> {
  const id = (table: TableName) => idOf(table, document);
  const tables = editableTables('free').filter((table) => tablesOfKind(document.kind).includes(table));
  const table = fc.constantFrom(...tables);
  const gate = fc.record({ phaseId: id('phases'), on: anyDate, byId: fc.option(id('people'), { nil: null }), reason: anyLine });
  switch (name) {
    case 'record.create':
      return table.chain((each) => typedFields(each, document, true).map((fields) => ({ name, args: { table: each, fields } })));
    case 'record.update':
      return fc
        .constantFrom(...tables, ...editableTables('single').filter((each) => tablesOfKind(document.kind).includes(each)))
        .chain((each) =>
          fc
            .tuple(id(each), typedFields(each, document, false))
            .map(([record, fields]) => ({ name, args: { table: each, id: record, fields } })),
        );
    case 'record.remove':
      return table.chain((each) => id(each).map((record) => ({ name, args: { table: each, id: record } })));
    case 'record.move':
      return fc
        .constantFrom(...tables.filter((each) => orderFieldOf(each) !== null))
        .chain((each) =>
          fc
            .tuple(id(each), fc.option(id(each), { nil: null }))
            .map(([record, afterId]) => ({ name, args: { table: each, id: record, afterId } })),
        );
    case 'accompaniment.start':
      return fc.constantFrom('dla', 'coorace', 'blank').map((scheme) => ({ name, args: { draft: { ...DRAFT, scheme } } }));
    case 'session.create':
      return fc
        .record({
          title: anyLine.map((line) => line.trim() || 'x'),
          date: anyDate,
          startsAt: fc.option(anyClock, { nil: null }),
          endsAt: fc.option(anyClock, { nil: null }),
          mode: fc.constantFrom('onsite', 'remote', 'hybrid', 'phone'),
          place: anyLine,
          phaseId: fc.option(id('phases'), { nil: null }),
          status: fc.constantFrom('planned', 'held'),
        })
        .map((args) => ({ name, args }));
    case 'session.participants':
      return fc
        .record({
          sessionId: id('sessions'),
          people: fc.array(
            fc.record({
              personId: fc.option(id('people'), { nil: null }),
              personName: anyLine,
              organisationId: fc.option(id('organisations'), { nil: null }),
              organisationName: anyLine,
            }),
            { minLength: 1, maxLength: 4 },
          ),
        })
        .map((args) => ({ name, args }));
    case 'session.copy':
      return fc.record({ sessionId: id('sessions'), date: anyDate }).map((args) => ({ name, args }));
    case 'session.present':
      return fc.record({ sessionId: id('sessions') }).map((args) => ({ name, args }));
    case 'session.outcomes':
      return fc
        .record({
          sessionId: id('sessions'),
          table: fc.constantFrom('decisions', 'actions'),
          lines: fc.array(
            fc.record({
              title: anyLine.map((line) => line.trim() || 'x'),
              personId: fc.option(id('people'), { nil: null }),
              organisationId: fc.option(id('organisations'), { nil: null }),
              dueOn: fc.option(anyDate, { nil: null }),
            }),
            { minLength: 1, maxLength: 5 },
          ),
        })
        .map((args) => ({ name, args }));
    case 'session.time':
      return fc
        .record({
          sessionId: id('sessions'),
          times: fc.array(
            fc.record({
              kindId: id('kinds'),
              minutes: fc.integer({ min: 1, max: 480 }).map(minutes),
              envelopeId: fc.option(id('envelopes'), { nil: null }),
              justification: anyLine,
            }),
            { minLength: 1, maxLength: 3 },
          ),
        })
        .map((args) => ({ name, args }));
    case 'organisation.add':
      return fc
        .record({
          name: anyLine.map((line) => line.trim() || 'x'),
          legalForm: anyLine,
          territory: anyLine,
          arrivedOn: anyDate,
          circle: fc.constantFrom('core', 'partners', 'network'),
        })
        .map((args) => ({ name, args }));
    case 'envelope.allocate':
      return fc
        .record({
          envelopeId: id('envelopes'),
          shares: fc.array(
            fc.record({
              phaseId: id('phases'),
              kindId: fc.option(id('kinds'), { nil: null }),
              minutes: fc.integer({ min: 0, max: 2000 }).map(minutes),
            }),
            { maxLength: 4 },
          ),
        })
        .map((args) => ({ name, args }));
    case 'gate.pass':
    case 'gate.reopen':
      return gate.map((args) => ({ name, args }));
  }
}

const anyLine = anyText.map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ').replace(/[\p{Surrogate}\0]/gu, ''));
