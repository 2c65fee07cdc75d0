// The questions about who works here, asked at the first start and again whenever one wants to change the answers.
import { parseDayLength } from '@domain/time/parse-days.ts';
import { TABLES } from '@domain/tables/tables.ts';
import { longestOf } from '../../forms/field-path.ts';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useTexts } from '../../state/texts.ts';
import type { ProfileForm } from './profile-draft.ts';

const SCHEMES = TABLES.profile.fields.scheme.choices;

type PartProps = { readonly form: ProfileForm };

/** Only the name must be answered. */
export function WhoFields({ form: { draft, set } }: PartProps) {
  const { welcome } = useTexts();
  return (
    <>
      <TextField
        label={welcome.name}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={draft.isTried && draft.name.trim() === '' ? welcome.nameMissing : null}
        maxLength={longestOf('profile.name')}
        autoFocus
      />
      <TextField
        label={welcome.function}
        value={draft.function}
        onChange={(value) => set({ function: value })}
        hint={welcome.functionHint}
        maxLength={longestOf('profile.function')}
        isOptional
      />
      <TextField
        label={welcome.firm}
        value={draft.organisation}
        onChange={(organisation) => set({ organisation })}
        hint={welcome.firmHint}
        maxLength={longestOf('profile.organisation')}
        isOptional
      />
    </>
  );
}

/** How long a day is, and under which scheme one works most. */
export function HabitFields({ form: { draft, set } }: PartProps) {
  const { welcome, words } = useTexts();
  return (
    <>
      <TextField
        label={welcome.day}
        value={draft.day}
        onChange={(day) => set({ day })}
        hint={welcome.dayHint}
        error={draft.isTried && parseDayLength(draft.day) === null ? welcome.dayUnreadable : null}
      />
      <Select
        label={welcome.scheme}
        options={SCHEMES.map((id) => ({ id, label: words.schemeLong[id] }))}
        value={draft.scheme}
        onChange={(scheme) => set({ scheme })}
      />
    </>
  );
}
