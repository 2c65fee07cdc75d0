// The record of one structure: what it is, who is there, what it has agreed on, how it moved.
import { useState } from 'react';
import { type Circle, lastPassage } from '@domain/collective/circles.ts';
import { openMatters } from '@domain/collective/mandates.ts';
import { formatDate } from '@domain/format/dates.ts';
import { TABLES } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { historyAction } from '../../state/history.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { StructureProps } from './collective-view.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { RemoveStructure } from './RemoveStructure.tsx';
import { StructureRegister } from './StructureRegister.tsx';
import { StructureFacts } from './StructureFacts.tsx';
import { StructureMandates } from './StructureMandates.tsx';
import { StructureMoves } from './StructureMoves.tsx';
import { StructurePeople } from './StructurePeople.tsx';

/** Reads like a page; each part opens on click. */
export function StructurePanel({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const isDouble = view.doubles.has(organisation.id);
  return (
    <>
      <div className="panel-head">
        <h2 className="visually-hidden">{organisation.name}</h2>
        <InlineField key={organisation.id} of="organisations.name" record={organisation} label={texts.name} look="subtitle" />
        <Button kind="icon" icon="close" label={texts.closePanel} onPress={() => goTo({ screen: 'collective' })} />
      </div>
      <CircleLine view={view} organisation={organisation} />
      <StructureActions view={view} organisation={organisation} />
      {isDouble ? (
        <Notice tone="warn" icon="alert">
          {texts.sameName} {texts.sameNameHint}
        </Notice>
      ) : null}
      <StructureFacts key={`facts-${organisation.id}`} organisation={organisation} />
      <StructurePeople view={view} organisation={organisation} />
      <StructureMandates view={view} organisation={organisation} open={openMatters(view.mandatesOf, organisation.id, view.today)} />
      <StructureRegister table="commitments" view={view} organisation={organisation} />
      <StructureRegister table="functions" view={view} organisation={organisation} />
      <StructureMoves view={view} organisation={organisation} />
    </>
  );
}

/** The present circle of the structure, and since when. */
function CircleLine({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const circle = view.circleOf(organisation.id);
  const since = lastPassage(view.movesOf(organisation.id), view.today)?.move.on ?? organisation.arrivedOn;
  const where = texts.inCircle[circle ?? 'none'];
  return (
    <p className="small quiet panel-circle">
      {circle === null || since === null ? where : texts.sinceDay(where, formatDate(since, 'long', locale))}
    </p>
  );
}

function StructureActions({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const [target, setTarget] = useState<Circle | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const current = view.circleOf(organisation.id);
  return (
    <div className="panel-actions">
      <Menu
        label={texts.moveTo}
        words={texts.moveTo}
        actions={TABLES.circleMoves.fields.circle.choices
          .filter((circle) => circle !== current)
          .map((circle) => ({ id: circle, label: texts.moveToCircle[circle], run: () => setTarget(circle) }))}
      />
      <Menu
        label={texts.moreOf(organisation.name)}
        actions={[
          historyAction('organisations', organisation.id),
          { id: 'remove', label: texts.remove, run: () => setRemoving(true), isDanger: true },
        ]}
      />
      {target === null ? null : <MoveDialog organisation={organisation} move={null} circle={target} onClose={() => setTarget(null)} />}
      {isRemoving ? <RemoveStructure view={view} organisation={organisation} onClose={() => setRemoving(false)} /> : null}
    </div>
  );
}
