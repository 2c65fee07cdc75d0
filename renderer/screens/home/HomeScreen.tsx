// Home: the accompaniments of the library, and how to begin.
import { useCallback, useEffect, useState } from 'react';
import type { Library } from '@contract/channels.ts';
import type { Failure } from '@domain/failures.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { partOf } from '../../shell/Part.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { openChosenFile, openExample } from '../../state/acts.ts';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { today, useDayChange } from '../../state/today.ts';
import { useLocale, useWindow, windowStore } from '../../state/window-state.ts';
import { FindGone, GoneFiles } from './GoneFiles.tsx';
import { LibraryBody } from './LibraryBody.tsx';
import { type Readable, sorted } from './library-view.ts';
import './home.css';

/** Its fields weigh as much as all else that Home needs. */
const TimeDialog = partOf(async () => (await import('./TimeDialog.tsx')).TimeDialog);

/** What the library folder holds; the example and any other file can be opened too. */
export function HomeScreen() {
  const { home } = useTexts();
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
        under={library === null ? '\u00a0' : placeOf(library, home)}
        actions={
          <>
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
      <HomeBody library={library} failure={failure} onRetry={() => void read()} />
      {readable.length > 0 ? <HomeFoot onLibrary={setLibrary} /> : null}
      <GoneFiles />
      <TimeEntry entries={readable} onAdded={() => void read()} />
    </div>
  );
}

function placeOf({ folderName, entries, reading }: Library, home: Catalogue['home']): string {
  return [home.place(folderName, entries.length), ...(reading > 0 ? [home.reading(reading)] : [])].join(' · ');
}

/** What is noted keeps its order, whatever the clock says; the days that are proposed are wrong. */
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

type BodyProps = { readonly library: Library | null; readonly failure: Failure | null; readonly onRetry: () => void };

function HomeBody({ library, failure, onRetry }: BodyProps) {
  const { home, shell } = useTexts();
  if (failure !== null) {
    return (
      <Card>
        <EmptyState title={home.failed} text={failureSentence(failure)}>
          <Button onPress={onRetry}>{shell.tryAgain}</Button>
        </EmptyState>
      </Card>
    );
  }
  if (library === null) return <p className="quiet">{home.loading}</p>;
  return <LibraryBody library={library} onTime={askTime} />;
}

function askTime(entryId: string | null): void {
  windowStore.set({ timeFor: { entryId } });
}

function endTime(): void {
  windowStore.set({ timeFor: 'nowhere' });
}

function TimeEntry({ entries, onAdded }: { readonly entries: readonly Readable[]; readonly onAdded: () => void }) {
  const timeFor = useWindow((state) => state.timeFor);
  useEffect(() => endTime, []);
  if (timeFor === 'nowhere' || entries.length === 0) return null;
  const added = (): void => {
    endTime();
    onAdded();
  };
  return <TimeDialog entries={entries} entryId={timeFor.entryId} onChoose={askTime} onClose={endTime} onAdded={added} />;
}

function HomeFoot({ onLibrary }: { readonly onLibrary: (library: Library) => void }) {
  const { home } = useTexts();
  const choose = async (): Promise<void> => {
    const reply = await call('library.choose', {});
    if (reply.ok) onLibrary(reply.value);
    else sayFailure(reply.failure);
  };
  return (
    <p className="home-foot">
      <Button kind="quiet" onPress={() => void openExample()}>
        {home.example}
      </Button>
      <span className="quiet small">{home.exampleHint}</span>
      <span className="grow" />
      <FindGone />
      <Button kind="quiet" onPress={() => void choose()}>
        {home.library}
      </Button>
    </p>
  );
}
