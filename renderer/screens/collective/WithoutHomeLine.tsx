// A button that leads to the people who belong to no structure.
import { Button } from '../../kit/Button.tsx';
import { goTo } from '../../state/navigation.ts';
import { WITHOUT_STRUCTURE } from '@domain/tables/place.ts';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';

/** Draws nothing when everybody has a structure. */
export function WithoutHomeLine({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const count = view.peopleOf('').length;
  if (count === 0) return null;
  return (
    <Button kind="quiet" onPress={() => goTo({ screen: 'collective', organisationId: WITHOUT_STRUCTURE })}>
      {texts.withoutHomeCount(count)}
    </Button>
  );
}
