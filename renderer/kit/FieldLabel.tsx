// The label of a field, which says whether it may stay empty.
import { Label } from 'react-aria-components';
import { useTexts } from '../state/texts.ts';

/** Fields are required unless it says otherwise. */
export function FieldLabel({ label, isOptional }: { readonly label: string; readonly isOptional?: boolean }) {
  const { shell } = useTexts();
  return (
    <Label className="field-label">
      {label}
      {isOptional ? <span className="field-optional">{shell.optional}</span> : null}
    </Label>
  );
}
