// What is late and what is open, each once, the most urgent first; actions can be ticked off here.
import { firstOf } from '@domain/first-of.ts';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { Late } from '@domain/overview/late.ts';
import { type ToDo, toDoOn } from '@domain/overview/to-do.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { lateWords } from '@domain/text/late-words.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { update } from '../../state/edit.ts';
import { placeOf } from '../../state/places.ts';
import { addressOf, type Route } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

const MOST_SHOWN = 10;

export function ToDoCard({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const all = toDoOn(accompaniment, today());
  const { shown, others } = firstOf(all, MOST_SHOWN);
  const late = all.filter((one) => one.late !== null).length;
  return (
    <Card title={overview.toDo} aside={late === 0 ? null : <Tag tone="bad">{overview.lateCount(late)}</Tag>}>
      {all.length === 0 ? <p className="quiet">{overview.nothingToDo}</p> : null}
      <ul>
        {shown.map((one) => (
          <Line key={keyOf(one)} toDo={one} accompaniment={accompaniment} />
        ))}
      </ul>
      {others > 0 ? <p className="small quiet overview-words">{overview.moreToDo(others)}</p> : null}
    </Card>
  );
}

function keyOf(one: ToDo): string {
  return one.late === null ? one.action.id : `${one.late.reason}/${one.late.record.id}`;
}

type LineProps<T> = { readonly toDo: T; readonly accompaniment: Accompaniment };

function Line({ toDo, accompaniment }: LineProps<ToDo>) {
  if (toDo.late === null) return <OpenLine toDo={toDo} accompaniment={accompaniment} />;
  return <LateLine toDo={toDo.late} accompaniment={accompaniment} />;
}

function LateLine({ toDo: late, accompaniment }: LineProps<Late>) {
  const texts = useTexts();
  const { overview, tables } = texts;
  const locale = useLocale();
  const kind = capitalised(tables[late.table].one);
  const action = late.table === 'actions' ? accompaniment.actions[late.record.id] : undefined;
  const why = `${kind} ${lateWords(texts, late).why(formatDate(late.dueOn, 'plain', locale))}`;
  return (
    <li className="overview-line">
      {action === undefined ? <span className="overview-no-tick" /> : <Done action={action} />}
      <span className="overview-line-words">
        <Title title={late.title === '' ? kind : late.title} route={placeOf(late.table, late.record, accompaniment)} />
        <span className="small quiet">{[action === undefined ? '' : whoOf(action, accompaniment), why].filter(Boolean).join(' · ')}</span>
      </span>
      <Tag tone="bad">{overview.lateBy(late.days)}</Tag>
    </li>
  );
}

function OpenLine({ toDo: { action, isSoon }, accompaniment }: LineProps<Extract<ToDo, { late: null }>>) {
  const { overview } = useTexts();
  const locale = useLocale();
  return (
    <li className="overview-line">
      <Done action={action} />
      <span className="overview-line-words">
        <Title title={action.title} route={placeOf('actions', action, accompaniment)} />
        <span className="small quiet">{whoOf(action, accompaniment) || overview.nobody}</span>
      </span>
      <Tag tone={isSoon ? 'warn' : 'neutral'}>
        {action.dueOn === null ? overview.noDue : overview.dueOn(formatDate(action.dueOn, 'plain', locale))}
      </Tag>
    </li>
  );
}

function Title({ title, route }: { readonly title: string; readonly route: Route }) {
  return (
    <a href={`#${addressOf(route)}`} onClick={(event) => follow(event, route)}>
      {title}
    </a>
  );
}

function Done({ action }: { readonly action: RecordOf<'actions'> }) {
  const { overview } = useTexts();
  return (
    <Checkbox
      label={overview.markDone(action.title)}
      isSelected={false}
      onChange={() => void update('actions', action.id, { status: 'done', doneOn: today() })}
    />
  );
}

/** Empty while nobody is named. */
function whoOf({ personId, organisationId }: RecordOf<'actions'>, { people, organisations }: Accompaniment): string {
  const names = [personId === null ? '' : people[personId]?.name, organisationId === null ? '' : organisations[organisationId]?.name];
  return names.filter(Boolean).join(', ');
}
