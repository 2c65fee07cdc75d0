// Who takes part: people by organisation, with their presence by half-day.
import { Dialog, DialogTrigger, Popover, Button as AriaButton, Toolbar } from 'react-aria-components';
import { belongingOf, byBelonging, isPresent, presenceCount, presenceOf } from '@domain/collective/presence.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { markedThroughout } from '@domain/session/half-days.ts';
import { byText } from '@domain/writing/sort.ts';
import { Button } from '../../kit/Button.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Select } from '../../kit/Select.tsx';
import { MOST_DRAWN } from '../../kit/use-span.ts';
import { removeWithUndo } from '../../state/acts.ts';
import { update } from '../../state/edit.ts';
import { groupedBy } from '@domain/grouping.ts';
import { onTables } from '../../state/on-tables.ts';
import { run } from '../../state/project.ts';
import { useTexts } from '../../state/texts.ts';
import { NewParticipant } from './NewParticipant.tsx';
import type { SessionProps } from './SessionScreen.tsx';
import { WholeCollective } from './WholeCollective.tsx';

const TABLES = ['attendances', 'people', 'organisations', 'circleMoves', 'mission'] as const;
type Tables = (typeof TABLES)[number];
type Attendance = RecordOf<'attendances'>;
type Line = { readonly attendance: Attendance; readonly person: RecordOf<'people'> };

const people = byText<Line['person']>(({ name }) => name);
const byPerson = (a: Line, b: Line): number => people(a.person, b.person);

/**
 * One chip per organisation, or per person when there are many; a name opens that person's presence. Tab passes all chips at once, arrows go
 * from one to the next.
 */
export const Participants = onTables(TABLES, function Participants({ accompaniment, session }: SessionProps<Tables>) {
  const { session: texts } = useTexts();
  const lines = Object.values(accompaniment.attendances).flatMap((attendance): readonly Line[] => {
    const person = accompaniment.people[attendance.personId];
    return attendance.sessionId === session.id && person !== undefined ? [{ attendance, person }] : [];
  });
  const { present, expected } = presenceCount(
    accompaniment.people,
    session,
    lines.map(({ attendance }) => attendance),
  );
  const nameOf = ({ person }: Line): string => belongingOf(accompaniment, person);
  const byHome = groupedBy(lines.toSorted(byPerson), ({ person }) => person.organisationId ?? (person.role === 'officer' ? 'officer' : ''));
  const groups = [...byHome]
    .map(([id, own]) => ({ id, own, name: own[0] === undefined ? '' : nameOf(own[0]) }))
    .toSorted((a, b) => byBelonging(a.name, b.name));
  return (
    <section className="session-part">
      <div className="session-part-head">
        <h2>
          {texts.present} {expected === 0 ? null : <span className="session-part-aside">{texts.presentCount(present, expected)}</span>}
        </h2>
        <span className="grow" />
        <AllPresent session={session} lines={lines} />
      </div>
      {lines.length === 0 ? (
        <>
          <p className="quiet small">{texts.nobody}</p>
          <WholeCollective accompaniment={accompaniment} session={session} />
        </>
      ) : null}
      {lines.length > MOST_DRAWN ? (
        <LongList items={groups.flatMap(({ own }) => own)} keyOf={({ attendance }) => attendance.id} height={32} label={texts.present}>
          {(line) => <Chip name={nameOf(line)} lines={[line]} session={session} />}
        </LongList>
      ) : (
        <Toolbar aria-label={texts.presences}>
          <ul className="chips">
            {groups.map(({ id, own, name }) => (
              <li key={id}>
                <Chip name={name} lines={own} session={session} />
              </li>
            ))}
          </ul>
        </Toolbar>
      )}
      <NewParticipant accompaniment={accompaniment} session={session} />
    </section>
  );
});

type ChipProps = Pick<SessionProps, 'session'> & { readonly name: string; readonly lines: readonly Line[] };

function Chip({ name, lines, session }: ChipProps) {
  const isMissing = lines.every(({ attendance }) => !isPresent(attendance));
  return (
    <span className={`chip${isMissing ? ' chip-missing' : ''}`}>
      {name === '' ? null : <b>{name}</b>}
      {lines.map((line) => (
        <PersonPresence key={line.attendance.id} line={line} session={session} />
      ))}
    </span>
  );
}

const MARKS = ['present', 'excused', 'absent', 'none'] as const;

function PersonPresence({ line: { attendance, person }, session }: Pick<SessionProps, 'session'> & { readonly line: Line }) {
  const { session: texts, tables, shell } = useTexts();
  const mark = usePresenceWords(attendance);
  const words = tables.attendances.choices.morning;
  const options = MARKS.map((id) => ({ id, label: words[id] }));
  const remove = () => void removeWithUndo({ table: 'attendances', id: attendance.id, said: texts.participantRemoved(person.name) });
  return (
    <DialogTrigger>
      <AriaButton className="chip-person" aria-label={texts.presenceOf([person.name, mark].filter((part) => part !== '').join(', '))}>
        {person.name}
        {mark === '' ? null : <span className="chip-mark">, {mark}</span>}
      </AriaButton>
      <Popover className="popover" offset={4}>
        <Dialog className="presence" aria-label={texts.presenceOf(person.name)}>
          <b>{person.name}</b>
          <div className="presence-marks">
            {MARKS.filter((id) => id !== 'none').map((id) => (
              <Button key={id} slot="close" onPress={() => void update('attendances', attendance.id, markedThroughout(session, id))}>
                {words[id]}
              </Button>
            ))}
          </div>
          <div className="presence-halves">
            <Select
              label={texts.morning}
              options={options}
              value={attendance.morning}
              onChange={(morning) => void update('attendances', attendance.id, { morning })}
            />
            <Select
              label={texts.afternoon}
              options={options}
              value={attendance.afternoon}
              onChange={(afternoon) => void update('attendances', attendance.id, { afternoon })}
            />
          </div>
          <div className="dialog-buttons">
            <Button kind="quiet" onPress={remove}>
              {texts.removeParticipant(person.name)}
            </Button>
            <span className="grow" />
            <Button slot="close">{shell.done}</Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function usePresenceWords(attendance: Attendance): string {
  const { session: texts, tables } = useTexts();
  const presence = presenceOf(attendance);
  if (presence === 'present') return '';
  if (presence === 'morning') return texts.morningOnly;
  if (presence === 'afternoon') return texts.afternoonOnly;
  return presence === 'expected' ? texts.expected : tables.attendances.choices.morning[presence];
}

/** A button that marks everybody still expected as present, in one step. */
function AllPresent({ session, lines }: Pick<SessionProps, 'session'> & { readonly lines: readonly Line[] }) {
  const { session: texts } = useTexts();
  const expected = lines.filter(({ attendance }) => presenceOf(attendance) === 'expected');
  if (expected.length === 0) return null;
  return (
    <Button kind="quiet" onPress={() => void run({ name: 'session.present', args: { sessionId: session.id } })}>
      {texts.allPresent}
    </Button>
  );
}
