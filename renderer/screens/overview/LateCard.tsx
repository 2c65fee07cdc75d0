// What is late, and why: the longest overdue first, each with a link to it.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { type Late, lateOn } from '@domain/overview/late.ts';
import { lateWords } from '@domain/text/late-words.ts';
import { Card } from '../../kit/Card.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { placeOf } from '../../state/places.ts';
import { addressOf } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

const MOST_SHOWN = 6;

export function LateCard({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const late = lateOn(accompaniment, today());
  return (
    <Card title={overview.late}>
      {late.length === 0 ? <p className="quiet">{overview.nothingLate}</p> : null}
      <ul>
        {late.slice(0, MOST_SHOWN).map((one) => (
          <LateLine key={`${one.reason}/${one.record.id}`} late={one} accompaniment={accompaniment} />
        ))}
      </ul>
      {late.length > MOST_SHOWN ? <p className="small quiet overview-words">{overview.moreActions(late.length - MOST_SHOWN)}</p> : null}
    </Card>
  );
}

function LateLine({ late, accompaniment }: { readonly late: Late; readonly accompaniment: Accompaniment }) {
  const texts = useTexts();
  const { overview, tables } = texts;
  const locale = useLocale();
  const route = placeOf(late.table, late.record, accompaniment);
  const kind = capitalised(tables[late.table].one);
  return (
    <li className="overview-line">
      <span className="overview-line-words">
        <a href={`#${addressOf(route)}`} onClick={(event) => follow(event, route)}>
          {late.title === '' ? kind : late.title}
        </a>
        <span className="small quiet">{`${kind} ${lateWords(texts, late).why(formatDate(late.dueOn, 'plain', locale))}`}</span>
      </span>
      <Tag tone="bad">{overview.lateBy(late.days)}</Tag>
    </li>
  );
}
