// The place where a screen is shown, and the component of each screen.
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import { SCREENS, type ScreenName, type StartingScreen } from '../state/screens.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import { partOf } from '../kit/Part.tsx';
import { titleOf } from './TopBar.tsx';

/** The screens that the registry marks as loaded with the window: it starts on one of them. */
const STARTING: Readonly<Record<StartingScreen, ComponentType>> = { welcome: WelcomeScreen, home: HomeScreen };

const COMPONENTS = Object.fromEntries(
  SCREENS.map(({ name, load }) => [
    name,
    // A screen that is loaded with the window is a starting screen.
    load === 'with the window' ? arriving(STARTING[name as StartingScreen]) : partOf(async () => arriving(await load())),
  ]),
) as Readonly<Record<ScreenName, ComponentType>>; // one component for each screen

/** Mount it again for another route, so that the focus and the title of the window follow. */
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

/**
 * On arrival, sets the title of the window, begins at the top and moves the focus to the heading of the screen, unless a field has taken
 * it.
 */
function Arrival({ children }: { readonly children: ReactNode }) {
  const title = useWindow((state) => titleOf(state.project));
  const place = useRef<HTMLDivElement>(null);
  const isPresenting = useWindow((state) => state.isPresenting);
  const { presentation } = useTexts();
  const mode = isPresenting ? presentation.title : null;
  useEffect(() => {
    document.title = [mode, title, 'Tierce'].filter((part) => part !== null && part !== '').join(' – ');
  }, [mode, title]);
  // Before any part of the screen brings into sight what was asked for.
  useLayoutEffect(() => {
    const main = mainOf(place.current);
    if (main !== null && !isHeld(main)) main.scrollTop = 0;
  }, []);
  useEffect(() => {
    const main = mainOf(place.current);
    if (main !== null && !isHeld(main)) (main.querySelector<HTMLElement>('h1[tabindex="-1"]') ?? main).focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} className="arrival">
      {children}
    </div>
  );
}

function mainOf(place: HTMLElement | null): HTMLElement | null {
  return place?.closest('main') ?? null;
}

/** @returns whether a field of the screen has the focus */
function isHeld(main: HTMLElement): boolean {
  return main.contains(document.activeElement) && document.activeElement !== main;
}
