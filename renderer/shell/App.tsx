// The whole window: bar, navigation, screen, palette and messages.
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { languageTag } from '@domain/format/numbers.ts';
import { needsProject, type ScreenName } from '../state/route.ts';
import { useTexts } from '../state/texts.ts';
import { NO_UNDO, useLocale, useWindow, windowStore } from '../state/window-state.ts';
import { AttemptScreen } from '../screens/attempt/AttemptScreen.tsx';
import { CollectiveScreen } from '../screens/collective/CollectiveScreen.tsx';
import { FileScreen } from '../screens/file/FileScreen.tsx';
import { FrameScreen } from '../screens/frame/FrameScreen.tsx';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { NewScreen } from '../screens/new/NewScreen.tsx';
import { NotebookScreen } from '../screens/notebook/NotebookScreen.tsx';
import { DocumentsScreen } from '../screens/documents/DocumentsScreen.tsx';
import { OverviewScreen } from '../screens/overview/OverviewScreen.tsx';
import { SessionScreen } from '../screens/session/SessionScreen.tsx';
import { SessionsScreen } from '../screens/sessions/SessionsScreen.tsx';
import { TimeScreen } from '../screens/time/TimeScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { CrashScreen, ErrorBoundary } from './CrashScreen.tsx';
import { Messages } from './Messages.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { RecoveredDialog } from './RecoveredDialog.tsx';
import { listenToShortcuts } from './shortcuts.ts';
import { SideNavigation } from './SideNavigation.tsx';
import { titleOf, TopBar } from './TopBar.tsx';
import { TroubleDialog } from './TroubleDialog.tsx';
import './shell.css';

const COMPONENTS: Readonly<Record<ScreenName, ComponentType>> = {
  welcome: WelcomeScreen,
  home: HomeScreen,
  new: NewScreen,
  attempt: AttemptScreen,
  overview: OverviewScreen,
  frame: FrameScreen,
  sessions: SessionsScreen,
  session: SessionScreen,
  collective: CollectiveScreen,
  time: TimeScreen,
  documents: DocumentsScreen,
  notebook: NotebookScreen,
  file: FileScreen,
};

/** Shows what the window's state says. */
export function App() {
  const locale = useLocale();
  const phase = useWindow((state) => state.phase);
  useEffect(listenToShortcuts, []);
  useEffect(() => {
    document.documentElement.dataset['appState'] = phase;
  }, [phase]);
  return (
    <I18nProvider locale={languageTag(locale)}>
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

function Unreachable() {
  const { crash } = useTexts();
  return <CrashScreen title={crash.title} text={crash.unreachable} onResume={null} />;
}

function Shell() {
  const { shell } = useTexts();
  const route = useWindow((state) => state.route);
  const isInside = useWindow((state) => state.project !== null) && needsProject(route.screen);
  const key = 'sessionId' in route ? `${route.screen}/${route.sessionId}` : route.screen;
  const Screen = COMPONENTS[route.screen];
  return (
    <div className={`app${isInside ? ' app-inside' : ''}`}>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {shell.skipToContent}
      </a>
      <TopBar />
      {isInside ? <SideNavigation /> : null}
      <main id="main" className="main" tabIndex={-1} data-screen={route.screen}>
        {isInside ? <ReadOnlyBanner /> : null}
        <ErrorBoundary key={key}>
          <Arrival>
            <Screen />
          </Arrival>
        </ErrorBoundary>
      </main>
      <CommandPalette />
      <TroubleDialog />
      <RecoveredDialog />
      <Messages />
    </div>
  );
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

/** When even the frame around the screens broke, Home needs nothing of the file. */
function backToHome(): void {
  windowStore.set({ project: null, saveState: null, undo: NO_UNDO, route: { screen: 'home' } });
}

function skipToMain(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
