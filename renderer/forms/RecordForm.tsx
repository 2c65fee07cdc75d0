// A form that saves a whole record at once, with its buttons. When main refuses, it says why and keeps what was typed.
import type { ReactNode } from 'react';
import type { TableName } from '@domain/tables/tables.ts';
import { DialogButtons } from '../kit/DialogButtons.tsx';
import { Notice } from '../kit/Notice.tsx';
import { FormContext } from './form-context.ts';
import type { RecordFormState } from './use-record-form.ts';

type RecordFormProps<T extends TableName> = {
  readonly form: RecordFormState<T>;
  /** Label of the submit button. */
  readonly act: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  /** Rarely needed actions, on the other side of the row of buttons. */
  readonly aside?: ReactNode;
};

export function RecordForm<T extends TableName>({ form, act, onCancel, children, aside }: RecordFormProps<T>) {
  return (
    <FormContext value={form.fields}>
      <form className="field-stack" onSubmit={form.submit} noValidate>
        {children}
        {form.refusal === null ? null : (
          <Notice tone="bad" icon="error" isAnnounced>
            {form.refusal}
          </Notice>
        )}
        <DialogButtons onCancel={onCancel} act={act}>
          {aside}
        </DialogButtons>
      </form>
    </FormContext>
  );
}
