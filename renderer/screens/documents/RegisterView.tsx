// The register of documents: what was given, when, to whom and for which readers; found by any of its words or by its SHA-256.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { CopiesKept } from '@contract/register.ts';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { documentsGiven, type GivenDocument, recipientsOf } from '@domain/register.ts';
import type { DocumentKind, DocumentRequest } from '@domain/report/document-request.ts';
import { DOCUMENT_KINDS } from '@domain/report/document-request.ts';
import { matcherOf } from '@domain/writing/search-key.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { call } from '../../state/bridge.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { openFrozen, saveFrozen } from '../../state/giving.ts';
import { historyAction } from '../../state/history.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useReadOnly, useWindow } from '../../state/window-state.ts';
import { ChangesDialog } from './ChangedSince.tsx';

export function RegisterView({ turn }: { readonly turn: ReactNode }) {
  const { register: texts, file } = useTexts();
  const accompaniment = useAccompaniment();
  const given = useMemo(() => documentsGiven(accompaniment), [accompaniment]);
  const copies = useCopies(accompaniment.documents);
  const [compared, compare] = useState<GivenDocument | null>(null);
  const request = compared === null ? null : requestAgain(compared);
  return (
    <div className="screen">
      <ScreenHead title={texts.title} under={given.length === 0 ? undefined : texts.count(given.length)} actions={turn} />
      <p className="quiet given-about">
        {texts.about} {copies === null || given.length === 0 ? '' : texts.copies(file.size(copies.total), file.size(copies.maximum))}
      </p>
      {given.length === 0 ? (
        <Card>
          <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
        </Card>
      ) : (
        <GivenList accompaniment={accompaniment} given={given} onCompare={compare} />
      )}
      {compared === null || request === null ? null : (
        <ChangesDialog given={compared} asked={{ request, locale: compared.locale, level: compared.level }} onClose={() => compare(null)} />
      )}
    </div>
  );
}

type ListProps = {
  readonly accompaniment: Accompaniment;
  readonly given: readonly GivenDocument[];
  readonly onCompare: (document: GivenDocument) => void;
};

function GivenList({ accompaniment, given, onCompare }: ListProps) {
  const { register: texts, tables, shell } = useTexts();
  const [sought, setSought] = useState('');
  const shown = useMemo(() => {
    const matches = matcherOf(sought);
    const { kind } = tables.documents.choices;
    return given.filter((one) =>
      matches([one.title, one.fileName, kind[one.kind], recipientsOf(accompaniment, one), one.note, one.sha256].join(' ')),
    );
  }, [accompaniment, given, sought, tables]);
  return (
    <>
      <div className="list-filters given-filter">
        <TextField label={texts.filter} placeholder={texts.filter} value={sought} onChange={setSought} isLabelHidden />
      </div>
      <p className="visually-hidden" role="status">
        {texts.count(shown.length)}
      </p>
      <div className="card given-card">
        {shown.length === 0 ? <p className="given-none quiet">{texts.noMatch}</p> : null}
        <VirtualRows
          label={texts.title}
          rows={shown}
          keyOf={({ id }) => id}
          heightOf={() => 76}
          header={
            <>
              {(['on', 'what', 'to', 'level', 'mark'] as const).map((column) => (
                <span key={column} role="columnheader">
                  {texts.columns[column]}
                </span>
              ))}
              <span role="columnheader" className="visually-hidden">
                {shell.columnActions}
              </span>
            </>
          }
        >
          {(document) => <GivenCells accompaniment={accompaniment} document={document} onCompare={onCompare} />}
        </VirtualRows>
      </div>
    </>
  );
}

type CellsProps = Pick<ListProps, 'accompaniment' | 'onCompare'> & { readonly document: GivenDocument };

/** As much of a SHA-256 as tells two documents of a file apart. */
const SHORT_MARK = 12;

function GivenCells({ accompaniment, document, onCompare }: CellsProps) {
  const { register: texts, tables, levels } = useTexts();
  const locale = useLocale();
  const to = recipientsOf(accompaniment, document);
  return (
    <>
      <span role="cell" className="number">
        {formatDate(document.givenOn, 'listed', locale)}
      </span>
      <span role="cell" className="given-what">
        <b>{document.title}</b>
        <span className="small quiet">
          {tables.documents.choices.kind[document.kind]}
          {document.leftOut === '' ? '' : ` · ${tables.documents.fields.leftOut}\u202f: ${document.leftOut}`}
        </span>
        <span className="small">
          <InlineField
            of="documents.note"
            record={document}
            label={`${tables.documents.fields.note} (${document.title})`}
            placeholder={tables.documents.fields.note}
          />
        </span>
      </span>
      <span role="cell" className="given-to" title={to}>
        {to === '' ? <span className="quiet">{texts.nobody}</span> : to}
      </span>
      <span role="cell">{levels.readers[document.level]}</span>
      <span role="cell" className="given-mark">
        <code title={document.sha256}>{document.sha256.slice(0, SHORT_MARK)}</code>
        {document.copy === null ? <span className="small quiet">{texts.noCopy}</span> : null}
      </span>
      <span role="cell" className="cell-end">
        <RowMenu document={document} onCompare={onCompare} />
      </span>
    </>
  );
}

function RowMenu({ document, onCompare }: Omit<CellsProps, 'accompaniment'>) {
  const { register: texts, shell } = useTexts();
  const isReadOnly = useReadOnly();
  const { id, title, copy, lines } = document;
  return (
    <Menu
      label={texts.more(title)}
      actions={[
        ...(copy === null
          ? []
          : [
              { id: 'open', label: texts.openCopy, run: () => void openFrozen(id) },
              { id: 'save', label: texts.saveCopy, run: () => void saveFrozen(id) },
            ]),
        ...(lines === null || requestAgain(document) === null
          ? []
          : [{ id: 'compare', label: texts.compare, run: () => onCompare(document) }]),
        historyAction('documents', id),
        ...(isReadOnly
          ? []
          : [
              {
                id: 'remove',
                label: shell.remove,
                run: () => void removeWithUndo({ table: 'documents', id, said: texts.removed(title) }),
                isDanger: true,
              },
            ]),
      ]}
    />
  );
}

/** @returns the order by which the same document is made again; `null` for what is no document, or is about a session that is gone */
function requestAgain({ kind, sessionId, from, to }: GivenDocument): DocumentRequest | null {
  if (!isDocument(kind)) return null;
  if (kind === 'days' || kind === 'workbook') return { kind, from, to };
  return sessionId === null ? null : { kind, sessionId };
}

function isDocument(kind: GivenDocument['kind']): kind is DocumentKind {
  return DOCUMENT_KINDS.some((known) => known === kind);
}

/** Asks main, which holds the copies, and again when the register changes. */
function useCopies(documents: object): CopiesKept | null {
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const [copies, setCopies] = useState<CopiesKept | null>(null);
  useEffect(() => {
    if (documentId === null) return;
    void call('register.read', { documentId }).then((reply) => {
      if (reply.ok) setCopies(reply.value);
    });
    // eslint-disable-next-line react/exhaustive-deps -- a change of the records is the sign that sizes may have changed
  }, [documentId, documents]);
  return copies;
}
