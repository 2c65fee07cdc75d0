// K5 I1 K3: whatever the computer says, Home, opening, saving, a report and the command line work or say why, and nothing is lost.
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Instant } from '@domain/units.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { journalPath } from '../../../main/journal/journal-names.ts';
import { localDay, nearestMoment } from '../../../main/machine/moments.ts';
import type { Shell } from '../../../main/shell.ts';
import { blankRenderer, testApplication } from '../../support/application.ts';
import { NOW } from '../../support/context.ts';
import { withDigest } from '../../support/forged-file.ts';
import {
  type Answers,
  atHome,
  needAfter,
  NOTED,
  soundFile,
  type Told,
  triedInTerminal,
  triedInWindow,
  unclear,
} from '../../support/hostile-machine.ts';
import { type Illness, MoodyDisk } from '../../support/moody-disk.ts';
import { temporaryFolder } from '../../support/worlds.ts';

type Place = { readonly path: string; readonly folder: string; readonly data: string; readonly library: string };
type Row = {
  readonly what: string;
  readonly name?: string;
  /** Makes it odd, and puts the file there; by default a sound one is there. */
  readonly put?: (place: Place) => Promise<unknown>;
  readonly system?: Partial<Pick<Shell, 'clock' | 'userName' | 'systemLocale'>>;
  /** What happens to a folder of the disk, from the start or once the file is open. */
  readonly illness?: { readonly of: (place: Place) => string; readonly is: Illness; readonly since: 'start' | 'open' };
  /** The report is really drawn, because it shows what is odd. */
  readonly isDrawn?: boolean;
  /** What Home says of a sound file next to it. */
  readonly witness?: string;
  /** The answers other than `works`. */
  readonly says?: Partial<Answers>;
};

const FILE_ID = 'hostile-file-1';
const NAME = 'Mission.tierce';
const WITNESS = 'Témoin.tierce';
const WORKS: Answers = { home: 'works', open: 'works', save: 'works', report: 'works', check: 'works', portfolio: 'works' };
/** For a file that cannot be opened, all of them say the same. */
const refused = (code: string): Answers => ({ home: code, open: code, save: '–', report: '–', check: code, portfolio: code });
const isWindows = process.platform === 'win32';

const sound = ({ path }: Place): Promise<void> => writeFile(path, soundFile(FILE_ID));
const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

async function socket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(path, listening));
  onTestFinished(() => void server.close());
}

async function answersOf({ name = NAME, put = sound, system, illness, isDrawn = false }: Row) {
  const folder = await temporaryFolder();
  const [data, library] = [join(folder, 'data'), join(folder, 'Documents', 'Tierce')];
  const place: Place = { folder, data, library, path: join(library, name) };
  await mkdir(data, { recursive: true });
  await mkdir(library, { recursive: true });
  await writeFile(join(library, WITNESS), soundFile('witness-file-1', 'Témoin'));
  await put(place);
  const disk = new MoodyDisk(realFileSystem, () => Promise.resolve());
  const files = disk.seenBy({ isAlive: true, callsLeft: Number.POSITIVE_INFINITY });
  const fall = (): void => {
    if (illness !== undefined) disk.fall(illness.of(place), { illness: illness.is, after: 0, times: Number.POSITIVE_INFINITY });
  };
  if (illness?.since === 'start') fall();
  const told: Told = [];
  const said = system === undefined ? {} : { system };
  const app = await testApplication({ folder, files, ...said, ...(isDrawn ? {} : { renderer: blankRenderer }) });
  const inWindow = await triedInWindow(app, place.path, name, { told, onOpen: fall, onLeaving: () => disk.healAll() });
  fall();
  const witness = await atHome(app, WITNESS, told);
  const inTerminal = await triedInTerminal(place.path, name, { files, today: localDay((system?.clock ?? app.clock).now(), 0) });
  disk.healAll();
  const after = inWindow.open === 'works' ? await needAfter(await testApplication({ folder }), place.path) : NOTED;
  return { answers: { ...inWindow, ...inTerminal }, witness: witness.answer, after, unclear: unclear(told), logged: app.logged };
}

async function expectAnswers(row: Row): Promise<void> {
  const answers = { ...WORKS, ...row.says };
  expect(await answersOf(row)).toEqual({ answers, witness: row.witness ?? 'works', after: NOTED, unclear: [], logged: [] });
}

const dated = (seconds: number) => async (place: Place) => {
  await sound(place);
  await utimes(place.path, seconds, seconds);
};
const DATES: readonly Row[] = [
  ['of 1970', 0],
  ['of 1980', Date.UTC(1980, 0, 1) / 1000],
  ['of 2106', Date.UTC(2106, 1, 7) / 1000],
  ['before 1970', -86_400 * 365],
  ['of the year 2400', Date.UTC(2400, 0, 1) / 1000],
].map(([what, seconds]) => ({ what: `a file ${what}`, put: dated(Number(seconds)) }));

/** As the shells make it, from a system that gives one moment after the other. */
const clockOf = (...moments: readonly number[]): Row['system'] => {
  let asked = 0;
  const said = (): number => moments[(asked += 1) % moments.length] ?? Number.NaN;
  return { clock: { now: () => nearestMoment(said()), isBelievable: () => false, offsetMinutes: () => 0 } };
};
const offsetOf = (minutes: number): Row['system'] => ({
  clock: { now: (): Instant => NOW, isBelievable: () => true, offsetMinutes: () => minutes },
});
const CLOCKS: readonly Row[] = [
  { what: 'a clock of 1970', system: clockOf(0) },
  { what: 'a clock before 1970', system: clockOf(-1e12) },
  { what: 'a clock of 2106', system: clockOf(Date.UTC(2106, 1, 7)) },
  { what: 'a clock that says nothing', system: clockOf(Number.NaN) },
  { what: 'a clock that jumps to and fro', system: clockOf(0, Date.UTC(2106, 1, 7), Date.parse(NOW), Number.NaN, Date.UTC(2001, 0, 1)) },
  { what: 'a zone that has no offset', system: offsetOf(Number.NaN) },
  { what: 'a zone further than any place', system: offsetOf(100_000) },
  { what: 'a user without a name, on a system without a language', system: { userName: '', systemLocale: '' } },
  { what: 'a user with a name of 100 kB of signs', system: { userName: '\u001B\n\uFFFF'.repeat(33_000), systemLocale: 'xx_INVALID@euro' } },
].map((row) => ({ ...row, isDrawn: true }));

const NAMES: readonly Row[] = [
  { what: 'of 255 bytes', name: `${'x'.repeat(248)}.tierce` },
  { what: 'in capitals', name: 'MISSION.TIERCE' },
  { what: 'whose accents stand apart', name: `Été ${'é'.normalize('NFD')}.tierce` },
  { what: 'that begins with a space', name: '  Mission.tierce' },
  { what: 'with a space before its ending', name: 'Mission .tierce' },
  { what: 'that ends in a space', name: 'Mission.tierce ' },
  { what: 'of two lines', name: 'Mission\nde nuit.tierce' },
  { what: 'that commands a terminal', name: '\u001B[2J\u001B]0;x\u0007Mission.tierce' },
  { what: 'that turns the reading direction', name: 'Mission \u202Eecreit.tierce' },
  { what: 'with the sign for what is no text', name: 'Mission \uFFFD.tierce' },
  {
    what: 'that is no UTF-8',
    name: 'Caf\uFFFD.tierce',
    put: ({ library }: Place) => writeFile(Buffer.from(`${library}/Caf\u00FF.tierce`, 'latin1'), soundFile(FILE_ID)),
    says: refused('file-name-unreadable'),
  },
].map((row) => ({ ...row, what: `a name ${row.what}` }));

const STRANGERS: readonly Row[] = [
  { what: 'a pipe', put: async ({ path }: Place) => pipe(path), says: refused('file-not-tierce') },
  { what: 'a socket', put: ({ path }: Place) => socket(path), says: refused('file-not-tierce') },
  { what: 'a link to itself', put: ({ path }: Place) => symlink(path, path), says: refused('file-link-broken') },
  { what: 'a link to nothing', put: ({ path }: Place) => symlink('nowhere', path), says: refused('file-link-broken') },
  { what: 'a link to a device without an end', put: ({ path }: Place) => symlink('/dev/zero', path), says: refused('file-not-tierce') },
  { what: 'a link to a file of the system', put: ({ path }: Place) => symlink('/proc/self/status', path), says: refused('file-empty') },
  { what: 'a folder', put: ({ path }: Place) => mkdir(path), says: refused('file-is-folder') },
  { what: 'a link to its own folder', put: ({ path }: Place) => symlink('.', path), says: refused('file-is-folder') },
].map((row) => ({ ...row, what: `${row.what} in the place of a file` }));

const TEXT = soundFile(FILE_ID).toString('utf8');
const HEAD = TEXT.slice(0, TEXT.indexOf('"kind"'));
async function filled(path: string, what: string): Promise<void> {
  const portion = Buffer.from(what.repeat(2 ** 23 / what.length));
  for (let written = 0; written < 250_000_000; written += portion.byteLength) await appendFile(path, portion);
}
/** A sound file into which somebody has put something, with a digest that fits. */
const forged =
  (where: string, what: () => string) =>
  ({ path }: Place) =>
    writeFile(path, withDigest(TEXT.replace(where, () => `${where}${what()}`)));
const CONTENTS: readonly Row[] = [
  { what: 'empty', put: ({ path }: Place) => writeFile(path, ''), says: refused('file-empty') },
  {
    what: 'of zeros',
    put: async ({ path }: Place) => (await writeFile(path, ''), truncate(path, 250_000_000)),
    says: refused('file-not-tierce'),
  },
  {
    what: 'larger than any',
    put: async ({ path }: Place) => (await writeFile(path, HEAD), truncate(path, 50_000_000_000)),
    says: refused('file-too-large'),
  },
  { what: 'of 250 MB of []', put: ({ path }: Place) => filled(path, '[]'), says: refused('file-not-tierce') },
  {
    what: 'of a million lines',
    put: ({ path }: Place) => writeFile(path, `${HEAD}${'"a": 1,\n'.repeat(1_000_000)}`),
    says: refused('file-truncated'),
  },
  {
    what: 'of a million names beside its own',
    put: forged('"kind": "accompaniment",\n', () => Array.from({ length: 1_000_000 }, (_, at) => `"a${at}": 1,\n`).join('')),
    says: refused('file-damaged'),
  },
  { what: 'of one line of 20 MB', put: forged('"savedBy": "', () => 'x'.repeat(20_000_000)), says: refused('file-damaged') },
  {
    what: 'of a hundred thousand brackets',
    put: forged('"history": [', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    says: refused('file-damaged'),
  },
  {
    what: 'of a hundred thousand braces',
    put: forged('"sessions": {', () => `"deep": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},`),
    says: refused('file-damaged'),
  },
  { what: 'that is a list', put: ({ path }: Place) => writeFile(path, '["format", "tierce"]'), says: refused('file-not-tierce') },
  { what: 'that is a number', put: ({ path }: Place) => writeFile(path, '4'), says: refused('file-not-tierce') },
].map((row) => ({ ...row, what: `a file ${row.what}` }));

/** Puts something where the application keeps its own data or its lock, next to a sound file. */
const inPlaceOf = (where: (place: Place) => string, stand: (path: string) => unknown) => async (place: Place) => {
  await sound(place);
  await mkdir(dirname(where(place)), { recursive: true });
  await stand(where(place));
};
const OWN: readonly (readonly [string, (place: Place) => string])[] = [
  ['the settings', ({ data }) => join(data, 'settings.json')],
  ['the index', ({ data }) => join(data, 'library.json')],
  ['the days', ({ data }) => join(data, 'days.json')],
  ['the journal', ({ data }) => journalPath(join(data, 'journals'), FILE_ID)],
  ['what is remembered', ({ data }) => join(data, 'memory', `${FILE_ID}.json`)],
  ['the name of the backups', ({ data }) => join(data, 'backups', FILE_ID, 'name')],
];
const STANDING: readonly (readonly [string, (path: string) => unknown])[] = [
  ['a folder', (path) => mkdir(path)],
  ['a pipe', pipe],
  ['a link to itself', (path) => symlink(path, path)],
];
const lockOf = ({ library }: Place): string => join(library, `.${NAME}.tierce-lock`);
const LOCKED = { open: 'file-locked', save: '–', report: '–' };
const OWN_PLACES: readonly Row[] = [
  ...OWN.flatMap(([what, where]) =>
    STANDING.map(([stranger, stand]) => ({ what: `${stranger} in the place of ${what}`, put: inPlaceOf(where, stand) })),
  ),
  ...STANDING.map(([stranger, stand]) => ({ what: `${stranger} in the place of the lock`, put: inPlaceOf(lockOf, stand), says: LOCKED })),
  ...['journals', 'backups', 'memory', 'attachments', 'example'].map((folder) => ({
    what: `a file in the place of the folder of the ${folder}`,
    put: inPlaceOf(
      ({ data }) => join(data, folder),
      (path) => writeFile(path, 'x'),
    ),
  })),
  {
    what: 'a file in the place of all that the application keeps',
    put: async (place: Place) => (await sound(place), await rm(place.data, { recursive: true }), writeFile(place.data, 'x')),
  },
];

const library = (place: Place): string => place.library;
const whole = (place: Place): string => place.folder;
const file = (place: Place): string => place.path;
const disk = (what: string, is: Illness, of: (place: Place) => string, since: 'start' | 'open', says: Partial<Answers>): Row => ({
  what: `${what}, ${since === 'open' ? 'once the file is open' : 'from the start'}`,
  illness: { is, of, since },
  says,
  witness: of === file ? 'works' : (says.portfolio ?? 'works'),
});
/** The work is in the journal on this computer. */
const HELD = (code: string): Partial<Answers> => ({ save: `${code}, kept here`, report: code });
/** The work is only in the window, which says so. */
const NOWHERE = (code: string): Partial<Answers> => ({ save: `${code}, kept nowhere yet`, report: code });
const DISKS: readonly Row[] = [
  disk('a file that may not be read', 'unreadable', file, 'start', refused('disk-denied')),
  disk('a folder that may not be read', 'unreadable', library, 'start', refused('disk-denied')),
  disk('a folder that may not be read', 'unreadable', library, 'open', {
    ...HELD('disk-denied'),
    check: 'disk-denied',
    portfolio: 'disk-denied',
  }),
  disk('a folder that may not be written', 'forbidden', library, 'start', HELD('disk-denied')),
  disk('a folder that may not be written', 'forbidden', library, 'open', HELD('disk-denied')),
  disk('rights on nothing', 'forbidden', whole, 'open', NOWHERE('disk-denied')),
  disk('a full disk', 'full', library, 'start', HELD('disk-full')),
  disk('a full disk', 'full', library, 'open', HELD('disk-full')),
  disk('a full disk for everything', 'full', whole, 'start', NOWHERE('disk-full')),
  disk('a quota that is used up', 'over-quota', library, 'open', HELD('disk-full')),
  disk('a disk that cannot be written', 'read-only', library, 'start', HELD('disk-read-only')),
  disk('a disk that cannot be written', 'read-only', library, 'open', HELD('disk-read-only')),
  disk('too many open files', 'crowded', whole, 'start', refused('disk-crowded')),
  disk('too many open files', 'crowded', whole, 'open', { ...NOWHERE('disk-crowded'), check: 'disk-crowded', portfolio: 'disk-crowded' }),
  disk('a broken disk', 'broken', library, 'open', { ...HELD('disk-failure'), check: 'disk-failure', portfolio: 'disk-failure' }),
];

const promised = (rows: readonly Row[]): readonly (readonly [string, Row])[] => rows.map((row) => [row.what, row]);

describe.skipIf(isWindows)('Home, opening, saving, a report and the command line', () => {
  it.each(promised(DATES))('I1 K3 A2 H1 answer for %s', (_what, row) => expectAnswers(row));
  it.each(promised(CLOCKS))('I1 K3 A2 H1 K5 answer under %s', (_what, row) => expectAnswers(row));
  it.each(promised(NAMES))('I1 K3 A9 H1 answer for %s', (_what, row) => expectAnswers(row));
  it.each(promised(STRANGERS))('I1 K3 A9 answer for %s', (_what, row) => expectAnswers(row));
  it.each(promised(CONTENTS))('I1 K3 A11 answer for %s', (_what, row) => expectAnswers(row));
  it.each(promised(OWN_PLACES))('I1 K3 A2 A14 H1 answer with %s', (_what, row) => expectAnswers(row));
  it.each(promised(DISKS))('I1 K3 A2 A10 H1 answer with %s', (_what, row) => expectAnswers(row));
});
