// The order of the structures in their list.
import { MAP_CIRCLES } from '@domain/collective/circles.ts';
import { openMatters } from '@domain/collective/mandates.ts';
import { unknownLast } from '@domain/ordering.ts';
import { compareNames } from '@domain/writing/sort.ts';
import type { Sort } from '../../kit/SortHead.tsx';
import type { CollectiveView, Organisation } from './collective-view.ts';

export type StructureSort = Sort<'name' | 'circle' | 'jobs' | 'people' | 'mandates'>;

/** @returns the structures by the chosen column; equal ones by name, and unknown values last in either direction. */
export function sortedBy(view: CollectiveView, { column, isDescending }: StructureSort): readonly Organisation[] {
  const sign = isDescending ? -1 : 1;
  if (column === 'name') return view.organisations.toSorted((a, b) => sign * compareNames(a, b));
  const values = new Map(view.organisations.map((organisation) => [organisation.id, valueOf(view, column, organisation)]));
  return view.organisations.toSorted(unknownLast(({ id }) => values.get(id) ?? null, isDescending)); // equal ones stay by name
}

function valueOf(view: CollectiveView, column: Exclude<StructureSort['column'], 'name'>, { id, jobs }: Organisation): number | null {
  if (column === 'jobs') return jobs;
  if (column === 'people') return view.peopleOf(id).length;
  if (column === 'mandates') return -openMatters(view.mandatesOf, id, view.today).length;
  const circle = view.circleOf(id);
  return circle === null ? null : circle === 'left' ? MAP_CIRCLES.length : MAP_CIRCLES.indexOf(circle);
}
