// The mandates of a structure: who may commit it, its board, its works council, its team; and which of them are missing.
import { useState } from 'react';
import { type Mandate, MANDATE_MATTERS, type MandateMatter } from '@domain/collective/mandates.ts';
import { LongList } from '../../kit/LongList.tsx';
import { useTexts } from '../../state/texts.ts';
import type { StructureProps } from './collective-view.ts';
import { useMandateWords } from './mandate-words.ts';
import { MandateDialog } from './MandateDialog.tsx';

type Opened = { readonly about: MandateMatter; readonly mandate: Mandate | null };
type MandatesProps = StructureProps & { readonly open: readonly MandateMatter[] };

/** A line opens its mandate; earlier mandates on the same matter follow below it. */
export function StructureMandates({ view, organisation, open }: MandatesProps) {
  const { collective: texts } = useTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const lines = MANDATE_MATTERS.flatMap((about): readonly Opened[] => {
    const own = view.mandatesOf(organisation.id, about);
    return own.length === 0 ? [{ about, mandate: null }] : own.map((mandate) => ({ about, mandate }));
  });
  return (
    <section className="panel-part">
      <h3>{texts.mandates}</h3>
      <p className={`small ${open.length === 0 ? 'mandate-good' : 'quiet'}`}>
        {open.length === 0 ? texts.nothingMissing : texts.missing(open.map((about) => texts.matter[about]).join(', '))}
      </p>
      <LongList
        items={lines}
        keyOf={({ about, mandate }) => mandate?.id ?? about}
        height={37}
        label={texts.mandates}
        className="panel-lines"
      >
        {({ about, mandate }) => <MandateLine view={view} about={about} mandate={mandate} onOpen={() => setOpened({ about, mandate })} />}
      </LongList>
      {opened === null ? null : (
        <MandateDialog
          view={view}
          organisation={organisation}
          about={opened.about}
          mandate={opened.mandate}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

type LineProps = Pick<StructureProps, 'view'> & Opened & { readonly onOpen: () => void };

function MandateLine({ view, about, mandate, onOpen }: LineProps) {
  const { collective: texts, tables } = useTexts();
  const said = useMandateWords(view)(about, mandate ?? undefined);
  const whole = [said.text, said.detail].filter((part) => part !== '').join(', ');
  return (
    <>
      <button
        type="button"
        className="panel-line"
        aria-label={texts.mandateEdit(tables.mandates.choices.about[about], whole)}
        onClick={onOpen}
      >
        <span className="quiet">{tables.mandates.choices.about[about]}</span>
        <span className="small panel-line-end">
          <span className={`mandate-${said.tone}`}>{said.text}</span>
          {said.detail === '' ? null : <span className="quiet panel-line-under">{said.detail}</span>}
        </span>
      </button>
      {mandate === null || mandate.note === '' ? null : <p className="small quiet panel-note">{mandate.note}</p>}
    </>
  );
}
