// `npm run bench`: measures opening, saving and the report as ratios to the raw work in the same run, into docs/bench.md.
import { randomUUID } from 'node:crypto';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { Command } from '../domain/commands/command.ts';
import { planCommand } from '../domain/commands/run-command.ts';
import type { Step } from '../domain/commands/step.ts';
import { applyChanges } from '../domain/document.ts';
import { expectOk } from '../domain/result.ts';
import { sessionReport } from '../domain/report/session-report.ts';
import { calendarDate } from '../domain/units.ts';
import { definitionOf, renderPdf } from '../main/documents/render-pdf.ts';
import { serialiseProject } from '../main/files/envelope.ts';
import { realFileSystem } from '../main/files/file-system.ts';
import { parseProject } from '../main/files/parse-project.ts';
import { readProjectFile } from '../main/files/read-project-file.ts';
import { compare, context, firstOf, flushedWrite, fullDocument, header, median, megabytes } from './bench-parts.ts';
import { measureLibrary } from './bench-library.ts';
import { measureSizes } from './bench-sizes.ts';
import { measureSlowMedium, openOn } from './bench-slow.ts';
import { compareStarts } from './bench-start.ts';
import { measureAnswers } from './bench-answers.ts';
import { measurePresentation } from './bench-presentation.ts';
import { measureTyping } from './bench-typing.ts';
import { measureDerivation, measureSealedNote, measureUnlocking } from './bench-vault.ts';

type Row = {
  readonly promise: string;
  readonly what: string;
  readonly ours: number;
  readonly baseline: string;
  readonly raw: number;
  readonly limit: number | null;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), 'tierce-bench-'));
const rows: Row[] = [];

const full = fullDocument({ sessions: 500, entries: 5_000, notes: 2_000 });
await benchOpening();
await benchChange();
await benchFile();
await benchReport();
await benchNotebook();
await benchStart();
const pause = await benchLibrary();
const growth = await benchGrowth();
const sizes = await measureSizes(folder);
const slow = await measureSlowMedium(folder, full);
const typing = await measureTyping();
const answers = await measureAnswers();
const presentation = await measurePresentation();
await rm(folder, { recursive: true });
await writePage();

async function benchOpening(): Promise<void> {
  const file = path.join(folder, 'full.tierce');
  await writeFile(file, serialiseProject({ header: header(), document: full }, null));
  const times = await compare(
    15,
    () => readProjectFile(realFileSystem, file),
    async () => JSON.parse(await readFile(file, 'utf8')) as unknown,
  );
  rows.push({
    promise: 'L1',
    what: `open a file with 500 sessions, 5,000 time entries, 2,000 notes (${megabytes((await readFile(file)).byteLength)})`,
    baseline: 'read and JSON.parse the same bytes',
    limit: 3,
    ...times,
  });
}

/** An edited text, and a new time entry: the second copies and reads a table of thousands. */
async function benchChange(): Promise<void> {
  const session = await openOn(folder, full);
  const id = firstOf(full.accompaniment.sessions);
  const entry = {
    date: context.today,
    minutes: 1,
    kindId: firstOf(full.accompaniment.kinds),
    envelopeId: firstOf(full.accompaniment.envelopes),
  };
  let count = 0;
  const edit = (): Command => ({ name: 'record.update', args: { table: 'sessions', id, fields: { title: `Titre ${(count += 1)}` } } });
  const add = (): Command => ({
    name: 'record.create',
    args: { table: 'timeEntries', fields: { ...entry, note: `Saisie ${(count += 1)}` } },
  });
  for (const [what, command] of [
    ['a text edited', edit],
    ['a time entry added', add],
  ] as const) {
    const handle = await open(path.join(folder, `${command.name}.jsonl`), 'a');
    const { changes, label } = expectOk(planCommand(full, command(), context));
    const step: Step = { revision: 1, kind: 'do', of: null, isAct: false, at: context.now, by: 'bench', label, changes };
    const line = `${JSON.stringify({ kind: 'step', step })}\n`;
    const times = await compare(
      200,
      async () => expectOk(await session.run(randomUUID(), command())),
      async () => {
        await handle.write(line);
        await handle.datasync();
      },
    );
    await handle.close();
    rows.push({
      promise: 'L2',
      what: `${what} in that file, guarded and safe in the journal`,
      baseline: 'flushed append of the same bytes',
      limit: 2,
      ...times,
    });
  }
  await session.close(true);
}

async function benchFile(): Promise<void> {
  const session = await openOn(folder, full);
  const id = firstOf(full.accompaniment.sessions);
  const bytes = serialiseProject({ header: header(), document: full }, null);
  let count = 0;
  const save = async () => {
    expectOk(
      await session.run(randomUUID(), {
        name: 'record.update',
        args: { table: 'sessions', id, fields: { title: `Titre ${(count += 1)}` } },
      }),
    );
    const from = performance.now();
    await session.save();
    return performance.now() - from;
  };
  const times: (readonly [number, number])[] = [];
  for (let round = 0; round <= 15; round += 1) {
    const pair = [await save(), await flushedWrite(folder, bytes)] as const;
    if (round > 0) times.push(pair);
  }
  await session.close(true);
  const middle = (index: 0 | 1) => times.map((pair) => pair[index]).toSorted((a, b) => a - b)[7] ?? 0;
  rows.push({
    promise: 'L2',
    what: `the file written durably after a change (${megabytes(bytes.byteLength)})`,
    baseline: 'flushed write of the same bytes, renamed',
    limit: 2.5,
    ours: middle(0),
    raw: middle(1),
  });
}

async function benchReport(): Promise<void> {
  const { document } = expectOk(
    await parseProject(await readFile(path.join(root, 'resources/examples/offre-commune.tierce')), { name: 'example' }),
  );
  const report = Object.keys(document.accompaniment.sessions)
    .map((id) => sessionReport(document.accompaniment, id))
    .find((each) => each?.number === 4);
  if (report === null || report === undefined) throw new Error('The example has eight sessions');
  const request = { draw: 'session', report, locale: 'fr', today: calendarDate('2026-06-15') } as const;
  const resources = path.join(root, 'resources');
  const times = await compare(
    15,
    () => renderPdf(request, resources),
    () => pdfmake.createPdf(definitionOf(request, () => undefined)).getBuffer(),
  );
  rows.push({
    promise: 'H1',
    what: 'the report of session 4 of the example, as PDF',
    baseline: 'pdfmake alone on the finished definition',
    limit: null,
    ...times,
  });
}

async function benchNotebook(): Promise<void> {
  rows.push({
    promise: 'E1',
    what: 'a passphrase tried, and the empty notebook opened',
    baseline: 'scrypt of Node alone at the same cost',
    limit: null,
    ...(await measureDerivation()),
  });
  rows.push({
    promise: 'E1',
    what: 'a notebook of 2,000 notes opened, its key derived already',
    baseline: 'the same boxes unsealed and parsed',
    limit: null,
    ...(await measureUnlocking(2_000)),
  });
  rows.push({
    promise: 'L2',
    what: 'a note written in the open notebook of that file, sealed, guarded and safe in the journal',
    baseline: 'flushed append of the same bytes',
    limit: 2,
    ...(await measureSealedNote(folder, full)),
  });
}

/** Not asserted, and left out with its reason if there is no Electron to measure. */
async function benchStart(): Promise<void> {
  const compared = await compareStarts();
  if (typeof compared === 'string') {
    console.log(`L8  left out: ${compared}`);
    return;
  }
  const { ours, blank } = compared;
  rows.push({
    promise: 'L8',
    what: 'from command to first usable screen, on the Electron of the tests',
    baseline: 'a blank window of the same Electron',
    limit: 1.6,
    ours: ours.ms,
    raw: blank.ms,
  });
  rows.push({
    promise: 'L8',
    what: 'memory by then, in megabytes, all processes',
    baseline: 'the blank window',
    limit: 1.4,
    ours: ours.megabytes,
    raw: blank.megabytes,
  });
}

/** @returns the longest pause of main while it reads the folder, in milliseconds */
async function benchLibrary(): Promise<number> {
  const { each, cold, indexed, raw, pause: longest } = await measureLibrary(path.join(folder, 'library'));
  const baseline = 'read and JSON.parse the same files, one after the other';
  rows.push({
    promise: 'L6',
    what: `1,000 accompaniments of ${each} listed, from the start of main, cold`,
    baseline,
    limit: 1.5,
    ours: cold,
    raw,
  });
  rows.push({
    promise: 'L6',
    what: 'the same from the index kept between starts (limit: 300 ms)',
    baseline,
    limit: null,
    ours: indexed,
    raw,
  });
  return longest;
}

/** How cost grows with the number of records: milliseconds to open, to serialise whole, to serialise after one change. */
async function benchGrowth(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const records of [100, 1_000, 5_000, 20_000]) {
    const document = fullDocument({ sessions: Math.ceil(records / 10), entries: records - Math.ceil(records / 10), notes: 0 });
    const bytes = serialiseProject({ header: header(), document }, null);
    const opening = await median(7, () => parseProject(bytes, { name: 'growth' }));
    const [id] = Object.keys(document.accompaniment.sessions);
    const edit = planCommand(
      document,
      { name: 'record.update', args: { table: 'sessions', id: id ?? '', fields: { title: 'Autre' } } },
      context,
    );
    const changed = applyChanges(document, expectOk(edit).changes);
    const saving = await median(7, () => Promise.resolve(serialiseProject({ header: header(), document: changed }, null)));
    lines.push(
      `| ${records.toLocaleString('en')} | ${megabytes(bytes.byteLength)} | ${opening.toFixed(1)} | ${((opening / records) * 1000).toFixed(1)} | ${saving.toFixed(1)} | ${((saving / records) * 1000).toFixed(1)} |`,
    );
  }
  return lines;
}

async function writePage(): Promise<void> {
  const table = rows.map(
    ({ promise, what, ours, baseline, raw, limit }) =>
      `| ${promise} | ${what} | ${ours.toFixed(2)} | ${baseline} | ${raw.toFixed(2)} | **${(ours / raw).toFixed(2)}** | ${limit === null ? '' : limit} |`,
  );
  for (const { promise, what, ours, raw, limit } of rows)
    console.log(`${promise}  ${(ours / raw).toFixed(2)} × (limit ${limit ?? 'none'})  ${what}`);
  const page = [
    '# Measures',
    '',
    'Written by `npm run bench`. Times are medians in milliseconds; the ratio compares with the raw work in the same run, taken in turn, so that the machine matters little. Limits are the rows of the list of promises.',
    '',
    `Machine of this table: ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${process.platform}, Node ${process.versions.node}.`,
    '',
    '| promise | what | ours | baseline | raw | ratio | limit |',
    '|---|---|---:|---|---:|---:|---:|',
    ...table,
    '',
    `While such a folder is read for the first time, a hostile file of 250 MB in it, main answers nothing for ${pause.toFixed(0)} ms at most (aim: 100 ms).`,
    '',
    '## Growth',
    '',
    'A tenth of the records are sessions with minutes, the rest time entries. “Save” serialises the whole file after one change.',
    '',
    '| records | bytes | open, ms | open, µs a record | save, ms | save, µs a record |',
    '|---:|---:|---:|---:|---:|---:|',
    ...growth,
    '',
    '## Sizes',
    '',
    'One text is changed and the whole file written. The ratios compare with JSON.parse of the same content in the clear, and with its flushed write. “Pause” is the longest time for which making the bytes keeps main from answering.',
    '',
    '| bytes | form | open, ms | ratio | save, ms | ratio | pause, ms |',
    '|---:|---|---:|---:|---:|---:|---:|',
    ...sizes,
    '',
    '## A slow medium',
    '',
    `L9: a step every fifth of a second while the file is written, again and again, to a medium whose flush takes seconds. Limit: in the journal within 1,000 ms.`,
    '',
    '| a flush takes | steps | safe after, median, ms | longest, ms |',
    '|---:|---:|---:|---:|',
    ...slow,
    '',
    '## Typing',
    '',
    'A text is typed for a quarter of a minute, on the Electron of the tests, while the file is written every few seconds. “Pause” is the longest time between two pictures of the page, “key” the time from a key to what it did, main included.',
    '',
    ...(typeof typing === 'string'
      ? [`Left out: ${typing}.`]
      : ['| bytes | form | longest pause, ms | key, median, ms | key, longest, ms |', '|---:|---|---:|---:|---:|', ...typing]),
    '',
    '## Answers of the window',
    '',
    'L3: from a key or a press to the next picture, in the file of L1, on the Electron of the tests. Limit: the median at most 50 ms above that of an empty page.',
    '',
    ...(typeof answers === 'string'
      ? [`Left out: ${answers}.`]
      : [
          '| act | form | an empty page, ms | median, ms | 95 %, ms | above the empty page, ms |',
          '|---|---|---:|---:|---:|---:|',
          ...answers,
        ]),
    '',
    '## Presentation mode',
    '',
    'E7: how many pictures the window draws from the key to the first without anything private (on), or without the strip of the mode (off), on the Electron of the tests. Limit: the very next one.',
    '',
    ...(typeof presentation === 'string'
      ? [`Left out: ${presentation}.`]
      : ['| | pictures, median | most | median, ms |', '|---|---:|---:|---:|', ...presentation]),
    '',
  ];
  await writeFile(path.join(root, 'docs/bench.md'), page.join('\n'));
}
