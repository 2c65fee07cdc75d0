// Says where the last change is, and never more than main has confirmed.
import { formatInstantClock } from '@domain/format/dates.ts';
import { openDialog } from '../state/dialog.ts';
import { useTexts } from '../state/texts.ts';
import { Button } from '../kit/Button.tsx';
import { ZONE } from '../state/moment.ts';
import { useLocale, useReadOnly, useWindow, type WindowState } from '../state/window-state.ts';

/** Says whether the last change is still in its field, being sent, safe on this computer, in the file, or cannot be written. */
export function SavingIndicator() {
  const saveState = useWindow((state) => state.saveState);
  const unsent = useWindow((state) => state.unsent);
  const isTyping = useWindow(isOnlyTyping);
  const { saving } = useTexts();
  const locale = useLocale();
  const isReadOnly = useReadOnly();
  if (saveState === null || isReadOnly) return null;
  const where = unsent > 0 && saveState.where !== 'failing' ? 'pending' : saveState.where;
  const words = {
    pending: { text: isTyping ? saving.typing : saving.sending, detail: isTyping ? saving.typing : saving.sending },
    journal: { text: saving.journal, detail: saving.journalDetail },
    file: {
      text: saveState.at === null ? saving.unchanged : saving.file(formatInstantClock(saveState.at, ZONE, locale)),
      detail: saving.fileDetail,
    },
    failing: { text: saving.failed, detail: saveState.isSafeHere ? saving.failedDetail : saving.failedUnsafe },
  }[where];
  return (
    <span className={`saving saving-${where}`} title={words.detail} data-testid="saving" data-where={where}>
      <span className="saving-dot" aria-hidden="true" />
      {where === 'failing' ? (
        <Button kind="quiet" onPress={() => openDialog({ kind: 'trouble' })}>
          {words.text}
        </Button>
      ) : (
        words.text
      )}
    </span>
  );
}

/** @returns whether everything unsent is still in its field: then the window does not claim to be sending it. */
function isOnlyTyping({ unsent, typing }: WindowState): boolean {
  return typing > 0 && unsent === typing;
}
