// The place of the screen, and which component each route shows there.
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import type { ScreenName } from '../state/route.ts';
import { useWindow } from '../state/window-state.ts';
import { partOf } from './Part.tsx';
import { titleOf } from './TopBar.tsx';

/** The window starts on one of the first two, which come with it; the parts of the others follow in this order. */
const COMPONENTS: Readonly<Record<ScreenName, ComponentType>> = {
  welcome: arriving(WelcomeScreen),
  home: arriving(HomeScreen),
  overview: partOf(async () => arriving((await import('../screens/overview/OverviewScreen.tsx')).OverviewScreen)),
  new: partOf(async () => arriving((await import('../screens/new/NewScreen.tsx')).NewScreen)),
  sessions: partOf(async () => arriving((await import('../screens/sessions/SessionsScreen.tsx')).SessionsScreen)),
  session: partOf(async () => arriving((await import('../screens/session/SessionScreen.tsx')).SessionScreen)),
  time: partOf(async () => arriving((await import('../screens/time/TimeScreen.tsx')).TimeScreen)),
  frame: partOf(async () => arriving((await import('../screens/frame/FrameScreen.tsx')).FrameScreen)),
  collective: partOf(async () => arriving((await import('../screens/collective/CollectiveScreen.tsx')).CollectiveScreen)),
  documents: partOf(async () => arriving((await import('../screens/documents/DocumentsScreen.tsx')).DocumentsScreen)),
  notebook: partOf(async () => arriving((await import('../screens/notebook/NotebookScreen.tsx')).NotebookScreen)),
  file: partOf(async () => arriving((await import('../screens/file/FileScreen.tsx')).FileScreen)),
  attempt: partOf(async () => arriving((await import('../screens/attempt/AttemptScreen.tsx')).AttemptScreen)),
};

/** To be mounted anew for another route, so that one arrives there too. */
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
