// The column on the left: the parts of an accompaniment, in the order of the work.
import { Icon } from '../kit/Icon.tsx';
import { shortcutName } from '../state/keys.ts';
import { goTo } from '../state/navigation.ts';
import { addressOf, type Route } from '../state/route.ts';
import { navigationEntryOf, navigationIn } from '../state/screens.ts';
import { useTexts } from '../state/texts.ts';
import { useLocale, useWindow } from '../state/window-state.ts';
import { countOf } from './counts.ts';

/** Links to the screens of the open accompaniment; the figures beside their names call for action. */
export function SideNavigation() {
  const { navigation } = useTexts();
  const locale = useLocale();
  const view = useWindow((state) => state.project?.document ?? null);
  const isPresenting = useWindow((state) => state.isPresenting);
  const current = useWindow((state) => navigationEntryOf(state.route.screen)?.name ?? null);
  return (
    <nav className="side" aria-label={navigation.label}>
      <ul>
        {navigationIn(isPresenting).map(({ name, place }) => {
          const isCurrent = name === current;
          return (
            <li key={name} className={place.beginsGroup ? 'side-apart' : ''}>
              <a
                href={`#${addressOf({ screen: name })}`}
                className={`side-link${isCurrent ? ' side-current' : ''}${place.isPrivate ? ' side-private' : ''}`}
                aria-current={isCurrent ? 'page' : undefined}
                aria-keyshortcuts={place.digit === undefined ? undefined : shortcutName({ digit: place.digit })}
                onClick={(event) => follow(event, { screen: name })}
              >
                <Icon name={place.icon} />
                {navigation[place.title]}
                {view ? <span className="side-count number">{countOf(name, view, locale)}</span> : null}
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
