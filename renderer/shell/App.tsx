// The whole window: bar, navigation, screen, palette and messages.
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { languageTag } from '@domain/format/numbers.ts';
import { identityOf, needsProject } from '../state/route.ts';
import { useTexts } from '../state/texts.ts';
import { useToday } from '../state/today.ts';
import { NO_UNDO, useLocale, useWindow, windowStore } from '../state/window-state.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ErrorBoundary } from './CrashScreen.tsx';
import { refuseStrayPresses } from './double-press.ts';
import { keepFocus } from './focus-keeper.ts';
import { Help } from './Help.tsx';
import { Messages } from './Messages.tsx';
import { AskedDialogs } from './AskedDialogs.tsx';
import { bringPartsWhenIdle } from '../kit/Part.tsx';
import { OwnProfile } from './OwnProfile.tsx';
import { PresentationStrip } from './PresentationStrip.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { ScreenPlace } from './ScreenPlace.tsx';
import { listenToShortcuts } from './shortcuts.ts';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';
import { Unreachable } from './Unreachable.tsx';
import './shell.css';

/** Draws the window according to its state. */
export function App() {
  const locale = useLocale();
  const phase = useWindow((state) => state.phase);
  useEffect(listenToShortcuts, []);
  useEffect(refuseStrayPresses, []);
  useEffect(keepFocus, []);
  useEffect(() => {
    document.documentElement.dataset['appState'] = phase;
  }, [phase]);
  return (
    <I18nProvider locale={languageTag(locale)}>
      {phase === 'starting' ? null : <PresentationStrip />}
      {phase === 'starting' ? null : phase === 'unreachable' ? (
        <Unreachable />
      ) : (
        <ErrorBoundary onResume={backToHome}>
          <Shell />
        </ErrorBoundary>
      )}
    </I18nProvider>
  );
}

function Shell() {
  const { shell } = useTexts();
  const route = useWindow((state) => state.route);
  const isInside = useWindow((state) => state.project !== null) && needsProject(route.screen);
  useToday(); // redraws everything when the day changes
  useEffect(bringPartsWhenIdle, []);
  return (
    <div className={`app${isInside ? ' app-inside' : ''}`}>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {shell.skipToContent}
      </a>
      <TopBar />
      {isInside ? <SideNavigation /> : null}
      <main id="main" className="main" tabIndex={-1} data-screen={route.screen}>
        {isInside ? <ReadOnlyBanner /> : null}
        <ErrorBoundary key={identityOf(route)}>
          <ScreenPlace name={route.screen} />
        </ErrorBoundary>
      </main>
      <CommandPalette />
      <AskedDialogs />
      <OwnProfile />
      <Messages />
      <Help />
    </div>
  );
}

/** Leaves the file when even the frame around the screens broke: Home needs nothing of it. */
function backToHome(): void {
  windowStore.set({ project: null, saveState: null, undo: NO_UNDO, route: { screen: 'home' } });
}

function skipToMain(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
