// Says above every screen that nothing can be changed here, and leads back.
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useMoment } from '../state/moment.ts';
import { leave } from '../state/project.ts';
import { backToFile } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';

/** Nothing while the file can be changed, as is the rule. */
export function ReadOnlyBanner() {
  const { backups, readOnly: texts, navigation } = useTexts();
  const moment = useMoment();
  const readOnly = useWindow((state) => state.project?.readOnly ?? null);
  if (readOnly === null) return null;
  return (
    <div className="read-only-banner" role="status">
      <Icon name="lock" />
      <span className="grow">{readOnly.why === 'backup' ? backups.looking(moment(readOnly.takenAt)) : texts.locked}</span>
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
