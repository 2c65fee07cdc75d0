// The draft of a new accompaniment: only its scheme is required.
import type { MapCircle } from '../collective/circles.ts';
import type { FieldsOf } from '../tables/tables.ts';

type Mission = FieldsOf<'mission'>;

/** More structures than any collective starts with. */
export const MOST_STRUCTURES = 500;

export type Draft = Pick<
  Mission,
  'scheme' | 'title' | 'territory' | 'startsOn' | 'endsOn' | 'commissioner' | 'need' | 'expectedResults' | 'sessionsBefore'
> & {
  /** Name of the person who follows the mission for the commissioner; becomes a person of the file. */
  readonly officer: string;
  readonly organisations: readonly (Pick<FieldsOf<'organisations'>, 'name' | 'legalForm'> & { readonly circle: MapCircle })[];
  /**
   * `null`: the funded days come later. In minutes: what is granted, the length of the contract's day, and what was consumed before the
   * file was started.
   */
  readonly envelope: Pick<
    FieldsOf<'envelopes'>,
    'funder' | 'contract' | 'grantedMinutes' | 'minutesPerDay' | 'openingMinutes' | 'overrun'
  > | null;
};
