// First step: the scheme, the only answer that is required.
import { TABLES } from '@domain/tables/tables.ts';
import { ChoiceCards } from '../../kit/ChoiceCards.tsx';
import { useTexts } from '../../state/texts.ts';
import type { StepProps } from './NewScreen.tsx';

const SCHEMES = TABLES.mission.fields.scheme.choices;

/** Each scheme with one sentence. */
export function SchemeStep({ form, onChange }: StepProps) {
  const { start, words } = useTexts();
  return (
    <>
      <h2 className="new-question">{start.schemeQuestion}</h2>
      <p className="new-lead">{start.schemeLead}</p>
      <ChoiceCards
        label={start.schemeQuestion}
        choices={SCHEMES.map((id) => ({ id, name: words.schemeLong[id], words: words.schemeSummary[id] }))}
        value={form.scheme}
        onChange={(scheme) => onChange({ scheme })}
      />
    </>
  );
}
