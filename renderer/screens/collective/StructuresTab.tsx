// The list of structures: circle, size, people, mandates; sorted by any column.
import { useMemo, useState } from 'react';
import { MANDATE_MATTERS, openMatters } from '@domain/collective/mandates.ts';
import { formatCount } from '@domain/format/numbers.ts';
import { Notice } from '../../kit/Notice.tsx';
import { type Head, SortHead } from '../../kit/SortHead.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { addressOf, type Route } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { StructureProps, ViewProps } from './collective-view.ts';
import { CoordinationNotice } from './CoordinationNotice.tsx';
import { sortedBy, type StructureSort } from './structure-sort.ts';
import { WithoutHomeLine } from './WithoutHomeLine.tsx';

/** A name opens the record at the right. */
export function StructuresTab({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const [sort, setSort] = useState<StructureSort>({ column: 'circle', isDescending: false });
  const rows = useMemo(() => sortedBy(view, sort), [view, sort]);
  const heads: readonly Head<StructureSort['column']>[] = [
    { column: 'name', words: texts.columnName },
    { column: 'circle', words: texts.columnCircle },
    { column: 'jobs', words: texts.columnJobs, className: 'cell-number' },
    { column: 'people', words: texts.columnPeople, className: 'cell-number' },
    { column: 'mandates', words: texts.columnMandates, className: 'cell-end' },
  ];
  return (
    <>
      <div className="list-notes">
        {view.doubles.size === 0 ? null : (
          <Notice tone="warn" icon="alert">
            {texts.sameName} {texts.sameNameHint}
          </Notice>
        )}
        <CoordinationNotice view={view} />
        <WithoutHomeLine view={view} />
      </div>
      <div className="card collective-card structures-card">
        <VirtualRows
          label={texts.list}
          rows={rows}
          keyOf={({ id }) => id}
          heightOf={() => 45}
          classOf={() => 'row-linked'}
          header={<SortHead heads={heads} sort={sort} onSort={setSort} />}
        >
          {(organisation) => <StructureCells view={view} organisation={organisation} />}
        </VirtualRows>
      </div>
    </>
  );
}

function StructureCells({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const circle = view.circleOf(organisation.id);
  const held = MANDATE_MATTERS.length - openMatters(view.mandatesOf, organisation.id, view.today).length;
  const people = view.peopleOf(organisation.id).length;
  return (
    <>
      <span role="cell" className="structure-cell">
        <StructureName view={view} organisation={organisation} />
        {view.doubles.has(organisation.id) ? null : (
          <span className="structure-under cell-cut">
            {[organisation.legalForm, organisation.territory].filter((part) => part !== '').join(' · ')}
          </span>
        )}
      </span>
      <span role="cell" className={`cell-cut ${circle === null || circle === 'left' ? 'quiet' : ''}`}>
        {circle === null ? texts.inCircle.none : texts.circle[circle]}
      </span>
      <span role="cell" className="cell-number">
        {organisation.jobs === null ? '' : formatCount(organisation.jobs, locale)}
      </span>
      <span role="cell" className="cell-number">
        {people === 0 ? '' : formatCount(people, locale)}
      </span>
      <span role="cell" className="cell-end">
        <Tag tone={held === MANDATE_MATTERS.length ? 'good' : 'neutral'}>{texts.mandatesHeld(held)}</Tag>
      </span>
    </>
  );
}

/** The name as a link to the record; structures that share a name also show their territory. */
export function StructureName({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  const route: Route = { screen: 'collective', organisationId: organisation.id };
  const isDouble = view.doubles.has(organisation.id);
  return (
    <>
      <a className="row-link" href={`#${addressOf(route)}`} onClick={(event) => follow(event, route)}>
        {organisation.name}
      </a>
      {isDouble ? <span className="structure-under mandate-warn">{organisation.territory || texts.territoryMissing}</span> : null}
    </>
  );
}
