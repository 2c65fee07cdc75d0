// The history of one record, over the screen that shows it.
import { declarationOf, type AnyRecord, type TableName } from '@domain/tables/tables.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { useAccompaniment } from '../state/edit.ts';
import { useTexts } from '../state/texts.ts';
import { partOf } from '../kit/Part.tsx';

const HistoryList = partOf(async () => (await import('../screens/file/HistoryList.tsx')).HistoryList);

/** Shows nothing until a history is asked for. */
export function HistoryDialog() {
  const { history, tables } = useTexts();
  const accompaniment = useAccompaniment();
  const record = useDialog('history');
  if (record === null) return null;
  const close = (): void => closeDialog('history');
  return (
    <Dialog
      title={history.ofRecord(nameOf(accompaniment, record.table, record.id) || tables[record.table].one)}
      isOpen
      onClose={close}
      isWide
    >
      <HistoryList record={record} />
    </Dialog>
  );
}

function nameOf(accompaniment: object, table: TableName, id: string): string {
  // The accompaniment holds the rows of each of its tables.
  const rows = (accompaniment as Readonly<Record<string, Readonly<Record<string, AnyRecord>> | undefined>>)[table];
  return String(rows?.[id]?.[declarationOf(table).title] ?? '');
}
