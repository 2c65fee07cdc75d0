// Before an export, an attachment or a copy leaves: what is in it, for whom, and what stays behind.
import { useMemo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { agreedLevel, forReaders, heldBackFrom, levelOf } from '@domain/levels/for-readers.ts';
import { isOpenTo, type Level } from '@domain/levels/level.ts';
import { compareTexts } from '@domain/writing/sort.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Notice } from '../kit/Notice.tsx';
import { OutsidePresentation } from '../kit/OutsidePresentation.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { useAccompaniment } from '../state/edit.ts';
import { giveAway } from '../state/giving.ts';
import { onlyOnce } from '../state/once.ts';
import { failureSentence, useTexts } from '../state/texts.ts';
import { type GivenAway, useReadOnly } from '../state/window-state.ts';
import { LevelChoice } from './LevelChoice.tsx';
import { Recipients } from './Recipients.tsx';
import { NamedPeople, StaysBehind } from './Staying.tsx';
import { useGiving } from './use-giving.ts';

const NOBODY: readonly string[] = [];

export function GivingDialog() {
  const dialog = useDialog('giving');
  return dialog === null ? null : <Asked what={dialog.what} />;
}

/** The place is asked for by a dialog of the system or of the shell: meanwhile this one makes room, and comes back if nothing has left. */
function Asked({ what }: { readonly what: GivenAway }) {
  const { register: texts, shell } = useTexts();
  const accompaniment = useAccompaniment();
  const isReadOnly = useReadOnly();
  const usual = usualLevel(accompaniment, what);
  const choice = useGiving(
    accompaniment,
    useMemo(() => ({ level: usual, personIds: NOBODY }), [usual]),
  );
  const { giving, beyond } = choice;
  const isTooWide = what.kind === 'attachment' && !isOpenTo(giving.level, usual);
  const close = (): void => closeDialog('giving');
  const [isGiving, setGiving] = useState(false);
  const give = async (): Promise<void> => {
    setGiving(true);
    if (await onlyOnce('giving', () => giveAway(what, giving))) close();
    setGiving(false);
  };
  return (
    <Dialog title={texts.leave[what.kind]} isOpen={!isGiving} onClose={close}>
      <Words accompaniment={accompaniment} what={what} />
      <LevelChoice level={giving.level} onChange={(level) => choice.change({ level })} />
      {isTooWide ? (
        <Notice tone="warn" icon="alert" isAnnounced>
          {failureSentence({ code: 'level-too-wide', asked: giving.level, needed: usual })}
        </Notice>
      ) : null}
      <Recipients accompaniment={accompaniment} sessionId={sessionOf(accompaniment, what)} choice={choice} />
      <Content accompaniment={accompaniment} what={what} level={giving.level} />
      <p className="report-private">
        <Icon name="lock" />
        <span>{what.kind === 'copy' ? texts.copySealed : isReadOnly ? texts.readOnly : texts.frozen}</span>
      </p>
      <div className="dialog-buttons">
        <Button onPress={close}>{shell.cancel}</Button>
        <Button kind="main" isDisabled={beyond !== null || isTooWide} onPress={() => void give()}>
          {texts.choosePlace}
        </Button>
      </div>
    </Dialog>
  );
}

type ContentProps = { readonly accompaniment: Accompaniment; readonly what: GivenAway; readonly level: Level };

function Words({ accompaniment, what }: Omit<ContentProps, 'level'>) {
  const { register: texts } = useTexts();
  if (what.kind === 'attachment') return <p className="dialog-words">{accompaniment.attachments[what.attachmentId]?.name ?? ''}</p>;
  if (what.kind !== 'copy') return <p className="dialog-words">{`${texts.wholeFile}. ${texts.page}.`}</p>;
  return (
    <OutsidePresentation>
      <p className="dialog-words">{texts.copyText}</p>
    </OutsidePresentation>
  );
}

/** Who is named in it, and what stays behind: of an attachment nothing is known. */
function Content({ accompaniment, what, level }: ContentProps) {
  const held = useMemo(() => heldBackFrom(accompaniment, level), [accompaniment, level]);
  const names = useMemo(
    () => [...new Set(Object.values(forReaders(accompaniment, level).people).map(({ name }) => name))].toSorted(compareTexts),
    [accompaniment, level],
  );
  if (what.kind === 'attachment') return null;
  return (
    <>
      <NamedPeople names={names} />
      <StaysBehind held={held} />
    </>
  );
}

/** A co-accompanist reads all; others what was agreed; an attachment is for the readers of what it belongs to. */
function usualLevel(accompaniment: Accompaniment, what: GivenAway): Level {
  if (what.kind === 'copy') return 'accompanist';
  const attachment = what.kind === 'attachment' ? accompaniment.attachments[what.attachmentId] : undefined;
  return attachment === undefined ? agreedLevel(accompaniment) : levelOf(accompaniment, 'attachments', attachment);
}

function sessionOf(accompaniment: Accompaniment, what: GivenAway): string | null {
  return what.kind === 'attachment' ? (accompaniment.attachments[what.attachmentId]?.sessionId ?? null) : null;
}
