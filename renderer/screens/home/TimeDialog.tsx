// Enters time for any accompaniment of the library without opening it; what will remain is shown before saving.
import { useCallback, useEffect, useState } from 'react';
import { byText } from '@domain/writing/sort.ts';
import type { AddedTime, NewTime } from '@contract/library.ts';
import { type Accompaniment, emptyDocument } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { DialogButtons } from '../../kit/DialogButtons.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Select } from '../../kit/Select.tsx';
import { call } from '../../state/bridge.ts';
import { say } from '../../state/messages.ts';
import { readAgain, sayRecovery } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { failureSentence, texts, useTexts } from '../../state/texts.ts';
import { today, useDayChange } from '../../state/today.ts';
import {
  type CertainFields,
  type EntryDraft,
  type EntryReading,
  isReasonMissing,
  newDraft,
  onDay,
  readDraft,
} from '../time/entry-draft.ts';
import { EntryFields } from '../time/EntryFields.tsx';
import { saySaved } from '../time/EntryForm.tsx';
import type { Readable } from './library-view.ts';
import '../time/time.css';

type TimeDialogProps = {
  readonly entries: readonly Readable[];
  /** The chosen accompaniment; `null` while the user has to choose one. */
  readonly entryId: string | null;
  readonly onChoose: (entryId: string) => void;
  readonly onClose: () => void;
  /** Called when time has been added: the figures of Home have changed. */
  readonly onAdded: () => void;
};

/** Lets the user choose the accompaniment, reads what an entry needs, then shows the same fields as the screen of time. */
export function TimeDialog({ entries, entryId, onChoose, onClose, onAdded }: TimeDialogProps) {
  const { home, shell } = useTexts();
  const titleOf = (entry: Readable): string => (entry.summary.title === '' ? shell.untitled : entry.summary.title);
  const options = entries.map((entry) => ({ id: entry.entryId, label: titleOf(entry) })).toSorted(byText(({ label }) => label));
  // where there is one alone, there is nothing to choose
  const chosen = options.length === 1 ? options[0] : options.find(({ id }) => id === entryId);
  return (
    <Dialog title={home.enterTime} isOpen onClose={onClose} isWide>
      <p className="quiet small">{home.timeText}</p>
      <div className="field-stack home-time">
        <Select label={home.timeOf} options={options} value={chosen?.id ?? null} onChange={onChoose} />
        {chosen === undefined ? null : (
          <TimeOf key={chosen.id} entryId={chosen.id} title={chosen.label} onClose={onClose} onAdded={onAdded} />
        )}
      </div>
    </Dialog>
  );
}

type TimeOfProps = { readonly entryId: string; readonly title: string } & Pick<TimeDialogProps, 'onClose' | 'onAdded'>;

function TimeOf(props: TimeOfProps) {
  const { home } = useTexts();
  const { entryId } = props;
  const [accompaniment, setAccompaniment] = useState<Accompaniment | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isLeft = false;
    void call('library.timeChoices', { entryId }).then((reply) => {
      if (isLeft) return;
      if (reply.ok) setAccompaniment({ ...emptyDocument('accompaniment').accompaniment, ...reply.value });
      else setFailure(reply.failure);
    });
    return () => {
      isLeft = true;
    };
  }, [entryId]);
  if (failure !== null)
    return (
      <Notice tone="bad" icon="alert" isAnnounced>
        {failureSentence(failure)}
      </Notice>
    );
  if (accompaniment === null)
    return (
      <p className="quiet" role="status">
        {home.timeLoading}
      </p>
    );
  return <TimeForm {...props} accompaniment={accompaniment} />;
}

function TimeForm({ entryId, title, accompaniment, onClose, onAdded }: TimeOfProps & { readonly accompaniment: Accompaniment }) {
  const { time } = useTexts();
  const [draft, setDraft] = useState<EntryDraft>(() => newDraft(accompaniment, sessionOfToday(accompaniment)));
  useDayChange((before, now) => setDraft((held) => onDay(held, before, now)));
  const [commandId] = useState(() => crypto.randomUUID());
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = useCallback((part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part })), []);
  const reading = readDraft(accompaniment, draft, null);
  const save = useSubmit(async () => {
    setTried(true);
    if (reading.fields === null || isReasonMissing(draft, reading)) return;
    setSending(true);
    const reply = await call('library.addTime', { entryId, commandId, time: timeOf(draft, reading.fields) });
    setSending(false);
    setFailure(reply.ok ? null : reply.failure);
    if (!reply.ok) return;
    sayAdded(reply.value, reading, title);
    await readAgain(); // this file may still be open in the window, if the user went back to Home
    onAdded();
  });
  return (
    <form className="field-stack" onSubmit={save} noValidate>
      <EntryFields accompaniment={accompaniment} draft={draft} reading={reading} isTried={isTried} onChange={change} isLengthFirst />
      {failure === null ? null : (
        <Notice tone="bad" icon="alert" isAnnounced>
          {failureSentence(failure)}
        </Notice>
      )}
      <DialogButtons onCancel={onClose} act={time.save} isDisabled={isSending} />
    </form>
  );
}

/** @returns the session of today, if there is one alone: its time is the likeliest to be entered */
function sessionOfToday({ sessions }: Accompaniment): string | null {
  const [only, ...others] = Object.values(sessions).filter(({ date, status }) => date === today() && status !== 'cancelled');
  return only === undefined || others.length > 0 ? null : only.id;
}

function timeOf(
  { envelopeId, phaseId, sessionId, note, justification, isPlanned }: EntryDraft,
  { date, kindId, minutes }: CertainFields,
): NewTime {
  return {
    date,
    kindId,
    minutes,
    envelopeId,
    phaseId,
    sessionId,
    note: note.trim(),
    justification: justification.trim(),
    status: isPlanned ? 'planned' : 'done',
  };
}

function sayAdded(added: AddedTime, reading: EntryReading, title: string): void {
  sayRecovery(added);
  if (added.isInFile) saySaved(reading);
  else say('bad', texts().home.timeKept(title));
}
