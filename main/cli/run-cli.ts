// The command line: check a file, write its reports, print its ledger. Text for people, or one JSON object.
import { basename } from 'node:path';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { everyRecord } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import type { Minutes } from '@domain/units.ts';
import { readProjectFile, type ReadProject } from '../files/read-project-file.ts';
import { keyFromPassphrase } from '../vault/key-slots.ts';
import { type CliOptions, type CliRequest, parseCommandLine, type UsageProblem } from './arguments.ts';
import type { CliWorld, Told } from './cli-world.ts';
import { plainJson, plainLine } from './plain-text.ts';
import { portfolioTold } from './portfolio.ts';
import { writeReports } from './write-reports.ts';

/** 0 done; 1 the work found a problem; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line. @returns the exit code; a bad file never ends in a stack trace */
export async function runCli(words: readonly string[], world: CliWorld): Promise<ExitCode> {
  const request = parseCommandLine(words);
  if ('problem' in request) return wrongUsage(request, words, world);
  if (request.command === 'help') {
    world.print(outerTextsOf(world.locale).cli.usage);
    return 0;
  }
  const done = await perform(request, world);
  const message = done.ok ? '' : failureText(catalogueOf(world.locale).failures, done.failure);
  if (request.options.json)
    world.print(plainJson(done.ok ? { ok: true, ...done.value.data } : { ok: false, failure: done.failure, message }));
  else if (done.ok) tell(done.value, world);
  else world.printError(plainLine(message));
  return done.ok ? 0 : 1;
}

function tell({ lines, warnings = [] }: Told, world: CliWorld): void {
  for (const line of lines) world.print(plainLine(line));
  for (const warning of warnings) world.printError(plainLine(warning));
}

function wrongUsage(problem: UsageProblem, words: readonly string[], world: CliWorld): ExitCode {
  const { cli } = outerTextsOf(world.locale);
  const message = plainLine(cli.problems[problem.problem](problem.word));
  if (words.includes('--json'))
    world.print(plainJson({ ok: false, failure: { code: 'usage', problem: problem.problem, word: problem.word }, message }));
  else world.printError(`${message}\n\n${cli.usage}`);
  return 2;
}

async function perform(request: Exclude<CliRequest, { readonly command: 'help' }>, world: CliWorld): Promise<Result<Told>> {
  if (request.command === 'portfolio') return portfolioTold(request.folder, world);
  const read = await readFileOf(request.file, request.options, world);
  if (!read.ok) return read;
  switch (request.command) {
    case 'check':
      return ok(checked(read.value, request.file, world));
    case 'ledger':
      return ledgerTold(read.value, world);
    case 'report':
      return writeReports(read.value, request, world);
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
  return {
    lines: [outerTextsOf(locale).cli.sound(basename(file), records, revision)],
    data: { file: basename(file), kind: document.kind, records, revision, savedAt },
  };
}

function ledgerTold({ document }: ReadProject, { today, locale }: CliWorld): Result<Told> {
  const ledger = ledgerOf(document.accompaniment, today);
  const { cli } = outerTextsOf(locale);
  const named = [
    ['granted', ledger.granted],
    ['counted', ledger.counted],
    ['planned', ledger.planned],
    ['remaining', ledger.remaining],
    ...(ledger.later.minutes === 0 ? [] : [['later', ledger.later] as const]),
  ] as const;
  const lines = named.map(
    ([name, amount]) => `${cli.ledger[name]} : ${formatDays(amount.days, locale)} · ${formatHours(amount.minutes, locale)}`,
  );
  const { later, unfunded, unfundedPlanned, unfundedLater } = ledger;
  const inHours = (name: keyof typeof cli.ledger, amount: Minutes): string => `${cli.ledger[name]} : ${formatHours(amount, locale)}`;
  const loose = [
    inHours('unfunded', unfunded),
    ...(unfundedPlanned === 0 ? [] : [inHours('unfundedPlanned', unfundedPlanned)]),
    ...(unfundedLater === 0 ? [] : [inHours('unfundedLater', unfundedLater)]),
  ];
  return ok({
    lines: ledger.envelopes.length === 0 ? [cli.noEnvelope, ...loose] : [...lines, ...loose],
    data: {
      on: today,
      ...Object.fromEntries([...named, ['later', later] as const].map(([name, { minutes, days }]) => [name, { minutes, days }])),
      unfundedMinutes: unfunded,
      unfundedPlannedMinutes: unfundedPlanned,
      unfundedLaterMinutes: unfundedLater,
    },
  });
}
