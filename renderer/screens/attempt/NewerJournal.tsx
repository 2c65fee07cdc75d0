// A file whose journal has changes by a newer Tierce that this one cannot read: look at the file, or go on without those changes.
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { acceptAttempt, openAttempt } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';

type Props = { readonly failure: Extract<Failure, { readonly code: 'journal-newer' }> };

/** Reading changes nothing, so it has the main button. */
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
