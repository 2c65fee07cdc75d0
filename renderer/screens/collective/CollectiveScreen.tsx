// The collective: its circles on a map, its structures, people and mandates, and its portrait.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { SegmentedTabs, SegmentRow } from '../../kit/SegmentedTabs.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { WITHOUT_STRUCTURE } from '@domain/tables/place.ts';
import { useTexts } from '../../state/texts.ts';
import { useWanted } from '../../state/go-back.ts';
import { useWindow } from '../../state/window-state.ts';
import { AddStructure } from './AddStructure.tsx';
import { CirclesTab } from './CirclesTab.tsx';
import { type CollectiveView, useCollective } from './collective-view.ts';
import { CommitmentsTab } from './CommitmentsTab.tsx';
import { CollectiveSummary } from './CollectiveSummary.tsx';
import { FunctionsTab } from './FunctionsTab.tsx';
import { MandatesTab } from './MandatesTab.tsx';
import { PeopleWithoutHome } from './PeopleWithoutHome.tsx';
import { PortraitTab } from './PortraitTab.tsx';
import { StructurePanel } from './StructurePanel.tsx';
import { StructuresTab } from './StructuresTab.tsx';
import { WithoutHomeLine } from './WithoutHomeLine.tsx';
import './circle-map.css';
import './collective.css';

/** These need the whole width. */
const WIDE: ReadonlySet<TabName> = new Set(['mandates', 'commitments', 'functions', 'portrait']);

type TabName = 'map' | 'list' | 'mandates' | 'commitments' | 'functions' | 'portrait';

/** The views at the left, the record of the chosen structure at the right. */
export function CollectiveScreen() {
  const { collective: texts, tables } = useTexts();
  const view = useCollective();
  const [tab, setTab] = useState<TabName>('map');
  const [isAdding, setAdding] = useState(false);
  useWanted(
    (place) => tab !== 'portrait' && place.startsWith('portrait/'),
    () => setTab('portrait'),
  );
  useWanted(
    (place) => WIDE.has(tab) && place.startsWith('organisations/'),
    () => setTab('map'),
  );
  const panel = usePanel(view, tab);
  const people = Object.keys(view.accompaniment.people).length;
  const items = [
    { id: 'map', label: texts.viewMap },
    { id: 'list', label: texts.viewList },
    { id: 'mandates', label: texts.viewMandates },
    { id: 'commitments', label: tables.commitments.many },
    { id: 'functions', label: tables.functions.many },
    { id: 'portrait', label: texts.viewPortrait },
  ] as const;
  const head = (
    <ScreenHead
      title={texts.title}
      under={texts.summary(view.organisations.length, people)}
      actions={
        <>
          <SegmentRow label={texts.views} items={items} />
          <Button kind="main" icon="plus" label={texts.addLabel} onPress={() => setAdding(true)}>
            {texts.add}
          </Button>
        </>
      }
    />
  );
  return (
    <div className={`screen collective${panel === null ? '' : ' collective-beside'}`}>
      <div className="collective-main">
        <SegmentedTabs items={items} selected={tab} onSelect={setTab} head={head}>
          <TabOf tab={tab} view={view} />
        </SegmentedTabs>
      </div>
      {panel}
      {isAdding ? <AddStructure onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function TabOf({ tab, view }: { readonly tab: TabName; readonly view: CollectiveView }) {
  const { collective: texts } = useTexts();
  if (tab === 'portrait') return <PortraitTab view={view} />;
  if (tab === 'commitments') return <CommitmentsTab />;
  if (tab === 'functions') return <FunctionsTab />;
  if (view.organisations.length === 0) {
    return (
      <Card>
        <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
        <div className="collective-source">
          <WithoutHomeLine view={view} />
          <p className="quiet small">{texts.sourceCircles}</p>
        </div>
      </Card>
    );
  }
  if (tab === 'list') return <StructuresTab view={view} />;
  if (tab === 'mandates') return <MandatesTab view={view} />;
  return <CirclesTab view={view} />;
}

/** @returns the panel at the right: the record that the route names, or beside the map a summary; else `null` */
function usePanel(view: CollectiveView, tab: TabName): ReactNode {
  const route = useWindow((state) => state.route);
  const chosen = route.screen === 'collective' ? (route.organisationId ?? null) : null;
  const organisation = chosen === null ? undefined : view.accompaniment.organisations[chosen];
  if (WIDE.has(tab)) return null;
  if (chosen === WITHOUT_STRUCTURE) {
    return (
      <Panel key={chosen} isChosen>
        <PeopleWithoutHome view={view} />
      </Panel>
    );
  }
  if (organisation !== undefined) {
    return (
      <Panel key={organisation.id} isChosen>
        <StructurePanel view={view} organisation={organisation} />
      </Panel>
    );
  }
  if (tab !== 'map' || view.organisations.length === 0) return null;
  return (
    <Panel key="summary">
      <CollectiveSummary view={view} />
    </Panel>
  );
}

/** If the panel lies below the views, a chosen record scrolls into view. */
function Panel({ children, isChosen = false }: { readonly children: ReactNode; readonly isChosen?: boolean }) {
  const { collective: texts } = useTexts();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = place.current;
    const top = panel?.closest('main')?.getBoundingClientRect().top ?? 0;
    if (isChosen && panel !== null && panel.getBoundingClientRect().top > top + 1) panel.scrollIntoView({ block: 'start' });
  }, [isChosen]);
  return (
    <aside ref={place} className="collective-panel" aria-label={texts.panel}>
      {children}
    </aside>
  );
}
