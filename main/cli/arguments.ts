// Parses the words of a command line into a request, strictly.
import { DOCUMENT_KINDS, type DocumentKind } from '@domain/report/document-request.ts';
import { ALL_TIME, type Period } from '@domain/report/days-statement.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';

export type ReportRequest = {
  readonly command: 'report';
  readonly report: DocumentKind;
  readonly file: string;
  readonly out: string;
  readonly session: string | null;
  readonly period: Period;
  readonly locale: 'fr' | 'en';
  readonly options: CliOptions;
  /** An existing file in the place of a document is replaced, even behind a link. */
  readonly isForced: boolean;
};
export type CliRequest =
  | { readonly command: 'check' | 'ledger'; readonly file: string; readonly options: CliOptions }
  | { readonly command: 'portfolio'; readonly folder: string; readonly options: CliOptions }
  | ReportRequest
  | { readonly command: 'help' };
export type CliOptions = { readonly json: boolean; readonly passphraseFromInput: boolean };
/** A line that cannot be understood: which word, and why. */
export type UsageProblem = {
  readonly problem: 'unknown-command' | 'unknown-option' | 'missing-file' | 'missing-value' | 'wrong-value' | 'too-many-words';
  readonly word: string;
};

/** Every command, for the help text and for tests that list every way out. */
export const COMMANDS = ['check', 'ledger', 'report', 'portfolio'] as const;
const VALUED = ['--out', '--session', '--from', '--to', '--locale'] as const;
const FLAGS = ['--json', '--passphrase-stdin', '--force'] as const;

/** @param words without the program's own name */
export function parseCommandLine(words: readonly string[]): CliRequest | UsageProblem {
  const split = splitWords(words);
  if ('problem' in split) return split;
  const { plain, valued, flags } = split;
  const options: CliOptions = { json: flags.has('--json'), passphraseFromInput: flags.has('--passphrase-stdin') };
  const [command, ...rest] = plain;
  if (command === undefined || command === 'help' || flags.has('--help')) return { command: 'help' };
  if (command === 'report') return reportRequest(rest, valued, options, flags.has('--force'));
  if (command !== 'check' && command !== 'ledger' && command !== 'portfolio') return { problem: 'unknown-command', word: command };
  const [foreign] = flags.has('--force') ? ['--force'] : valued.keys();
  if (foreign !== undefined) return { problem: 'unknown-option', word: foreign };
  const file = oneFile(rest);
  if (typeof file !== 'string') return file;
  return command === 'portfolio' ? { command, folder: file, options } : { command, file, options };
}

function reportRequest(
  [report, ...rest]: readonly string[],
  valued: ReadonlyMap<string, string>,
  options: CliOptions,
  isForced: boolean,
): CliRequest | UsageProblem {
  const kind = DOCUMENT_KINDS.find((known) => known === report);
  if (kind === undefined) return { problem: 'unknown-command', word: `report ${report ?? ''}`.trim() };
  const file = oneFile(rest);
  if (typeof file !== 'string') return file;
  const out = valued.get('--out');
  if (out === undefined) return { problem: 'missing-value', word: '--out' };
  const locale = valued.get('--locale') ?? 'fr';
  if (locale !== 'fr' && locale !== 'en') return { problem: 'wrong-value', word: `--locale ${locale}` };
  const session = valued.get('--session') ?? null;
  if (session !== null && kind !== 'session' && kind !== 'decisions') return { problem: 'unknown-option', word: '--session' };
  const period = periodOf(valued);
  return 'problem' in period ? period : { command: 'report', report: kind, file, out, session, period, locale, options, isForced };
}

function periodOf(valued: ReadonlyMap<string, string>): Period | UsageProblem {
  let period = ALL_TIME;
  for (const [option, end] of [
    ['--from', 'from'],
    ['--to', 'to'],
  ] as const) {
    const date = valued.get(option);
    if (date === undefined) continue;
    if (!isCalendarDate(date)) return { problem: 'wrong-value', word: `${option} ${date}` };
    period = { ...period, [end]: date satisfies CalendarDate };
  }
  const { from, to } = period;
  return from !== null && to !== null && to < from ? { problem: 'wrong-value', word: `--to ${to}` } : period;
}

function oneFile([file, ...extra]: readonly string[]): string | UsageProblem {
  if (file === undefined) return { problem: 'missing-file', word: 'FILE' };
  return extra[0] === undefined ? file : { problem: 'too-many-words', word: extra[0] };
}

type Split = { readonly plain: readonly string[]; readonly valued: ReadonlyMap<string, string>; readonly flags: ReadonlySet<string> };

function splitWords(words: readonly string[]): Split | UsageProblem {
  const plain: string[] = [];
  const valued = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) plain.push(word);
    else if (VALUED.some((known) => known === word)) {
      index += 1;
      const value = words[index];
      if (value === undefined || value.startsWith('--')) return { problem: 'missing-value', word };
      valued.set(word, value);
    } else if (word === '--help' || FLAGS.some((known) => known === word)) flags.add(word);
    else return { problem: 'unknown-option', word };
  }
  return { plain, valued, flags };
}
