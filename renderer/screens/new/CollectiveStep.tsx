// Third step: the structures around the table, typed or pasted one per line.
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Select } from '../../kit/Select.tsx';
import { useTexts } from '../../state/texts.ts';
import { namesOf, type NewOrganisation } from './new-form.ts';
import type { StepProps } from './NewScreen.tsx';

const CIRCLES = ['core', 'partners', 'network'] as const;

/** A list that grows at its foot. */
export function CollectiveStep({ form, onChange }: StepProps) {
  const { start } = useTexts();
  const set = (organisations: readonly NewOrganisation[]): void => onChange({ organisations });
  const change = (key: string, part: Partial<NewOrganisation>): void =>
    set(form.organisations.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = (pasted: string): void => {
    const added = namesOf(pasted, form.organisations).map((name): NewOrganisation => ({
      key: crypto.randomUUID(),
      name,
      legalForm: '',
      circle: 'core',
    }));
    set([...form.organisations, ...added]);
  };
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
        <NewStructure onAdd={add} />
      </div>
    </>
  );
}

type RowProps = { readonly structure: NewOrganisation; readonly onChange: (part: Partial<NewOrganisation>) => void; readonly onRemove: () => void };

function StructureRow({ structure, onChange, onRemove }: RowProps) {
  const { start, words } = useTexts();
  return (
    <li className="structure">
      <b className="structure-name">{structure.name}</b>
      <input
        className="structure-form"
        aria-label={start.structureForm(structure.name)}
        placeholder={start.structureFormPlaceholder}
        value={structure.legalForm}
        maxLength={120}
        onChange={(event) => onChange({ legalForm: event.target.value })}
      />
      <Select
        label={start.structureCircle(structure.name)}
        options={CIRCLES.map((id) => ({ id, label: words.circle[id] }))}
        value={structure.circle}
        onChange={(circle) => onChange({ circle })}
        isInline
      />
      <Button kind="icon" icon="close" label={start.removeStructure(structure.name)} onPress={onRemove} />
    </li>
  );
}

function NewStructure({ onAdd }: { readonly onAdd: (pasted: string) => void }) {
  const { start } = useTexts();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = (pasted: string): void => {
    if (pasted.trim() === '') return;
    onAdd(pasted);
    setName('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') add(name);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text');
    if (!/\n/u.test(pasted.trim())) return;
    event.preventDefault();
    add(pasted);
  };
  return (
    <div className="structure structure-new">
      <input
        ref={field}
        className="structure-input"
        aria-label={start.structureName}
        placeholder={start.structureName}
        value={name}
        maxLength={300}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          if (name.trim() !== '') onAdd(name);
          setName('');
        }}
      />
      <kbd>{start.enter}</kbd>
    </div>
  );
}
