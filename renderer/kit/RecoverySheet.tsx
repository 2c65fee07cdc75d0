// The sheet with a recovery key, to be printed or copied by hand; it is shown only once.
import { formatDate } from '@domain/format/dates.ts';
import { useTexts } from '../state/texts.ts';
import { today } from '../state/today.ts';
import { useLocale, useWindow } from '../state/window-state.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import './recovery-sheet.css';

type SheetProps = {
  readonly heading: string;
  /** Name of what the key opens. */
  readonly of: string;
  /** In groups, separated by dashes. */
  readonly recoveryKey: string;
  /** Says where to type the key when it is needed. */
  readonly use: string;
};

type RecoveryKeyCardProps = SheetProps & {
  readonly title?: string;
  readonly why?: string;
  /** Called when the user has printed or copied the key. */
  readonly onNoted: () => void;
};

/** The sheet, with advice on what to do with it and a button to print it. */
export function RecoveryKeyCard({ title, why, onNoted, ...sheet }: RecoveryKeyCardProps) {
  const { notebook, presentation } = useTexts();
  const isPresenting = useWindow((state) => state.isPresenting);
  if (isPresenting) return <p className="quiet">{presentation.keyWaits}</p>;
  return (
    <Card {...(title === undefined ? {} : { title })} isRoomy>
      {why === undefined ? null : <p className="quiet">{why}</p>}
      <RecoverySheet {...sheet} />
      <p className="recovery-advice">{notebook.sheetAdvice}</p>
      <div className="recovery-buttons">
        <Button onPress={() => window.print()}>{notebook.sheetPrint}</Button>
        <Button kind="main" icon="check" onPress={onNoted}>
          {notebook.sheetNoted}
        </Button>
      </div>
    </Card>
  );
}

/** Explains by itself what it is for: somebody may find it years later, in a drawer. */
function RecoverySheet({ heading, of, recoveryKey, use }: SheetProps) {
  const { notebook } = useTexts();
  const locale = useLocale();
  return (
    <div className="recovery-sheet">
      <h2 className="recovery-heading">{heading}</h2>
      <p className="recovery-of">{of}</p>
      <p className="recovery-key number" data-testid="recovery-key">
        {recoveryKey.split('-').map((group) => (
          <span key={group}>{group} </span>
        ))}
      </p>
      <p className="recovery-use">{use}</p>
      <p className="recovery-use">{notebook.sheetMadeOn(formatDate(today(), 'long', locale))}</p>
    </div>
  );
}
