// The short names of the phases that methods bring: apart from the methods, whose guidance is not needed to list accompaniments.
import type { RecordOf } from '@domain/tables/tables.ts';
import shortTitles from '@resources/method/short-titles.json';

const SHORT: Readonly<Record<string, { readonly title: string; readonly shortTitle: string }>> = shortTitles;

/** @returns the short name that the method gives to a phase; its title if it was renamed or comes from no method. */
export function shortTitleOf({ methodKey, title }: Pick<RecordOf<'phases'>, 'methodKey' | 'title'>): string {
  const phase = SHORT[methodKey];
  return phase?.title === title ? phase.shortTitle : title;
}
