// Reads the words of a command line into a request, strictly.

export type CliRequest =
  | { readonly command: 'check'; readonly file: string; readonly options: CliOptions }
  | { readonly command: 'ledger'; readonly file: string; readonly options: CliOptions }
  | { readonly command: 'report'; readonly report: 'session'; readonly file: string; readonly out: string; readonly session: string | null; readonly locale: 'fr' | 'en'; readonly options: CliOptions }
  | { readonly command: 'help' };
export type CliOptions = { readonly json: boolean; readonly passphraseFromInput: boolean };
/** A line that cannot be understood: which word, and why. */
export type UsageProblem = { readonly problem: 'unknown-command' | 'unknown-option' | 'missing-file' | 'missing-value' | 'wrong-value' | 'too-many-words'; readonly word: string };

const VALUED = ['--out', '--session', '--locale'] as const;
const FLAGS = ['--json', '--passphrase-stdin'] as const;

/** @param words without the program's own name */
export function parseCommandLine(words: readonly string[]): CliRequest | UsageProblem {
  const split = splitWords(words);
  if ('problem' in split) return split;
  const { plain, valued, flags } = split;
  const options: CliOptions = { json: flags.has('--json'), passphraseFromInput: flags.has('--passphrase-stdin') };
  const [command, ...rest] = plain;
  if (command === undefined || command === 'help' || flags.has('--help')) return { command: 'help' };
  if (command === 'check' || command === 'ledger') return valued.size > 0 ? unknownOption(valued) : oneFile(command, rest, options);
  if (command !== 'report') return { problem: 'unknown-command', word: command };
  return reportRequest(rest, valued, options);
}

function reportRequest([report, file, ...extra]: readonly string[], valued: ReadonlyMap<string, string>, options: CliOptions): CliRequest | UsageProblem {
  if (report !== 'session') return { problem: 'unknown-command', word: `report ${report ?? ''}`.trim() };
  if (file === undefined) return { problem: 'missing-file', word: 'FILE' };
  if (extra[0] !== undefined) return { problem: 'too-many-words', word: extra[0] };
  const out = valued.get('--out');
  if (out === undefined) return { problem: 'missing-value', word: '--out' };
  const locale = valued.get('--locale') ?? 'fr';
  if (locale !== 'fr' && locale !== 'en') return { problem: 'wrong-value', word: `--locale ${locale}` };
  return { command: 'report', report, file, out, session: valued.get('--session') ?? null, locale, options };
}

function oneFile(command: 'check' | 'ledger', [file, ...extra]: readonly string[], options: CliOptions): CliRequest | UsageProblem {
  if (file === undefined) return { problem: 'missing-file', word: 'FILE' };
  return extra[0] === undefined ? { command, file, options } : { problem: 'too-many-words', word: extra[0] };
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

function unknownOption(valued: ReadonlyMap<string, string>): UsageProblem {
  return { problem: 'unknown-option', word: [...valued.keys()][0] ?? '' };
}
