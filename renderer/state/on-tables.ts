// What a change redraws: a part of a screen that names its tables is drawn again when one of them changes, and not for anything else.
import { type ComponentType, memo } from 'react';
import type { Accompaniment } from '@domain/document.ts';

type Tables = keyof Accompaniment;
type Of<T extends Tables, Props> = Props & { readonly accompaniment: Pick<Accompaniment, T> };

/**
 * @param tables those that the part reads: its `accompaniment` has no others, so that it cannot show what it is not drawn again for
 * @returns the part, drawn again when one of them or another of its props has changed
 */
export function onTables<T extends Tables, Props>(tables: readonly T[], Part: ComponentType<Of<T, Props>>): ComponentType<Of<T, Props>> {
  return memo(Part, (before, after) => {
    const { accompaniment: was, ...rest } = before;
    const { accompaniment: is, ...others } = after;
    return tables.every((table) => was[table] === is[table]) && areSame(rest, others);
  });
}

function areSame(before: object, after: object): boolean {
  const values = new Map(Object.entries(after));
  const given = Object.entries(before);
  return given.length === values.size && given.every(([name, value]) => Object.is(value, values.get(name)));
}
