// Reads the day for which an action is due where it stands among other words: only what can hardly be anything else.
import type { DateFailure } from '../failures.ts';
import { ok, type Result } from '../result.ts';
import type { Locale } from '../text/locale.ts';
import { addDays } from '../time/calendar.ts';
import { MONTHS, NEAR_DAYS, WEEKDAYS } from '../time/date-words.ts';
import { type DateContext, parseDate } from '../time/parse-date.ts';
import { typedForm } from '../writing/typed-form.ts';
import type { CalendarDate } from '../units.ts';

/** Words in the longest day: `au plus tard le vendredi 16 avril 2026`. */
export const MOST_DUE_WORDS = 8;

const LEAD = /^(?:(?:pour|avant|d'ici|au plus tard|by|before|due|for|on|no later than) (?:au |a )?)/;
/** After these words a date says which thing is meant (`le compte rendu du 16/04`), or is one of several. */
const TIED = new Set(
  (
    "du de des d' au aux a et ou le la les l' un une chaque tous toutes depuis jusqu'au jusqu'a entre vers ce cette no n° article " +
    'of from since until till to the and or every each this between'
  ).split(' '),
);

/** @returns whether a date after this word belongs to it */
export function isTied(word: string): boolean {
  return TIED.has(typedForm(word) ?? '');
}

/**
 * Reads `16/04`, `pour le 16 avril`, `avant vendredi`, `fin juin`, `+7`, `dans 2 semaines`, from the day of the session on: a weekday is the
 * next one after it. What may well be something else (`1.2`, `15`, `mer`,
 * `hier`) is left alone.
 * @returns the day, or why there is no such day; `null` if the words are no day
 */
export function dueIn(words: string, context: DateContext): Result<CalendarDate, DateFailure> | null {
  const form = (typedForm(words) ?? '').replace(/[.,;:!)]+$/, '');
  const said = form.replace(LEAD, '');
  if (!isSurelyDay(said, form !== said, context.locale)) return null;
  const read = parseDate(said, context);
  if (read.ok && read.value === context.today && WEEKDAYS.has(said)) return ok(addDays(read.value, 7));
  return !read.ok && read.failure.code === 'date-unreadable' ? null : read;
}

const FIGURES = /^(?:[a-z]+ )*\d{1,2} ?\/ ?\d{1,2}(?: ?\/ ?(?:\d{4}|\d{2}))?$/;
const FRACTION = /^(?:1\/2|1\/4|3\/4)$/;
const WITH_YEAR = /^(?:\d{1,2}([.-])\d{1,2}\1\d{4}|\d{4}([-/.])\d{1,2}\2\d{1,2})$/;
const AHEAD = /^(?:(?:j ?)?\+ ?\d|(?:dans|in) (?:\d|une? |an? |one ))/;
const DAY_AND_MONTH = /(?:^| )\d{1,2}(?:er|st|nd|rd|th)?[ /-]?(?:of |de )?([a-z]{3,})(?:[ ,/-]+'?(?:\d{4}|\d{2}))?$/;
const MONTH_AND_DAY = /(?:^| )([a-z]{3,}) ?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?:[ ,]+\d{4})?$/;
const PART_OF_MONTH = /^(?:(?:la |the )?(?:fin|end)(?: de| d'| of)?|mi|mid)[ -]([a-z]{3,})(?:[ ,/-]+'?(?:\d{4}|\d{2}))?$/;
const END_OF_MONTH = /^(?:la )?fin (?:de |du |de ce )mois$|^(?:the )?end of (?:the |this )?month$/;
const DAY_ALONE = /^(?:le|the) \d{1,2}(?:er|st|nd|rd|th)?$/;
const SHORTEST_WEEKDAY = 5;

function isSurelyDay(said: string, hasLead: boolean, locale: Locale): boolean {
  if (FIGURES.test(said)) return hasLead || !FRACTION.test(said);
  if (WITH_YEAR.test(said) || AHEAD.test(said)) return true;
  if (DAY_ALONE.test(said)) return hasLead;
  if (END_OF_MONTH.test(said) || isMonth(PART_OF_MONTH.exec(said)?.[1])) return hasLead || !/^(?:la|the) /.test(said);
  return (NEAR_DAYS.get(said) ?? -1) >= 0 || isWeekdayAhead(said) || isDayOfMonth(said, locale);
}

function isWeekdayAhead(said: string): boolean {
  const words = said.split(' ').filter((word) => !['ce', 'this', 'next', 'prochain', 'suivant'].includes(word));
  const [word = ''] = words;
  return words.length === 1 && word.length >= SHORTEST_WEEKDAY && WEEKDAYS.has(word);
}

function isDayOfMonth(said: string, locale: Locale): boolean {
  const [, after] = DAY_AND_MONTH.exec(said) ?? [];
  const [, before] = locale === 'en' ? (MONTH_AND_DAY.exec(said) ?? []) : [];
  return [after, before].some(isMonth);
}

function isMonth(word: string | undefined): boolean {
  return word !== undefined && (MONTHS.fr.has(word) || MONTHS.en.has(word));
}
