// The form of a new accompaniment: what was typed, what it means, and what is wrong with it.
import type { MapCircle } from '@domain/collective/circles.ts';
import { type Draft, MOST_STRUCTURES } from '@domain/method/draft.ts';
import { beginningOf, inCharacters } from '@domain/file-name.ts';
import { daysBetween } from '@domain/time/calendar.ts';
import { MOST_DAYS, parseDayLength, parseDays } from '@domain/time/parse-days.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { type CalendarDate, type Minutes, minutes } from '@domain/units.ts';
import { longestOf, type PathOf } from '../../forms/field-path.ts';
import { rowsIn, withoutSign } from '../../state/pasted.ts';

export type NewOrganisation = {
  readonly key: string;
  readonly name: string;
  readonly legalForm: string;
  readonly circle: MapCircle;
};

export type NewForm = {
  readonly scheme: Draft['scheme'];
  readonly title: string;
  readonly territory: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly commissioner: string;
  readonly officer: string;
  readonly need: string;
  readonly expectedResults: string;
  readonly organisations: readonly NewOrganisation[];
  /** The text in the field for one more structure: it counts as one even before it is a row. */
  readonly structure: string;
  /** `null` until somebody writes it: whoever commissions the mission mostly pays for it, and is typed once. */
  readonly funder: string | null;
  readonly contract: string;
  readonly days: string;
  readonly dayLength: string;
  readonly overrun: 'warn' | 'justify' | 'refuse';
  readonly isUnderWay: boolean;
  readonly sessionsBefore: string;
  readonly opening: string;
};

export type Problems = { readonly [F in keyof NewForm]?: string };

export const STEPS = ['scheme', 'mission', 'collective', 'days'] as const;
export type StepName = (typeof STEPS)[number];

const STEP_OF: { readonly [F in keyof NewForm]?: StepName } = { endsOn: 'mission', startsOn: 'mission' };
const LONGEST_MISSION_DAYS = 5 * 366;

/** @returns the step of a field that can have a problem. */
export function stepOf(field: keyof NewForm): StepName {
  return STEP_OF[field] ?? 'days';
}

/** @returns what is wrong, in words, by field; empty when the form can be sent. */
export function problemsOf(form: NewForm, { start }: Pick<Catalogue, 'start'>): Problems {
  return { ...periodProblems(form, start), ...daysProblems(form, start) };
}

function periodProblems({ startsOn, endsOn }: NewForm, start: Catalogue['start']): Problems {
  if (startsOn === null || endsOn === null) return {};
  if (endsOn < startsOn) return { endsOn: start.endBeforeStart };
  return daysBetween(startsOn, endsOn) > LONGEST_MISSION_DAYS ? { endsOn: start.tooLong } : {};
}

function daysProblems(form: NewForm, start: Catalogue['start']): Problems {
  const days = daysOf(form.days);
  const opening = form.isUnderWay ? daysOf(form.opening) : 0;
  const sessions = form.isUnderWay ? sessionsOf(form.sessionsBefore) : 0;
  return {
    ...(days === null ? { days: start.daysUnreadable } : days > MOST_DAYS ? { days: start.daysTooMany(String(MOST_DAYS)) } : {}),
    ...(parseDayLength(form.dayLength) === null ? { dayLength: start.dayLengthUnreadable } : {}),
    ...(opening === null ? { opening: start.daysUnreadable } : days !== null && opening > days ? { opening: start.openingTooMany } : {}),
    ...(sessions === null ? { sessionsBefore: start.sessionsBeforeUnreadable } : {}),
  };
}

/** @returns the granted days as typed so far; `null` when there are none or they cannot be read. */
export function grantOf(form: NewForm): { readonly grantedMinutes: Minutes; readonly minutesPerDay: number } | null {
  const days = daysOf(form.days);
  const minutesPerDay = parseDayLength(form.dayLength);
  if (days === null || days === 0 || days > MOST_DAYS || minutesPerDay === null) return null;
  return { grantedMinutes: minutes(Math.round(days * minutesPerDay)), minutesPerDay };
}

/** @returns the funder as its field shows it */
export function funderOf({ funder, commissioner }: NewForm): string {
  return funder ?? commissioner;
}

/**
 * @param unnamedFunder how the contract is called while nobody has said who funds it: a record of it needs a name
 * @returns the draft that main is asked to create; only for a form without problems.
 */
export function draftOf(form: NewForm, unnamedFunder: string): Draft {
  const { scheme, startsOn, endsOn } = form;
  const grant = grantOf(form);
  const opening = form.isUnderWay ? (daysOf(form.opening) ?? 0) : 0;
  return {
    scheme,
    startsOn,
    endsOn,
    title: form.title.trim(),
    territory: form.territory.trim(),
    commissioner: form.commissioner.trim(),
    officer: form.officer.trim(),
    need: form.need.trim(),
    expectedResults: form.expectedResults.trim(),
    organisations: organisationsOf(form),
    envelope:
      grant === null
        ? null
        : {
            ...grant,
            funder: funderOf(form).trim() || (form.commissioner.trim() === '' ? unnamedFunder : ''),
            contract: form.contract.trim(),
            openingMinutes: minutes(Math.round(opening * grant.minutesPerDay)),
            overrun: form.overrun,
          },
    sessionsBefore: form.isUnderWay ? (sessionsOf(form.sessionsBefore) ?? 0) : 0,
  };
}

/** @returns the structures of the form, with the one that is still being typed. */
export function organisationsOf({ organisations, structure }: NewForm): Draft['organisations'] {
  const typed = structuresIn(structure, organisations);
  return [...organisations, ...typed].map(({ name, legalForm, circle }) => ({ name, legalForm, circle }));
}

/**
 * @returns the structures of a typed or pasted list: one in each line, or in each row of a table, whose second column is the legal form;
 * without those already known, and as many as an accompaniment can begin with
 */
export function structuresIn(pasted: string, known: readonly Pick<NewOrganisation, 'name'>[]): readonly Omit<NewOrganisation, 'key'>[] {
  const lines = pasted.replaceAll(';', '\n').split('\n').map(withoutSign);
  const taken = new Set(known.map(({ name }) => name));
  const found: Omit<NewOrganisation, 'key'>[] = [];
  for (const [first = '', second = ''] of rowsIn(lines.join('\n'))) {
    const name = fitting(first.replace(/^[\s•·*–-]+/u, '').trim(), 'organisations.name');
    if (name === '' || taken.has(name) || taken.size >= MOST_STRUCTURES) continue;
    taken.add(name);
    found.push({ name, legalForm: fitting(second, 'organisations.legalForm'), circle: 'core' });
  }
  return found;
}

function fitting(text: string, of: PathOf<'text'>): string {
  return beginningOf(text, inCharacters(longestOf(of)));
}

function daysOf(typed: string): number | null {
  return typed.trim() === '' ? 0 : parseDays(typed);
}

function sessionsOf(typed: string): number | null {
  if (typed.trim() === '') return 0;
  return /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : null;
}
