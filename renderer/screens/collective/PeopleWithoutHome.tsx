// The panel of the people who belong to no structure.
import { Button } from '../../kit/Button.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';
import { PeopleList } from './StructurePeople.tsx';

/** A person can be given a structure in their own record. */
export function PeopleWithoutHome({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  return (
    <>
      <div className="panel-head">
        <h2 className="panel-title">{texts.asideWithout}</h2>
        <Button kind="icon" icon="close" label={texts.closePanel} onPress={() => goTo({ screen: 'collective' })} />
      </div>
      <p className="quiet small">{texts.withoutHomeText}</p>
      <PeopleList view={view} people={view.peopleOf('')} organisationId={null} empty={texts.peopleEmpty} />
    </>
  );
}
