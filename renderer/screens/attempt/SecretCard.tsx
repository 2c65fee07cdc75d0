// The secret of a protected file in a card of its own, above what is done with it.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { SecretField, turned } from '../../kit/SecretField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { Recovering } from './use-recovering.ts';

type SecretCardProps = { readonly title: string; readonly text: string; readonly recovering: Recovering };

/** Either of the two ways; a wrong one is said at its field. */
export function SecretCard({ title, text, recovering: { secret, change, isWrong } }: SecretCardProps) {
  const { recovery } = useTexts();
  return (
    <Card title={title} isRoomy>
      <p className="quiet">{text}</p>
      <SecretField secret={secret} onChange={change} onEnter={() => undefined} isWrong={isWrong} />
      <div className="attempt-buttons">
        <Button kind="quiet" onPress={() => change(turned(secret))}>
          {secret.kind === 'recovery' ? recovery.back : recovery.lost}
        </Button>
      </div>
    </Card>
  );
}
