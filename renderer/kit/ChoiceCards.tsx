// A choice among a few options, each with a sentence that explains it.
import { Radio, RadioGroup } from 'react-aria-components';
import './checkbox.css';

export type ChoiceCard<K extends string> = { readonly id: K; readonly name: string; readonly words: string };

type ChoiceCardsProps<K extends string> = {
  readonly label: string;
  readonly choices: readonly ChoiceCard<K>[];
  readonly value: K | null;
  readonly onChange: (value: K) => void;
};

/** Chooses one of `choices`; arrow keys move between them. */
export function ChoiceCards<K extends string>({ label, choices, value, onChange }: ChoiceCardsProps<K>) {
  const choose = (id: string): void => {
    const chosen = choices.find((choice) => choice.id === id);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <RadioGroup aria-label={label} className="choice-cards" value={value} onChange={choose}>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="choice-card">
          <span className="choice-dot" aria-hidden="true" />
          <span>
            <span className="choice-name">{choice.name}</span>
            <span className="choice-words">{choice.words}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
