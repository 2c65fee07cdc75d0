// How a kind of work is called: in the language asked for while it has its first name, else as the user calls it.
import type { RecordOf } from '../tables/tables.ts';
import { catalogueOf } from './catalogue.ts';
import type { Locale } from './locale.ts';

/** @returns the name of a kind of work; its first name, given in French, is translated. */
export function kindName({ code, title }: Pick<RecordOf<'kinds'>, 'code' | 'title'>, locale: Locale): string {
  const nameIn = (language: Locale): string => catalogueOf(language).tables.kinds.choices.code[code];
  return title === nameIn('fr') ? nameIn(locale) : title;
}
