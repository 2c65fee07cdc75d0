// The file itself: its backups and what else keeps it from being lost.
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { BackupsTab } from './BackupsTab.tsx';
import './file.css';

/** What the open file is called and where it lies, then its backups. */
export function FileScreen() {
  const { file } = useTexts();
  const fileName = useWindow((state) => state.project?.fileName ?? '');
  const folderName = useWindow((state) => state.project?.folderName ?? '');
  const isExample = useWindow((state) => state.project?.isExample === true);
  return (
    <div className="screen file-screen">
      <ScreenHead title={file.title} under={isExample ? file.underExample : file.under(fileName, folderName)} />
      <BackupsTab />
    </div>
  );
}
