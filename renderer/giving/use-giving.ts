// What is chosen before something leaves: its readers, its recipients, and whether the two agree.
import { useMemo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { beyondReaders, type Giving } from '@domain/levels/giving.ts';
import type { Level } from '@domain/levels/level.ts';
import { readersOn } from '@domain/levels/readers.ts';
import { today } from '../state/today.ts';

/** `level` and `personIds` are `null` until somebody chooses: then the usual ones apply. */
type Chosen = { readonly level: Level | null; readonly personIds: readonly string[] | null; readonly others: string };

/** `beyond`: why it may not go to these recipients. */
export type GivingChoice = {
  readonly giving: Giving;
  readonly beyond: Failure | null;
  readonly change: (part: Partial<Giving>) => void;
  /** Takes out whoever was chosen and does not belong to the readers; `null` where nobody such is chosen. */
  readonly withoutBeyond: (() => void) | null;
};

const NOTHING: Chosen = { level: null, personIds: null, others: '' };

/** Give it a key of its subject: what is chosen for one document does not go on to the next. */
export function useGiving(
  accompaniment: Accompaniment,
  usual: { readonly level: Level; readonly personIds: readonly string[] },
): GivingChoice {
  const [chosen, setChosen] = useState(NOTHING);
  const { level, personIds } = usual;
  const on = today();
  return useMemo(() => {
    const mayRead = readersOn(accompaniment, on);
    const readers = chosen.level ?? level;
    const isReader = (id: string): boolean => {
      const person = accompaniment.people[id];
      return person !== undefined && mayRead(person, readers);
    };
    const giving: Giving = { level: readers, personIds: chosen.personIds ?? personIds.filter(isReader), others: chosen.others };
    const kept = giving.personIds.filter(isReader);
    const change = (part: Partial<Giving>): void => setChosen((before) => ({ ...before, ...part }));
    return {
      giving,
      beyond: beyondReaders(accompaniment, giving, on),
      change,
      withoutBeyond: kept.length === giving.personIds.length ? null : () => change({ personIds: kept }),
    };
  }, [accompaniment, chosen, level, personIds, on]);
}
