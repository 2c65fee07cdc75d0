// The register of a table on a screen: one row for each record, and a dialog in which a record is added or changed.
import { type ReactNode, useMemo, useState } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { type Late, lateOn } from '@domain/overview/late.ts';
import { inReadingOrder } from '@domain/reading-order.ts';
import { type AnyRecord, declarationOf, type FieldsOf, type RecordOf, type TableName } from '@domain/tables/tables.ts';
import { lateWords } from '@domain/text/late-words.ts';
import { titleOf, valueInWords } from '@domain/text/record-words.ts';
import { registerWordsOf } from '@domain/text/table-texts.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Menu } from '../kit/Menu.tsx';
import { VirtualRows } from '../kit/VirtualRows.tsx';
import { removeWithUndo } from '../state/acts.ts';
import { useAccompaniment } from '../state/edit.ts';
import { historyAction } from '../state/history.ts';
import { useTexts } from '../state/texts.ts';
import { today } from '../state/today.ts';
import { useLocale } from '../state/window-state.ts';
import { RecordForm } from './RecordForm.tsx';
import type { FormValues } from './record-values.ts';
import { useRecordForm } from './use-record-form.ts';
import './register.css';

type RegisterProps<T extends TableName> = {
  readonly table: T;
  /** The fields shown beside the title, one column each. */
  readonly columns: readonly (keyof FieldsOf<T> & string)[];
  /** The initial values of a new record. */
  readonly start: Partial<FormValues<T>>;
  /** The fields of the form in the dialog. */
  readonly children: ReactNode;
};

/** While it is empty, it explains what it is for. A press on a title opens that record. */
export function Register<T extends TableName>({ table, columns, start, children }: RegisterProps<T>) {
  const words = registerWordsOf(table, useTexts());
  const records = useRecordsInOrder(table);
  const [opened, setOpened] = useState<RecordOf<T> | 'new' | null>(null);
  const close = (): void => setOpened(null);
  const add = (
    <Button kind={records.length === 0 ? 'main' : 'plain'} icon="plus" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  );
  return (
    <section className="register">
      {records.length === 0 ? (
        <EmptyState title={words.emptyTitle} text={words.about}>
          {add}
        </EmptyState>
      ) : (
        <>
          <p className="quiet register-about">{words.about}</p>
          <RegisterRows table={table} columns={columns} records={records} onOpen={(record) => setOpened(record as RecordOf<T>)} />
          {add}
        </>
      )}
      {opened === null ? null : (
        <RecordDialog table={table} record={opened === 'new' ? null : opened} start={start} onClose={close}>
          {children}
        </RecordDialog>
      )}
    </section>
  );
}

function useRecordsInOrder(table: TableName): readonly AnyRecord[] {
  const accompaniment = useAccompaniment();
  const locale = useLocale();
  const texts = useTexts();
  return useMemo(() => inReadingOrder(table, { texts, locale, accompaniment }), [table, texts, locale, accompaniment]);
}

type RowsProps = {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly onOpen: (record: AnyRecord) => void;
};

function RegisterRows({ table, columns, records, onOpen }: RowsProps) {
  const { tables, shell } = useTexts();
  const accompaniment = useAccompaniment();
  const day = today();
  const late = useMemo(() => new Map(lateOn(accompaniment, day).map((one) => [one.record.id, one])), [accompaniment, day]);
  const names: Readonly<Record<string, string>> = tables[table].fields;
  return (
    <div className="card register-card">
      <VirtualRows
        label={tables[table].many}
        rows={records}
        keyOf={({ id }) => id}
        heightOf={() => 45}
        header={
          <>
            {[declarationOf(table).title, ...columns].map((field) => (
              <span key={field} role="columnheader">
                {names[field]}
              </span>
            ))}
            <span role="columnheader">
              <span className="visually-hidden">{shell.columnActions}</span>
            </span>
          </>
        }
      >
        {(record) => <RegisterCells table={table} columns={columns} record={record} late={late.get(record.id)} onOpen={onOpen} />}
      </VirtualRows>
    </div>
  );
}

type CellsProps = Omit<RowsProps, 'records'> & { readonly record: AnyRecord; readonly late: Late | undefined };

function RegisterCells({ table, columns, record, late, onOpen }: CellsProps) {
  const texts = useTexts();
  const locale = useLocale();
  const accompaniment = useAccompaniment();
  const words = registerWordsOf(table, texts);
  const title = titleOf(table, record, texts);
  const declared = declarationOf(table);
  const isTheTitle = (field: string): boolean =>
    record[declared.title] === '' && 'elseNamedBy' in declared && field === declared.elseNamedBy;
  const remove = () => void removeWithUndo({ table, id: record.id, said: words.removed(title) });
  return (
    <>
      <span role="cell" className="register-title">
        <button type="button" className="register-open" onClick={() => onOpen(record)}>
          {title}
        </button>
        {late === undefined ? null : (
          <span className="small register-late">{capitalised(lateWords(texts, late).why(formatDate(late.dueOn, 'plain', locale)))}</span>
        )}
      </span>
      {columns.map((field) => (
        <span key={field} role="cell" className="small cell-cut">
          {isTheTitle(field) ? null : valueInWords(table, field, record[field] ?? null, { texts, locale, accompaniment })}
        </span>
      ))}
      <span role="cell">
        <Menu
          label={words.moreOf(title)}
          actions={[historyAction(table, record.id), { id: 'remove', label: words.remove, run: remove, isDanger: true }]}
        />
      </span>
    </>
  );
}

type DialogProps<T extends TableName> = {
  readonly table: T;
  readonly record: RecordOf<T> | null;
  readonly start: Partial<FormValues<T>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function RecordDialog<T extends TableName>(props: DialogProps<T>) {
  const { one } = useTexts().tables[props.table];
  return (
    <Dialog title={capitalised(one)} isOpen onClose={props.onClose}>
      <DialogForm {...props} />
    </Dialog>
  );
}

function DialogForm<T extends TableName>({ table, record, start, onClose, children }: DialogProps<T>) {
  const words = registerWordsOf(table, useTexts());
  const form = useRecordForm(table, record, { start, onKept: onClose });
  return (
    <RecordForm form={form} act={words.keep} onCancel={onClose}>
      {children}
    </RecordForm>
  );
}
