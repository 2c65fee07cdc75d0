// Home: the accompaniments of the library, and how to begin.
import { useCallback, useEffect, useState } from 'react';
import type { Library } from '@contract/library.ts';
import type { Failure } from '@domain/failures.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { partOf } from '../../kit/Part.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { openChosenFile, openExample } from '../../state/acts.ts';
import { call } from '../../state/bridge.ts';
import { closeDialog, openDialog, useDialog } from '../../state/dialog.ts';
import { goTo } from '../../state/navigation.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { today, useDayChange } from '../../state/today.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { ChooseFolder, FolderTrouble } from './ChooseFolder.tsx';
import { FindGone, GoneFiles } from './GoneFiles.tsx';
import { LibraryBody } from './LibraryBody.tsx';
import { type Readable, sorted } from './library-view.ts';
import './home.css';

/** Loaded separately: its fields are as large as everything else that Home needs. */
const TimeDialog = partOf(async () => (await import('./TimeDialog.tsx')).TimeDialog);

/** Needed on the first day only. */
const FirstSteps = partOf(
  async () => (await import('./FirstSteps.tsx')).FirstSteps,
  () => null,
);

/** Lists what the library folder holds; the example and any other file can be opened too. */
export function HomeScreen() {
  const { home, profile } = useTexts();
  const isPresenting = useWindow((state) => state.isPresenting);
  const [library, setLibrary] = useState<Library | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = useCallback((reply: Result<Library>): void => {
    if (reply.ok) setLibrary(reply.value);
    setFailure(reply.ok ? null : reply.failure);
  }, []);
  const read = useCallback(() => call('library.list', {}).then(take), [take]);
  useEffect(() => {
    void read();
    return window.tierce.on('library', () => void read());
  }, [read]);
  useDayChange(() => void read());
  const { readable } = sorted(library?.entries ?? []);
  return (
    <div className="screen home">
      <ScreenHead
        title={home.title}
        under={library === null || library.isMissing ? '\u00a0' : placeOf(library, home)}
        actions={
          <>
            {isPresenting ? null : (
              <Button kind="quiet" onPress={() => openDialog({ kind: 'profile' })}>
                {profile.open}
              </Button>
            )}
            {readable.length > 0 ? (
              <Button icon="clock" onPress={() => askTime(null)}>
                {home.enterTime}
              </Button>
            ) : null}
            <Button onPress={() => void openChosenFile()}>{home.openFile}</Button>
            <Button kind="main" icon="plus" onPress={() => goTo({ screen: 'new' })}>
              {home.create}
            </Button>
          </>
        }
      />
      <ClockNotice />
      <HomeBody library={library} failure={failure} onRetry={() => void read()} onListed={take} />
      {library === null ? null : <FirstSteps library={library} />}
      {readable.length > 0 ? <HomeFoot onListed={take} /> : null}
      <GoneFiles />
      <TimeEntry entries={readable} onAdded={() => void read()} />
    </div>
  );
}

function placeOf({ folderName, entries, reading }: Library, home: Catalogue['home']): string {
  return [home.place(folderName, entries.length), ...(reading > 0 ? [home.reading(reading)] : [])].join(' · ');
}

/** Warns of a wrong clock: the days that are proposed are wrong, but what is noted keeps its order. */
function ClockNotice() {
  const { home } = useTexts();
  const locale = useLocale();
  const isOdd = useWindow(({ start }) => start !== null && !start.isClockBelievable);
  return isOdd ? (
    <Notice tone="warn" icon="clock">
      {home.clockOdd(formatDate(today(), 'long', locale))}
    </Notice>
  ) : null;
}

type BodyProps = {
  readonly library: Library | null;
  readonly failure: Failure | null;
  readonly onRetry: () => void;
  readonly onListed: (reply: Result<Library>) => void;
};

function HomeBody({ library, failure, onRetry, onListed }: BodyProps) {
  const { home } = useTexts();
  const ways = { onRetry, onListed };
  if (failure !== null) return <FolderTrouble title={home.failed} text={failureSentence(failure)} {...ways} />;
  if (library === null) return <p className="quiet">{home.loading}</p>;
  if (library.isMissing) return <FolderTrouble title={home.missingTitle(library.folderName)} text={home.missingText} {...ways} />;
  return <LibraryBody library={library} onTime={askTime} onListed={onListed} />;
}

function askTime(entryId: string | null): void {
  openDialog({ kind: 'time', entryId });
}

function endTime(): void {
  closeDialog('time');
}

function TimeEntry({ entries, onAdded }: { readonly entries: readonly Readable[]; readonly onAdded: () => void }) {
  const dialog = useDialog('time');
  if (dialog === null || entries.length === 0) return null;
  const added = (): void => {
    endTime();
    onAdded();
  };
  return <TimeDialog entries={entries} entryId={dialog.entryId} onChoose={askTime} onClose={endTime} onAdded={added} />;
}

function HomeFoot({ onListed }: { readonly onListed: (reply: Result<Library>) => void }) {
  const { home } = useTexts();
  return (
    <p className="home-foot">
      <Button kind="quiet" onPress={() => void openExample()}>
        {home.example}
      </Button>
      <span className="quiet small">{home.exampleHint}</span>
      <span className="grow" />
      <FindGone />
      <ChooseFolder onListed={onListed} />
    </p>
  );
}
