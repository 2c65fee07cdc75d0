// A file that is damaged or gone: start again from a backup with the steps of the journal, or recover what can still be read.
import type { ReactNode } from 'react';
import type { Attempt } from '@contract/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { openChosenFile } from '../../state/acts.ts';
import { openAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { BackupsToUse } from './BackupsToUse.tsx';
import { HeldJournal } from './HeldFile.tsx';
import { SecretCard } from './SecretCard.tsx';
import { useRecovering } from './use-recovering.ts';

/** Backups come first: with the journal they lose least. A protected file needs its secret first, and stays protected. */
export function DamagedFile({ attempt }: { readonly attempt: Attempt }) {
  const { recovery } = useTexts();
  const recovering = useRecovering(attempt);
  const isGone = attempt.failure.code === 'file-not-found';
  return (
    <>
      <Notice tone="bad" icon="alert">
        {failureSentence(attempt.failure)}
      </Notice>
      {recovering.isSecretNeeded ? <SecretCard title={recovery.secretTitle} text={recovery.secretText} recovering={recovering} /> : null}
      <BackupsToUse
        backups={attempt.backups}
        text={isGone ? recovery.goneText(attempt.folderName) : recovery.backupsText}
        onUse={(backupId) => void recovering.recover(backupId)}
      />
      {isGone ? (
        <Elsewhere isPlaceKnown={attempt.isPlaceKnown} />
      ) : (
        <TheFileItself title={recovery.readTitle} text={recovery.readText}>
          <Button kind={attempt.backups.length === 0 ? 'main' : 'plain'} onPress={() => void recovering.recover(null)}>
            {recovery.read}
          </Button>
          <Again />
        </TheFileItself>
      )}
      <HeldJournal recovering={recovering} />
    </>
  );
}

/** A damaged file may still be partly readable; one that is gone may come back, for instance with its USB stick. */
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

/** Offers to try the same place again; if only the file's name is known, to look for it elsewhere. */
function Elsewhere({ isPlaceKnown }: { readonly isPlaceKnown: boolean }) {
  const { recovery } = useTexts();
  return (
    <TheFileItself title={recovery.backTitle} text={isPlaceKnown ? recovery.backText : recovery.elsewhereHint}>
      {isPlaceKnown ? <Again /> : <Button onPress={() => void openChosenFile()}>{recovery.openIt}</Button>}
    </TheFileItself>
  );
}
