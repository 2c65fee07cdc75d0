// The draft of a new accompaniment: only its scheme is required.
import type { CalendarDate } from '../units.ts';

export type Draft = {
  readonly scheme: 'dla' | 'coorace' | 'blank';
  readonly title: string;
  readonly territory: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly commissioner: string;
  /** Name of the person who follows the mission for the commissioner; becomes a person of the file. */
  readonly officer: string;
  readonly need: string;
  readonly expectedResults: string;
  readonly organisations: readonly {
    readonly name: string;
    readonly legalForm: string;
    readonly circle: 'core' | 'partners' | 'network';
  }[];
  /** `null`: the funded days come later. */
  readonly envelope: {
    readonly funder: string;
    readonly contract: string;
    /** Minutes granted and length of the contract's day, in minutes. */
    readonly grantedMinutes: number;
    readonly minutesPerDay: number;
    /** Minutes consumed before the file was begun. */
    readonly openingMinutes: number;
    readonly overrun: 'warn' | 'justify' | 'refuse';
  } | null;
  /** Sessions held before the file was begun. */
  readonly sessionsBefore: number;
};
