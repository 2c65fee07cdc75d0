// Who did a step and when: read at a glance, changed in a small form.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWanted } from '../../state/go-back.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type StepDoneProps = {
  readonly accompaniment: Pick<Accompaniment, 'people'>;
  readonly step: RecordOf<'steps'>;
  readonly doneOn: CalendarDate;
};

export function StepDone({ accompaniment, step, doneOn }: StepDoneProps) {
  const { frame, shell } = useTexts();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  useWanted(
    (place) => !isOpen && place === `steps/${step.id}/doneOn`,
    () => setOpen(true),
  );
  const who = step.doneById === null ? '' : (accompaniment.people[step.doneById]?.name ?? '');
  const words = [who, formatDate(doneOn, 'plain', locale)].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Button kind="quiet" label={frame.stepDoneBy(step.title, words)} onPress={() => setOpen(true)}>
        <span className="small number">{words}</span>
      </Button>
      <Dialog title={step.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="field-stack">
          <InlineField of="steps.doneById" record={step} />
          <InlineField of="steps.doneOn" record={step} isClearable={false} />
          <div className="dialog-buttons">
            <Button kind="main" onPress={() => setOpen(false)}>
              {shell.done}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
