// A structure that joins the collective: its name, its circle, the day it arrived.
import { useState } from 'react';
import type { Commands } from '@domain/commands/command.ts';
import { MAP_CIRCLES } from '@domain/collective/circles.ts';
import type { CalendarDate } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { say } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { run } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { today, useDayChange } from '../../state/today.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** Opens its record once it is there: the rest is written in it. */
export function AddStructure({ onClose }: { readonly onClose: () => void }) {
  const { collective: texts } = useTexts();
  return (
    <Dialog title={texts.addLabel} isOpen onClose={onClose}>
      <StructureForm onClose={onClose} />
    </Dialog>
  );
}

type StructureDraft = Omit<Commands['organisation.add'], 'arrivedOn'> & { readonly arrivedOn: CalendarDate | null };

function StructureForm({ onClose }: { readonly onClose: () => void }) {
  const { collective: texts, shell } = useTexts();
  const [form, setForm] = useState<StructureDraft>({ name: '', legalForm: '', territory: '', circle: 'partners', arrivedOn: today() });
  useDayChange((before, now) => setForm((held) => (held.arrivedOn === before ? { ...held, arrivedOn: now } : held)));
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<StructureDraft>): void => setForm({ ...form, ...part });
  const name = form.name.trim();
  const submit = useSubmit(async () => {
    setTried(true);
    if (name === '' || form.arrivedOn === null) return;
    const { legalForm, territory, circle, arrivedOn } = form;
    const changes = await run({
      name: 'organisation.add',
      args: { name, legalForm: legalForm.trim(), territory: territory.trim(), circle, arrivedOn },
    });
    const added = changes?.find((change) => change.table === 'organisations');
    if (added === undefined) return;
    say('good', texts.added(name));
    onClose();
    goTo({ screen: 'collective', organisationId: added.id });
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <TextField
        label={texts.name}
        value={form.name}
        onChange={(typed) => set({ name: typed })}
        error={isTried && name === '' ? texts.nameMissing : null}
        maxLength={300}
        autoFocus
      />
      <div className="field-row">
        <TextField label={texts.legalForm} value={form.legalForm} onChange={(legalForm) => set({ legalForm })} maxLength={120} isOptional />
        <TextField label={texts.territory} value={form.territory} onChange={(territory) => set({ territory })} maxLength={300} isOptional />
      </div>
      <div className="field-row">
        <Select
          label={texts.columnCircle}
          options={MAP_CIRCLES.map((id) => ({ id, label: texts.circle[id] }))}
          value={form.circle}
          onChange={(circle) => set({ circle })}
        />
        <DateField
          label={texts.arrivedOn}
          value={form.arrivedOn}
          onChange={(arrivedOn) => set({ arrivedOn })}
          error={isTried && form.arrivedOn === null ? texts.arrivedOnMissing : null}
          isLive
        />
      </div>
      <DialogButtons onCancel={onClose} act={shell.add} />
    </form>
  );
}
