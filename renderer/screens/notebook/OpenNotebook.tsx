// The open notebook: the time left before it locks, the notes, and what can be done with its keys.
import { useEffect, useState } from 'react';
import { NO_LINKS } from '@domain/tables/private.ts';
import { Button } from '../../kit/Button.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { dropNotes, lockNow, newestFirst, notebookStore, readNotes, readStatus, useNotebook, writeNote } from '../../state/notebook.ts';
import { shortcutName } from '../../state/keys.ts';
import { enterPresentation } from '../../state/presentation.ts';
import { NOTHING_SOUGHT } from '../../state/note-links.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useWindow } from '../../state/window-state.ts';
import { Conflicts } from './Conflicts.tsx';
import { ChangePassphrase, RenewKey } from './KeyDialogs.tsx';
import { LockDelay } from './LockDelay.tsx';
import { NewAfterRecovery } from './NewAfterRecovery.tsx';
import { OpenHere } from './OpenHere.tsx';
import { NotesList } from './NotesList.tsx';

type Dialog = 'change' | 'renew' | 'delay' | 'here' | null;

/** The notes are read when this screen opens and dropped from memory when it goes. */
export function OpenNotebook() {
  const { notebook, presentation } = useTexts();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [sought, setSought] = useState(NOTHING_SOUGHT);
  const [freshId, setFreshId] = useState<string | null>(null);
  const [isFollowing, setFollowing] = useState(false);
  const conflicts = useNotebook((state) => state.conflicts.length);
  const isRecovered = useNotebook(({ openedBy }) => openedBy !== null);
  const minutes = useMinutesLeft();
  useReading();
  const isWanted = useNotebook(({ wantedId }) => wantedId !== null);
  if (isWanted && sought !== NOTHING_SOUGHT) setSought(NOTHING_SOUGHT); // a filter would hide the note that was chosen in the search
  const create = async (): Promise<void> => {
    setSought(NOTHING_SOUGHT); // a filter would hide what is about to be written
    setFreshId(await freshNote());
  };
  return (
    <>
      <ScreenHead
        title={notebook.title}
        under={notebook.underOpen(minutes)}
        actions={
          <>
            <Menu
              label={notebook.keys}
              actions={[
                { id: 'change', label: notebook.change, run: () => setDialog('change') },
                { id: 'renew', label: notebook.renew, run: () => setDialog('renew') },
                { id: 'delay', label: notebook.delayOpen, run: () => setDialog('delay') },
                { id: 'here', label: notebook.here, run: () => setDialog('here') },
              ]}
            />
            <Button isPressed={isFollowing} onPress={() => setFollowing(!isFollowing)}>
              {conflicts === 0 ? notebook.conflicts : notebook.conflictsOf(conflicts)}
            </Button>
            <Button icon="screen" shortcut={shortcutName({ act: 'present' })} onPress={() => void enterPresentation()}>
              {presentation.enter}
            </Button>
            <Button icon="lock" onPress={() => void lockNow()}>
              {notebook.lock}
            </Button>
            <Button kind="main" icon="plus" onPress={() => void create()}>
              {notebook.newNote}
            </Button>
          </>
        }
      />
      {isRecovered ? <NewAfterRecovery /> : null}
      {isFollowing ? <Conflicts /> : null}
      <NotesList sought={sought} onSeek={setSought} freshId={freshId} onFresh={() => setFreshId(null)} />
      {dialog === 'change' ? <ChangePassphrase onClose={() => setDialog(null)} /> : null}
      {dialog === 'renew' ? <RenewKey onClose={() => setDialog(null)} /> : null}
      {dialog === 'here' ? <OpenHere onClose={() => setDialog(null)} /> : null}
      {dialog === 'delay' ? <LockDelay onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** @returns the id of an empty note dated today: the newest note if it is one, or else a new note */
async function freshNote(): Promise<string | null> {
  const [latest] = newestFirst(notebookStore.get().notes);
  if (latest?.text === '' && latest.date === today()) return latest.id;
  return writeNote({ id: null, date: today(), ...NO_LINKS, text: '' });
}

/** Reads the notes at first, and again when the document has changed without them: by undo, or after a stale copy. */
function useReading(): void {
  const revision = useWindow((state) => state.project?.revision ?? 0);
  const readAt = useNotebook((notebook) => notebook.readAt);
  const isBehind = readAt === null || readAt < revision;
  useEffect(() => {
    if (isBehind) void readNotes();
  }, [isBehind]);
  useEffect(() => dropNotes, []);
}

const LOOK_EVERY_MS = 5000;

/** @returns the minutes until the notebook locks itself, from 1 to those that the user chose. Main locks it, and is asked once the time is over. */
function useMinutesLeft(): number {
  const closesAtMs = useNotebook((notebook) => notebook.closesAtMs);
  const most = useWindow(({ settings }) => settings.locksAfter);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(Date.now());
      if (closesAtMs !== null && Date.now() > closesAtMs) void readStatus();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [closesAtMs]);
  const leftMs = (closesAtMs ?? nowMs) - nowMs;
  return Math.min(most, Math.max(1, Math.ceil(leftMs / 60_000)));
}
