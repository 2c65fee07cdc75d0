// One field of a record on a page: it looks like text, becomes editable on a click and saves itself.
import type { ComponentProps } from 'react';
import type { FieldValues } from '@domain/commands/command.ts';
import type { FieldValue, RecordOf } from '@domain/tables/tables.ts';
import { InlineText } from '../kit/InlineText.tsx';
import { update } from '../state/edit.ts';
import { useTexts } from '../state/texts.ts';
import { describedField } from './described-field.ts';
import type { Looks } from './field-looks.ts';
import type { FieldAt, KindAt, PathOf, TableAt, ValueAt } from './field-path.ts';
import { AnyField } from './ValueField.tsx';

/** The fields that can be edited on a page. Not figures: the text that is typed for a figure is not its value yet. */
export type InlinePath = PathOf<'text' | 'choice' | 'date' | 'clock' | 'flag' | 'reference'>;

type InlineFieldProps<P extends InlinePath> = (KindAt<P> extends 'text' ? InlineTextLooks : Looks<P> & Kept<ValueAt<P>>) & {
  readonly of: P;
  readonly record: Pick<RecordOf<TableAt<P>>, 'id' | FieldAt<P>>;
};
/** `keep` is called instead of updating the record, for a change that affects more than this field. */
type Kept<Value> = { readonly keep?: (value: Value) => void | Promise<boolean> };
type InlineTextLooks = Pick<ComponentProps<typeof InlineText>, 'placeholder' | 'look' | 'autoFocus'> & { readonly label?: string };
type AnyProps = InlineTextLooks &
  Omit<ComponentProps<typeof AnyField>, 'of' | 'value' | 'onChange'> & {
    readonly of: InlinePath;
    readonly record: { readonly id: string; readonly [field: string]: FieldValue };
    readonly keep?: (value: FieldValue) => void | Promise<boolean>;
  };

/** Give it the id of its record as `key` if it can come to show another record. */
export function InlineField<P extends InlinePath>(props: InlineFieldProps<P>) {
  return <Inline {...(props as unknown as AnyProps)} />; // each field gets the props for its own kind
}

function Inline({ of, record, keep, look, label, ...looks }: AnyProps) {
  const described = describedField(of, useTexts());
  const { table, field, plain } = described;
  const place = `${table}/${record.id}/${field}`;
  const keepValue = async (value: FieldValue) => (await update(table, record.id, { [field]: value } as FieldValues)) !== null;
  if (plain.kind === 'text')
    return (
      <InlineText
        label={label ?? described.label}
        value={String(record[field] ?? '')}
        place={place}
        keep={keepValue}
        placeholder={looks.placeholder}
        look={look}
        autoFocus={looks.autoFocus}
        isMultiline={plain.prose}
        maxLength={plain.max}
      />
    );
  return <AnyField {...looks} of={of} label={label} value={record[field] ?? null} onChange={keep ?? keepValue} place={place} />;
}
