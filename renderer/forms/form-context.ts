// What a form tells the fields inside it.
import { createContext, useContext, useEffect } from 'react';
import type { FieldValue, TableName } from '@domain/tables/tables.ts';

/** `isMissing`: the field is required but empty. `said`: the message about a problem or a refusal. */
export type Trouble = { readonly isMissing: boolean; readonly said: string | null };

export type FormOfFields = {
  readonly table: TableName;
  readonly valueOf: (field: string) => FieldValue;
  readonly change: (field: string, value: FieldValue) => void;
  readonly troubleOf: (field: string) => Trouble;
  /** Registers a visible field; @returns a function that unregisters it */
  readonly show: (field: string) => () => void;
};

export const FormContext = createContext<FormOfFields | null>(null);

/** Registers a field of `table` as visible. @returns the form around it */
export function useForm(table: TableName, field: string): FormOfFields {
  const form = useContext(FormContext);
  if (form === null || form.table !== table) throw new Error(`A field of ${table} stands in no form of its table.`);
  const { show } = form;
  useEffect(() => show(field), [show, field]);
  return form;
}
