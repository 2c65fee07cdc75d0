// E8: what readers of a level get to read is decided once, for every document, export and copy.
import { danglingField } from '@domain/guards/record-guards.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { agreedLevel, forReaders, heldBackFrom, levelOf } from '@domain/levels/for-readers.ts';
import { isOpenTo, type Level, LEVELS } from '@domain/levels/level.ts';
import { type Accompaniment, type Document, everyRecord, rowsIn } from '@domain/document.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import { plainField } from '@domain/tables/field.ts';
import { declarationOf, fieldEntries, tableBehind, type TableName, tableNames } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../../../support/context.ts';
import { levelledDocument, wordsFor } from '../../../support/levelled.ts';

const document = levelledDocument();
const { accompaniment } = document;
const narrowerThan = (readers: Level): readonly Level[] => LEVELS.filter((level) => !isOpenTo(readers, level));

function withAgreed(level: Level, own: Accompaniment = accompaniment): Accompaniment {
  return { ...own, mission: Object.fromEntries(Object.entries(own.mission).map(([id, record]) => [id, { ...record, level }])) };
}

/**
 * Texts that every reader of a document may see: what things are called, and what the papers of a funder say of the contract.
 * A new field with a text is to be named here, or to say who may read it.
 */
const FOR_ALL: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  mission: ['title', 'territory', 'commissioner', 'letterhead', 'handedOverBy'],
  organisations: ['name', 'shortName', 'legalForm', 'sector', 'territory'],
  people: ['name', 'firm', 'function'],
  phases: ['title'],
  steps: ['title'],
  criteria: ['title'],
  deliverables: ['title'],
  tools: ['title'],
  functions: ['title'],
  envelopes: ['funder', 'contract'],
  kinds: ['title'],
  logos: ['name'],
};

const rulesOf = (table: TableName) => declarationOf(table).levels ?? [];
const governedFields = (table: TableName): readonly string[] => rulesOf(table).flatMap(({ over }) => over ?? []);
const hasRows = (table: TableName): boolean => Object.keys(rowsIn(accompaniment, table)).length > 0;

/** Whether whole records have a level: their own, or that of what they stand under. */
function isGovernedWhole(table: TableName): boolean {
  const { place } = declarationOf(table);
  if (rulesOf(table).some(({ over }) => over === undefined)) return true;
  const above = 'under' in place ? tableBehind(table, place.under) : null;
  return above !== null && isGovernedWhole(above);
}

/** The texts of a table that have no other level than the one agreed on. */
function agreedFields(table: TableName): readonly string[] {
  const texts = fieldEntries(table).flatMap(([name, field]) => (plainField(field).kind === 'text' ? [name] : []));
  return texts.filter((name) =>
    rulesOf(table).some(({ by, from, over }) => by === undefined && from === undefined && over?.includes(name)),
  );
}

describe('levels', () => {
  it.each(LEVELS)('E8 lets the readers of %s read what is for them or for more, and nothing that is for fewer', (readers) => {
    const text = JSON.stringify(forReaders(accompaniment, readers)).toLowerCase();
    const open = LEVELS.filter((level) => isOpenTo(readers, level));

    expect(
      narrowerThan(readers)
        .flatMap(wordsFor)
        .filter((word) => text.includes(word)),
    ).toEqual([]);
    expect(open.flatMap(wordsFor).filter((word) => !text.includes(word))).toEqual([]);
  });

  it('E8 has every text say who may read it, or be for all', () => {
    const shared = tableNames().filter((table) => declarationOf(table).class === 'accompaniment');
    const open = shared.flatMap((table) => {
      const texts = fieldEntries(table).flatMap(([name, field]) => (plainField(field).kind === 'text' ? [name] : []));
      const unruled = isGovernedWhole(table) ? [] : texts.filter((name) => !governedFields(table).includes(name));
      return unruled.length === 0 ? [] : [[table, unruled] as const];
    });

    expect(Object.fromEntries(open)).toEqual(FOR_ALL);
  });

  it('E8 keeps what is said of the frame for the readers agreed on, and what tells their levels', () => {
    const filled = Object.fromEntries(
      tableNames().map((table) => [
        table,
        Object.fromEntries(
          Object.entries(rowsIn(accompaniment, table)).map(([id, record]) => [
            id,
            { ...record, ...Object.fromEntries(agreedFields(table).map((field) => [field, `frêne ${table}.${field}`])) },
          ]),
        ),
      ]),
    );
    const own = withAgreed('core', { ...accompaniment, ...filled });
    const toldTo = (readers: Level) => JSON.stringify(forReaders(own, readers)).match(/frêne [\w.]+/g) ?? [];

    expect(new Set(toldTo('core'))).toEqual(
      new Set(tableNames().flatMap((table) => (hasRows(table) ? agreedFields(table).map((field) => `frêne ${table}.${field}`) : []))),
    );
    expect(toldTo('collective')).toEqual([]);
    expect(Object.values(forReaders(own, 'public').organisations).every(({ figuresLevel }) => figuresLevel !== 'core')).toBe(true);
  });

  it.each(LEVELS)('E8 leaves nothing that points to what was left out (%s)', (readers) => {
    const cut: Document = { ...document, accompaniment: forReaders(accompaniment, readers) };
    const shared = everyRecord(cut).filter(({ table }) => declarationOf(table).class === 'accompaniment');

    expect(shared.filter(({ table, record }) => danglingField(cut, table, record) !== null)).toEqual([]);
  });

  it('E8 shows more to fewer readers, whatever the levels are', () => {
    const someLevel = fc.option(fc.constantFrom(...LEVELS), { nil: null });
    fc.assert(
      fc.property(fc.array(someLevel, { minLength: 8, maxLength: 8 }), fc.constantFrom(...LEVELS), (own, agreed) => {
        let next = 0;
        const relevelled = Object.fromEntries(
          (['sessions', 'disagreements'] as const).map((table) => [
            table,
            Object.fromEntries(
              Object.entries(accompaniment[table]).map(([id, record]) => [id, { ...record, level: own[(next += 1) % own.length] ?? null }]),
            ),
          ]),
        );
        const some = withAgreed(agreed, { ...accompaniment, ...relevelled });
        const counts = LEVELS.map((readers) => {
          const readable = forReaders(some, readers);
          return tableNames().reduce((sum, table) => sum + Object.keys(rowsIn(readable, table)).length, 0);
        });

        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        for (const readers of LEVELS)
          for (const session of Object.values(forReaders(some, readers).sessions))
            expect(isOpenTo(readers, levelOf(some, 'sessions', session))).toBe(true);
      }),
    );
  });

  it('E8 changes neither the numbers of sessions nor the days', () => {
    const readable = forReaders(accompaniment, 'public');
    const numbers = sessionNumbers(accompaniment);

    expect([...sessionNumbers(readable)].every(([id, number]) => numbers.get(id) === number)).toBe(true);
    expect(ledgerOf(readable, TODAY).granted).toEqual(ledgerOf(accompaniment, TODAY).granted);
    expect(ledgerOf(readable, TODAY).counted).toEqual(ledgerOf(accompaniment, TODAY).counted);
  });
});

describe('a level of its own', () => {
  const [session] = Object.values(accompaniment.sessions).filter(({ level }) => level === null);
  const disagreement = { ...accompaniment.disagreements['disagreements-core'], sessionId: session?.id ?? '' };

  it('E8 is not needed: a session has the one agreed on, what it contains has that of the session', () => {
    const agreed = withAgreed('core');
    const within = { ...agreed, disagreements: { [disagreement.id ?? '']: disagreement } } as Accompaniment;

    expect(agreedLevel(agreed)).toBe('core');
    expect(levelOf(agreed, 'sessions', session ?? { id: '' })).toBe('core');
    expect(levelOf(within, 'disagreements', disagreement as never)).toBe('core');
    expect(
      levelOf(
        { ...within, sessions: { [session?.id ?? '']: { ...session, level: 'public' } } } as never,
        'disagreements',
        disagreement as never,
      ),
    ).toBe('public');
  });

  it('E8 tells what stays behind for these readers, records and fields apart', () => {
    const held = heldBackFrom(accompaniment, 'public');

    expect(held).toContainEqual({ table: 'organisations', fields: ['jobs', 'fteHundredths'], count: 3 });
    expect(held.find(({ table }) => table === 'sessions')).toMatchObject({ fields: [] });
    expect(heldBackFrom(accompaniment, 'accompanist')).toEqual([]);
  });

  it('E8 of a row of the register is never wider than that of the session that it tells of', () => {
    const row = { ...accompaniment.documents['documents-public'], sessionId: 'sessions-core' };

    expect(levelOf(accompaniment, 'documents', row as never)).toBe('core');
    expect(levelOf(accompaniment, 'documents', { ...row, level: 'accompanist' } as never)).toBe('accompanist');
    expect(levelOf(accompaniment, 'documents', { ...row, sessionId: null } as never)).toBe('public');
  });

  it('E8 without a mission holds for the collective', () => {
    expect(agreedLevel({ mission: {} })).toBe('collective');
  });
});
