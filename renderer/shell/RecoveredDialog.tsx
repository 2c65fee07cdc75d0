// The result of a recovery: how much was recovered, and what is missing.
import type { LostPart } from '@contract/attempt.ts';
import { isTableName } from '@domain/tables/tables.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { useTexts } from '../state/texts.ts';

/** Stays until the user closes it: it is the only list of what is lost. */
export function RecoveredDialog() {
  const { recovery, tables } = useTexts();
  const recovered = useDialog('recovered');
  if (recovered === null) return null;
  const nameOf = (part: LostPart['part']): string => (isTableName(part) ? tables[part].many : recovery.parts[part]);
  const close = (): void => closeDialog('recovered');
  return (
    <Dialog title={recovery.done(recovered.kept)} isOpen onClose={close}>
      {recovered.lost.length === 0 ? (
        <p>{recovery.nothingLost}</p>
      ) : (
        <>
          <h3>{recovery.lostTitle}</h3>
          <ul className="lost-parts">
            {recovered.lost.map(({ part, count }) => (
              <li key={part}>{recovery.lostPart(nameOf(part), count)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-buttons">
        <Button kind="main" onPress={close}>
          {recovery.understood}
        </Button>
      </div>
    </Dialog>
  );
}
