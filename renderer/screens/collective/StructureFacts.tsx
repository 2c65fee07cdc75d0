// What a structure is: form, activity, size, territory, tax, arrival, note.
import { useState } from 'react';
import { agreedLevel } from '@domain/levels/for-readers.ts';
import { FIRST_LEVEL, type Level } from '@domain/levels/level.ts';
import type { CalendarDate } from '@domain/units.ts';
import { fieldName } from '../../forms/described-field.ts';
import type { PathOf } from '../../forms/field-path.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { LevelField } from '../../forms/LevelField.tsx';
import { attempt } from '../../state/project.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import type { Organisation } from './collective-view.ts';
import { StaffField } from './StaffField.tsx';

type FactsProps = { readonly organisation: Organisation };

/** One line per fact, each with its field. */
export function StructureFacts({ organisation }: FactsProps) {
  const { collective: texts } = useTexts();
  const agreed = useWindow(({ project }) => (project === null ? FIRST_LEVEL : agreedLevel(project.document.accompaniment)));
  return (
    <section className="facts" aria-label={texts.facts}>
      <Fact of="organisations.shortName" organisation={organisation} placeholder={texts.shortNameEmpty} />
      <Fact of="organisations.legalForm" organisation={organisation} placeholder={texts.legalFormEmpty} />
      <Fact of="organisations.sector" organisation={organisation} label={texts.sector} placeholder={texts.sectorEmpty} />
      <Fact of="organisations.territory" organisation={organisation} placeholder={texts.territoryEmpty} />
      <StaffField organisation={organisation} figure="jobs" />
      <StaffField organisation={organisation} figure="fteHundredths" />
      <LevelFact of="organisations.figuresLevel" organisation={organisation} inherited={agreed} />
      <Fact of="organisations.vat" organisation={organisation} />
      <Fact of="organisations.note" organisation={organisation} label={texts.note} placeholder={texts.noteEmpty} look="note" />
      <LevelFact of="organisations.noteLevel" organisation={organisation} inherited={agreed} />
      <ArrivalField organisation={organisation} />
    </section>
  );
}

type FactProps = FactsProps & {
  readonly of: Exclude<PathOf<'text' | 'choice'> & `organisations.${string}`, LevelFactProps['of']>;
  readonly label?: string;
  readonly placeholder?: string;
  readonly look?: 'note';
};

function Fact({ of, organisation, label, placeholder, look }: FactProps) {
  const name = fieldName(of, useTexts());
  return (
    <div className={`fact${look === 'note' ? ' fact-note' : ''}`}>
      <span className="quiet">{label ?? name}</span>
      <InlineField of={of} record={organisation} label={label} placeholder={placeholder} isInline />
    </div>
  );
}

type LevelFactProps = FactsProps & {
  readonly of: 'organisations.figuresLevel' | 'organisations.noteLevel';
  readonly inherited: Level;
};

function LevelFact({ of, organisation, inherited }: LevelFactProps) {
  const name = fieldName(of, useTexts());
  return (
    <div className="fact">
      <span className="quiet">{name}</span>
      <LevelField of={of} record={organisation} inherited={inherited} isInline />
    </div>
  );
}

/** A date that contradicts a move stays in the field with the reason, but is not saved. */
function ArrivalField({ organisation }: FactsProps) {
  const [refused, setRefused] = useState<{ readonly date: CalendarDate | null; readonly why: string } | null>(null);
  const arrive = async (date: CalendarDate | null): Promise<void> => {
    const reply = await attempt({
      name: 'record.update',
      args: { table: 'organisations', id: organisation.id, fields: { arrivedOn: date } },
    });
    setRefused(reply.ok ? null : { date, why: failureSentence(reply.failure) });
  };
  return (
    <InlineField
      of="organisations.arrivedOn"
      record={refused === null ? organisation : { ...organisation, arrivedOn: refused.date }}
      keep={(date) => void arrive(date)}
      error={refused?.why ?? null}
    />
  );
}
