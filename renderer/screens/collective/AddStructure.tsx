// A structure that joins the collective: its name, its circle, the day it arrived.
import { useState } from 'react';
import type { Commands } from '@domain/commands/command.ts';
import { MAP_CIRCLES } from '@domain/collective/circles.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Field } from '../../forms/Field.tsx';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useRecordForm } from '../../forms/use-record-form.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { say } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';

/** Once the structure is added, opens its record, where the rest is filled in. */
export function AddStructure({ onClose }: { readonly onClose: () => void }) {
  const { collective: texts } = useTexts();
  return (
    <Dialog title={texts.addLabel} isOpen onClose={onClose}>
      <StructureForm onClose={onClose} />
    </Dialog>
  );
}

function StructureForm({ onClose }: { readonly onClose: () => void }) {
  const { collective: texts, shell } = useTexts();
  const [circle, setCircle] = useState<Commands['organisation.add']['circle']>('partners');
  const form = useRecordForm('organisations', null, {
    start: { arrivedOn: today() },
    problems: ({ arrivedOn }) => ({ arrivedOn: arrivedOn === null ? texts.arrivedOnMissing : null }),
    command: ({ name, legalForm, territory, arrivedOn }) => ({
      name: 'organisation.add',
      args: { name, legalForm, territory, circle, arrivedOn: arrivedOn as CalendarDate }, // `problems` refuses a missing date
    }),
    onKept: (changes, { name }) => {
      const added = changes.find((change) => change.table === 'organisations');
      if (added === undefined) return;
      say('good', texts.added(name.trim()));
      onClose();
      goTo({ screen: 'collective', organisationId: added.id });
    },
  });
  return (
    <RecordForm form={form} act={shell.add} onCancel={onClose}>
      <Field of="organisations.name" label={texts.name} missing={texts.nameMissing} autoFocus />
      <div className="field-row">
        <Field of="organisations.legalForm" />
        <Field of="organisations.territory" />
      </div>
      <div className="field-row">
        <Select
          label={texts.columnCircle}
          options={MAP_CIRCLES.map((id) => ({ id, label: texts.circle[id] }))}
          value={circle}
          onChange={setCircle}
        />
        <Field of="organisations.arrivedOn" isClearable={false} />
      </div>
    </RecordForm>
  );
}
