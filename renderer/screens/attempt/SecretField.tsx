// The secret of a protected file as it is typed: its passphrase, or the recovery key when that is lost.
import type { VaultSecret } from '@contract/channels.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { Recovering } from './use-recovering.ts';

export type SecretFieldProps = {
  readonly secret: VaultSecret;
  readonly onChange: (secret: VaultSecret) => void;
  readonly onEnter: () => void;
  /** What was typed has been refused, or nothing was. */
  readonly isWrong: boolean;
  readonly autoFocus?: boolean;
};
export const NO_SECRET: VaultSecret = { kind: 'passphrase', passphrase: '' };

/** @returns what was typed, whichever of the two it is */
export function typedOf(secret: VaultSecret): string {
  return secret.kind === 'passphrase' ? secret.passphrase : secret.recoveryKey;
}

/** A wrong secret is said at its field, calmly, and nothing is lost by it. */
export function SecretField({ secret, onChange, onEnter, isWrong, autoFocus = false }: SecretFieldProps) {
  const { recovery } = useTexts();
  const isLost = secret.kind === 'recovery';
  const wrong = isLost ? recovery.recoveryWrong : recovery.wrong;
  return (
    <div className="attempt-fields">
      <TextField
        key={secret.kind}
        label={isLost ? recovery.recoveryKey : recovery.passphrase}
        value={typedOf(secret)}
        onChange={(typed) => onChange(isLost ? { kind: 'recovery', recoveryKey: typed } : { kind: 'passphrase', passphrase: typed })}
        onEnter={onEnter}
        isSecret={!isLost}
        isPrivate
        maxLength={500}
        autoFocus={autoFocus}
        {...(isLost ? { hint: recovery.recoveryHint } : {})}
        error={isWrong ? (typedOf(secret) === '' ? recovery.secretMissing : wrong) : null}
      />
    </div>
  );
}

type SecretCardProps = { readonly title: string; readonly text: string; readonly recovering: Recovering };

/** The secret in a card of its own, above what is done with it. */
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

/** @returns the other of the two ways, with nothing typed */
export function turned(secret: VaultSecret): VaultSecret {
  return secret.kind === 'recovery' ? NO_SECRET : { kind: 'recovery', recoveryKey: '' };
}
