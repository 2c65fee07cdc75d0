// The figures beside the names in the navigation: counts that call for action.
import type { DocumentView } from '@contract/project.ts';
import { formatDays } from '@domain/format/durations.ts';
import { lateOn } from '@domain/overview/late.ts';
import type { Locale } from '@domain/text/locale.ts';
import { currentLedger } from '../state/days.ts';
import type { NavigationScreen } from '../state/screens.ts';
import { today } from '../state/today.ts';

type Count = (view: DocumentView, locale: Locale) => string;

/** Not part of the registry of screens: counting reads the state of the window, which itself depends on the screens. */
const COUNTS: Partial<Record<NavigationScreen, Count>> = {
  overview: ({ accompaniment }) => some(lateOn(accompaniment, today()).length),
  frame: ({ accompaniment }) => {
    const phases = Object.values(accompaniment.phases);
    return phases.length === 0 ? '' : `${phases.filter((phase) => phase.status === 'done').length}/${phases.length}`;
  },
  sessions: ({ accompaniment }) => some(Object.keys(accompaniment.sessions).length),
  collective: ({ accompaniment }) => some(Object.keys(accompaniment.organisations).length),
  time: ({ accompaniment }, locale) => {
    const ledger = currentLedger(accompaniment);
    return ledger.envelopes.length === 0 ? '' : formatDays(ledger.remaining.days, locale);
  },
};

/** @returns the figure beside the name of a screen; empty where there is nothing to count. */
export function countOf(screen: NavigationScreen, view: DocumentView, locale: Locale): string {
  return COUNTS[screen]?.(view, locale) ?? '';
}

function some(count: number): string {
  return count === 0 ? '' : String(count);
}
