// English texts of the command line.
import type { cli as french, UsageProblemName } from '../fr/cli.ts';
import { englishCount } from '../plural.ts';

export const cli: typeof french = {
  usage: [
    'tierce check FILE                            tells whether a file is whole and readable',
    'tierce ledger FILE                           tells the days granted, done, planned and remaining',
    'tierce report session FILE --out FOLDER      writes the session reports as PDF',
    '       [--session ID] [--locale fr|en]',
    '',
    '--json               one JSON object on standard output',
    '--passphrase-stdin   reads the passphrase from standard input',
    '',
    'Exit codes: 0 done, 1 a problem was found, 2 the command was not understood.',
  ].join('\n'),
  problem: (problem, word) => `${PROBLEMS[problem]} “${word}”.`,
  sound: (name, records, revision) => `${name}: the file is whole, ${englishCount(records, 'record', 'records')}, revision ${revision}.`,
  ledger: { granted: 'Granted', counted: 'Done', planned: 'Planned', remaining: 'Remaining', unfunded: 'Outside the envelope' },
  noEnvelope: 'This file has no envelope of days.',
  passphrase: 'Passphrase: ',
  crashed: (id) => `Tierce stopped on an error of its own (${id}). No file was changed.`,
};

const PROBLEMS: Readonly<Record<UsageProblemName, string>> = {
  'unknown-command': 'Unknown command:',
  'unknown-option': 'Unknown option:',
  'missing-file': 'The file is missing:',
  'missing-value': 'A value is missing after',
  'wrong-value': 'Value refused:',
  'too-many-words': 'One word too many:',
};
