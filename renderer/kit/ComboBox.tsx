// A text field with suggestions: choose a known text, or write a new one.
import { Button, ComboBox as AriaComboBox, FieldError, Input, Label, Popover, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Options } from './Options.tsx';
import { pasteInto } from './paste.ts';
import type { Option } from './Select.tsx';
import './field.css';
import './select.css';

type ComboBoxProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly text: string;
  /** In characters. */
  readonly longest: number;
  readonly onText: (text: string) => void;
  readonly onChoose: (id: string) => void;
  readonly openLabel: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
};

/** Calls `onText` whenever the text changes, and `onChoose` when one of `options` is chosen. */
export function ComboBox({ label, options, text, longest, onText, onChoose, openLabel, hint, error, autoFocus }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      allowsCustomValue
      menuTrigger="input"
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoFocus={autoFocus}
      defaultItems={options}
    >
      <Label className="field-label">{label}</Label>
      <div className="field-box combo-box">
        <Input className="combo-input" autoComplete="off" maxLength={longest} onPaste={pasteInto({ isMultiline: false, longest })} />
        <Button className="combo-button" aria-label={openLabel}>
          <Icon name="down" size={14} />
        </Button>
      </div>
      {hint && !error ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover" offset={4}>
        <Options count={options.length} />
      </Popover>
    </AriaComboBox>
  );
}
