// The recovery key, shown this once: to be printed or copied by hand, and confirmed.
import { formatDate } from '@domain/format/dates.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { titleOf } from '../../shell/TopBar.tsx';
import { recoveryKeyNoted } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { today, useLocale, useWindow } from '../../state/window-state.ts';

/** On paper there is nothing but the sheet: see notebook.css. */
export function RecoverySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const { notebook } = useTexts();
  return (
    <>
      <ScreenHead title={notebook.sheetTitle} under={notebook.sheetWhy} />
      <div className="notebook-page">
        <Card isRoomy>
          <Sheet recoveryKey={recoveryKey} />
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

function Sheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const { notebook, shell } = useTexts();
  const locale = useLocale();
  const title = useWindow((state) => titleOf(state.project));
  return (
    <div className="recovery-sheet">
      <h2 className="recovery-heading">{notebook.sheetHeading}</h2>
      <p className="recovery-of">{title === null || title === '' ? shell.untitled : title}</p>
      <p className="recovery-key number" data-testid="recovery-key">
        {recoveryKey.split('-').map((group) => (
          <span key={group}>{group} </span>
        ))}
      </p>
      <p className="recovery-use">{notebook.sheetUse}</p>
      <p className="recovery-use">{notebook.sheetMadeOn(formatDate(today(), 'long', locale))}</p>
    </div>
  );
}
