// The file itself: its backups, history, attachments and protection, its exports, and its traces on this computer.
import { type ComponentType, useState } from 'react';
import { SegmentedTabs, SegmentRow } from '../../kit/SegmentedTabs.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { useWanted } from '../../state/go-back.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { AttachmentsTab } from './AttachmentsTab.tsx';
import { BackupsTab } from './BackupsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { LeavingTab } from './LeavingTab.tsx';
import { ProtectionTab } from './ProtectionTab.tsx';
import './file.css';

const TABS = {
  backups: BackupsTab,
  history: HistoryTab,
  attachments: AttachmentsTab,
  protection: ProtectionTab,
  leaving: LeavingTab,
} as const satisfies Readonly<Record<string, ComponentType>>;
type TabName = keyof typeof TABS;

/** The name and folder of the open file, then one view at a time. */
export function FileScreen() {
  const { file } = useTexts();
  const fileName = useWindow((state) => state.project?.fileName ?? '');
  const folderName = useWindow((state) => state.project?.folderName ?? '');
  const isExample = useWindow((state) => state.project?.isExample === true);
  const [tab, setTab] = useState<TabName>('backups');
  useWanted(
    (place) => tab !== 'attachments' && place.startsWith('attachments/'),
    () => setTab('attachments'),
  );
  const items = (['backups', 'history', 'attachments', 'protection', 'leaving'] as const).map((id) => ({ id, label: file.tab[id] }));
  const View = TABS[tab];
  return (
    <div className="screen file-screen">
      <SegmentedTabs
        items={items}
        selected={tab}
        onSelect={setTab}
        head={
          <ScreenHead
            title={file.title}
            under={isExample ? file.underExample : file.under(fileName, folderName)}
            actions={<SegmentRow label={file.tabs} items={items} />}
          />
        }
      >
        <View />
      </SegmentedTabs>
    </div>
  );
}
