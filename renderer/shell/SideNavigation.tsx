// The column at the left: the parts of an accompaniment, in the order of the work.
import { formatDays } from '@domain/format/durations.ts';
import type { DocumentView } from '@contract/channels.ts';
import type { Locale } from '@domain/text/locale.ts';
import { Icon } from '../kit/Icon.tsx';
import { currentLedger } from '../state/days.ts';
import { goTo } from '../state/navigation.ts';
import { addressOf, type Route, type ScreenName } from '../state/route.ts';
import { SCREENS, screenEntry } from '../state/screens.ts';
import { useTexts } from '../state/texts.ts';
import { useLocale, useWindow } from '../state/window-state.ts';

type Shown = Extract<ScreenName, 'frame' | 'sessions' | 'time'>;

/** Links to the screens of the open accompaniment; figures beside the names call for action. */
export function SideNavigation() {
  const { navigation } = useTexts();
  const locale = useLocale();
  const view = useWindow((state) => state.project?.document ?? null);
  const current = useWindow((state) => screenEntry(state.route.screen)?.under ?? null);
  return (
    <nav className="side" aria-label={navigation.label}>
      <ul>
        {SCREENS.filter((entry) => entry.navigation !== null).map((entry) => {
          const name = entry.name as Shown; // the registry gives a place in the navigation to these alone
          const isCurrent = name === current;
          return (
            <li key={name} className={name === 'time' ? 'side-apart' : ''}>
              <a
                href={`#${addressOf({ screen: name })}`}
                className={`side-link${isCurrent ? ' side-current' : ''}`}
                aria-current={isCurrent ? 'page' : undefined}
                aria-keyshortcuts={`Alt+${entry.navigation?.digit}`}
                onClick={(event) => follow(event, { screen: name })}
              >
                {entry.navigation ? <Icon name={entry.navigation.icon} /> : null}
                {navigation[name]}
                {view ? <span className="side-count number">{countOf(view, name, locale)}</span> : null}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Follows a link inside the window. */
export function follow(event: { readonly preventDefault: () => void }, route: Route): void {
  event.preventDefault();
  goTo(route);
}

function countOf({ accompaniment }: DocumentView, screen: Shown, locale: Locale): string {
  if (screen === 'sessions') return String(Object.keys(accompaniment.sessions).length || '');
  if (screen === 'frame') {
    const phases = Object.values(accompaniment.phases);
    const done = phases.filter((phase) => phase.status === 'done').length;
    return phases.length === 0 ? '' : `${done}/${phases.length}`;
  }
  const ledger = currentLedger(accompaniment);
  return ledger.envelopes.length === 0 ? '' : formatDays(ledger.remaining.days, locale);
}
