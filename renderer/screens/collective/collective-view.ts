// The data of the collective's screen, worked out once from the open file for all its parts.
import { useMemo } from 'react';
import { circleOn, type Circle, type MovesOf, movesByOrganisation } from '@domain/collective/circles.ts';
import { type MandatesOf, mandatesByOrganisation } from '@domain/collective/mandates.ts';
import { namesakes } from '@domain/collective/namesakes.ts';
import type { Accompaniment } from '@domain/document.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { groupedBy } from '@domain/grouping.ts';
import { today } from '../../state/today.ts';
import { compareNames } from '@domain/writing/sort.ts';

export type Organisation = RecordOf<'organisations'>;
export type Person = RecordOf<'people'>;

export type CollectiveView = {
  readonly accompaniment: Accompaniment;
  /** Sorted by name. */
  readonly organisations: readonly Organisation[];
  readonly today: CalendarDate;
  readonly movesOf: MovesOf;
  readonly mandatesOf: MandatesOf;
  /** The people of a structure; an empty id gives those without one. */
  readonly peopleOf: (organisationId: string) => readonly Person[];
  readonly circleOf: (organisationId: string, on?: CalendarDate) => Circle | null;
  /** Ids of the structures that share their name with another. */
  readonly doubles: ReadonlySet<string>;
};

export type ViewProps = { readonly view: CollectiveView };
export type StructureProps = ViewProps & { readonly organisation: Organisation };

const NOBODY: readonly Person[] = [];

/** @returns the collective of the open file. */
export function useCollective(): CollectiveView {
  const accompaniment = useAccompaniment();
  const { organisations: rows, people, circleMoves, mandates } = accompaniment;
  const organisations = useMemo(() => Object.values(rows).toSorted(compareNames), [rows]);
  const doubles = useMemo(() => namesakes(organisations), [organisations]);
  const byHome = useMemo(() => groupedBy(Object.values(people).toSorted(compareNames), (person) => person.organisationId ?? ''), [people]);
  const movesOf = useMemo(() => movesByOrganisation({ circleMoves }), [circleMoves]);
  const mandatesOf = useMemo(() => mandatesByOrganisation({ mandates }), [mandates]);
  const day = today();
  return useMemo(
    () => ({
      accompaniment,
      organisations,
      doubles,
      movesOf,
      mandatesOf,
      today: day,
      peopleOf: (organisationId: string) => byHome.get(organisationId) ?? NOBODY,
      circleOf: (organisationId: string, on: CalendarDate = day) => circleOn(movesOf(organisationId), on),
    }),
    [accompaniment, organisations, doubles, movesOf, mandatesOf, byHome, day],
  );
}

/** @returns the name of a structure for places with little room: its short name, or else its full one */
export function shortNameOf({ shortName, name }: Pick<Organisation, 'shortName' | 'name'>): string {
  return shortName.trim() === '' ? name : shortName;
}
