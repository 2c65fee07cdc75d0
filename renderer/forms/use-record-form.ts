// The state of a record's form: what is typed, what is missing or refused, and how it is submitted.
import { useCallback, useRef, useState } from 'react';
import type { Command } from '@domain/commands/command.ts';
import type { Change } from '@domain/document.ts';
import { type Field, plainField } from '@domain/tables/field.ts';
import type { CalendarDate } from '@domain/units.ts';
import { declarationOf, type FieldsOf, type FieldValue, type RecordOf, type TableName } from '@domain/tables/tables.ts';
import { useSubmit } from '../state/submit.ts';
import { failureSentence } from '../state/texts.ts';
import { useDayChange } from '../state/today.ts';
import { isMissing } from './described-field.ts';
import type { FormOfFields, Trouble } from './form-context.ts';
import { keepRecord, type Keeping } from './keep-record.ts';
import { fieldsToSend, firstValues, type FormValues, missingFields, refusedField } from './record-values.ts';

export type RecordFormOptions<T extends TableName> = {
  /** Initial values of a new record. A date among them that still is today becomes the new day at midnight. */
  readonly start?: Partial<FormValues<T>>;
  /** Messages about other reasons not to submit, by the field that shows them. */
  readonly problems?: (values: FormValues<T>) => Problems<T>;
  /** Reads values that are typed outside the form's fields and sent with them; `null` while they cannot be read. */
  readonly more?: () => Partial<FormValues<T>> | null;
  /** Makes the command that is sent instead of creating or updating the record. */
  readonly command?: (fields: FieldsOf<T>) => Command;
  readonly onKept: (changes: readonly Change[], values: FormValues<T>) => void;
};
type Problems<T extends TableName> = { readonly [F in keyof FormValues<T>]?: string | null };

type Refusal = { readonly field: string | null; readonly said: string };
type Loose = Readonly<Record<string, FieldValue>>;

export type RecordFormState<T extends TableName> = {
  readonly values: FormValues<T>;
  readonly set: (part: Partial<FormValues<T>>) => void;
  readonly isTried: boolean;
  /** The message of a refusal that concerns no visible field. */
  readonly refusal: string | null;
  readonly submit: (event: { readonly preventDefault: () => void }) => void;
  readonly fields: FormOfFields;
};

/** @param record as it was when the form was opened; `null` for a new one */
export function useRecordForm<T extends TableName>(
  table: T,
  record: RecordOf<T> | null,
  options: RecordFormOptions<T>,
): RecordFormState<T> {
  const [before] = useState<Loose | null>(record as Loose | null); // a record holds field values
  const [values, setValues] = useState(() => firstValues(table, before, options.start ?? {}));
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { shown, show } = useShown();
  const set = (part: Partial<FormValues<T>>): void => {
    setValues((held) => ({ ...held, ...part }));
    setRefusal((held) => (held?.field !== null && held !== null && held.field in part ? null : held));
  };
  useDayChange((was, now) => {
    if (before === null) setValues((held) => onDay(table, held, { proposed: options.start ?? {}, was, now }));
  });
  const problems: Readonly<Record<string, string | null | undefined>> = {
    ...reversedPeriods(table, values),
    ...options.problems?.(values),
  };
  const submit = useSubmit(async () => {
    setTried(true);
    const more = options.more === undefined ? {} : options.more();
    const isBarred = Object.values(problems).some(Boolean) || missingFields(table, values, shown.current).size > 0;
    if (more === null || isBarred) return;
    // Required fields have a value by now.
    const reply = await keepRecord(fieldsToSend(table, { ...values, ...more }, before), {
      table,
      before,
      command: options.command as Keeping['command'],
    });
    if (reply.ok) options.onKept(reply.value, values);
    else setRefusal({ field: refusedField(reply.failure, table, shown.current), said: failureSentence(reply.failure) });
  });
  const troubleOf = (field: string): Trouble => ({
    isMissing: isTried && isMissing(declaredIn(table, field), valueIn(values, field)),
    said: (refusal?.field === field ? refusal.said : null) ?? (isTried ? (problems[field] ?? null) : null),
  });
  // The value comes from the field of that name, so it has its type.
  const change = (field: string, value: FieldValue): void => set({ [field]: value } as Partial<FormValues<T>>);
  return {
    values,
    set,
    isTried,
    refusal: refusal?.field === null ? refusal.said : null,
    submit,
    fields: { table, valueOf: (field) => valueIn(values, field), change, troubleOf, show },
  };
}

/** @returns a message for each declared period that ends before it starts, by the field of its end */
function reversedPeriods(table: TableName, values: object): Readonly<Record<string, string>> {
  const reversed = (declarationOf(table).periods ?? []).filter(([from, to]) => {
    const [start, end] = [valueIn(values, from), valueIn(values, to)];
    return typeof start === 'string' && typeof end === 'string' && end < start;
  });
  return Object.fromEntries(reversed.map(([, to]) => [to, failureSentence({ code: 'period-reversed', table })]));
}

/** Keeps track of the fields that the form shows at the moment. */
function useShown() {
  const shown = useRef(new Set<string>());
  const show = useCallback((field: string) => {
    const { current } = shown;
    current.add(field);
    return () => void current.delete(field);
  }, []);
  return { shown, show };
}

type AnotherDay<T extends TableName> = {
  readonly proposed: Partial<FormValues<T>>;
  readonly was: CalendarDate;
  readonly now: CalendarDate;
};

/** @returns the values for the new day: a proposed date moves to it, unless another date was typed in its place */
function onDay<T extends TableName>(table: T, held: FormValues<T>, { proposed, was, now }: AnotherDay<T>): FormValues<T> {
  const moved = Object.keys(proposed).filter(
    (field) => plainField(declaredIn(table, field)).kind === 'date' && valueIn(held, field) === was,
  );
  return { ...held, ...Object.fromEntries(moved.map((field) => [field, now])) };
}

function declaredIn(table: TableName, field: string): Field {
  const declared = declarationOf(table).fields[field];
  if (declared === undefined) throw new Error(`${table} has no field ${field}.`);
  return declared;
}

function valueIn(values: object, field: string): FieldValue {
  return (values as Loose)[field] ?? null; // a form holds field values
}
