// One action: what, who, for when; it opens on click.
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { byText } from '@domain/writing/sort.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { update } from '../../state/edit.ts';
import { useWanted } from '../../state/go-back.ts';
import { historyAction } from '../../state/history.ts';
import { onTables } from '../../state/on-tables.ts';
import { useTexts } from '../../state/texts.ts';
import { today, useToday } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

type Tables = 'people' | 'organisations';
type ActionRowProps = { readonly accompaniment: Pick<Accompaniment, Tables>; readonly action: RecordOf<'actions'> };

/** The words of the action; a press on who and when opens a small form. */
export const ActionRow = onTables(['people', 'organisations'], function ActionRow({ accompaniment, action }: ActionRowProps) {
  const { session: texts, shell, tables } = useTexts();
  const remove = () => void removeWithUndo({ table: 'actions', id: action.id, said: texts.actionRemoved(action.title) });
  const isDone = action.status === 'done';
  const setDone = (done: boolean) => void update('actions', action.id, { status: done ? 'done' : 'open', doneOn: done ? today() : null });
  return (
    <>
      <Tag tone={isDone ? 'neutral' : 'accent'} isFixed>
        {isDone ? texts.actionDoneTag : texts.action}
      </Tag>
      <InlineField of="actions.title" record={action} label={texts.actionText} />
      <WhoAndWhen accompaniment={accompaniment} action={action} />
      <Menu
        label={`${shell.more} (${action.title})`}
        actions={[
          {
            id: 'done',
            label: isDone ? tables.actions.choices.status.open : tables.actions.choices.status.done,
            run: () => setDone(!isDone),
          },
          historyAction('actions', action.id),
          { id: 'remove', label: shell.remove, run: remove, isDanger: true },
        ]}
      />
    </>
  );
});

function WhoAndWhen({ accompaniment, action }: ActionRowProps) {
  const { session: texts, shell } = useTexts();
  const locale = useLocale();
  const who = whoOf(accompaniment, action);
  const due = action.dueOn === null ? '' : formatDate(action.dueOn, 'plain', locale);
  const name = [who === '' ? texts.actionWhoNobody : who, due].filter((part) => part !== '').join(', ');
  const day = useToday(); // it turns late at midnight
  const isLate = action.status === 'open' && action.dueOn !== null && action.dueOn < day;
  const [isOpen, setOpen] = useState(false);
  useWanted(
    (place) => !isOpen && place === `actions/${action.id}/dueOn`,
    () => setOpen(true),
  );
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="outcome-who" aria-label={`${texts.actionWho} ${name}`}>
        <span className={who === '' ? 'quiet' : ''}>{who === '' ? texts.actionWhoNobody : who}</span>
        <span className={`outcome-due number${isLate ? ' outcome-late' : ''}`}>{due}</span>
      </AriaButton>
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog className="presence" aria-label={action.title}>
          <WhoFields accompaniment={accompaniment} action={action} />
          <div className="dialog-buttons">
            <Button slot="close">{shell.done}</Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function WhoFields({ accompaniment, action }: ActionRowProps) {
  const { session: texts, tables } = useTexts();
  const people = Object.values(accompaniment.people)
    .map((person) => ({
      id: person.id,
      label: [person.name, organisationOf(accompaniment, person.organisationId)].filter((part) => part !== '').join(', '),
    }))
    .toSorted(byText(({ label }) => label));
  const choose = (id: string | null): void => {
    const person = id === null ? undefined : accompaniment.people[id];
    void update('actions', action.id, { personId: person?.id ?? null, organisationId: person?.organisationId ?? null });
  };
  return (
    <>
      <InlineField of="actions.personId" record={action} label={texts.actionWho} options={people} keep={choose} />
      <InlineField of="actions.dueOn" record={action} label={texts.actionDue} />
      <Checkbox
        isSelected={action.status === 'done'}
        onChange={(done) => void update('actions', action.id, { status: done ? 'done' : 'open', doneOn: done ? today() : null })}
      >
        {tables.actions.choices.status.done}
      </Checkbox>
    </>
  );
}

function whoOf(accompaniment: Pick<Accompaniment, Tables>, action: RecordOf<'actions'>): string {
  const person = action.personId === null ? '' : (accompaniment.people[action.personId]?.name ?? '');
  return [person, organisationOf(accompaniment, action.organisationId)].filter((part) => part !== '').join(', ');
}

function organisationOf(accompaniment: Pick<Accompaniment, 'organisations'>, id: string | null): string {
  const organisation = id === null ? undefined : accompaniment.organisations[id];
  return organisation === undefined ? '' : organisation.shortName || organisation.name;
}
