// A short notice when the collective reaches the size at which somebody has to coordinate it.
import { COORDINATION_FROM, isCoordinated, participantCount } from '@domain/collective/coordination.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';
import type { ViewProps } from './collective-view.ts';

/** Draws nothing below that size, nor where somebody holds the function. */
export function CoordinationNotice({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const count = participantCount(view.organisations.map(({ id }) => view.circleOf(id)));
  if (count < COORDINATION_FROM || isCoordinated(view.accompaniment.functions, view.today)) return null;
  return (
    <Notice tone="sunken" icon="users">
      {texts.coordination(count)} <span className="quiet">{texts.coordinationSource}</span>
    </Notice>
  );
}
