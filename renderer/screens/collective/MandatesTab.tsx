// The matrix of mandates: a row for each structure, a column for each of the four matters.
import { useState } from 'react';
import { type Mandate, MANDATE_MATTERS, type MandateMatter } from '@domain/collective/mandates.ts';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { useTexts } from '../../state/texts.ts';
import type { Organisation, StructureProps, ViewProps } from './collective-view.ts';
import { useMandateWords } from './mandate-words.ts';
import { MandateDialog } from './MandateDialog.tsx';

type Opened = { readonly organisation: Organisation; readonly about: MandateMatter; readonly mandate: Mandate | null };

/** A cell opens its mandate. Structures that left the collective have no row. */
export function MandatesTab({ view }: ViewProps) {
  const { collective: texts, tables } = useTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows = view.organisations.filter(({ id }) => view.circleOf(id) !== 'left');
  return (
    <>
      <p className="quiet collective-intro">{texts.mandatesText}</p>
      <div className="card collective-card mandates-card">
        <VirtualRows
          label={texts.mandates}
          rows={rows}
          keyOf={({ id }) => id}
          heightOf={() => 53}
          header={
            <>
              <span role="columnheader">{texts.columnName}</span>
              {MANDATE_MATTERS.map((about) => (
                <span key={about} role="columnheader">
                  {tables.mandates.choices.about[about]}
                </span>
              ))}
            </>
          }
        >
          {(organisation) => <MatrixCells view={view} organisation={organisation} onOpen={setOpened} />}
        </VirtualRows>
      </div>
      {opened === null ? null : <MandateDialog view={view} {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function MatrixCells({ view, organisation, onOpen }: StructureProps & { readonly onOpen: (opened: Opened) => void }) {
  const { collective: texts, tables } = useTexts();
  const wordsOf = useMandateWords(view);
  return (
    <>
      <span role="cell" className="structure-cell">
        <b>{organisation.name}</b>
        {view.doubles.has(organisation.id) ? (
          <span className="structure-under mandate-warn">{organisation.territory || texts.territoryMissing}</span>
        ) : null}
      </span>
      {MANDATE_MATTERS.map((about) => {
        const [mandate] = view.mandatesOf(organisation.id, about);
        const said = wordsOf(about, mandate);
        const name = texts.mandateOf(tables.mandates.choices.about[about], organisation.name);
        return (
          <span key={about} role="cell" className="mandate-cell">
            <button
              type="button"
              className="mandate-button small"
              aria-label={texts.mandateEdit(name, [said.text, said.detail].filter((part) => part !== '').join(', '))}
              onClick={() => onOpen({ organisation, about, mandate: mandate ?? null })}
            >
              <span className={`mandate-${said.tone}`}>{said.text}</span>
              {said.detail === '' ? null : <span className="quiet">{said.detail}</span>}
            </button>
          </span>
        );
      })}
    </>
  );
}
