// Which tab of the frame is shown: the one that the address or a way back asks for, else the phase at work, else the frame itself.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { THE_FRAME } from '@domain/tables/place.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { useWanted } from '../../state/go-back.ts';
import { createStore } from '../../state/store.ts';
import { useWindow } from '../../state/window-state.ts';

/** What was shown last in the open file: coming back from another screen finds it again. */
const lastShown = createStore<{ readonly documentId: string | null; readonly id: string }>({ documentId: null, id: THE_FRAME });

/** @returns the id of the phase that is shown, or `THE_FRAME`; a phase that ends while it is shown stays */
export function useShownTab(accompaniment: Accompaniment, phases: readonly RecordOf<'phases'>[]): [string, (id: string) => void] {
  const asked = useWindow((state) => (state.route.screen === 'frame' ? (state.route.phaseId ?? null) : null));
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const [{ shown, answered }, set] = useState(() => ({ shown: asked ?? firstShown(documentId, phases), answered: asked }));
  if (asked !== answered) set({ shown: asked ?? shown, answered: asked });
  const show = (id: string): void => {
    lastShown.set({ documentId, id });
    set({ shown: id, answered: asked });
  };
  useWanted(
    (place) => ![null, shown].includes(tabOf(place, accompaniment)),
    (place) => show(tabOf(place, accompaniment) ?? shown),
  );
  return [shown, show];
}

function firstShown(documentId: string | null, phases: readonly RecordOf<'phases'>[]): string {
  const last = lastShown.get();
  if (last.documentId === documentId) return last.id;
  return phases.find(({ status }) => status === 'running')?.id ?? THE_FRAME;
}

const OF_PHASES = ['steps', 'criteria', 'deliverables'] as const;
const OF_THE_FRAME = ['mission', 'tools', 'followUps'];

/** @returns the tab on which a place is; `null` for one elsewhere */
function tabOf(place: string, accompaniment: Accompaniment): string | null {
  const [kind = '', id = ''] = place.split('/');
  if (OF_THE_FRAME.includes(kind)) return THE_FRAME;
  if (accompaniment.phases[id] !== undefined) return id;
  const table = OF_PHASES.find((one) => one === kind);
  return table === undefined ? null : (accompaniment[table][id]?.phaseId ?? null);
}
