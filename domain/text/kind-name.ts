// How a kind of work is called: as the user calls it, else by its code in the language asked for.
import type { RecordOf } from '../tables/tables.ts';
import { catalogueOf } from './catalogue.ts';
import type { Locale } from './locale.ts';

/** @returns the name of a kind of work */
export function kindName({ code, title }: Pick<RecordOf<'kinds'>, 'code' | 'title'>, locale: Locale): string {
  return title === '' ? catalogueOf(locale).tables.kinds.choices.code[code] : title;
}
