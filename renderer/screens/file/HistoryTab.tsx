// The history of the whole file.
import { Card } from '../../kit/Card.tsx';
import { useTexts } from '../../state/texts.ts';
import { HistoryList } from './HistoryList.tsx';

/** Says its bound, then the changes. */
export function HistoryTab() {
  const { history } = useTexts();
  return (
    <>
      <p className="quiet file-intro">{history.text}</p>
      <Card isRoomy>
        <HistoryList record={null} />
      </Card>
    </>
  );
}
