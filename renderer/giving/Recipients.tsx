// To whom something is given: groups in one press, people one by one, others in words.
import { useState } from 'react';
import { belongingOf } from '@domain/collective/presence.ts';
import type { Accompaniment } from '@domain/document.ts';
import { by } from '@domain/ordering.ts';
import { recipientGroups, readersOn } from '@domain/levels/readers.ts';
import { TABLES, type RecordOf } from '@domain/tables/tables.ts';
import { searchKey } from '@domain/writing/search-key.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { LongList } from '../kit/LongList.tsx';
import { Notice } from '../kit/Notice.tsx';
import { TextField } from '../kit/TextField.tsx';
import { failureSentence, useTexts } from '../state/texts.ts';
import { today } from '../state/today.ts';
import type { GivingChoice } from './use-giving.ts';
import './giving.css';

type RecipientsProps = { readonly accompaniment: Accompaniment; readonly sessionId: string | null; readonly choice: GivingChoice };

/** What is chosen in a few words; pressing it opens the list. */
export function Recipients(props: RecipientsProps) {
  const { register: texts, shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { giving, beyond, withoutBeyond } = props.choice;
  const summary = useSummary(props);
  return (
    <div className="field">
      <span className="field-label">{texts.toWhom}</span>
      <button type="button" className="field-box giving-button" onClick={() => setOpen(true)} aria-label={`${texts.choose} (${summary})`}>
        {summary}
      </button>
      {giving.others === '' ? null : <p className="small quiet">{giving.others}</p>}
      {beyond === null ? null : (
        <Notice tone="warn" icon="alert" isAnnounced>
          {failureSentence(beyond)}{' '}
          {withoutBeyond === null ? null : (
            <Button kind="quiet" onPress={withoutBeyond}>
              {texts.withoutBeyond}
            </Button>
          )}
        </Notice>
      )}
      <Dialog title={texts.choose} isOpen={isOpen} onClose={() => setOpen(false)}>
        <RecipientList {...props} />
        <div className="dialog-buttons">
          <Button kind="main" onPress={() => setOpen(false)}>
            {shell.done}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

/** The name of the group that is exactly chosen, or how many people are. */
function useSummary({ accompaniment, sessionId, choice: { giving } }: RecipientsProps): string {
  const { register: texts } = useTexts();
  const { personIds } = giving;
  if (personIds.length === 0) return giving.others === '' ? texts.chosen(0) : texts.others;
  const group = recipientGroups(accompaniment, { sessionId, on: today() }).find((one) => isSame(one.personIds, personIds));
  return group === undefined ? texts.chosen(personIds.length) : texts.chosenAs(texts.groups[group.group], personIds.length);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function RecipientList({ accompaniment, sessionId, choice }: RecipientsProps) {
  const { register: texts } = useTexts();
  const { giving, change } = choice;
  const on = today();
  const mayRead = readersOn(accompaniment, on);
  const chosen = new Set(giving.personIds);
  const people = Object.values(accompaniment.people).toSorted(
    by(
      (person) => searchKey(belongingOf(accompaniment, person)),
      ({ name }) => searchKey(name),
    ),
  );
  const toggle = ({ id }: RecordOf<'people'>, isChosen: boolean): void =>
    change({ personIds: isChosen ? [...giving.personIds, id] : giving.personIds.filter((one) => one !== id) });
  return (
    <>
      <div className="giving-groups">
        {recipientGroups(accompaniment, { sessionId, on }).map(({ group, personIds }) => (
          <Button key={group} onPress={() => change({ personIds })}>
            {texts.chosenAs(texts.groups[group], personIds.length)}
          </Button>
        ))}
        {chosen.size === 0 ? null : (
          <Button kind="quiet" onPress={() => change({ personIds: [] })}>
            {texts.none}
          </Button>
        )}
      </div>
      <LongList items={people} keyOf={({ id }) => id} height={44} label={texts.recipients} className="giving-people">
        {(person) => (
          <Checkbox isSelected={chosen.has(person.id)} onChange={(isChosen) => toggle(person, isChosen)}>
            <span>{person.name}</span>{' '}
            <span className="small quiet">
              {[belongingOf(accompaniment, person), mayRead(person, giving.level) ? '' : texts.cannotRead].filter(Boolean).join(' · ')}
            </span>
          </Checkbox>
        )}
      </LongList>
      <TextField
        label={texts.others}
        value={giving.others}
        onChange={(others) => change({ others })}
        maxLength={TABLES.documents.fields.others.max}
        hint={texts.othersHint}
        isOptional
      />
    </>
  );
}
