// The field for the secret of a protected file: its passphrase, or its recovery key if the passphrase is lost.
import type { VaultSecret } from '@contract/vault.ts';
import { useTexts } from '../state/texts.ts';
import { TextField } from './TextField.tsx';

export type SecretFieldProps = {
  readonly secret: VaultSecret;
  readonly onChange: (secret: VaultSecret) => void;
  readonly onEnter: () => void;
  /** Whether what was typed has been refused, or nothing was typed. */
  readonly isWrong: boolean;
  readonly autoFocus?: boolean;
};
export const NO_SECRET: VaultSecret = { kind: 'passphrase', passphrase: '' };

/** @returns the typed passphrase or recovery key */
export function typedOf(secret: VaultSecret): string {
  return secret.kind === 'passphrase' ? secret.passphrase : secret.recoveryKey;
}

/** If the secret is wrong, the field says so calmly, and what was typed stays. */
export function SecretField({ secret, onChange, onEnter, isWrong, autoFocus = false }: SecretFieldProps) {
  const { recovery } = useTexts();
  const isLost = secret.kind === 'recovery';
  const wrong = isLost ? recovery.recoveryWrong : recovery.wrong;
  return (
    <div className="secret-field">
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

/** @returns an empty secret of the other kind */
export function turned(secret: VaultSecret): VaultSecret {
  return secret.kind === 'recovery' ? NO_SECRET : { kind: 'recovery', recoveryKey: '' };
}
