// Levels, recipients, the register, the hand-over copy. Each mutant lets something out, and must make a test fail.
import type { Mutant } from './mutant.ts';

const LEVEL_TESTS = ['tests/unit/domain/levels/for-readers.test.ts', 'tests/unit/domain/levels/giving.test.ts'];
const REGISTER_TESTS = ['tests/integration/main/register.test.ts'];
const COPY_TESTS = ['tests/integration/main/hand-over.test.ts'];

export const GIVING_MUTANTS: readonly Mutant[] = [
  {
    name: 'let readers of a level read what is for one circle fewer',
    promise: 'E8',
    file: 'domain/levels/level.ts',
    from: 'LEVELS.indexOf(level) >= LEVELS.indexOf(readers)',
    to: 'LEVELS.indexOf(level) >= LEVELS.indexOf(readers) - 1',
    tests: LEVEL_TESTS,
  },
  {
    name: 'leave the fields that have a level of their own as they are',
    promise: 'E8',
    file: 'domain/levels/for-readers.ts',
    from: 'for (const record of shut) rows[record.id] =',
    to: 'for (const record of shut.slice(1)) rows[record.id] =',
    tests: LEVEL_TESTS,
  },
  {
    name: 'let a row of the register name a session that is for fewer',
    promise: 'E8',
    file: 'domain/levels/for-readers.ts',
    from: 'return isAbove ? narrowerOf(own, inheritedLevel(accompaniment, ruled)) : own;',
    to: 'return isAbove ? own : own;',
    tests: LEVEL_TESTS,
  },
  {
    name: 'number what is left anew',
    promise: 'E8',
    file: 'domain/levels/for-readers.ts',
    from: "readers === 'accompanist' ? accompaniment : withShownNumbers(accompaniment)",
    to: 'accompaniment',
    tests: LEVEL_TESTS,
  },
  {
    name: 'give a document to whoever is named',
    promise: 'H3',
    file: 'main/documents/document-service.ts',
    from: 'if (beyond !== null) return refuse(beyond);',
    to: '',
    tests: REGISTER_TESTS,
  },
  {
    name: 'make a document from all that is noted',
    promise: 'E8',
    file: 'main/documents/document-service.ts',
    from: 'drawingOf(forReaders(accompaniment, readers), request',
    to: "drawingOf(forReaders(accompaniment, 'accompanist'), request",
    tests: REGISTER_TESTS,
  },
  {
    name: 'export all that is noted',
    promise: 'E8',
    file: 'main/exports/export-service.ts',
    from: 'forReaders(session.document.accompaniment, asked.giving.level)',
    to: "forReaders(session.document.accompaniment, 'accompanist')",
    tests: REGISTER_TESTS,
  },
  {
    name: 'keep a frozen copy without regard to its budget',
    promise: 'H3',
    file: 'main/register/keep-given.ts',
    from: '> LARGEST_COPIES_BYTES)',
    to: '> 2 * LARGEST_COPIES_BYTES)',
    tests: REGISTER_TESTS,
  },
  {
    name: 'hand the desk and the notebook over',
    promise: 'J1',
    file: 'main/handover/hand-over-service.ts',
    from: 'const contents = plainContents(session, document);',
    to: 'Object.assign(document, { desk: session.document.desk }); const contents = plainContents(session, document);',
    tests: COPY_TESTS,
  },
];
