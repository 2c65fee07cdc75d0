// A card that asks for the secret of a protected file, above the buttons that need it.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { SecretField, turned } from '../../kit/SecretField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { Recovering } from './use-recovering.ts';

type SecretCardProps = { readonly title: string; readonly text: string; readonly recovering: Recovering };

/** Takes the passphrase or the recovery key; a wrong one is reported at its field. */
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
