// One press that adds everybody of the collective to a session in which nobody is yet.
import { membersOn } from '@domain/collective/members.ts';
import { MOST_PASTED } from '@domain/session/most-pasted.ts';
import { asKnown } from '@domain/session/read-people.ts';
import { Button } from '../../kit/Button.tsx';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly } from '../../state/window-state.ts';
import { addPeople } from './add-people.ts';
import type { SessionProps } from './SessionScreen.tsx';

/** Nothing where nobody is known yet, or more than are added at once. */
export function WholeCollective({ accompaniment, session }: SessionProps<'people' | 'circleMoves'>) {
  const { session: texts } = useTexts();
  const members = membersOn(accompaniment, session.date);
  if (useReadOnly() || members.length === 0 || members.length > MOST_PASTED) return null;
  return <Button onPress={() => void addPeople(session.id, members.map(asKnown))}>{texts.wholeCollective(members.length)}</Button>;
}
