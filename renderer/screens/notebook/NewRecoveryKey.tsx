// The recovery key, shown this once: to be printed or copied by hand, and confirmed.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { RecoverySheet } from '../../kit/RecoverySheet.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { titleOf } from '../../shell/TopBar.tsx';
import { recoveryKeyNoted } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';

/** On paper there is nothing but the sheet: see notebook.css. */
export function NewRecoveryKey({ recoveryKey }: { readonly recoveryKey: string }) {
  const { notebook, shell } = useTexts();
  const title = useWindow((state) => titleOf(state.project));
  return (
    <>
      <ScreenHead title={notebook.sheetTitle} under={notebook.sheetWhy} />
      <div className="notebook-page">
        <Card isRoomy>
          <RecoverySheet heading={notebook.sheetHeading} of={title === null || title === '' ? shell.untitled : title} recoveryKey={recoveryKey} use={notebook.sheetUse} />
          <p className="notebook-advice">{notebook.sheetAdvice}</p>
          <div className="notebook-buttons">
            <Button onPress={() => window.print()}>{notebook.sheetPrint}</Button>
            <Button kind="main" icon="check" onPress={recoveryKeyNoted}>
              {notebook.sheetNoted}
            </Button>
          </div>
        </Card>
      </div>
    </>
  );
}
