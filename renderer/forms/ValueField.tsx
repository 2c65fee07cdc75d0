// A field built from its declaration: its label, the control of its kind, its choices and its maximum length.
import type { ComponentProps } from 'react';
import { useTexts } from '../state/texts.ts';
import { type ControlProps, CONTROLS } from './Controls.tsx';
import { describedField } from './described-field.ts';
import type { Looks } from './field-looks.ts';
import type { FilledPath, ValueAt } from './field-path.ts';

export type ValueFieldProps<P extends FilledPath> = Looks<P> & {
  readonly of: P;
  readonly value: ValueAt<P> | null;
  readonly onChange: (value: ValueAt<P>) => void;
};

/** A controlled field, for values that are typed before their record exists. */
export function ValueField<P extends FilledPath>(props: ValueFieldProps<P>) {
  return <AnyField {...(props as unknown as ComponentProps<typeof AnyField>)} />; // each field gets a value of its own kind
}

type AnyFieldProps = Omit<ControlProps, 'described' | 'label'> & { readonly of: FilledPath; readonly label?: string };

/** The same, for code that treats all fields alike. */
export function AnyField({ of, label, ...props }: AnyFieldProps) {
  const described = describedField(of, useTexts());
  const Control = CONTROLS[described.plain.kind];
  return <Control {...props} described={described} label={label ?? described.label} />;
}
