// A button that leads to the people who belong to no structure.
import { isOfStructures } from '@domain/collective/presence.ts';
import { Button } from '../../kit/Button.tsx';
import { goTo } from '../../state/navigation.ts';
import { WITHOUT_STRUCTURE } from '@domain/tables/place.ts';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';

/** Draws nothing when everybody has a structure. The accompanist and the officer are reached here, and not counted. */
export function WithoutHomeLine({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const people = view.peopleOf('');
  if (people.length === 0) return null;
  const count = people.filter(isOfStructures).length;
  return (
    <Button kind="quiet" onPress={() => goTo({ screen: 'collective', organisationId: WITHOUT_STRUCTURE })}>
      {count === 0 ? texts.besideStructures : texts.withoutHomeCount(count)}
    </Button>
  );
}
