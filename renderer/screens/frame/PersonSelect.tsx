// One of the people of the accompaniment, or nobody.
import type { Accompaniment } from '@domain/document.ts';
import { Select } from '../../kit/Select.tsx';
import { useTexts } from '../../state/texts.ts';

const NOBODY = 'nobody';

type PersonSelectProps = {
  readonly label: string;
  readonly accompaniment: Accompaniment;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
};

export function PersonSelect({ label, accompaniment, value, onChange }: PersonSelectProps) {
  const { shell } = useTexts();
  const people = Object.values(accompaniment.people)
    .map(({ id, name }) => ({ id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      label={label}
      options={[{ id: NOBODY, label: shell.none }, ...people]}
      value={value ?? NOBODY}
      onChange={(id) => onChange(id === NOBODY ? null : id)}
    />
  );
}

/** @returns who accompanies: the first one proposed for what is ticked; `null` when nobody is noted. */
export function accompanistOf({ people }: Accompaniment): string | null {
  return Object.values(people).find((person) => person.role === 'accompanist')?.id ?? null;
}
