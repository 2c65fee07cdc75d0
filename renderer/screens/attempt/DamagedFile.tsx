// A file that is damaged or gone: start again from a backup with the steps of the journal, or recover what can still be read.
import { type ReactNode, useState } from 'react';
import type { Attempt, VaultSecret } from '@contract/channels.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { openChosenFile } from '../../state/acts.ts';
import { useMoment } from '../../state/moment.ts';
import { openAttempt, recoverAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { TakeOver } from './HeldFile.tsx';
import { NO_SECRET, SecretField, turned, typedOf } from './SecretField.tsx';

/** The backup with the journal loses least: it comes first. What was protected is asked its secret before, and stays protected. */
export function DamagedFile({ attempt }: { readonly attempt: Attempt }) {
  const { recovery } = useTexts();
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [isWrong, setWrong] = useState(false);
  const [held, setHeld] = useState<{ readonly backupId: string | null } | null>(null);
  const isGone = attempt.failure.code === 'file-not-found';
  const change = (typed: VaultSecret): void => {
    setSecret(typed);
    setWrong(false);
  };
  const needsSecret = (backupId: string | null): boolean => attempt.backups.find((backup) => backup.backupId === backupId)?.isSealed ?? attempt.isSealed;
  const recover = async (backupId: string | null, isTakingOver = false): Promise<void> => {
    const isNeeded = needsSecret(backupId);
    if (isNeeded && typedOf(secret) === '') {
      setWrong(true);
      return;
    }
    const refused = await recoverAttempt({ backupId, secret: isNeeded ? secret : null, isTakingOver });
    setWrong(refused?.code === 'passphrase-wrong');
    setHeld(refused?.code === 'file-locked' ? { backupId } : null);
  };
  return (
    <>
      <Notice tone="bad" icon="alert">
        {failureSentence(attempt.failure)}
      </Notice>
      {attempt.isSealed || attempt.backups.some(({ isSealed }) => isSealed) ? (
        <Card title={recovery.secretTitle} isRoomy>
          <p className="quiet">{recovery.secretText}</p>
          <SecretField secret={secret} onChange={change} onEnter={() => undefined} isWrong={isWrong} />
          <div className="attempt-buttons">
            <Button kind="quiet" onPress={() => change(turned(secret))}>
              {secret.kind === 'recovery' ? recovery.back : recovery.lost}
            </Button>
          </div>
        </Card>
      ) : null}
      <BackupsToUse backups={attempt.backups} text={isGone ? recovery.goneText(attempt.folderName) : recovery.backupsText} onUse={(backupId) => void recover(backupId)} />
      {isGone ? (
        <Elsewhere isPlaceKnown={attempt.isPlaceKnown} />
      ) : (
        <TheFileItself title={recovery.readTitle} text={recovery.readText}>
          <Button kind={attempt.backups.length === 0 ? 'main' : 'plain'} onPress={() => void recover(null)}>
            {recovery.read}
          </Button>
          <Again />
        </TheFileItself>
      )}
      {held === null ? null : <TakeOver onTake={() => void recover(held.backupId, true)} onClose={() => setHeld(null)} />}
    </>
  );
}

/** A damaged file may still say something itself; one that is gone may come back: its stick is put in again. */
function TheFileItself({ children, title, text }: { readonly children: ReactNode; readonly title: string; readonly text: string }) {
  return (
    <Card title={title} isRoomy>
      <p className="quiet">{text}</p>
      <div className="attempt-buttons">{children}</div>
    </Card>
  );
}

function Again() {
  const { recovery } = useTexts();
  return (
    <Button kind="quiet" onPress={() => void openAttempt('again')}>
      {recovery.again}
    </Button>
  );
}

/** Where it was is known only when it was opened from there. */
function Elsewhere({ isPlaceKnown }: { readonly isPlaceKnown: boolean }) {
  const { recovery } = useTexts();
  return (
    <TheFileItself title={recovery.backTitle} text={isPlaceKnown ? recovery.backText : recovery.elsewhereHint}>
      {isPlaceKnown ? <Again /> : <Button onPress={() => void openChosenFile()}>{recovery.openIt}</Button>}
    </TheFileItself>
  );
}

type BackupsProps = { readonly backups: Attempt['backups']; readonly text: string; readonly onUse: (backupId: string) => void };

function BackupsToUse({ backups, text, onUse }: BackupsProps) {
  const { recovery, backups: words } = useTexts();
  const moment = useMoment();
  return (
    <Card title={recovery.backupsTitle} isRoomy>
      {backups.length === 0 ? (
        <p className="quiet">{recovery.noBackup}</p>
      ) : (
        <>
          <p className="quiet">{text}</p>
          <ul className="attempt-backups">
            {backups.map(({ backupId, takenAt, reason, steps }, index) => (
              <li key={backupId}>
                <span className="attempt-backup number">
                  <b>{recovery.backup(moment(takenAt))}</b>
                  <span className="quiet small">{[words.reason[reason], steps > 0 ? recovery.steps(steps) : ''].filter((part) => part !== '').join(' · ')}</span>
                </span>
                <Button kind={index === 0 ? 'main' : 'plain'} label={`${recovery.useBackup} (${moment(takenAt)})`} onPress={() => onUse(backupId)}>
                  {recovery.useBackup}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
