#!/usr/bin/env node
// The program `tierce`: gives the command line its environment, and the system its exit code.
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { firstLocale } from '@domain/text/locale.ts';
import { workerRenderer } from '../documents/renderer.ts';
import { realFileSystem } from '../files/file-system.ts';
import { readingApart } from '../library/reading-apart.ts';
import { localDay } from '../machine/moments.ts';
import { systemClock, systemLocale } from '../system.ts';
import { runCli } from './run-cli.ts';

const scripts = dirname(fileURLToPath(import.meta.url));
const renderer = workerRenderer({ scripts, resources: join(scripts, '..', '..', 'resources') }, () => undefined);
const entryReader = readingApart(scripts, () => undefined);
const locale = firstLocale(systemLocale(process.env, process.platform));

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    files: realFileSystem,
    renderer,
    entryReader,
    locale,
    today: localDay(systemClock.now(), systemClock.offsetMinutes(systemClock.now())),
    newId: randomUUID,
    print: (text) => void process.stdout.write(`${text}\n`),
    printError: (text) => void process.stderr.write(`${text}\n`),
    askPassphrase,
  });
} catch (error) {
  process.stderr.write(`${outerTextsOf(locale).cli.crashed(error instanceof Error ? error.name : 'bug')}\n`);
  process.exitCode = 1;
}
await Promise.all([renderer.stop(), entryReader.stop()]);

/** Never from the arguments, which other users of the machine can see. Typing at a terminal is not echoed. */
async function askPassphrase(fromInput: boolean): Promise<string | null> {
  if (!fromInput && !process.stdin.isTTY) return null;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: unseen, terminal: process.stdin.isTTY && !fromInput });
  if (!fromInput) process.stderr.write(outerTextsOf(locale).cli.passphrase);
  try {
    for await (const line of prompt) return line;
    return null;
  } finally {
    prompt.close();
  }
}
