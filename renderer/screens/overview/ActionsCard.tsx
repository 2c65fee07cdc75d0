// The open actions, the most urgent first; they can be ticked off here.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { openActions } from '@domain/overview/late.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { update } from '../../state/edit.ts';
import { addressOf } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

const MOST_SHOWN = 8;

export function ActionsCard({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const actions = openActions(accompaniment);
  return (
    <Card title={overview.actions} aside={actions.length === 0 ? null : <Tag>{actions.length}</Tag>}>
      {actions.length === 0 ? <p className="quiet">{overview.noActions}</p> : null}
      <ul>
        {actions.slice(0, MOST_SHOWN).map((action) => (
          <ActionLine key={action.id} action={action} accompaniment={accompaniment} />
        ))}
      </ul>
      {actions.length > MOST_SHOWN ? (
        <p className="small quiet overview-words">{overview.moreActions(actions.length - MOST_SHOWN)}</p>
      ) : null}
    </Card>
  );
}

function ActionLine({ action, accompaniment }: { readonly action: RecordOf<'actions'>; readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const locale = useLocale();
  const who = [
    action.personId === null ? '' : accompaniment.people[action.personId]?.name,
    action.organisationId === null ? '' : accompaniment.organisations[action.organisationId]?.name,
  ]
    .filter((part) => part !== '' && part !== undefined)
    .join(', ');
  const isLate = action.dueOn !== null && action.dueOn < today();
  const { sessionId } = action;
  return (
    <li className="overview-line">
      <Checkbox
        label={overview.markDone(action.title)}
        isSelected={false}
        onChange={() => void update('actions', action.id, { status: 'done', doneOn: today() })}
      />
      <span className="overview-line-words">
        {sessionId === null ? (
          <span>{action.title}</span>
        ) : (
          <a href={`#${addressOf({ screen: 'session', sessionId })}`} onClick={(event) => follow(event, { screen: 'session', sessionId })}>
            {action.title}
          </a>
        )}
        <span className="small quiet">{who === '' ? overview.nobody : who}</span>
      </span>
      <Tag tone={isLate ? 'bad' : 'neutral'}>
        {action.dueOn === null ? overview.noDue : overview.dueOn(formatDate(action.dueOn, 'plain', locale))}
      </Tag>
    </li>
  );
}
