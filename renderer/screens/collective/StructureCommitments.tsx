// What a structure has committed to, with state and due date; the register has the rest.
import { useMemo } from 'react';
import { compareCommitments } from '@domain/ordering.ts';
import { valueInWords } from '@domain/text/record-words.ts';
import { LongList } from '../../kit/LongList.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { StructureProps } from './collective-view.ts';

/** The fields shown after the text of a commitment. */
const TOLD = ['state', 'dueOn'] as const;

/** Draws nothing before the first commitment: the register explains what they are for. */
export function StructureCommitments({ view: { accompaniment }, organisation }: StructureProps) {
  const texts = useTexts();
  const locale = useLocale();
  const words = { texts, locale, accompaniment };
  const { commitments } = accompaniment;
  const own = useMemo(
    () =>
      Object.values(commitments)
        .filter(({ organisationId }) => organisationId === organisation.id)
        .toSorted(compareCommitments),
    [commitments, organisation.id],
  );
  if (own.length === 0) return null;
  const { many } = texts.tables.commitments;
  return (
    <section className="panel-part">
      <h3>{many}</h3>
      <LongList items={own} keyOf={({ id }) => id} height={37} label={many} className="panel-lines">
        {(record) => (
          <p className="panel-line">
            <span className="small">{record.what}</span>
            <span className="small quiet panel-line-end">
              {TOLD.map((field) => valueInWords('commitments', field, record[field], words))
                .filter((value) => value !== '')
                .join(' · ')}
            </span>
          </p>
        )}
      </LongList>
    </section>
  );
}
