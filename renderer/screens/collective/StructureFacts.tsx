// What a structure is: form, activity, size, territory, tax, arrival, note.
import { useState } from 'react';
import { type FieldsOf, TABLES } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { DateField } from '../../kit/DateField.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Select } from '../../kit/Select.tsx';
import { update } from '../../state/edit.ts';
import { attempt } from '../../state/project.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import type { Organisation } from './collective-view.ts';
import { StaffField } from './StaffField.tsx';

type FactsProps = { readonly organisation: Organisation };

const LINES = [
  ['shortName', 60],
  ['legalForm', 120],
  ['sector', 300],
  ['territory', 300],
] as const;

/** A line per fact, each a field. */
export function StructureFacts({ organisation }: FactsProps) {
  const { collective: texts, tables } = useTexts();
  const keep = (fields: Partial<FieldsOf<'organisations'>>) => update('organisations', organisation.id, fields);
  return (
    <section className="facts" aria-label={texts.facts}>
      {LINES.map(([field, maxLength]) => (
        <div key={field} className="fact">
          <span className="quiet">{texts[field]}</span>
          <InlineText
            label={texts[field]}
            value={organisation[field]}
            placeholder={texts[`${field}Empty`]}
            maxLength={maxLength}
            keep={(text) => keep({ [field]: text })}
          />
        </div>
      ))}
      <StaffField organisation={organisation} figure="jobs" />
      <StaffField organisation={organisation} figure="fteHundredths" />
      <div className="fact">
        <span className="quiet">{texts.vat}</span>
        <Select
          label={texts.vat}
          options={TABLES.organisations.fields.vat.choices.map((id) => ({ id, label: tables.organisations.choices.vat[id] }))}
          value={organisation.vat}
          onChange={(vat) => void keep({ vat })}
          isInline
        />
      </div>
      <div className="fact fact-note">
        <span className="quiet">{texts.note}</span>
        <InlineText
          label={texts.note}
          value={organisation.note}
          placeholder={texts.noteEmpty}
          isMultiline
          keep={(note) => keep({ note })}
        />
      </div>
      <ArrivalField organisation={organisation} />
    </section>
  );
}

/** A date that a move contradicts stays here with the reason, and counts for nothing until one of the two is mended. */
function ArrivalField({ organisation }: FactsProps) {
  const { collective: texts } = useTexts();
  const [refused, setRefused] = useState<{ readonly date: CalendarDate | null; readonly why: string } | null>(null);
  const arrive = async (date: CalendarDate | null): Promise<void> => {
    const reply = await attempt({
      name: 'record.update',
      args: { table: 'organisations', id: organisation.id, fields: { arrivedOn: date } },
    });
    setRefused(reply.ok ? null : { date, why: failureSentence(reply.failure) });
  };
  return (
    <DateField
      label={texts.arrivedOn}
      value={refused === null ? organisation.arrivedOn : refused.date}
      onChange={(date) => void arrive(date)}
      error={refused?.why ?? null}
      isClearable
    />
  );
}
