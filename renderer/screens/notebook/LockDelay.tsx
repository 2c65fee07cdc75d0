// After how long without an act the notebook locks itself: a setting of this computer.
import { LOCK_MINUTES } from '@domain/lock-delay.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { changeLockDelay } from '../../state/appearance.ts';
import { readStatus } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';

/** The choice is kept at once, and counts for a notebook that is open. */
export function LockDelay({ onClose }: { readonly onClose: () => void }) {
  const { notebook, shell } = useTexts();
  const locksAfter = useWindow(({ settings }) => settings.locksAfter);
  const options = LOCK_MINUTES.map((minutes) => ({ id: String(minutes), label: notebook.minutes(minutes) }));
  const choose = async (id: string): Promise<void> => {
    const chosen = LOCK_MINUTES.find((minutes) => String(minutes) === id);
    if (chosen === undefined) return;
    await changeLockDelay(chosen);
    await readStatus();
  };
  return (
    <Dialog title={notebook.delayTitle} isOpen onClose={onClose} isPrivate>
      <p className="dialog-words">{notebook.delayText}</p>
      <Select label={notebook.delay} options={options} value={String(locksAfter)} onChange={(id) => void choose(id)} />
      <div className="dialog-buttons">
        <Button kind="main" onPress={onClose}>
          {shell.done}
        </Button>
      </div>
    </Dialog>
  );
}
