// The history, of the whole file or of one record: who changed what and when, before and after, the newest first.
import { useEffect, useState } from 'react';
import type { HistoryPage } from '@contract/history.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { WordsOf } from '@domain/text/record-words.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { call } from '../../state/bridge.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { sayFailure } from '../../state/messages.ts';
import { useMoment } from '../../state/moment.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { actsOf, type HistoryAct } from './history-acts.ts';
import { recordName, toldFields } from './history-words.ts';
import './history.css';

export type HistoryRecord = { readonly table: TableName; readonly id: string };

/** `record`: `null` for the whole file. */
export function HistoryList({ record }: { readonly record: HistoryRecord | null }) {
  const { history: texts } = useTexts();
  const { known, more } = useHistory(record);
  if (known === null)
    return (
      <p className="quiet" role="status">
        {texts.loading}
      </p>
    );
  if (known.total === 0) return <EmptyState title={texts.emptyTitle} text={texts.emptyText} />;
  return (
    <>
      <ol className="history" aria-label={texts.list}>
        {actsOf(known.entries).map((act) => (
          <Act key={act.key} act={act} isNamed={record === null} />
        ))}
      </ol>
      <p className="history-foot quiet small number">
        {texts.shown(known.entries.length, known.total)}
        {known.entries.length < known.total ? (
          <Button kind="quiet" onPress={more}>
            {texts.more}
          </Button>
        ) : null}
      </p>
    </>
  );
}

/** The history is read again, from the newest change, whenever the file has changed. */
function useHistory(record: HistoryRecord | null) {
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const revision = useWindow((state) => state.project?.revision ?? 0);
  const [known, setKnown] = useState<HistoryPage | null>(null);
  const { table = null, id = null } = record ?? {};
  const read = async (skip: number): Promise<HistoryPage | null> => {
    if (documentId === null) return null;
    const reply = await call('history.read', { documentId, record: table === null || id === null ? null : { table, id }, skip });
    if (!reply.ok) sayFailure(reply.failure);
    return reply.ok ? reply.value : null;
  };
  useEffect(() => {
    void read(0).then(setKnown);
    // eslint-disable-next-line react/exhaustive-deps -- `read` is a new function at each render, and depends on these alone
  }, [documentId, revision, table, id]);
  const more = (): void => {
    const before = known;
    if (before === null) return;
    void read(before.entries.length).then((page) => {
      if (page !== null) setKnown({ entries: [...before.entries, ...page.entries], total: page.total });
    });
  };
  return { known, more };
}

/** So many changes of one act are shown at once. */
const MOST_SHOWN = 5;

/** What one act changed: its moment once, then each record. */
function Act({ act: { entries }, isNamed }: { readonly act: HistoryAct; readonly isNamed: boolean }) {
  const { history } = useTexts();
  const moment = useMoment();
  const [isWhole, setWhole] = useState(false);
  const [{ at, by }] = entries;
  const shown = isWhole ? entries : entries.slice(0, MOST_SHOWN);
  const count = entries.length === 1 ? '' : ` · ${history.changes(entries.length)}`;
  return (
    <li className="history-act">
      <p className="history-when small number">{`${moment(at)} · ${history.by(by)}${count}`}</p>
      {shown.map((entry) => (
        <Entry key={`${entry.table}/${entry.id}`} entry={entry} isNamed={isNamed} />
      ))}
      {shown.length < entries.length ? (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {history.moreOfAct(entries.length - shown.length)}
        </Button>
      ) : null}
    </li>
  );
}

function Entry({ entry, isNamed }: { readonly entry: HistoryEntry; readonly isNamed: boolean }) {
  const texts = useTexts();
  const locale = useLocale();
  const accompaniment = useAccompaniment();
  const words: WordsOf = { texts, locale, accompaniment };
  const { history } = texts;
  const verb = entry.before === null ? history.created : entry.after === null ? history.removed : history.changed;
  const how = entry.kind === 'do' ? verb : `${verb}, ${entry.kind === 'undo' ? history.undone : history.redone}`;
  const name = recordName(entry, words);
  return (
    <div className="history-entry">
      <p>
        {isNamed ? <b>{[texts.tables[entry.table].one, name].filter((part) => part !== '').join(' · ')}</b> : null}{' '}
        <span className="quiet">{how}</span>
      </p>
      <dl className="history-fields small">
        {toldFields(entry, words).map(({ name: field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            {entry.before === null ? null : <dd className="history-before">{before === '' ? <i>{history.nothing}</i> : before}</dd>}
            {entry.after === null ? null : <dd>{after === '' ? <i>{history.nothing}</i> : after}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}
