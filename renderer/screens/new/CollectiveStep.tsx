// Third step: the structures around the table, typed or pasted one per line.
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { MAP_CIRCLES } from '@domain/collective/circles.ts';
import { MOST_STRUCTURES } from '@domain/method/draft.ts';
import { longestOf } from '../../forms/field-path.ts';
import { Button } from '../../kit/Button.tsx';
import { pasteInto } from '../../kit/paste.ts';
import { Select } from '../../kit/Select.tsx';
import { isInHelp } from '../../state/help.ts';
import { keyOf } from '../../state/keys.ts';
import { say } from '../../state/messages.ts';
import { useTexts } from '../../state/texts.ts';
import { type NewOrganisation, structuresIn } from './new-form.ts';
import type { StepProps } from './NewScreen.tsx';

/** New structures are added at the foot of the list. */
export function CollectiveStep({ form, onChange }: StepProps) {
  const { start } = useTexts();
  const set = (organisations: readonly NewOrganisation[]): void => onChange({ organisations });
  const change = (key: string, part: Partial<NewOrganisation>): void =>
    set(form.organisations.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const withTyped = (typed: string): readonly NewOrganisation[] => [
    ...form.organisations,
    ...structuresIn(typed, form.organisations).map((one): NewOrganisation => ({ key: crypto.randomUUID(), ...one })),
  ];
  return (
    <>
      <h2 className="new-question">{start.collectiveQuestion}</h2>
      <p className="new-lead">{start.collectiveLead}</p>
      <div className="card structures">
        <ul>
          {form.organisations.map((one) => (
            <StructureRow
              key={one.key}
              structure={one}
              onChange={(part) => change(one.key, part)}
              onRemove={() => set(form.organisations.filter((other) => other.key !== one.key))}
            />
          ))}
        </ul>
        <NewStructure
          typed={form.structure}
          onType={(structure) => onChange({ structure })}
          onEnd={() => onChange({ organisations: withTyped(form.structure), structure: '' })}
          onPaste={(pasted) => {
            const all = withTyped(pasted);
            set(all);
            if (all.length >= MOST_STRUCTURES) say('bad', start.structuresFull(MOST_STRUCTURES));
          }}
        />
      </div>
    </>
  );
}

type RowProps = {
  readonly structure: NewOrganisation;
  readonly onChange: (part: Partial<NewOrganisation>) => void;
  readonly onRemove: () => void;
};

function StructureRow({ structure, onChange, onRemove }: RowProps) {
  const { start, tables } = useTexts();
  return (
    <li className="structure">
      <b className="structure-name">{structure.name}</b>
      <input
        className="structure-form"
        autoComplete="off"
        aria-label={start.structureForm(structure.name)}
        placeholder={start.structureFormPlaceholder}
        value={structure.legalForm}
        maxLength={longestOf('organisations.legalForm')}
        onPaste={pasteInto({ isMultiline: false, longest: longestOf('organisations.legalForm') })}
        onChange={(event) => onChange({ legalForm: event.target.value })}
      />
      <Select
        label={start.structureCircle(structure.name)}
        options={MAP_CIRCLES.map((id) => ({ id, label: tables.circleMoves.choices.circle[id] }))}
        value={structure.circle}
        onChange={(circle) => onChange({ circle })}
        isInline
      />
      <Button kind="icon" icon="close" label={start.removeStructure(structure.name)} onPress={onRemove} />
    </li>
  );
}

/** Characters of a pasted list: some hundred structures with their legal forms. */
const LONGEST_LIST = 50_000;

type NewProps = {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onEnd: () => void;
  readonly onPaste: (pasted: string) => void;
};

/** A name counts as soon as it is typed, since the user may change steps within the field. Enter, or leaving it, makes a row. */
function NewStructure({ typed, onType, onEnd, onPaste }: NewProps) {
  const { start } = useTexts();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (keyOf(event) === 'Enter') onEnd();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    const isList = /[\n\t]/u.test(pasted.trim());
    pasteInto({ isMultiline: false, longest: isList ? LONGEST_LIST : longestOf('organisations.name') })(event);
    if (event.defaultPrevented || !isList) return;
    event.preventDefault();
    onPaste(pasted);
  };
  return (
    <div className="structure structure-new">
      <input
        className="structure-input"
        autoComplete="off"
        aria-label={start.structureName}
        placeholder={start.structureName}
        value={typed}
        maxLength={longestOf('organisations.name')}
        autoFocus
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={paste}
        onBlur={({ relatedTarget }) => (isInHelp(relatedTarget) ? undefined : onEnd())}
      />
      <kbd>{start.enter}</kbd>
    </div>
  );
}
