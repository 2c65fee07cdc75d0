// Meetings after the end of the mission, each with its date.
import type { Accompaniment } from '@domain/document.ts';
import { addMonths } from '@domain/time/calendar.ts';
import { onlyOf, type RecordOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { create, update } from '../../state/edit.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { lineLook } from './CheckList.tsx';
import { by } from '@domain/ordering.ts';

/** Usual dates of these meetings, in months after the end. @source promises.md G10 */
const USUAL_MONTHS = [6, 12, 18] as const;

export function FollowUps({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { frame } = useTexts();
  const followUps = Object.values(accompaniment.followUps).toSorted(
    by(
      ({ dueOn }) => dueOn,
      ({ id }) => id,
    ),
  );
  const end = onlyOf(accompaniment.mission)?.endsOn ?? today();
  return (
    <>
      {followUps.length === 0 ? <p className="quiet small">{frame.followUpsEmpty}</p> : null}
      <LongList
        items={followUps}
        keyOf={({ id }) => id}
        height={60}
        label={frame.followUps}
        className="check-list"
        classOf={({ doneOn }) => `follow-up ${lineLook(doneOn !== null)}`}
      >
        {(followUp) => <FollowUpLine followUp={followUp} />}
      </LongList>
      <Button kind="quiet" onPress={() => void create('followUps', { dueOn: nextDate(end, followUps) })}>
        {frame.addFollowUp}
      </Button>
    </>
  );
}

/** @returns the first usual date after the last meeting; when none is left, six months after that meeting. */
function nextDate(end: CalendarDate, followUps: readonly RecordOf<'followUps'>[]): CalendarDate {
  const last = followUps.at(-1)?.dueOn ?? end;
  const usual = USUAL_MONTHS.map((months) => addMonths(end, months));
  return usual.find((date) => date > last) ?? addMonths(last, USUAL_MONTHS[0]);
}

function FollowUpLine({ followUp }: { readonly followUp: RecordOf<'followUps'> }) {
  const { frame } = useTexts();
  const isDone = followUp.doneOn !== null;
  const remove = () => void removeWithUndo({ table: 'followUps', id: followUp.id, said: frame.followUpRemoved });
  return (
    <>
      <Checkbox
        isSelected={isDone}
        onChange={(done) => void update('followUps', followUp.id, { doneOn: done ? today() : null })}
        label={frame.followUpDone}
      />
      <InlineField of="followUps.dueOn" record={followUp} label={frame.followUpOn} />
      <InlineField of="followUps.note" record={followUp} label={frame.followUpNote} placeholder={frame.followUpNoteEmpty} />
      <Button kind="icon" icon="close" label={frame.removeFollowUp} onPress={remove} />
    </>
  );
}
