// One field in the form of a record.
import type { ComponentProps } from 'react';
import { useTexts } from '../state/texts.ts';
import { describedField, missingWords } from './described-field.ts';
import { useForm } from './form-context.ts';
import type { Looks } from './field-looks.ts';
import type { FilledPath } from './field-path.ts';
import { AnyField } from './ValueField.tsx';

type FieldProps<P extends FilledPath> = Omit<Looks<P>, 'error'> & {
  readonly of: P;
  /** Message when the field is required but empty; by default, the message for its kind. */
  readonly missing?: string;
};

/** Shows the value that the form holds, and a message if that value is missing or was refused. */
export function Field<P extends FilledPath>(props: FieldProps<P>) {
  return <BoundField {...props} />;
}

type BoundProps = Omit<ComponentProps<typeof AnyField>, 'value' | 'onChange' | 'error'> & { readonly missing?: string };

function BoundField({ of, missing, ...looks }: BoundProps) {
  const texts = useTexts();
  const { table, field, plain } = describedField(of, texts);
  const form = useForm(table, field);
  const trouble = form.troubleOf(field);
  const error = trouble.said ?? (trouble.isMissing ? (missing ?? missingWords(plain, texts)) : null);
  return <AnyField {...looks} of={of} value={form.valueOf(field)} onChange={(value) => form.change(field, value)} error={error} />;
}
