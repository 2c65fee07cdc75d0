// The history of the whole file.
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { Card } from '../../kit/Card.tsx';
import { useTexts } from '../../state/texts.ts';
import { HistoryList } from './HistoryList.tsx';

/** Says how much history is kept, then lists the changes. */
export function HistoryTab() {
  const { history } = useTexts();
  return (
    <>
      <OutsidePresentation>
        <p className="quiet file-intro">{history.text}</p>
      </OutsidePresentation>
      <Card isRoomy>
        <HistoryList record={null} />
      </Card>
    </>
  );
}
