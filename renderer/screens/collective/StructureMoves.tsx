// The moves of a structure between the circles, the latest first.
import { useState } from 'react';
import { type Passage, passages } from '@domain/collective/circles.ts';
import { formatDate } from '@domain/format/dates.ts';
import { Button } from '../../kit/Button.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { StructureProps } from './collective-view.ts';
import { MoveDialog } from './MoveDialog.tsx';

/** Each move can be corrected, or removed (which can be undone). */
export function StructureMoves({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const [corrected, setCorrected] = useState<string | null>(null);
  const all = passages(view.movesOf(organisation.id)).toReversed();
  const move = corrected === null ? undefined : view.accompaniment.circleMoves[corrected];
  return (
    <section className="panel-part">
      <h3>{texts.moves}</h3>
      {all.length === 0 ? <p className="quiet small">{texts.movesEmpty}</p> : null}
      <LongList items={all} keyOf={({ move: { id } }) => id} height={37} label={texts.moves} classOf={() => 'move-line'} isOrdered>
        {(passage) => (
          <MoveLine passage={passage} isUpcoming={passage.move.on > view.today} onCorrect={() => setCorrected(passage.move.id)} />
        )}
      </LongList>
      {move === undefined ? null : (
        <MoveDialog organisation={organisation} move={move} circle={move.circle} onClose={() => setCorrected(null)} />
      )}
    </section>
  );
}

type LineProps = { readonly passage: Passage; readonly isUpcoming: boolean; readonly onCorrect: () => void };

function MoveLine({ passage: { move, from }, isUpcoming, onCorrect }: LineProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const date = formatDate(move.on, 'long', locale);
  const to = texts.toCircle[move.circle];
  const remove = () => void removeWithUndo({ table: 'circleMoves', id: move.id, said: texts.moveRemoved(date) });
  return (
    <>
      <span className="small move-words">
        <b className="number">{date}</b> · {from === null ? texts.arrival(to) : texts.passage(texts.fromCircle[from], to)}{' '}
        {isUpcoming ? <Tag tone="accent">{texts.upcoming}</Tag> : null}
        {move.reason === '' ? null : <span className="quiet move-reason">{texts.reason(move.reason)}</span>}
      </span>
      <Button kind="icon" icon="edit" label={texts.moveEdit(date)} onPress={onCorrect} />
      <Button kind="icon" icon="trash" label={texts.moveRemove(date)} onPress={remove} />
    </>
  );
}
