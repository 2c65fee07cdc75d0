// The place of the help beside the screen: its content is loaded once it is asked for, or when the window is idle.
import { closeHelp } from '../state/help.ts';
import { partOf } from '../kit/Part.tsx';
import { useWindow } from '../state/window-state.ts';
import { ErrorBoundary } from './CrashScreen.tsx';

const HelpPanel = partOf(
  async () => (await import('../help/HelpPanel.tsx')).HelpPanel,
  () => null,
);

/** Draws nothing while the help is closed. */
export function Help() {
  const view = useWindow((state) => state.help);
  if (view === null) return null;
  return (
    <ErrorBoundary onResume={closeHelp}>
      <HelpPanel view={view} />
    </ErrorBoundary>
  );
}
