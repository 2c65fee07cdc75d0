// What Home shows of a library that has been read: filters, table, next sessions, unreadable files.
import { useState } from 'react';
import type { Library } from '@contract/library.ts';
import { type HomeFilter, HOME_FILTERS, isUnder } from '@domain/overview/watch.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ListFilters } from '../../kit/ListFilters.tsx';
import { partOf } from '../../kit/Part.tsx';
import { openExample } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { ChooseFolder } from './ChooseFolder.tsx';
import { FindGone } from './GoneFiles.tsx';
import { countsOf, type LibrarySort, nextSessions, type Readable, sorted, sortedBy, withWords } from './library-view.ts';
import { UnreadableFiles } from './UnreadableFiles.tsx';
import { UpcomingCard } from './UpcomingCard.tsx';

/** Long lists bring code of their own; it is loaded while main reads the library. */
const LibraryTable = partOf(
  async () => (await import('./LibraryTable.tsx')).LibraryTable,
  () => null,
);

type BodyProps = {
  readonly library: Library;
  readonly onTime: (entryId: string) => void;
  readonly onListed: (reply: Result<Library>) => void;
};

/** Before the first accompaniment there is nothing to filter: explains what will appear here instead. */
export function LibraryBody({ library, onTime, onListed }: BodyProps) {
  const { home } = useTexts();
  const { readable, unreadable } = sorted(library.entries);
  const isReading = library.reading > 0; // the card stays mounted, so that a dialog begun in it goes on
  return (
    <div className="field-stack">
      {readable.length > 0 ? (
        <Accompaniments entries={readable} onTime={onTime} />
      ) : (
        <Card>
          <EmptyState title={isReading ? home.loading : home.emptyTitle} text={isReading ? '' : home.emptyText}>
            <Button onPress={() => void openExample()}>{home.example}</Button>
            <FindGone />
            <ChooseFolder onListed={onListed} />
          </EmptyState>
        </Card>
      )}
      {unreadable.length > 0 ? <UnreadableFiles entries={unreadable} /> : null}
    </div>
  );
}

type AccompanimentsProps = { readonly entries: readonly Readable[]; readonly onTime: (entryId: string) => void };

function Accompaniments({ entries, onTime }: AccompanimentsProps) {
  const { home, tables } = useTexts();
  const [filter, setFilter] = useState<HomeFilter>('all');
  const [sought, setSought] = useState('');
  const [sort, setSort] = useState<LibrarySort | null>(null);
  const named = withWords(entries, sought, ({ summary }) => tables.mission.choices.scheme[summary.scheme]);
  const counts = countsOf(named);
  const shown = named.filter(({ summary }) => isUnder(filter, summary));
  const showAll = (): void => {
    setFilter('all');
    setSought('');
  };
  return (
    <>
      <ListFilters
        label={home.filters}
        chips={HOME_FILTERS.map((id) => ({ id, label: home.filter[id], count: counts[id] }))}
        selected={filter}
        onSelect={setFilter}
        hint={home.filterText}
        sought={sought}
        onSought={setSought}
        shown={home.shown(shown.length)}
      />
      <div className="home-columns">
        {shown.length > 0 ? (
          <LibraryTable entries={sort === null ? shown : sortedBy(shown, sort)} sort={sort} onSort={setSort} onTime={onTime} />
        ) : (
          <Card>
            <EmptyState title={home.filterEmpty} text={sought.trim() === '' ? home.filterEmptyOf[filter] : ''}>
              <Button onPress={showAll}>{home.showAll}</Button>
            </EmptyState>
          </Card>
        )}
        <UpcomingCard sessions={nextSessions(shown)} />
      </div>
    </>
  );
}
