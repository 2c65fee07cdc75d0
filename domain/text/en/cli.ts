// English texts of the command line.
import type { cli as french } from '../fr/cli.ts';
import { englishCount } from '../plural.ts';

export const cli: typeof french = {
  usage: [
    'tierce check FILE                            tells whether a file is whole and readable',
    'tierce ledger FILE                           tells the days granted, done, planned and remaining',
    'tierce report session FILE --out FOLDER      writes the session reports as PDF',
    'tierce report decisions FILE --out FOLDER    writes the decision records as PDF',
    'tierce report days FILE --out FOLDER         writes the statement of funded days as PDF',
    'tierce report workbook FILE --out FOLDER     writes the Excel workbook',
    '       [--session ID] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--locale fr|en]',
    '       [--force]            replaces a document that already exists',
    'tierce portfolio FOLDER                      tells where each accompaniment of a folder stands',
    '',
    '--json               one JSON object on standard output',
    '--passphrase-stdin   reads the passphrase from standard input',
    '',
    'Exit codes: 0 done, 1 a problem was found, 2 the command was not understood.',
  ].join('\n'),
  problems: {
    'unknown-command': (word) => `Unknown command: “${word}”.`,
    'unknown-option': (word) => `Unknown option: “${word}”.`,
    'missing-file': (word) => `The file is missing: “${word}”.`,
    'missing-value': (word) => `A value is missing after “${word}”.`,
    'wrong-value': (word) => `Value refused: “${word}”.`,
    'too-many-words': (word) => `One word too many: “${word}”.`,
  },
  sound: (name, records, revision) => `${name}: the file is whole, ${englishCount(records, 'record', 'records')}, revision ${revision}.`,
  ledger: {
    granted: 'Granted',
    counted: 'Done',
    planned: 'Planned',
    remaining: 'Remaining',
    later: 'Done, but dated later: to be confirmed',
    unfunded: 'Outside the envelope',
    unfundedPlanned: 'Planned outside the envelope',
    unfundedLater: 'Outside the envelope, dated later: to be confirmed',
  },
  emptyFolder: 'This folder holds no accompaniment.',
  noDays: 'no envelope',
  daysLeft: (left, granted) => `${left} of ${granted}`,
  copyOf: (names) => `same file as ${names}`,
  noEnvelope: 'This file has no envelope of days.',
  passphrase: 'Passphrase: ',
  crashed: (id) => `Tierce stopped on an error of its own (${id}). No file was changed.`,
};
