// The command palette: one line to go anywhere and do anything, with the keyboard alone.
import { Dialog } from '../kit/Dialog.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { useTexts } from '../state/texts.ts';
import { ErrorBoundary } from './CrashScreen.tsx';
import { partOf } from '../kit/Part.tsx';
import './palette.css';

const PaletteBody = partOf(async () => (await import('./PaletteBody.tsx')).PaletteBody);

/** Opens above everything on Ctrl+K. */
export function CommandPalette() {
  const isOpen = useDialog('palette') !== null;
  const { palette } = useTexts();
  return (
    <Dialog title={palette.title} isOpen={isOpen} onClose={() => closeDialog('palette')} look="palette">
      <ErrorBoundary onResume={() => closeDialog('palette')}>
        <PaletteBody />
      </ErrorBoundary>
    </Dialog>
  );
}
