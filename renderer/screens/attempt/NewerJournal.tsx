// A file of which a newer Tierce has noted changes that this one cannot read: look at it, or go on without them.
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { acceptAttempt, openAttempt } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';

type Props = { readonly failure: Extract<Failure, { readonly code: 'journal-newer' }> };

/** Reading changes nothing: it is the main thing offered. */
export function NewerJournal({ failure }: Props) {
  const { doubt, recovery } = useTexts();
  return (
    <Card isRoomy>
      <p className="attempt-lead">{doubt.newerLead(failure.version, failure.supported)}</p>
      <p className="quiet">{doubt.newerAdvice}</p>
      <div className="attempt-buttons">
        <Button kind="main" autoFocus onPress={() => void openAttempt('read-only')}>
          {recovery.readOnly}
        </Button>
        <Button onPress={() => void acceptAttempt(null)}>{doubt.newerAccept}</Button>
      </div>
    </Card>
  );
}
