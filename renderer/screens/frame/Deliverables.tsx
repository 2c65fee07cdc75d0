// What a phase is expected to produce, and when it was handed over.
import { memo } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { today, useToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { lineLook } from './CheckList.tsx';
import { NewLine } from './NewLine.tsx';
import { useAdding } from './use-adding.ts';
import type { PhaseProps } from './PhasePanel.tsx';

/** A deliverable is ticked when it is handed over. */
export function Deliverables({ accompaniment, phase }: PhaseProps) {
  const { frame } = useTexts();
  const adding = useAdding('deliverables.title', phase.id);
  const own = inOrder(Object.values(accompaniment.deliverables).filter((one) => one.phaseId === phase.id));
  return (
    <Card title={frame.deliverables}>
      {own.length === 0 && adding.turn === 0 ? <p className="quiet small">{frame.deliverablesEmpty}</p> : null}
      <LongList
        items={own}
        keyOf={({ id }) => id}
        height={41}
        label={frame.deliverables}
        className="check-list"
        classOf={({ handedOverOn }) => lineLook(handedOverOn !== null)}
        end={
          adding.turn > 0 ? (
            <NewLine
              key={adding.turn}
              of="deliverables.title"
              under={phase.id}
              label={frame.addDeliverable}
              onAdd={(title) => create('deliverables', { phaseId: phase.id, title })}
              onEnd={adding.end}
            />
          ) : null
        }
      >
        {(deliverable) => <DeliverableLine deliverable={deliverable} />}
      </LongList>
      <Button kind="quiet" onPress={adding.begin}>
        {frame.addDeliverable}
      </Button>
    </Card>
  );
}

const DeliverableLine = memo(function DeliverableLine({ deliverable }: { readonly deliverable: RecordOf<'deliverables'> }) {
  const { frame } = useTexts();
  const isOver = deliverable.handedOverOn !== null;
  const tick = (done: boolean) => void update('deliverables', deliverable.id, { handedOverOn: done ? today() : null });
  const remove = () =>
    void removeWithUndo({ table: 'deliverables', id: deliverable.id, said: frame.deliverableRemoved(deliverable.title) });
  return (
    <>
      <Checkbox isSelected={isOver} onChange={tick} label={frame.markHandedOver(deliverable.title)} />
      <InlineField of="deliverables.title" record={deliverable} label={frame.deliverableTitle} />
      <DeliverableTag deliverable={deliverable} />
      <Button kind="icon" icon="close" label={frame.removeDeliverable(deliverable.title)} onPress={remove} />
    </>
  );
});

function DeliverableTag({ deliverable }: { readonly deliverable: RecordOf<'deliverables'> }) {
  const { frame } = useTexts();
  const locale = useLocale();
  const day = useToday();
  const { handedOverOn, dueOn } = deliverable;
  if (handedOverOn !== null) return <Tag tone="good">{frame.deliverableHandedOver(formatDate(handedOverOn, 'plain', locale))}</Tag>;
  if (dueOn === null) return <Tag>{frame.deliverableOpen}</Tag>;
  return <Tag tone={dueOn < day ? 'warn' : 'accent'}>{frame.deliverableDue(formatDate(dueOn, 'plain', locale))}</Tag>;
}
