// The documents attached to a session, or to the whole file: dropped or chosen, opened, saved, named, removed.
import { type DragEvent, useEffect, useState } from 'react';
import type { Attached } from '@contract/attachments.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { agreedLevel } from '@domain/levels/for-readers.ts';
import type { Level } from '@domain/levels/level.ts';
import { InlineField } from '../forms/InlineField.tsx';
import { LevelField } from '../forms/LevelField.tsx';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { removeWithUndo } from '../state/acts.ts';
import { attachDropped, chooseAttachment, openAttachment } from '../state/attachments.ts';
import { call } from '../state/bridge.ts';
import { openDialog } from '../state/dialog.ts';
import { useAccompaniment } from '../state/edit.ts';
import { historyAction } from '../state/history.ts';
import { useTexts } from '../state/texts.ts';
import { useReadOnly, useWindow } from '../state/window-state.ts';
import './attachments.css';
import { by, lastFirst } from '@domain/ordering.ts';

type Attachment = RecordOf<'attachments'>;
/** `sessionId`: shows the documents of one session; `null` shows all those of the file. */
type AttachmentsProps = { readonly sessionId: string | null };

/** The list of attached documents, onto which others can be dropped. */
export function Attachments({ sessionId }: AttachmentsProps) {
  const { attachments: texts, file } = useTexts();
  const accompaniment = useAccompaniment();
  const { attachments, sessions } = accompaniment;
  const agreed = agreedLevel(accompaniment);
  const isReadOnly = useReadOnly();
  const attached = useAttached(attachments);
  const { isOver, zone } = useDrop(sessionId, isReadOnly);
  const shown = Object.values(attachments)
    .filter((one) => sessionId === null || one.sessionId === sessionId)
    .toSorted(
      lastFirst(
        by(
          ({ addedAt }) => addedAt,
          ({ id }) => id,
        ),
      ),
    );
  return (
    <div className={`attachments${isOver ? ' attachments-over' : ''}`} data-testid="attachments" {...zone}>
      {shown.length === 0 ? <p className="quiet small">{texts.emptyText}</p> : null}
      <ul aria-label={texts.list}>
        {shown.map((attachment) => (
          <Row
            key={attachment.id}
            attachment={attachment}
            inherited={sessions[attachment.sessionId ?? '']?.level ?? agreed}
            size={file.size(attached?.bytes[attachment.sha256] ?? 0)}
          />
        ))}
      </ul>
      {isReadOnly ? null : (
        <p className="attachments-add small">
          <Button kind="quiet" icon="plus" onPress={() => void chooseAttachment(sessionId)}>
            {texts.add}
          </Button>
          <span className="quiet">{texts.drop}</span>
        </p>
      )}
      {sessionId === null && attached !== null ? (
        <p className="quiet small number">{texts.total(file.size(attached.total), file.size(attached.maximum))}</p>
      ) : null}
    </div>
  );
}

type RowProps = { readonly attachment: Attachment; readonly size: string; readonly inherited: Level };

function Row({ attachment, size, inherited }: RowProps) {
  const { attachments: texts, shell } = useTexts();
  const { id, name } = attachment;
  return (
    <li className="attachment">
      <Icon name="document" />
      <span className="attachment-words">
        <Button kind="quiet" onPress={() => void openAttachment(id)}>
          {name}
        </Button>
        <InlineField of="attachments.note" record={attachment} label={`${texts.note} (${name})`} placeholder={texts.notePlaceholder} />
        <span className="quiet small">
          <LevelField
            of="attachments.level"
            record={attachment}
            inherited={inherited}
            isOfSession={attachment.sessionId !== null}
            isInline
          />
        </span>
      </span>
      <span className="quiet small number">{size}</span>
      <Menu
        label={texts.more(name)}
        actions={[
          { id: 'open', label: texts.open, run: () => void openAttachment(id) },
          { id: 'save', label: texts.save, run: () => openDialog({ kind: 'giving', what: { kind: 'attachment', attachmentId: id } }) },
          historyAction('attachments', id),
          {
            id: 'remove',
            label: shell.remove,
            run: () => void removeWithUndo({ table: 'attachments', id, said: texts.removed(name) }),
            isDanger: true,
          },
        ]}
      />
    </li>
  );
}

/** Asks main for the sizes, since it holds the contents; asks again when the records change. */
function useAttached(attachments: object): Attached | null {
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const [attached, setAttached] = useState<Attached | null>(null);
  useEffect(() => {
    if (documentId === null) return;
    void call('attachments.read', { documentId }).then((reply) => {
      if (reply.ok) setAttached(reply.value);
    });
    // eslint-disable-next-line react/exhaustive-deps -- a change of the records is the sign that sizes may have changed
  }, [documentId, attachments]);
  return attached;
}

function useDrop(sessionId: string | null, isReadOnly: boolean) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(!isReadOnly);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isReadOnly) void attachDropped([...event.dataTransfer.files], sessionId);
  };
  return { isOver, zone: { onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop } };
}
