// A list to tick: the steps of a phase, or its exit criteria.
import type { ReactNode } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { onTables } from '../../state/on-tables.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { NewLine } from './NewLine.tsx';
import { useAdding } from './use-adding.ts';
import { accompanistOf } from './accompanist.ts';
import type { PhaseProps } from './PhasePanel.tsx';
import { StepDone } from './StepDone.tsx';

type Kind = 'steps' | 'criteria';
type Line = { readonly id: string; readonly title: string; readonly doneOn: CalendarDate | null };

/** Ticking a line dates it; its words are edited on click. */
export function CheckList({ kind, accompaniment, phase, children }: PhaseProps & { readonly kind: Kind; readonly children?: ReactNode }) {
  const words = useWords(kind);
  const adding = useAdding(`${kind}.title`, phase.id);
  const lines: readonly Line[] =
    kind === 'steps'
      ? inOrder(Object.values(accompaniment.steps).filter((step) => step.phaseId === phase.id))
      : inOrder(Object.values(accompaniment.criteria).filter((one) => one.phaseId === phase.id)).map(({ id, title, metOn }) => ({
          id,
          title,
          doneOn: metOn,
        }));
  const done = lines.filter((line) => line.doneOn !== null).length;
  const add = (title: string) => create(kind, { phaseId: phase.id, title });
  return (
    <Card title={words.title} aside={lines.length === 0 ? null : <Tag>{words.count(done, lines.length)}</Tag>}>
      {lines.length === 0 && adding.turn === 0 ? <p className="quiet small">{words.empty}</p> : null}
      <LongList
        items={lines}
        keyOf={(line) => line.id}
        height={41}
        label={words.title}
        className="check-list"
        classOf={({ doneOn }) => lineLook(doneOn !== null)}
        end={
          adding.turn > 0 ? (
            <NewLine key={adding.turn} of={`${kind}.title`} under={phase.id} label={words.add} onAdd={add} onEnd={adding.end} />
          ) : null
        }
      >
        {({ id, title, doneOn }) => (
          <CheckLine
            kind={kind}
            id={id}
            title={title}
            doneOn={doneOn}
            step={kind === 'steps' ? accompaniment.steps[id] : undefined}
            accompaniment={accompaniment}
          />
        )}
      </LongList>
      <Button kind="quiet" onPress={adding.begin}>
        {words.add}
      </Button>
      {children}
    </Card>
  );
}

/** @returns the CSS class of a line that can be ticked. */
export function lineLook(isDone: boolean): string {
  return `check-line${isDone ? ' check-line-done' : ''}`;
}

type CheckLineProps = Line & {
  readonly kind: Kind;
  /** The whole step, if it is one. */
  readonly step: RecordOf<'steps'> | undefined;
  readonly accompaniment: Pick<Accompaniment, 'people'>;
};

const CheckLine = onTables(['people'], function CheckLine({ kind, id, title, doneOn, step, accompaniment }: CheckLineProps) {
  const words = useWords(kind);
  const locale = useLocale();
  const isDone = doneOn !== null;
  const tick = (done: boolean): void => {
    const on = done ? today() : null;
    const by = done ? accompanistOf(accompaniment) : null;
    void (kind === 'steps' ? update('steps', id, { doneOn: on, doneById: by }) : update('criteria', id, { metOn: on }));
  };
  const remove = () => void removeWithUndo({ table: kind, id, said: words.removed(title) });
  return (
    <>
      <Checkbox isSelected={isDone} onChange={tick} label={words.done(title)} />
      <InlineField of={`${kind}.title`} record={{ id, title }} label={words.name} />
      {doneOn === null ? null : step === undefined ? (
        <span className="small quiet number">{formatDate(doneOn, 'plain', locale)}</span>
      ) : (
        <StepDone accompaniment={accompaniment} step={step} doneOn={doneOn} />
      )}
      <Button kind="icon" icon="close" label={words.remove(title)} onPress={remove} />
    </>
  );
});

function useWords(kind: Kind) {
  const { frame } = useTexts();
  return kind === 'steps'
    ? {
        title: frame.steps,
        count: frame.stepsDone,
        empty: frame.stepsEmpty,
        add: frame.addStep,
        done: frame.stepDone,
        remove: frame.removeStep,
        removed: frame.stepRemoved,
        name: frame.stepTitle,
      }
    : {
        title: frame.criteria,
        count: frame.criteriaCount,
        empty: frame.criteriaEmpty,
        add: frame.addCriterion,
        done: frame.criterionMet,
        remove: frame.removeCriterion,
        removed: frame.criterionRemoved,
        name: frame.criterionTitle,
      };
}
