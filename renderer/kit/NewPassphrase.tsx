// A new passphrase, typed twice; an error is shown at the field that it is about.
import { type ReactNode, useState } from 'react';
import type { Failure } from '@domain/failures.ts';
import { SHORTEST_PASSPHRASE } from '@domain/passphrase.ts';
import type { Result } from '@domain/result.ts';
import { Button } from './Button.tsx';
import { StrengthAdvice } from './StrengthAdvice.tsx';
import { TextField } from './TextField.tsx';
import { failureSentence, useTexts } from '../state/texts.ts';

type NewPassphraseProps = {
  readonly label: string;
  readonly action: string;
  readonly keep: (passphrase: string) => Promise<Result<unknown>>;
  readonly autoFocus?: boolean;
  /** `false` while a field before these, such as the current passphrase, is empty: nothing is submitted then. */
  readonly isReady?: boolean;
  /** Further questions, above the button. */
  readonly children?: ReactNode;
};

/** Two fields, and a button that calls `keep` with the passphrase if both agree. */
export function NewPassphrase({ label, action, keep, autoFocus, isReady = true, children }: NewPassphraseProps) {
  const { notebook } = useTexts();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [failure, setFailure] = useState<Failure | 'different' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (isBusy || !isReady || first === '') return;
    if (first !== second) {
      setFailure('different');
      return;
    }
    setBusy(true);
    const reply = await keep(first);
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
  };
  const isShort = failure !== null && failure !== 'different' && failure.code === 'passphrase-too-short';
  return (
    <div className="field-stack">
      <TextField
        label={label}
        value={first}
        onChange={setFirst}
        isSecret
        maxLength={500}
        hint={notebook.passphraseHint(SHORTEST_PASSPHRASE)}
        error={isShort ? failureSentence(failure) : null}
        {...(autoFocus ? { autoFocus } : {})}
      />
      <StrengthAdvice passphrase={first} />
      <TextField
        label={notebook.again}
        value={second}
        onChange={setSecond}
        onEnter={() => void submit()}
        isSecret
        maxLength={500}
        error={failure === 'different' ? notebook.notTheSame : failure !== null && !isShort ? failureSentence(failure) : null}
      />
      {children}
      <div>
        <Button kind="main" onPress={() => void submit()}>
          {action}
        </Button>
      </div>
    </div>
  );
}
