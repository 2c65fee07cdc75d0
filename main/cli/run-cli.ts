// The command line: check a file, write its reports, print its ledger. Words for people, or one JSON object.
import { basename, join } from 'node:path';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { type Failure } from '@domain/failures.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { everyRecord } from '@domain/document.ts';
import { compareSessions } from '@domain/report/session-report.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import type { Locale } from '@domain/text/locale.ts';
import { type CalendarDate, minutes } from '@domain/units.ts';
import { renderSessionReport } from '../documents/report-service.ts';
import type { Renderer } from '../documents/renderer.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readProjectFile, type ReadProject } from '../files/read-project-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import { keyFromPassphrase } from '../vault/key-slots.ts';
import { type CliOptions, type CliRequest, parseCommandLine, type UsageProblem } from './arguments.ts';

export type CliWorld = {
  readonly files: FileSystem;
  readonly renderer: Renderer;
  readonly today: CalendarDate;
  readonly locale: Locale;
  readonly newId: () => string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Asks for a passphrase at the terminal, or reads the first line of the input; `null` when there is none to be had. */
  readonly askPassphrase: (fromInput: boolean) => Promise<string | null>;
};
/** 0 done; 1 the work found a problem; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;
type Told = { readonly lines: readonly string[]; readonly data: Readonly<Record<string, unknown>> };

/** Runs one command line. @returns the exit code; a bad file never ends in a stack trace. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<ExitCode> {
  const request = parseCommandLine(words);
  if ('problem' in request) return wrongUsage(request, words, world);
  if (request.command === 'help') {
    world.print(catalogueOf(world.locale).cli.usage);
    return 0;
  }
  const done = await perform(request, world);
  if (request.options.json) world.print(JSON.stringify(done.ok ? { ok: true, ...done.value.data } : { ok: false, failure: done.failure, message: failureText(catalogueOf(world.locale).failures, done.failure) }));
  else if (done.ok) for (const line of done.value.lines) world.print(line);
  else world.printError(failureText(catalogueOf(world.locale).failures, done.failure));
  return done.ok ? 0 : 1;
}

function wrongUsage(problem: UsageProblem, words: readonly string[], world: CliWorld): ExitCode {
  const { cli } = catalogueOf(world.locale);
  const message = cli.problems[problem.problem](problem.word);
  if (words.includes('--json')) world.print(JSON.stringify({ ok: false, failure: { code: 'usage', problem: problem.problem, word: problem.word }, message }));
  else world.printError(`${message}\n\n${cli.usage}`);
  return 2;
}

async function perform(request: Exclude<CliRequest, { readonly command: 'help' }>, world: CliWorld): Promise<Result<Told>> {
  const read = await readFileOf(request.file, request.options, world);
  if (!read.ok) return read;
  switch (request.command) {
    case 'check':
      return ok(checked(read.value, request.file, world));
    case 'ledger':
      return ledgerTold(read.value, world);
    case 'report':
      return sessionReports(read.value, request, world);
  }
}

async function readFileOf(file: string, options: CliOptions, world: CliWorld): Promise<Result<ReadProject>> {
  return readProjectFile(world.files, file, async (header) => {
    const passphrase = await world.askPassphrase(options.passphraseFromInput);
    if (passphrase === null || header.keys.file === null) return refuse({ code: 'passphrase-wrong' });
    return keyFromPassphrase(header.keys.file, passphrase);
  });
}

function checked({ header, document }: ReadProject, file: string, { locale }: CliWorld): Told {
  const records = everyRecord(document).length;
  const { revision, savedAt } = header;
  return { lines: [catalogueOf(locale).cli.sound(basename(file), records, revision)], data: { file: basename(file), kind: document.kind, records, revision, savedAt } };
}

function ledgerTold({ document }: ReadProject, { today, locale }: CliWorld): Result<Told> {
  const ledger = ledgerOf(document.accompaniment, today);
  const { cli } = catalogueOf(locale);
  const named = [['granted', ledger.granted], ['counted', ledger.counted], ['planned', ledger.planned], ['remaining', ledger.remaining]] as const;
  const lines = named.map(([name, amount]) => `${cli.ledger[name]} : ${formatDays(amount.days, locale)} · ${formatHours(amount.minutes, locale)}`);
  const unfunded = `${cli.ledger.unfunded} : ${formatHours(minutes(ledger.unfunded), locale)}`;
  return ok({
    lines: ledger.envelopes.length === 0 ? [cli.noEnvelope, unfunded] : [...lines, unfunded],
    data: { on: today, ...Object.fromEntries(named), unfundedMinutes: ledger.unfunded },
  });
}

async function sessionReports({ document }: ReadProject, request: Extract<CliRequest, { readonly command: 'report' }>, world: CliWorld): Promise<Result<Told>> {
  const sessions = Object.values(document.accompaniment.sessions).filter((session) => (request.session === null ? session.status !== 'cancelled' : session.id === request.session));
  if (sessions.length === 0) return refuse({ code: 'record-missing', table: 'sessions', id: request.session ?? '' });
  const written: string[] = [];
  for (const session of sessions.toSorted(compareSessions)) {
    const pdf = await renderSessionReport(world.renderer, { accompaniment: document.accompaniment, sessionId: session.id, locale: request.locale, today: world.today });
    if (!pdf.ok) return pdf;
    const failure = await writeOut(request.out, pdf.value.fileName, pdf.value.bytes, world);
    if (failure !== null) return refuse(failure);
    written.push(join(request.out, pdf.value.fileName));
  }
  return ok({ lines: written, data: { files: written } });
}

async function writeOut(folder: string, name: string, bytes: Uint8Array, { files, newId }: CliWorld): Promise<Failure | null> {
  try {
    await files.mkdir(folder, { recursive: true });
  } catch {
    return { code: 'disk-denied', name: basename(folder) }; // whatever stands in the way, no folder can be made there
  }
  const written = await replaceFile(files, { path: join(folder, name), parts: [bytes], nonce: newId() });
  return written.ok ? null : written.failure;
}
