// `tierce portfolio`: the accompaniments of a folder, one line each.
import { basename } from 'node:path';
import type { LibraryEntry } from '@contract/channels.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { Library } from '../library/library.ts';
import type { CliWorld, Told } from './cli-world.ts';

/** @returns what Home tells of each file; or file-not-found for a folder that is not there. An unreadable file is a line with its reason, not a failure of the whole. */
export async function portfolioTold(folder: string, { files, newId, today, locale }: CliWorld): Promise<Result<Told>> {
  const { isMissing, entries } = await new Library(files, newId).list(folder, today);
  if (isMissing) return refuse({ code: 'file-not-found', name: basename(folder) });
  const accompaniments = entries.map((entry) => (entry.state === 'readable' ? { file: entry.fileName, changedAt: entry.changedAt, ...entry.summary } : { file: entry.fileName, changedAt: entry.changedAt, failure: entry.failure }));
  return ok({ lines: entries.length === 0 ? [outerTextsOf(locale).cli.emptyFolder] : entries.map((entry) => lineOf(entry, locale)), data: { on: today, accompaniments } });
}

function lineOf(entry: LibraryEntry, locale: CliWorld['locale']): string {
  const texts = catalogueOf(locale);
  if (entry.state === 'unreadable') return `${entry.fileName} : ${failureText(texts.failures, entry.failure)}`;
  const { title, phase, days, upcoming } = entry.summary;
  const { cli } = outerTextsOf(locale);
  const left = days === null ? cli.noDays : cli.daysLeft(formatDays(days.remaining, locale), formatDays(days.granted, locale));
  const next = upcoming[0] === undefined ? '' : formatDate(upcoming[0].date, 'long', locale);
  return [entry.fileName, title, phase ?? '', left, next].filter((part) => part !== '').join(' · ');
}
