// K3: the words of a command line, each understood or refused by name.
import { ALL_TIME } from '@domain/report/days-statement.ts';
import { describe, expect, it } from 'vitest';

import { COMMANDS, parseCommandLine } from '../../../../main/cli/arguments.ts';

const options = { json: false, passphraseFromInput: false };

describe('parseCommandLine', () => {
  it.each([[[]], [['help']], [['--help']], [['check', 'a', '--help']], [['help', 'check']]])('K3 takes %j for a question', (words) => {
    expect(parseCommandLine(words)).toEqual({ command: 'help' });
  });

  it.each(['check', 'ledger'] as const)('K3 reads %s with its file', (command) => {
    expect(parseCommandLine([command, 'a b.tierce'])).toEqual({ command, file: 'a b.tierce', options });
    expect(parseCommandLine(['--json', command, 'a', '--passphrase-stdin'])).toEqual({
      command,
      file: 'a',
      options: { json: true, passphraseFromInput: true },
    });
  });

  it('K3 reads portfolio with its folder', () => {
    expect(parseCommandLine(['portfolio', 'dossier', '--json'])).toEqual({
      command: 'portfolio',
      folder: 'dossier',
      options: { json: true, passphraseFromInput: false },
    });
  });

  it('K3 reads a report with nothing but what it must have', () => {
    expect(parseCommandLine(['report', 'days', 'a', '--out', 'b'])).toEqual({
      command: 'report',
      report: 'days',
      file: 'a',
      out: 'b',
      session: null,
      period: ALL_TIME,
      locale: 'fr',
      options,
      isForced: false,
    });
  });

  it('K3 reads a report with everything, in any order', () => {
    const words = [
      '--locale',
      'en',
      'report',
      '--force',
      'session',
      '--session',
      's-1',
      'a',
      '--to',
      '2026-06-30',
      '--out',
      'b',
      '--from',
      '2026-01-01',
      '--json',
    ];
    expect(parseCommandLine(words)).toEqual({
      command: 'report',
      report: 'session',
      file: 'a',
      out: 'b',
      session: 's-1',
      period: { from: '2026-01-01', to: '2026-06-30' },
      locale: 'en',
      options: { json: true, passphraseFromInput: false },
      isForced: true,
    });
    expect(parseCommandLine(['report', 'decisions', 'a', '--out', 'b', '--session', 's-1'])).toMatchObject({
      report: 'decisions',
      session: 's-1',
    });
  });

  it('K3 takes an open period, and one of a single day', () => {
    const periodOf = (...words: string[]) => parseCommandLine(['report', 'workbook', 'a', '--out', 'b', ...words]);
    expect(periodOf('--from', '2026-01-01')).toMatchObject({ period: { from: '2026-01-01', to: null } });
    expect(periodOf('--to', '2026-01-01')).toMatchObject({ period: { from: null, to: '2026-01-01' } });
    expect(periodOf('--from', '2026-01-01', '--to', '2026-01-01')).toMatchObject({ period: { from: '2026-01-01', to: '2026-01-01' } });
  });

  it.each<[string[], string, string]>([
    [['dance'], 'unknown-command', 'dance'],
    [['report'], 'unknown-command', 'report'],
    [['report', 'poem', 'a', '--out', 'b'], 'unknown-command', 'report poem'],
    [['check'], 'missing-file', 'FILE'],
    [['portfolio'], 'missing-file', 'FILE'],
    [['report', 'days', '--out', 'b'], 'missing-file', 'FILE'],
    [['check', 'a', 'b', 'c'], 'too-many-words', 'b'],
    [['report', 'days', 'a', 'b', '--out', 'c'], 'too-many-words', 'b'],
    [['check', 'a', '--loud'], 'unknown-option', '--loud'],
    [['check', 'a', '--'], 'unknown-option', '--'],
    [['check', 'a', '--force'], 'unknown-option', '--force'],
    [['ledger', 'a', '--out', 'x'], 'unknown-option', '--out'],
    [['portfolio', 'a', '--locale', 'en', '--from', '2026-01-01'], 'unknown-option', '--locale'],
    [['report', 'days', 'a', '--out', 'b', '--session', 's'], 'unknown-option', '--session'],
    [['report', 'days', 'a'], 'missing-value', '--out'],
    [['report', 'days', 'a', '--out'], 'missing-value', '--out'],
    [['report', 'days', 'a', '--out', '--json'], 'missing-value', '--out'],
    [['report', 'days', 'a', '--out', 'b', '--locale', 'de'], 'wrong-value', '--locale de'],
    [['report', 'days', 'a', '--out', 'b', '--from', '2026-02-30'], 'wrong-value', '--from 2026-02-30'],
    [['report', 'days', 'a', '--out', 'b', '--to', 'demain'], 'wrong-value', '--to demain'],
    [['report', 'days', 'a', '--out', 'b', '--from', '2026-02-02', '--to', '2026-02-01'], 'wrong-value', '--to 2026-02-01'],
  ])('K3 refuses %j as %s', (words, problem, word) => {
    expect(parseCommandLine(words)).toEqual({ problem, word });
  });

  it('K3 knows every command that it lists', () => {
    expect(COMMANDS).toEqual(['check', 'ledger', 'report', 'portfolio']);
  });
});
