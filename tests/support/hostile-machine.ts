// What a user tries on a computer that says odd things, and the result of each try: `works`, or the code of the failure shown.
import { join } from 'node:path';
import type { SaveState } from '@contract/project.ts';
import type { Failure } from '@domain/failures.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import type { Result } from '@domain/result.ts';
import type { CalendarDate } from '@domain/units.ts';
import { runCli } from '../../main/cli/run-cli.ts';
import { serialiseProject } from '../../main/files/envelope.ts';
import type { FileSystem } from '../../main/files/file-system.ts';
import { readingHere } from '../../main/library/read-entry.ts';
import { hereRenderer, type TestApplication } from './application.ts';
import { countedIds } from './context.ts';
import { firstId, startedDocument } from './documents.ts';
import { around, needIn } from './gone-file.ts';
import { HEADER } from './header.ts';
import { leaving } from './giving.ts';

/** The bytes of a sound accompaniment with a session. */
export const soundFile = (fileId: string, title = 'Offre commune'): Buffer =>
  serialiseProject({ header: { ...HEADER, fileId }, document: startedDocument({ title }) }, null);

/** Saving and reporting are not tried for a file that cannot be opened: `–`. */
export type Answers = Readonly<Record<'home' | 'open' | 'save' | 'report' | 'check' | 'portfolio', string>>;

/** Every failure that occurred, to check that each is explained in words. */
export type Told = Failure[];

const codeOf = (reply: Result<unknown>, told: Told): string => {
  if (reply.ok) return 'works';
  told.push(reply.failure);
  return reply.failure.code;
};

type AtHome = { readonly answer: string; readonly entryId: string | null };

/** @returns how Home shows a file: `works`, a code, `unlisted`; if it cannot list the folder, that code */
export async function atHome(app: TestApplication, name: string, told: Told): Promise<AtHome> {
  const listed = await app.call('library.list', {});
  if (!listed.ok) return { answer: codeOf(listed, told), entryId: null };
  const { entries, isMissing } = listed.value;
  const entry = entries.find(({ fileName }) => fileName === name);
  if (entry === undefined) return { answer: isMissing ? 'missing' : 'unlisted', entryId: null };
  if (entry.state === 'unreadable') told.push(entry.failure);
  const unread = entry.state === 'unreadable' ? entry.failure.code : entry.state;
  return { answer: entry.state === 'readable' ? 'works' : unread, entryId: entry.entryId };
}

/** `works`: in the file; else why not, and where the work is instead. */
function savedAs({ where, failure, isSafeHere }: SaveState, told: Told): string {
  if (failure !== null) told.push(failure);
  return where === 'file' ? 'works' : `${failure?.code ?? where}, ${isSafeHere ? 'kept here' : 'kept nowhere yet'}`;
}

export const NOTED = 'Noté sur une machine étrange';

type Tried = Pick<Answers, 'home' | 'open' | 'save' | 'report'>;

/** `onOpen`: called before anything is noted; `onLeaving`: if the notes are kept nowhere, the user makes room before leaving */
export type Machine = { readonly told: Told; readonly onOpen: () => unknown; readonly onLeaving: () => unknown };

/** Lists, opens, notes, saves, reports, closes. */
export async function triedInWindow(app: TestApplication, path: string, name: string, machine: Machine): Promise<Tried> {
  const { told, onOpen, onLeaving } = machine;
  const { open, step } = around(app);
  const { answer: home, entryId } = await atHome(app, name, told);
  const opened = entryId === null ? await open(path) : await app.call('project.open', { entryId });
  if (!opened.ok) return { home, open: codeOf(opened, told), save: '–', report: '–' };
  await onOpen();
  const { documentId } = opened.value;
  await step(documentId, NOTED);
  const saved = await app.call('project.save', { documentId });
  app.answers.push(join(path, '..', 'compte rendu.pdf'));
  const sessionId = firstId(opened.value.document.accompaniment.sessions);
  const message = await leaving(app, { documentId, request: { kind: 'session', sessionId }, locale: 'fr' } as const);
  const report = await app.call('document.save', message);
  if (saved.ok && !saved.value.isSafeHere) onLeaving();
  await app.call('project.close', { documentId, evenUnsaved: true });
  return { home, open: 'works', save: saved.ok ? savedAs(saved.value, told) : codeOf(saved, told), report: codeOf(report, told) };
}

/** @returns the text of the field in which the work was noted, once the computer works again */
export async function needAfter(app: TestApplication, path: string): Promise<string> {
  const opened = await around(app).open(path);
  return opened.ok ? (needIn(opened.value) ?? '') : opened.failure.code;
}

type Where = { readonly files: FileSystem; readonly today: CalendarDate };

/** Runs one command line in this process. @returns what it prints */
async function tierce(words: readonly string[], { files, today }: Where): Promise<string> {
  const out: string[] = [];
  const print = (text: string): void => void out.push(text);
  const reads = { files, entryReader: readingHere(files), askPassphrase: () => Promise.resolve(null) };
  await runCli(words, { ...reads, today, locale: 'fr', newId: countedIds('cli'), renderer: hereRenderer, print, printError: print });
  return out.join('\n');
}

type Refused = { readonly failure?: { readonly code: string } };
type Json = Refused & { readonly accompaniments?: readonly (Refused & { readonly file: string })[] };

/** @returns what `check` says of a file, and `portfolio` of it in its folder */
export async function triedInTerminal(path: string, name: string, how: Where): Promise<Pick<Answers, 'check' | 'portfolio'>> {
  const check = JSON.parse(await tierce(['check', path, '--json'], how)) as Json;
  const portfolio = JSON.parse(await tierce(['portfolio', join(path, '..'), '--json'], how)) as Json;
  const line = portfolio.accompaniments?.find(({ file }) => file === name);
  return {
    check: check.failure?.code ?? 'works',
    portfolio: portfolio.failure?.code ?? (line === undefined ? 'unlisted' : (line.failure?.code ?? 'works')),
  };
}

/** @returns what is wrong with the words of failures: nothing if each is explained in both languages */
export function unclear(told: Told): readonly string[] {
  const texts = told.flatMap((failure) => (['fr', 'en'] as const).map((locale) => failureText(catalogueOf(locale).failures, failure)));
  return texts.filter((text) => text.length < 30 || /undefined|\[object|: (E[A-Z]{3,}|unknown)\)/.test(text));
}
