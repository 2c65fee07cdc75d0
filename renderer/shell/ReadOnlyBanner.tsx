// Says above every screen that nothing can be changed here, and offers ways out.
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useMoment } from '../state/moment.ts';
import { leave } from '../state/project.ts';
import { allowChanges, backToFile, saveElsewhere } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';

/** Somebody has write-protected the file: only the user may remove that. */
function Choices() {
  const { readOnly: texts } = useTexts();
  return (
    <>
      <Button kind="quiet" onPress={() => void allowChanges()}>
        {texts.allow}
      </Button>
      <Button kind="quiet" onPress={() => void saveElsewhere()}>
        {texts.copy}
      </Button>
    </>
  );
}

/** Shows nothing while the file can be changed, which is the usual case. */
export function ReadOnlyBanner() {
  const { backups, readOnly: texts, navigation } = useTexts();
  const moment = useMoment();
  const readOnly = useWindow((state) => state.project?.readOnly ?? null);
  if (readOnly === null) return null;
  return (
    <div className="read-only-banner" role="status">
      <Icon name="lock" />
      <span className="grow">{readOnly.why === 'backup' ? backups.looking(moment(readOnly.takenAt)) : texts[readOnly.why]}</span>
      {readOnly.why === 'protected' ? <Choices /> : null}
      {readOnly.why === 'backup' ? (
        <Button kind="quiet" onPress={() => void backToFile()}>
          {backups.back}
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => void leave()}>
          {navigation.closeFile}
        </Button>
      )}
    </div>
  );
}
