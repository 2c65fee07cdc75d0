// Everything that is attached to the file, wherever it belongs.
import { Card } from '../../kit/Card.tsx';
import { Attachments } from '../../shell/Attachments.tsx';
import { useTexts } from '../../state/texts.ts';

/** Warns that opening an attachment opens a copy. */
export function AttachmentsTab() {
  const { attachments } = useTexts();
  return (
    <>
      <p className="quiet file-intro">{attachments.openCopy}</p>
      <div className="file-cards">
        <Card title={attachments.title} isRoomy>
          <Attachments sessionId={null} />
        </Card>
      </div>
    </>
  );
}
