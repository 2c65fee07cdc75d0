// `tierce portfolio`: the accompaniments of a folder, one line each.
import { basename } from 'node:path';
import type { LibraryEntry } from '@contract/library.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { Library } from '../library/library.ts';
import type { Later } from '../project/later.ts';
import type { CliWorld, Told } from './cli-world.ts';

/**
 * @returns what Home shows of each file; or file-not-found for a missing folder, or why it cannot be listed. An unreadable file is a line
 * with its reason, not a failure of the whole.
 */
export async function portfolioTold(folder: string, { files, newId, today, locale, entryReader }: CliWorld): Promise<Result<Told>> {
  const library = new Library({
    files,
    newId,
    reader: entryReader,
    index: null,
    later: never,
    onRead: () => undefined,
    isRemovable: () => true,
  });
  const listed = await library.list(folder, today);
  if (!listed.ok) return listed;
  const { isMissing, entries } = listed.value;
  if (isMissing) return refuse({ code: 'file-not-found', name: basename(folder) });
  const accompaniments = entries.map((entry) => ({ file: entry.fileName, changedAt: entry.changedAt, ...dataOf(entry) }));
  return ok({
    lines: entries.length === 0 ? [outerTextsOf(locale).cli.emptyFolder] : entries.map((entry) => lineOf(entry, locale)),
    data: { on: today, accompaniments },
  });
}

/** Waits for the whole folder, however long that takes. */
const never: Later = () => () => undefined;

/** `copies`: names of other files that are the same file. */
function dataOf(entry: LibraryEntry): object {
  if (entry.state === 'unread') return {};
  return entry.state === 'readable' ? { ...entry.summary, copies: entry.twins } : { failure: entry.failure, copies: entry.twins };
}

function lineOf(entry: LibraryEntry, locale: CliWorld['locale']): string {
  if (entry.state === 'unread') return entry.fileName;
  const { cli } = outerTextsOf(locale);
  const line =
    entry.state === 'readable'
      ? summaryLine(entry, locale)
      : `${entry.fileName} : ${failureText(catalogueOf(locale).failures, entry.failure)}`;
  return entry.twins.length === 0 ? line : `${line} (${cli.copyOf(entry.twins.join(', '))})`;
}

function summaryLine({ fileName, summary }: Extract<LibraryEntry, { readonly state: 'readable' }>, locale: CliWorld['locale']): string {
  const { title, phase, days, upcoming } = summary;
  const { cli } = outerTextsOf(locale);
  const left = days === null ? cli.noDays : cli.daysLeft(formatDays(days.remaining, locale), formatDays(days.granted, locale));
  const next = upcoming[0] === undefined ? '' : formatDate(upcoming[0].date, 'long', locale);
  return [fileName, title, phase ?? '', left, next].filter((part) => part !== '').join(' · ');
}
