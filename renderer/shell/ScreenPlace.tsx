// The place of the screen, and which component each route shows there.
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import { SCREENS, type ScreenName, type StartingScreen } from '../state/screens.ts';
import { useWindow } from '../state/window-state.ts';
import { partOf } from './Part.tsx';
import { titleOf } from './TopBar.tsx';

/** The screens that are loaded with the window, which starts on one of them: those that the registry marks so. */
const STARTING: Readonly<Record<StartingScreen, ComponentType>> = { welcome: WelcomeScreen, home: HomeScreen };

const COMPONENTS = Object.fromEntries(
  SCREENS.map(({ name, load }) => [
    name,
    load === 'with the window' ? arriving(STARTING[name as StartingScreen]) : partOf(async () => arriving(await load())), // marked as a starting screen
  ]),
) as Readonly<Record<ScreenName, ComponentType>>; // one for each screen

/** Mount it again for another route, so that focus and title follow there too. */
export function ScreenPlace({ name }: { readonly name: ScreenName }) {
  const Screen = COMPONENTS[name];
  return <Screen />;
}

function arriving(Screen: ComponentType): ComponentType {
  return function Arriving() {
    return (
      <Arrival>
        <Screen />
      </Arrival>
    );
  };
}

/** On arrival the window takes the title of the screen, and the focus goes to its heading unless a field asked for it. */
function Arrival({ children }: { readonly children: ReactNode }) {
  const title = useWindow((state) => titleOf(state.project));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = [title, 'Tierce'].filter((part) => part !== null && part !== '').join(' – ');
  }, [title]);
  useEffect(() => {
    const main = place.current?.closest('main');
    const isHeld = main?.contains(document.activeElement) === true && document.activeElement !== main;
    if (!isHeld) (main?.querySelector<HTMLElement>('h1[tabindex="-1"]') ?? main)?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} className="arrival">
      {children}
    </div>
  );
}
