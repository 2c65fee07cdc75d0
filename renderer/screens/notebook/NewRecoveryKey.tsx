// The new recovery key of the notebook, shown only once: to be printed or copied by hand, and confirmed.
import { RecoveryKeyCard } from '../../kit/RecoverySheet.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { titleOf } from '../../shell/TopBar.tsx';
import { recoveryKeyNoted } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';

/** Only the sheet is printed: see notebook.css. */
export function NewRecoveryKey({ recoveryKey }: { readonly recoveryKey: string }) {
  const { notebook, shell } = useTexts();
  const title = useWindow((state) => titleOf(state.project));
  return (
    <>
      <ScreenHead title={notebook.sheetTitle} under={notebook.sheetWhy} />
      <div className="notebook-page">
        <RecoveryKeyCard
          heading={notebook.sheetHeading}
          of={title === null || title === '' ? shell.untitled : title}
          recoveryKey={recoveryKey}
          use={notebook.sheetUse}
          onNoted={recoveryKeyNoted}
        />
      </div>
    </>
  );
}
